#include "server/site/settings/ruby_plugins.h"

#include <gtest/gtest.h>

namespace {

using Names = std::vector<std::string>;

TEST(RubyPlugins, ShowTheTagsAndBlocksThatTheyRegister) {
  const site::RubyPlugin plugin = site::scan_ruby_plugin(R"rb(
module Site
  class Note < Liquid::Block
    def render(context) "<div>#{super}</div>" end
  end
  class Year < Liquid::Tag
  end
end
Liquid::Template.register_tag("note", Site::Note)
Liquid::Template.register_tag('year', Site::Year)
# Liquid::Template.register_tag('not_this', X)
Liquid::Template.register_tag :sym, Site::Year
)rb");
  EXPECT_EQ(plugin.tags, (Names{"note", "sym", "year"}));
  EXPECT_EQ(plugin.blocks, (Names{"note"}));
  EXPECT_FALSE(plugin.computed_names);
}

TEST(RubyPlugins, ShowTheFiltersOfTheirModules) {
  const site::RubyPlugin plugin = site::scan_ruby_plugin(R"rb(
module Jekyll
  module Shout
    def shout(input)
      return "" if input.nil?
      if input.empty?
        input
      else
        input.map do |x|
          x
        end
      end
    end

    def whisper(input) = input

    private

    def helper(x)
    end
  end
end
Liquid::Template.register_filter(Jekyll::Shout)
)rb");
  EXPECT_EQ(plugin.filters, (Names{"shout", "whisper"}));
}

TEST(RubyPlugins, ShowWhatElseMayChangeTheSite) {
  const site::RubyPlugin plugin = site::scan_ruby_plugin(
      "class A < Jekyll::Generator\nend\nclass B < Jekyll::Converters::Markdown\nend\n"
      "Jekyll::Hooks.register :posts, :pre_render do |post|\nend\n");
  EXPECT_TRUE(plugin.generators);
  EXPECT_TRUE(plugin.converters);
  EXPECT_TRUE(plugin.hooks);
  EXPECT_TRUE(site::scan_ruby_plugin("Liquid::Template.register_tag(name, A)").computed_names);
  const site::RubyPlugin none = site::scan_ruby_plugin("=begin\nclass A < Jekyll::Generator\n=end\nputs 1\n");
  EXPECT_FALSE(none.generators || none.hooks || none.converters || none.computed_names);
}

}  // namespace
