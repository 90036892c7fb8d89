#include "server/liquid/render.h"

#include <chrono>
#include <gtest/gtest.h>
#include <map>
#include <string>

#include "server/syntax/markdown.h"

namespace {

using Files = std::map<std::string, std::string>;
using Kind = syntax::SourceSegment::Kind;

// Known: `site.baseurl`, `site.title`, `page.list`; unknown: every other member of `site`.
liquid::Environment environment(const Files& files) {
  using Value = liquid::Value;
  liquid::Environment result;
  result.address = {true, "https://example.org", "/b"};
  result.variable = [](std::string_view name) {
    if (name != "site") return Value::nil();
    return Value(std::make_shared<const liquid::Object>(liquid::Object{[](std::string_view member) {
      if (member == "baseurl") return Value(std::string_view("/b"));
      if (member == "list") return Value::array({Value(std::string_view("p")), Value(std::string_view("q"))});
      return Value();
    }}));
  };
  result.include = [files](std::string_view name, bool) -> liquid::SourcePtr {
    const auto found = files.find(std::string(name));
    return found == files.end() ? nullptr : liquid::source_of_file(found->first, found->second);
  };
  result.link = [](std::string_view path) -> std::optional<std::string> {
    return path == "a.md" ? std::optional<std::string>("/b/a.html") : std::nullopt;
  };
  return result;
}

struct Rendered {
  std::string text;
  liquid::Rendering result;
};

Rendered render(const std::string& text, const Files& files = {}) {
  const syntax::liquid::Markup liquid = syntax::liquid::parse_markup(text);
  return {text, liquid::render(liquid::source_of(text, liquid), 0, environment(files))};
}

// The rendered text; unknown parts in `?…?` as their source, what may be missing in `<…>`.
std::string shown(const std::string& text, const Files& files = {}) {
  const Rendered rendered = render(text, files);
  const auto& segments = rendered.result.map.segments;
  std::string out;
  bool maybe = false;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const text::Offset end = i + 1 < segments.size() ? segments[i + 1].begin : rendered.result.map.size;
    if (segments[i].maybe != maybe) out += segments[i].maybe ? '<' : '>';
    maybe = segments[i].maybe;
    if (segments[i].kind == Kind::unknown) {
      out += "?" + std::string(text::slice(text, segments[i].source)) + "?";
    } else {
      out += rendered.result.text.substr(segments[i].begin, end - segments[i].begin);
    }
  }
  return out + (maybe ? ">" : "");
}

TEST(LiquidRender, ConstantsAreEvaluated) {
  EXPECT_EQ(shown("[a]({{ site.baseurl }}/x)"), "[a](/b/x)");
  EXPECT_EQ(shown("{{ '/x' | relative_url }} {{ '/x' | absolute_url }}"), "/b/x https://example.org/b/x");
  EXPECT_EQ(shown("{% assign a = 'x,y' | split: ',' %}{{ a | last | append: a.size }}"), "y2");
  EXPECT_EQ(shown("{% capture c %}1{{ 'z' }}{% endcapture %}-{{ c }}-"), "-1z-");
  EXPECT_EQ(shown("{% link a.md %}"), "/b/a.html");
}

TEST(LiquidRender, WhatOnlyABuildKnowsIsUnknownAndContagious) {
  EXPECT_EQ(shown("a {{ site.time }} b"), "a ?{{ site.time }}? b");
  EXPECT_EQ(shown("{% assign a = site.time | append: 'x' %}{{ a }}"), "?{{ a }}?");
  EXPECT_EQ(shown("{{ 'a' | my_filter }}{% my_tag %}"), "?{{ 'a' | my_filter }}??{% my_tag %}?");
  EXPECT_EQ(shown("{% link b.md %}"), "?{% link b.md %}?");
  EXPECT_EQ(shown("{% increment n %}"), "?{% increment n %}?");
}

TEST(LiquidRender, ConstantConditionsChooseABranch) {
  EXPECT_EQ(shown("{% if 1 < 2 and 'ab' contains 'b' %}yes{% else %}no{% endif %}"), "yes");
  EXPECT_EQ(shown("{% unless nothing %}a{% endunless %}{% if nothing == nil %}b{% endif %}"), "ab");
  EXPECT_EQ(shown("{% case 2 %}{% when 1 %}a{% when 2, 3 %}b{% else %}c{% endcase %}"), "b");
}

TEST(LiquidRender, UnknownConditionsRenderEveryBranch) {
  EXPECT_EQ(shown("{% if site.x %}a{% else %}b{% endif %}c"), "<ab>c");
  EXPECT_EQ(shown("{% if false %}a{% elsif site.x %}b{% elsif true %}c{% else %}d{% endif %}"), "<bc>");
  EXPECT_EQ(shown("{% if site.x or true %}a{% endif %}"), "a");
  EXPECT_EQ(shown("{% assign v = 1 %}{% if site.x %}{% assign v = 2 %}{{ v }}{% endif %}{{ v }}"),
            "<2>?{{ v }}?");
}

TEST(LiquidRender, LoopsOverConstantsRun) {
  EXPECT_EQ(shown("{% for i in (1..3) %}{{ i }}{% unless forloop.last %},{% endunless %}{% endfor %}"),
            "1,2,3");
  EXPECT_EQ(shown("{% for i in site.list reversed %}{{ i }}{% endfor %}"), "qp");
  EXPECT_EQ(shown("{% for i in site.list limit: 1 offset: 1 %}{{ i }}{{ forloop.length }}{% endfor %}"),
            "q1");
  EXPECT_EQ(shown("{% for i in nothing %}a{% else %}b{% endfor %}"), "b");
  EXPECT_EQ(shown("{% for i in (1..9) %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}"), "12");
  EXPECT_EQ(shown("{% for i in (1..3) %}{% cycle 'a', 'b' %}{% endfor %}"), "aba");
}

TEST(LiquidRender, LoopsOverUnknownRunOnce) {
  EXPECT_EQ(shown("{% for p in site.posts %}x{{ p.url }}{% endfor %}"), "<x?{{ p.url }}?>");
  EXPECT_EQ(shown("{% assign n = 0 %}{% for p in site.posts %}{{ n }}{% assign n = n | plus: 1 %}{% endfor "
                  "%}{{ n }}"),
            "<?{{ n }}?>?{{ n }}?");
  EXPECT_EQ(shown("{% for i in (1..5000) %}x{% endfor %}"), "<x>");
  EXPECT_EQ(shown("{% for i in (1..2) %}a{% if site.x %}{% break %}{% endif %}b{% endfor %}c"), "a<bab>c");
}

TEST(LiquidRender, IncludesAreExpandedWithTheirParameters) {
  const Files files = {{"h.html", "## {{ include.t }}{% assign leaked = 1 %}"},
                       {"loop.html", "x{% include loop.html %}"}};
  EXPECT_EQ(shown("{% include h.html t='A' %}{{ include.t }}{{ leaked }}", files), "## A1");
  EXPECT_EQ(shown("{% assign f = 'h' %}{% include {{ f }}.html t=f %}", files), "## h");
  EXPECT_EQ(shown("{% assign a = 1 %}{% include other.html %}{{ a }}", files),
            "?{% include other.html %}??{{ a }}?");
  EXPECT_EQ(render("{% include loop.html %}", files).result.text.substr(0, 50), std::string(50, 'x'));
}

TEST(LiquidRender, WhitespaceControlAndBlankBlocksAreLiquids) {
  EXPECT_EQ(shown("a \n{%- assign x = 1 -%}\n b"), "ab");
  EXPECT_EQ(shown("a{% if true %}\n {% assign x = 1 %}\n{% endif %}b{{ x }}"), "ab1");
  EXPECT_EQ(shown("a{% if true %}\n {{ 1 }}\n{% endif %}b"), "a\n 1\nb");
  EXPECT_EQ(shown("{% raw %}{{ a }}{% endraw %}"), "{{ a }}");
  EXPECT_EQ(shown("a{% comment %}{{ b }}{% endcomment %}c"), "ac");
}

TEST(LiquidRender, BrokenTagsAreUnknownAndNothingIsLost) {
  EXPECT_EQ(shown("{% if a %}text"), "?{% if a %}?text");
  EXPECT_EQ(shown("{{ a | append 'b' }}c"), "?{{ a | append 'b' }}?c");
  EXPECT_EQ(shown("{% if a = b %}x{% endif %}"), "<x>");
}

TEST(LiquidRender, ALimitEndsWhatWouldNeverEnd) {
  const Files files = {{"twice.html",
                        "{% if site.x %}{% include twice.html %}{% endif %}{% if site.y %}{% include "
                        "twice.html %}{% endif %}"}};
  EXPECT_FALSE(render("{% include twice.html %}", files).result.complete);
  EXPECT_TRUE(render("{% for i in (1..1000) %}x{% endfor %}").result.complete);
}

TEST(LiquidRender, NoTextTakesLong) {
  const auto begin = std::chrono::steady_clock::now();
  std::string loops;
  for (const char* name : {"a", "b", "c", "d"}) loops += "{% for " + std::string(name) + " in (1..1000) %}";
  EXPECT_FALSE(render(loops + "{% endfor %}{% endfor %}{% endfor %}{% endfor %}").result.complete);
  std::string lists = "{% assign s = '0123456789' %}";
  for (int i = 0; i < 10; ++i) lists += "{% assign s = s | append: s %}";
  render(lists +
         "{% for i in (1..1000) %}{{ s | split: '' | uniq | size }}{{ s | split: '5' | sort | join }}{% "
         "endfor %}");
  std::string names;
  for (int i = 0; i < 5'000; ++i) {
    names +=
        "{% assign v" + std::to_string(i) + " = 1 %}{% include x %}{% if site.x %}{% include y %}{% endif %}";
  }
  render(names);
  std::string open;
  for (int i = 0; i < 20'000; ++i) open += "{% if site.x %}a";
  render(open);
  for (int i = 0; i < 20'000; ++i) open += "{% endif %}";
  render(open);
  const auto spent = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(std::chrono::duration_cast<std::chrono::milliseconds>(spent).count(), 5'000);
}

TEST(SourceMap, ALinksAddressLeadsBackToItsSource) {
  const Rendered rendered = render("See [a]({{ site.baseurl }}/x) and [b]({{ site.time }}).\n");
  const auto masks = syntax::unknown_ranges(rendered.result.map);
  auto markdown = syntax::parse_markdown(rendered.result.text, 0, {}, masks);
  const syntax::MappedMarkdown mapped = syntax::map_back(std::move(markdown), rendered.result.map);
  ASSERT_EQ(mapped.markdown.links.size(), 2U);
  const syntax::Link& known = mapped.markdown.links[0];
  EXPECT_EQ(known.href, "/b/x");
  EXPECT_FALSE(known.masked);
  EXPECT_TRUE(mapped.links[0].evaluated);
  EXPECT_EQ(text::slice(rendered.text, known.href_range), "{{ site.baseurl }}/x");
  EXPECT_EQ(text::slice(rendered.text, known.range), "[a]({{ site.baseurl }}/x)");
  EXPECT_TRUE(mapped.markdown.links[1].masked);
  EXPECT_EQ(text::slice(rendered.text, mapped.markdown.links[1].href_range), "{{ site.time }}");
}

TEST(SourceMap, AHeadingOfAnIncludeStandsAtTheTag) {
  const Rendered rendered =
      render("# One\n\n{% include h.md %}\n\n# Two\n", {{"h.md", "text\n\n## Inner\n"}});
  auto markdown = syntax::parse_markdown(rendered.result.text, 0, {}, {});
  const syntax::MappedMarkdown mapped = syntax::map_back(std::move(markdown), rendered.result.map);
  ASSERT_EQ(mapped.markdown.headings.size(), 3U);
  EXPECT_EQ(mapped.headings[1].file, 1U);
  EXPECT_EQ(rendered.result.map.files.at(0), "h.md");
  EXPECT_EQ(text::slice(rendered.text, mapped.markdown.headings[1].range), "{% include h.md %}");
  EXPECT_EQ(mapped.headings[1].inner, (text::Range{6, 14}));
  EXPECT_EQ(text::slice(rendered.text, mapped.markdown.headings[2].range), "# Two");
}

}  // namespace
