#include "server/syntax/yaml/write.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <utility>
#include <variant>
#include <yaml-cpp/emitter.h>
#include <yaml-cpp/emittermanip.h>

#include "server/syntax/timestamp.h"
#include "server/syntax/yaml/parse.h"
#include "server/text/utf8.h"

namespace syntax::yaml {
namespace {

using text::CodePoint;

bool is_noncharacter(char32_t value) {
  return (value & 0xFFFEU) == 0xFFFEU || (value >= 0xFDD0 && value <= 0xFDEF);
}

// Only an escape in double quotes holds it, or shows it: control characters, line ends of every kind, which
// YAML folds.
bool needs_escape(CodePoint point) {
  const char32_t value = point.value;
  return (value < 0x20 && value != '\t') || (value >= 0x7F && value < 0xA0) || value == 0x2028 ||
         value == 0x2029 || value == 0xFEFF || is_noncharacter(value);
}

// Bytes that are no UTF-8 count as well: only double_quoted_content keeps them.
bool needs_escapes(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = text::code_point_at(text, at);
    if (!point.valid || needs_escape(point)) return true;
    at += point.size;
  }
  return false;
}

// A fraction with an underscore, as `1.10_`: SafeYAML lets Ruby's Float() fail for most of them, and Jekyll
// with it.
bool looks_like_fraction(std::string_view text) {
  return std::string_view("+-.0123456789").find(text.front()) != std::string_view::npos &&
         text.find_first_not_of("+-.0123456789_,:eE") == std::string_view::npos &&
         text.find('.') != std::string_view::npos && text.find('_') != std::string_view::npos;
}

// Does YAML read it without quotes as this very text? SafeYAML and libyaml are asked. For other readers' sake
// (Ruby's symbols, the value key of YAML 1.1) some more texts get quotes; so do those that only look like
// syntax to people.
bool reads_plain(std::string_view text, bool flow) {
  if (text.empty() || text == "<<" || std::string_view(":=~").find(text.front()) != std::string_view::npos)
    return false;
  if (flow && (text.front() == '-' || text.front() == '?')) return false;
  if (text.starts_with("---") || text.starts_with("...") || text.ends_with(':')) return false;
  if (looks_like_fraction(text)) return false;
  if (text.find('\t') != std::string_view::npos || needs_escapes(text)) return false;
  const Scalar scalar = resolve_plain_scalar(text);
  const auto* string = std::get_if<std::string>(&scalar);
  if (string == nullptr || *string != text) return false;
  const Tree tree = parse((flow ? "{k: " : "k: ") + std::string(text) + (flow ? "}" : ""));
  if (!tree.valid || tree.root.kind != Node::Kind::mapping || tree.root.entries.size() != 1) return false;
  const Node& value = tree.root.entries.front().value;
  return value.kind == Node::Kind::scalar && value.style == Node::Style::plain && value.value == text;
}

// Without the quotes around it.
std::string quoted_content(std::string_view text, YAML::EMITTER_MANIP quotes) {
  YAML::Emitter out;
  out << quotes << std::string(text);
  return std::string(out.c_str(), out.size()).substr(1, out.size() - 2);
}

// What the Emitter's double quotes would show otherwise than we want, or lose: a blank that does not break
// would become `\xa0`, DEL and Unicode's line ends would stay, noncharacters would become U+FFFD, and so would
// bytes that are no UTF-8: what somebody wrote is not to be lost. "" for all others.
std::string own_spelling(CodePoint point) {
  if (!point.valid) return std::string(1, static_cast<char>(point.value));
  if (point.value == 0xA0) return "\xC2\xA0";
  if (point.value == 0x7F) return "\\x7F";
  if (point.value == 0x2028) return "\\L";
  if (point.value == 0x2029) return "\\P";
  if (!is_noncharacter(point.value)) return {};
  std::array<char, 16> escape{};
  std::snprintf(escape.data(), escape.size(), "\\U%08X", static_cast<unsigned>(point.value));
  return escape.data();
}

std::string double_quoted_content(std::string_view text) {
  std::string content;
  std::size_t written = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = text::code_point_at(text, at);
    if (const std::string own = own_spelling(point); !own.empty()) {
      content += quoted_content(text.substr(written, at - written), YAML::DoubleQuoted) + own;
      written = at + point.size;
    }
    at += point.size;
  }
  return content + quoted_content(text.substr(written), YAML::DoubleQuoted);
}

std::string in_single_quotes(std::string_view text) {
  return "'" + quoted_content(text, YAML::SingleQuoted) + "'";
}

std::string in_double_quotes(std::string_view text) {
  return "\"" + double_quoted_content(text) + "\"";
}

std::string write_number(double number) {
  if (std::isnan(number)) return ".nan";
  if (std::isinf(number)) return number < 0 ? "-.inf" : ".inf";
  return to_ruby_string(number);
}

std::string write_timestamp(const Timestamp& moment) {
  std::string text = to_string(moment);
  const std::size_t zone = text.size() - std::string_view(" +0000").size();
  if (!moment.has_zone) text.resize(zone);
  if (moment.nanoseconds == 0) return text;
  std::array<char, 16> fraction{};
  std::snprintf(fraction.data(), fraction.size(), ".%09u", static_cast<unsigned>(moment.nanoseconds));
  return text.insert(zone, fraction.data());
}

// The Emitter begins a list in a list on a line of its own; people write `- - a`. No other line holds single
// hyphens alone: as a text such a hyphen has quotes.
std::string join_hyphens(std::string_view lines) {
  std::string joined;
  bool only_hyphens = true;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (lines[at] != '\n') {
      only_hyphens = only_hyphens && (lines[at] == ' ' || (lines[at] == '-' && !joined.ends_with('-')));
      joined += lines[at];
    } else if (only_hyphens && joined.ends_with('-')) {
      joined += ' ';
      at = lines.find_first_not_of(' ', at + 1) - 1;
    } else {
      joined += '\n';
      only_hyphens = true;
    }
  }
  return joined;
}

// One tree through one Emitter. Values nest as deep as parse() lets them.
class Writer {
 public:
  Writer(WriteStyle style, bool one_line, Booleans booleans) : style_(style), one_line_(one_line) {
    out_.SetNullFormat(YAML::LowerNull);
    out_.SetBoolFormat(booleans == Booleans::on_off ? YAML::OnOffBool : YAML::TrueFalseBool);
  }

  void write(const Value& value) {
    if (const List* list = value.list()) {
      write_list(*list);
    } else if (const Mapping* members = value.mapping()) {
      write_mapping(*members);
    } else {
      write_scalar(*value.scalar());
    }
  }

  void write_mapping(const Mapping& members) {
    begin(members.empty());
    out_ << YAML::BeginMap;
    for (const Member& member : members) {
      as_it_is(member.string_key ? text(member.key) : member.key);
      write(member.value);
    }
    out_ << YAML::EndMap;
    end();
  }

  // The Emitter throws nothing, and what is asked of it here it can do.
  [[nodiscard]] std::string take() const { return {out_.c_str(), out_.size()}; }

 private:
  void write_list(const List& items) {
    begin(items.empty());
    out_ << YAML::BeginSeq;
    for (const Value& item : items) write(item);
    out_ << YAML::EndSeq;
    end();
  }

  // An empty collection stands behind its key, in brackets.
  void begin(bool empty) {
    if (one_line_ || empty) out_ << YAML::Flow;
    ++depth_;
  }
  void end() { --depth_; }

  void write_scalar(const Scalar& scalar) {
    struct Write {
      Writer& writer;
      void operator()(Null) const { writer.out_ << YAML::Null; }
      void operator()(bool flag) const { writer.out_ << flag; }
      void operator()(std::int64_t number) const { writer.as_it_is(std::to_string(number)); }
      void operator()(double number) const { writer.as_it_is(write_number(number)); }
      void operator()(const Date& day) const { writer.as_it_is(to_string(day)); }
      void operator()(const Timestamp& moment) const { writer.as_it_is(write_timestamp(moment)); }
      void operator()(const std::string& string) const { writer.as_it_is(writer.text(string)); }
    };
    std::visit(Write{*this}, scalar);
  }

  [[nodiscard]] std::string text(std::string_view text) const {
    return write_text(text, {style_.flow || (one_line_ && depth_ > 0), style_.quotes});
  }

  // A scalar in its final form. As a text the Emitter would quote it by rules of its own, which are those of
  // YAML 1.2: `no` without, `[what?]` with quotes. It writes numbers as they come.
  void as_it_is(std::string_view scalar) { out_.WriteIntegralType(scalar); }

  YAML::Emitter out_;
  WriteStyle style_;
  bool one_line_;
  int depth_ = 0;
};

}  // namespace

Quotes quotes_of(std::string_view source) {
  if (source.size() < 2 || source.front() != source.back()) return Quotes::where_needed;
  if (source.front() == '\'') return Quotes::single_quoted;
  return source.front() == '"' ? Quotes::double_quoted : Quotes::where_needed;
}

std::string write_text(std::string_view text, WriteStyle style) {
  if (style.quotes == Quotes::where_needed && reads_plain(text, style.flow)) return std::string(text);
  if (style.quotes == Quotes::double_quoted || needs_escapes(text)) return in_double_quotes(text);
  const bool escapes = text.find_first_of("\"\\") != std::string_view::npos;
  const bool tab = text.find('\t') != std::string_view::npos;  // nobody would see it in single quotes
  const bool single = style.quotes == Quotes::single_quoted || (escapes && !tab);
  return single ? in_single_quotes(text) : in_double_quotes(text);
}

std::optional<std::string> write_inside_quotes(std::string_view text, char quote) {
  if (quote == '"') return double_quoted_content(text);
  if (needs_escapes(text)) return std::nullopt;
  return quoted_content(text, YAML::SingleQuoted);
}

std::string write_value(const Value& value, WriteStyle style) {
  Writer writer(style, true, Booleans::true_false);
  writer.write(value);
  return writer.take();
}

std::string write_list(const std::vector<std::string>& texts) {
  List items;
  items.reserve(texts.size());
  for (const std::string& text : texts) items.push_back({Scalar(text), {}});
  return write_value({std::move(items), {}});
}

std::string write_lines(const Mapping& members, Booleans booleans) {
  Writer writer({}, false, booleans);
  writer.write_mapping(members);
  return join_hyphens(writer.take());
}

}  // namespace syntax::yaml
