#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

// A page with this body, and files behind it.
std::string page(std::string_view body, std::string_view files = "") {
  return "-- a.md --\n---\n---\n" + std::string(body) + "\n" + std::string(files);
}

std::vector<std::string> labels_at(const std::string& drawing) {
  std::vector<std::string> labels;
  const support::Fixture fixture = support::load_fixture(drawing);
  for (const Completion& item : complete(cursor_of(fixture)).items) labels.push_back(item.label);
  return labels;
}

TEST(LiquidTagCompletion, AcceptsWhatTheEditorHasClosedAlready) {
  check_accepting(page("{%<|>}"), "break", page("{% break %}<|>"));
  check_accepting(page("{%<|>%}"), "break", page("{% break %}<|>"));
  check_accepting(page("{% br<|> %}"), "break", page("{% break %}<|>"));
  check_accepting(page("{%- br<|> -%}"), "break", page("{%- break -%}<|>"));
  check_accepting(page("{% br<|>"), "break", page("{% break %}<|>"));
}

TEST(LiquidTagCompletion, WritesTheEndOfABlock) {
  check_accepting(page("{% capt<|> %}"), "capture", page("{% capture $1 %}\n$0\n{% endcapture %}<|>"));
  check_accepting(page("a {% capt<|> %} b"), "capture", page("a {% capture $1 %}$0{% endcapture %}<|> b"));
}

TEST(LiquidTagCompletion, ReplacesOnlyTheNameOfAWholeTag) {
  check_accepting(page("{% i<|>f a %}\n{% endif %}"), "ifchanged", page("{% ifchanged<|> a %}\n{% endif %}"));
}

TEST(LiquidTagCompletion, TheEndOfTheOpenBlockComesFirst) {
  EXPECT_EQ(labels_at(page("{% for a in b %}{% if a %}x{% <|> %}")).at(0), "endif");
  EXPECT_EQ(labels_at(page("{% for a in b %}{% if a %}x{% endif %}{% <|>")).at(0), "endfor");
  EXPECT_NE(labels_at(page("{% if a %}x{% <|> %}{% endif %}")).at(0), "endif");
}

TEST(LiquidTagCompletion, BranchesStandInTheirBlocks) {
  check_completion(page("{% case a %}{% whe<|>"), {"when (value, value)"});
  check_completion(page("{% if a %}{% whe<|>"), {});
  check_completion(page("{% els<|>"), {});
}

TEST(LiquidTagCompletion, PluginsBringTheirs) {
  check_completion(page("{% seo<|> %}"), {});
  check_completion(page("{% seo<|> %}", "-- _config.yml --\nplugins: [jekyll-seo-tag]\n"),
                   {"seo (title=false)"});
}

TEST(LiquidTagCompletion, TheSitesOwnRubyBringsItsNames) {
  constexpr std::string_view ruby =
      "-- _plugins/x/callout.rb --\nclass Callout < Liquid::Block\nend\n"
      "Liquid::Template.register_tag('callout', Callout)\n"
      "module Shout\n  def shout(text)\n  end\nend\nLiquid::Template.register_filter(Shout)\n";
  check_accepting(page("a {% callo<|> %}", ruby), "callout",
                  page("a {% callout $1 %}$0{% endcallout %}<|>", ruby));
  check_completion(page("{{ a | shou<|> }}", ruby), {"shout (of `_plugins`)"});
}

TEST(LiquidTagCompletion, InsideRawNothingButItsEnd) {
  check_completion(page("{% raw %} {% e<|>"), {"endraw"});
  check_completion(page("{% raw %} {% if<|>"), {});
  check_completion(page("{% raw %} {{ si<|> }} {% endraw %}"), {});
  check_completion(
      page("{% raw %}{% endraw %} {{ pagin<|> }}", "-- _config.yml --\nplugins: [jekyll-paginate]\n"),
      {"paginator"});
}

TEST(LiquidTagCompletion, NothingWhereLiquidIsOff) {
  check_completion("-- a.md --\n---\nrender_with_liquid: false\n---\n{% br<|> %}\n", {});
}

TEST(LiquidFilterCompletion, OffersFiltersWithWhatTheyTake) {
  check_completion(page("{{ a | relative_u<|> }}"), {"relative_url (relative_url)"});
  check_accepting(page("{{ a |appen<|>}}"), "append", page("{{ a | append: $0<|>}}"));
  check_accepting(page("{{ a | appen<|>: b }}"), "append", page("{{ a | append<|>: b }}"));
  check_completion(page("a | relative_u<|>"), {});
}

TEST(LiquidVariableCompletion, SettingsAndCollectionsAreMembersOfTheSite) {
  constexpr std::string_view config =
      "-- _config.yml --\nemail: me@example.org\nsocial: {git: x}\ncollections: {recipes: {output: true}}\n";
  check_completion(page("{{ site.emai<|> }}", config), {"email (me@example.org)"});
  check_completion(page("{{ site.recip<|> }}", config), {"recipes (collection)"});
  check_completion(page("{{ site.social.<|> }}", config), {"git (x)"});
}

TEST(LiquidVariableCompletion, FrontMatterKeysAreMembersOfPages) {
  check_completion("-- a.md --\n---\nheader: {teaser: x}\nheadline: y\n---\n{{ page.headl<|> }}\n",
                   {"headline (front matter, 1 file)"});
  check_completion("-- a.md --\n---\nheader: {teaser: x}\n---\n{{ page.header.<|> }}\n", {"teaser (x)"});
  check_completion("-- a.md --\n---\nheadline: y\n---\n{% for post in site.posts %}{{ post.headl<|> }}\n",
                   {"headline (front matter, 1 file)"});
}

TEST(LiquidVariableCompletion, DataFilesAndWhatTheyHold) {
  constexpr std::string_view data =
      "-- _data/nav/main.yml --\nlinks:\n  - title: A\n    url: /a\n-- _data/authors.yml --\njane: {name: "
      "Jane}\n";
  check_completion(page("{{ site.data.<|> }}", data), {"authors (data file)", "nav (data folder)"});
  check_completion(page("{{ site.data.nav.<|> }}", data), {"main (data file)"});
  check_completion(page("{{ site.data.authors.<|> }}", data), {"jane (mapping)"});
  check_completion(page("{% for x in site.data.nav.main.links %}{{ x.<|> }}", data),
                   {"title (A)", "url (/a)"});
  check_completion(page("{% assign all = site.data.authors %}{{ all.jane.<|> }}", data), {"name (Jane)"});
}

TEST(LiquidVariableCompletion, VariablesOfTheDocument) {
  check_completion(page("{% assign greeting = 'x' %}{{ greet<|> }}"), {"greeting (assign)"});
  check_completion(page("{{ greet<|> }}{% assign greeting = 'x' %}"), {});
  check_completion(page("{% for a in b %}{{ forloop.leng<|> }}"), {"length (number)"});
}

TEST(LiquidVariableCompletion, AnIncludeKnowsItsParameters) {
  check_completion("-- _includes/a.html --\n{{ include.title }} {{ include.ti<|> }}\n",
                   {"title (parameter)"});
}

TEST(LiquidVariableCompletion, NothingInTextsAndBehindValues) {
  check_completion(page("{{ 'site.<|>' }}"), {});
  check_completion(page("{{ site.title pag<|> }}"), {});
  check_completion(page("{% assign pag<|> %}"), {});
  check_completion(page("{% for pag<|> %}"), {});
}

TEST(LiquidFileCompletion, IncludesAndTheirParameters) {
  constexpr std::string_view includes =
      "-- _includes/nav/main.html --\n{{ include.title }} {% if include.big %}{% endif %}\n-- "
      "_includes/b.html --\n";
  check_completion(page("{% include <|> %}", includes), {"b.html", "nav/main.html"});
  check_accepting(page("{% include na<|>v/x.html a=b %}", includes), "nav/main.html",
                  page("{% include nav/main.html<|> a=b %}"));
  check_completion(page("{% include nav/main.html <|> %}", includes),
                   {"title (read by nav/main.html)", "big (read by nav/main.html)"});
  check_completion(page("{% include nav/main.html title=\"x\" <|> %}", includes),
                   {"big (read by nav/main.html)"});
  check_accepting(page("{% include nav/main.html b<|> %}", includes), "big",
                  page("{% include nav/main.html big=\"$0\"<|> %}"));
}

TEST(LiquidFileCompletion, LinkNamesSourcesAndIncludeRelativeNeighbours) {
  constexpr std::string_view pages =
      "-- about.md --\n---\ntitle: About me\n---\n-- docs/b.md --\n---\ntitle: B\n---\n-- docs/part.txt --\n";
  check_completion(page("{% link abo<|> %}", pages), {"about.md (About me)"});
  check_completion("-- docs/a.md --\n---\n---\n{% include_relative <|> %}\n" + std::string(pages),
                   {"b.md", "part.txt"});
}

TEST(LiquidAddressCompletion, AStringThatBeginsWithASlash) {
  check_accepting(page("[x]({{ \"/ab<|>\" | relative_url }})",
                       "-- _config.yml --\nbaseurl: /repo\n-- about.md --\n---\n---\n"),
                  "/about.html", page("[x]({{ \"/about.html<|>\" | relative_url }})"));
}

}  // namespace
}  // namespace features
