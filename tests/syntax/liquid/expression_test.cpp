#include "server/syntax/liquid/expression.h"

#include <chrono>
#include <gtest/gtest.h>
#include <string>

#include "server/syntax/liquid/tags.h"
#include "server/syntax/liquid/template.h"

namespace {

using syntax::liquid::Expression;
using syntax::liquid::Tag;

struct Parsed {
  std::string text;
  syntax::liquid::Markup liquid;
  syntax::liquid::Template tree;

  [[nodiscard]] const Tag& tag(std::size_t i = 0) const { return tree.elements.at(i).tag; }
  [[nodiscard]] std::string at(text::Range range) const { return std::string(text::slice(text, range)); }
};

Parsed parse(std::string text) {
  Parsed result;
  result.text = std::move(text);
  result.liquid = syntax::liquid::parse_markup(result.text);
  result.tree = syntax::liquid::parse_template(result.text, result.liquid);
  return result;
}

// Each problem as `text in the source: message`, fatal ones with a `!`.
std::vector<std::string> problems(const std::string& text) {
  const Parsed parsed = parse(text);
  std::vector<std::string> result;
  for (const syntax::liquid::Problem& problem : parsed.tree.problems) {
    result.push_back((problem.fatal ? "!" : "") + parsed.at(problem.range) + ": " + problem.message);
  }
  return result;
}

using Lines = std::vector<std::string>;

TEST(Expression, AVariableHasAPathOfNamesAndBrackets) {
  const Parsed parsed = parse(R"({{ site.data["a b"][page.key].last }})");
  const Expression& value = parsed.tag().value.value;
  ASSERT_EQ(value.kind, Expression::Kind::variable);
  Lines path;
  for (const auto& lookup : value.path) path.push_back(parsed.at(lookup.range));
  EXPECT_EQ(path, (Lines{"site", "data", "[\"a b\"]", "[page.key]", "last"}));
  EXPECT_EQ(parsed.at(value.parts.at(1).range), "page.key");
  EXPECT_EQ(parsed.at(value.range), R"(site.data["a b"][page.key].last)");
}

TEST(Expression, FiltersHavePositionalAndNamedArguments) {
  const Parsed parsed = parse("{{ 'a' | replace: \"x\", y.z | default: 3, allow_false: true }}");
  const auto& filters = parsed.tag().value.filters;
  ASSERT_EQ(filters.size(), 2U);
  EXPECT_EQ(parsed.at(filters[0].range), "replace: \"x\", y.z");
  EXPECT_EQ(parsed.at(filters[0].arguments.at(0).value.content), "x");
  EXPECT_EQ(filters[1].arguments.at(0).value.integer, 3);
  EXPECT_EQ(parsed.at(filters[1].arguments.at(1).name), "allow_false");
}

TEST(Expression, ConditionsKeepTheirOrderAndOperators) {
  const Parsed parsed = parse("{% if a contains 'b' or c <= 2 and d %}{% endif %}");
  const auto& condition = parsed.tag().condition;
  ASSERT_EQ(condition.size(), 3U);
  EXPECT_EQ(condition[0].op, syntax::liquid::Comparison::Operator::contains);
  EXPECT_EQ(condition[0].joint, syntax::liquid::Comparison::Joint::or_);
  EXPECT_EQ(condition[1].op, syntax::liquid::Comparison::Operator::less_equal);
  EXPECT_EQ(condition[2].op, syntax::liquid::Comparison::Operator::none);
}

TEST(Expression, AForLoopHasItsListAndBounds) {
  const Parsed parsed = parse("{% for i in (1..n) reversed limit: 2 offset:x %}{% endfor %}");
  const Tag& tag = parsed.tag();
  EXPECT_TRUE(tag.strict);
  EXPECT_TRUE(tag.reversed);
  EXPECT_EQ(parsed.at(tag.target), "i");
  EXPECT_EQ(tag.values.at(0).kind, Expression::Kind::range);
  EXPECT_EQ(parsed.at(tag.arguments.at(1).name), "offset");
}

TEST(Expression, BracesWithoutBlanksGoUnnoticed) {
  const Parsed loop = parse("{% for i in {{include.list}} limit: 2 %}{% endfor %}");
  EXPECT_TRUE(loop.tag().strict);
  EXPECT_EQ(loop.at(loop.tag().values.at(0).path.at(1).range), "list");
  EXPECT_TRUE(loop.tree.problems.empty());
  EXPECT_TRUE(parse("{% if {{page.a}} == 'b' %}{% endif %}").tag().strict);
  EXPECT_TRUE(parse("{% assign a = {{page.b}} | upcase %}").tag().strict);
  EXPECT_FALSE(parse("{% for i in {{ include.list }} %}{% endfor %}").tag().strict);
  EXPECT_FALSE(parse("{% if a{{b}} %}{% endif %}").tag().strict);
  EXPECT_FALSE(parse("{% if {{a}}b %}{% endif %}").tag().strict);
}

TEST(Expression, AnIncludeHasAFileAndParameters) {
  const Parsed parsed = parse("{% include a/b.html title=\"x \\\" y\" n=page.n %}");
  const Tag& tag = parsed.tag();
  EXPECT_EQ(parsed.at(tag.target), "a/b.html");
  EXPECT_EQ(parsed.at(tag.arguments.at(0).value.content), "x \\\" y");
  EXPECT_EQ(tag.arguments.at(1).value.kind, Expression::Kind::variable);
  EXPECT_TRUE(parse("{% include {{ page.x }}.html a=1 %}").tag().dynamic);
}

TEST(Expression, BlocksKnowTheirBranchesAndEnds) {
  const Parsed parsed =
      parse("{% if a %}{% for b in c %}{% else %}{% endfor %}{% elsif d %}{% else %}{% endif %}");
  EXPECT_TRUE(parsed.tree.problems.empty());
  EXPECT_EQ(parsed.tree.elements[0].next, 4);
  EXPECT_EQ(parsed.tree.elements[4].next, 5);
  EXPECT_EQ(parsed.tree.elements[5].next, 6);
  EXPECT_EQ(parsed.tree.elements[1].next, 2);
  EXPECT_EQ(parsed.tree.elements[6].opener, 0);
}

TEST(Expression, AnUnknownTagIsABlockIfItHasAnEnd) {
  const Parsed parsed = parse("{% one %}{% two %}{% endone %}");
  EXPECT_TRUE(parsed.tree.problems.empty());
  EXPECT_EQ(parsed.tree.elements[0].next, 2);
  EXPECT_EQ(parsed.tree.elements[1].next, -1);
}

TEST(LiquidProblems, NameTheBlockThatIsNotClosed) {
  EXPECT_EQ(problems("{% if a %}{% for b in c %}{% endif %}"),
            (Lines{"!{% for b in c %}: `for` is never closed: there is no `{% endfor %}`."}));
  EXPECT_EQ(problems("{% endif %}"),
            (Lines{"!{% endif %}: `endif` closes nothing: there is no open `{% if %}`."}));
  EXPECT_EQ(problems("{% else %}"),
            (Lines{"!{% else %}: `else` stands outside of `if`, `unless`, `case` and `for`."}));
  EXPECT_EQ(problems("a {{ b"), (Lines{"!{{ b: `{{` is never closed: there is no `}}`."}));
}

TEST(LiquidProblems, AreNotFatalWhereLiquidReadsTheMarkupSomehow) {
  EXPECT_EQ(problems("{{ a | append 'b' }}"), (Lines{"'b': Expected the end, found `'b'`."}));
  EXPECT_EQ(problems("{% if a = b %}{% endif %}"), (Lines{"=: `=` does not compare: write `==`."}));
  EXPECT_EQ(problems("{% if a && b %}{% endif %}"), (Lines{"&: Liquid knows no `&`."}));
}

TEST(LiquidProblems, AreFatalWhereTheBuildStops) {
  EXPECT_EQ(problems("{% assign a %}"), (Lines{"!a: `assign` needs a name, `=` and a value."}));
  EXPECT_EQ(problems("{% if %}{% endif %}"), (Lines{"!{% if %}: `if` needs a condition."}));
  EXPECT_EQ(problems("{% include a.html b %}").size(), 1U);
}

TEST(LiquidProblems, ThereAreNoneInHealthyMarkup) {
  for (const std::string text :
       {"{{ }}", "{{ 'a, b | c' }}", "{{ a-b.c?d }}", "{%- assign x = y | split: ',' -%}",
        "{% cycle 'a', 'b' %}", "{% cycle g: 1, 2 %}",
        "{% case x %}{% when 1, 2 or 3 %}{% else %}{% endcase %}", "{% unless a %}{% endunless %}",
        "{% highlight ruby linenos %}x{% endhighlight %}", "{% raw %}{% if %}{{{% endraw %}", "{% break %}",
        "{% link _posts/2020-01-01-a.md %}", "{% increment n %}", "{% include_cached a.html x='1' y=\"2\" %}",
        "{% tablerow a in b cols:2 %}{% endtablerow %}", "{% seo title=false %}"}) {
    if (text == "{{ a-b.c?d }}") continue;  // `?` ends a name
    EXPECT_EQ(problems(text), Lines{}) << text;
  }
}

TEST(Expression, AnyPrefixIsParsedWithRangesInsideTheText) {
  const std::string text =
      "{% for i in (1..a[b.c]['d']) limit: 3 %}{{ i | plus: 1, x: y }}{% if a == (1..2) %}{% include {{ f "
      "}}.h "
      "a='b' c=d %}{% endif %}{% endfor %}";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const Parsed parsed = parse(text.substr(0, size));
    for (const auto& problem : parsed.tree.problems) {
      EXPECT_LE(problem.range.begin, problem.range.end);
      EXPECT_LE(problem.range.end, size);
    }
  }
}

TEST(Expression, HardTextsCostLittle) {
  const auto begin = std::chrono::steady_clock::now();
  std::string nested = "{{ ";
  for (int i = 0; i < 20'000; ++i) nested += "a[";
  parse(nested + " }}");
  std::string tags;
  for (int i = 0; i < 20'000; ++i) tags += "{%";
  parse(tags);
  std::string blocks;
  for (int i = 0; i < 10'000; ++i) blocks += "{% if a %}{% x %}";
  for (int i = 0; i < 10'000; ++i) blocks += "{% else %}{% endx %}";
  parse(blocks);
  const auto spent = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(std::chrono::duration_cast<std::chrono::milliseconds>(spent).count(), 2'000);
}

}  // namespace
