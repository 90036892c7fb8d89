// Random templates of constants, rendered by the installed Liquid with Jekyll's filters and by liquid::render:
// ours says the same, or that it does not know.
//   LIQUID_SEED, LIQUID_CASES: another seed, more templates.

#include "tests/support/ruby.h"

#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <vector>

#include "server/liquid/render.h"

namespace {

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::string document() {
    std::string out;
    for (std::size_t i = below(5) + 1; i > 0; --i) out += piece(0);
    return out;
  }

 private:
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  std::string pick(const std::vector<std::string>& choices) { return choices[below(choices.size())]; }

  std::string literal() {
    return pick({"'a'",
                 "\"b c\"",
                 "'/x/y.html'",
                 "''",
                 "'1'",
                 "'a,b,,c'",
                 "' pad '",
                 "'<b>&amp;\"'",
                 "'a b  c'",
                 "'한글 Ä'",
                 "0",
                 "1",
                 "-3",
                 "42",
                 "nil",
                 "true",
                 "false",
                 "'Title: Case'",
                 "'x?q=1#f'",
                 "'a%20b'",
                 "'https://e.org/p'",
                 "'2020-01-02'",
                 "2.5",
                 "'/a/index.html'",
                 "'line\none'"});
  }
  std::string variable() {
    return pick({"v", "w", "list", "numbers", "map.k", "map", "nothing", "list.first", "list[1]", "list.size",
                 "map['n']", "v.size", "words", "numbers.last", "list[-1]", "rows"});
  }
  std::string value() { return below(2) == 0 ? literal() : variable(); }
  std::string filter() {
    const std::string argument = below(4) == 0 ? variable() : literal();
    switch (below(9)) {
      case 0:
        return pick({"upcase", "downcase", "capitalize", "strip", "lstrip", "rstrip", "size", "first", "last",
                     "reverse", "uniq", "compact", "sort", "sort_natural", "join", "escape", "escape_once"});
      case 1:
        return pick({"url_encode", "url_decode", "cgi_escape", "uri_escape", "xml_escape", "strip_html",
                     "strip_newlines", "newline_to_br", "normalize_whitespace", "slugify", "strip_index"});
      case 2:
        return pick({"relative_url", "absolute_url", "jsonify", "abs", "ceil", "floor", "round", "to_integer",
                     "truncate", "truncatewords", "array_to_sentence_string", "pop", "shift", "default"});
      case 3:
        return pick({"append", "prepend", "remove", "remove_first", "split", "join", "default"}) + ": " +
               argument;
      case 4:
        return pick({"plus", "minus", "times", "divided_by", "modulo", "at_least", "at_most"}) + ": " +
               argument;
      case 5:
        return pick({"replace", "replace_first"}) + ": " + argument + ", " + literal();
      case 6:
        return pick({"slice: ", "truncate: ", "truncatewords: "}) +
               pick({"0", "1", "2", "-2", "'3'", "100"}) +
               (below(2) == 0 ? ", " + pick({"1", "2", "'3'", "nil"}) : std::string());
      case 7:
        return pick({"push: ", "unshift: ", "concat: "}) + pick({"list", "numbers", "'z'", "1"});
      default:
        return pick({"where: 'k', 'a'", "map: 'k'", "group_by: 'k'", "where: 'n', 1", "slugify: 'pretty'",
                     "slugify: 'ascii'", "map: 'n'", "sort: 'k'", "sort: 'n'", "sort: 'k', 'last'"});
    }
  }
  std::string pipeline() {
    std::string out = value();
    for (std::size_t i = below(4); i > 0; --i) out += " | " + filter();
    return out;
  }
  // What people write who do not trust Liquid to know a variable by its name.
  std::string braced() { return "{{" + pick({"v", "w", "list", "map.k", "nothing", "rows"}) + "}}"; }
  std::string condition() {
    std::string out = below(12) == 0 ? braced() : value();
    if (below(3) > 0) {
      out += " " + pick({"==", "!=", "<", ">", "<=", ">=", "contains", "<>"}) + " " +
             (below(5) == 0 ? pick({"empty", "blank", "nil"}) : value());
    }
    return out + (below(3) == 0 ? pick({" and ", " or "}) + condition() : "");
  }
  std::string open() { return pick({"{% ", "{% ", "{%- "}); }
  std::string close() { return pick({" %}", " %}", " -%}"}); }
  std::string text() { return pick({"t", " ", "\n", " x\n", "\n\n", "", "# h\n", "  "}); }

  std::string piece(int depth) {
    const std::string pre = text();
    switch (depth > 3 ? below(3) : below(11)) {
      case 0:
        return pre;
      case 1:
      case 2:
        return pre + pick({"{{ ", "{{- "}) + pipeline() + pick({" }}", " -}}"});
      case 3:
        return pre + open() + "assign " + pick({"v", "w"}) + " = " +
               (below(12) == 0 ? braced() + pick({"", " | upcase", " | size"}) : pipeline()) + close();
      case 4:
        return pre + branches(pick({"if", "unless"}), depth);
      case 5:
        return pre + open() + "capture v" + close() + body(depth) + open() + "endcapture" + close();
      case 6:
        return pre + open() + "for i in " +
               pick({"list", "(1..3)", "numbers", "map", "v", "nothing", "rows", braced()}) +
               pick({"", " reversed", " limit: 2", " offset: 1", " limit: 1 offset: 1"}) + close() +
               pick({"{{ i }}", "{{ forloop.index }}", "{{ i.k }}", "{% if forloop.first %}f{% endif %}",
                     "{% if i == 2 %}{% break %}{% endif %}", "{% cycle 'p', 'q' %}", ""}) +
               body(depth) + open() + "endfor" + close();
      case 7:
        return pre + open() + "case " + value() + close() + open() + "when " + value() +
               pick({"", ", 1", " or 'a'"}) + close() + body(depth) + open() + "else" + close() +
               body(depth) + open() + "endcase" + close();
      case 8:
        return pre + "{% raw %}{{ a }}" + text() + "{% endraw %}";
      case 9:
        return pre + "{% comment %}" + text() + "{% endcomment %}";
      default:
        return pre;
    }
  }
  std::string branches(const std::string& name, int depth) {
    std::string out = open() + name + " " + condition() + close() + body(depth);
    if (below(2) == 0) out += open() + "elsif " + condition() + close() + body(depth);
    if (below(2) == 0) out += open() + "else" + close() + body(depth);
    return out + open() + "end" + name + close();
  }
  std::string body(int depth) {
    std::string out;
    for (std::size_t i = below(3); i > 0; --i) out += piece(depth + 1);
    return out + text();
  }

  std::mt19937 random_;
};

liquid::Value list(std::initializer_list<const char*> texts) {
  liquid::Array items;
  for (const char* text : texts) items.emplace_back(std::string_view(text));
  return liquid::Value::array(std::move(items));
}

liquid::Environment environment() {
  using Value = liquid::Value;
  const auto hash = [](liquid::Hash members) {
    return Value(std::make_shared<const liquid::Hash>(std::move(members)));
  };
  liquid::Environment result;
  result.address = {true, "https://example.org", "/base"};
  result.variable = [hash](std::string_view name) {
    if (name == "list") return list({"a", "B", "c c", "a"});
    if (name == "words") return list({"x", "Y"});
    if (name == "numbers")
      return Value::array({Value(std::int64_t{3}), Value(std::int64_t{1}), Value(std::int64_t{2})});
    if (name == "map") return hash({{"k", Value(std::string_view("a"))}, {"n", Value(std::int64_t{1})}});
    if (name == "rows") {
      return Value::array({hash({{"k", Value(std::string_view("a"))}, {"n", Value(std::int64_t{1})}}),
                           hash({{"k", Value(std::string_view("b"))}, {"n", Value(std::int64_t{1})}}),
                           hash({{"n", Value(std::int64_t{2})}})});
    }
    return Value::nil();
  };
  return result;
}

constexpr const char* script = R"rb(
require "json"; require "jekyll"
Liquid::Template.error_mode = :warn
site = Jekyll::Site.allocate
site.instance_variable_set(:@config, {"url" => "https://example.org", "baseurl" => "/base"})
site.instance_variable_set(:@filter_cache, {})
data = {"list" => ["a", "B", "c c", "a"], "words" => ["x", "Y"], "numbers" => [3, 1, 2],
        "map" => {"k" => "a", "n" => 1},
        "rows" => [{"k" => "a", "n" => 1}, {"k" => "b", "n" => 1}, {"n" => 2}]}
out = JSON.parse(File.read(ARGV[0])).map do |text|
  begin
    site.instance_variable_set(:@filter_cache, {})
    Liquid::Template.parse(text).render!(Marshal.load(Marshal.dump(data)), :registers => {:site => site})
  rescue StandardError, SystemStackError => e
    {"error" => e.message}
  end
end
puts JSON.generate(out)
)rb";

TEST(LiquidRuby, SaysTheSameOrThatItDoesNotKnow) {
  if (!ruby_has("jekyll")) GTEST_SKIP() << "no Ruby with Jekyll";
  // The same templates on every run, so that a failure is the fault of a change; other seeds are for
  // exploring.
  const unsigned seed = setting("LIQUID_SEED", 1);
  const unsigned cases = setting("LIQUID_CASES", 1'500);
  Generator generator(seed);
  nlohmann::json texts = nlohmann::json::array();
  for (unsigned i = 0; i < cases; ++i) texts.push_back(generator.document());
  const TemporaryFolder folder;
  const auto input = folder.write("texts.json", texts.dump());
  const auto program = folder.write("render.rb", script);
  const std::string answer = output_of("ruby " + program.string() + " " + input.string() + " 2>/dev/null");
  const nlohmann::json theirs = nlohmann::json::parse(answer, nullptr, false);
  ASSERT_TRUE(theirs.is_array()) << answer.substr(0, 300);
  unsigned known = 0;
  unsigned wrong = 0;
  for (unsigned i = 0; i < cases && wrong < 10; ++i) {
    const std::string text = texts[i];
    const syntax::liquid::Markup liquid = syntax::liquid::parse_markup(text);
    const auto ours = liquid::render(liquid::source_of(text, liquid), 0, environment());
    bool sure = ours.complete;
    for (const auto& segment : ours.map.segments)
      sure = sure && !segment.maybe && segment.kind != syntax::SourceSegment::Kind::unknown;
    // A build that stops shows nothing: whatever we make of the text is right.
    if (!sure || !theirs[i].is_string()) continue;
    ++known;
    if (ours.text != theirs[i].get<std::string>()) {
      ++wrong;
      ADD_FAILURE() << "LIQUID_SEED=" << seed << "\n"
                    << text << "\nours:   " << nlohmann::json(ours.text) << "\ntheirs: " << theirs[i];
    }
  }
  EXPECT_GT(known, cases / 5) << "LIQUID_SEED=" << seed;
  RecordProperty("seed", std::to_string(seed));
  std::cout << "LIQUID_SEED=" << seed << ": " << known << " of " << cases << " known\n";
}

}  // namespace
