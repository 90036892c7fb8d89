#include <algorithm>
#include <array>
#include <cstdio>

#include "server/cli/printable.h"
#include "server/cli/report.h"
#include "server/text/unicode.h"
#include "server/text/utf8.h"

namespace cli {
namespace {

// Escape sequences of ECMA-48, or nothing at all.
class Paint {
 public:
  explicit Paint(bool on) : on_(on) {}
  [[nodiscard]] std::string operator()(std::string_view sequence, std::string_view text) const {
    if (!on_ || text.empty()) return std::string(text);
    return "\033[" + std::string(sequence) + "m" + std::string(text) + "\033[0m";
  }

 private:
  bool on_;
};

constexpr std::string_view bold = "1";
constexpr std::string_view dim = "2";

std::string_view severity_color(features::Severity severity) {
  switch (severity) {
    case features::Severity::error:
      return "1;31";
    case features::Severity::warning:
      return "1;33";
    case features::Severity::info:
      return "1;36";
    case features::Severity::hint:
      return "2";
  }
  return "0";
}

int width_of(std::string_view shown) {
  int width = 0;
  for (std::size_t at = 0; at < shown.size();) {
    const text::CodePoint c = text::code_point_at(shown, at);
    width += text::column_width(c.value);
    at += c.size;
  }
  return width;
}

// The part of `shown` between two columns. A wide letter that a border cuts is left out.
std::string cut(std::string_view shown, int begin, int end) {
  std::string part;
  int column = 0;
  for (std::size_t at = 0; at < shown.size();) {
    const text::CodePoint c = text::code_point_at(shown, at);
    const int next = column + text::column_width(c.value);
    if (column >= begin && next <= end) part += shown.substr(at, c.size);
    // A wide letter half outside leaves its other half as a blank: what follows keeps its column.
    if (column < begin && next > begin) part.append(static_cast<std::size_t>(next - begin), ' ');
    column = next;
    at += c.size;
  }
  return part;
}

struct Excerpt {
  std::string line;
  std::string carets;
};

// The source line and the carets below it, both at most `room` columns wide.
Excerpt excerpt(const FoundProblem& found, int room) {
  const std::string_view source = found.source_line;
  const std::string shown = printable(source);
  // Tabs depend on what stands before them: widths are those of whole prefixes.
  int begin = width_of(printable(source.substr(0, found.in_line.begin)));
  int end = width_of(printable(source.substr(0, found.in_line.end)));
  end = std::max(end, begin + 1);  // an empty range is a place: one caret

  const int total = width_of(shown);
  const bool whole = total <= room && !found.cut_before && !found.cut_after;
  // Too long: a window with the range in its middle, or from the range's start if that is too long as well.
  const int inside = whole ? total : room - 2;  // "…" on both sides
  int from = begin - std::max(0, inside - (end - begin)) / 2;
  from = whole ? 0 : std::clamp(from, 0, std::max(0, total - inside));
  const int to = from + inside;
  const bool left = found.cut_before || from > 0;
  const bool right = found.cut_after || to < total;

  Excerpt result;
  result.line = (left ? "…" : "") + cut(shown, from, to) + (right ? "…" : "");
  const int margin = left ? 1 : 0;
  end = whole ? end : std::min(end, to);
  result.carets.assign(static_cast<std::size_t>(begin - from + margin), ' ');
  result.carets.append(static_cast<std::size_t>(std::max(1, end - begin)), '^');
  return result;
}

std::string place(std::size_t line, std::size_t column) {
  return std::to_string(line) + ":" + std::to_string(column);
}

void append_problem(std::string& report, const FoundProblem& found, const Paint& paint, std::size_t width) {
  const features::Problem& problem = found.problem;
  const std::string_view color = severity_color(problem.severity);
  const std::string number = std::to_string(found.span.line);
  const std::string margin(4 + number.size(), ' ');

  report += "  " + paint(dim, place(found.span.line, found.span.column)) + " " +
            paint(color, severity_name(problem.severity)) + " " +
            paint(color, "[" + std::string(problem.code.text()) + "]") + " " + printable(problem.message) +
            "\n";
  const int room = static_cast<int>(width) - static_cast<int>(margin.size()) - 3;
  const Excerpt shown = excerpt(found, std::max(room, 20));
  report += "    " + paint(dim, number + " |") + " " + shown.line + "\n";
  report += margin + paint(dim, " |") + " ";
  const std::size_t blanks = shown.carets.find('^');
  report += shown.carets.substr(0, blanks) + paint(color, shown.carets.substr(blanks)) + "\n";
  for (std::size_t i = 0; i < problem.related.size(); ++i) {
    const features::Related& related = problem.related[i];
    report += margin + paint(dim, " = ") + related.place.path + ":" +
              place(found.related[i].line, found.related[i].column) + ": " + printable(related.message) +
              "\n";
  }
}

std::string counted(std::size_t count, std::string_view one) {
  return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

std::string summary(const CheckResult& result, const TextStyle& style, const Paint& paint) {
  constexpr std::array all = {features::Severity::error, features::Severity::warning,
                              features::Severity::info, features::Severity::hint};
  std::string line = counted(result.files, "file") + " checked, ";
  if (result.problems.empty()) {
    line += paint("1;32", "no problems");
  } else {
    line += counted(result.problems.size(), "problem") + ": ";
    std::string_view separator;
    for (const features::Severity severity : all) {
      if (result.count(severity) == 0) continue;
      line += std::string(separator) +
              paint(severity_color(severity), counted(result.count(severity), severity_name(severity)));
      separator = ", ";
    }
  }
  if (style.seconds) {
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), " (%.2f s)", *style.seconds);
    line += buffer.data();
  }
  return line + "\n";
}

}  // namespace

std::string report_text(const CheckResult& result, const TextStyle& style) {
  const Paint paint(style.color);
  std::string report;
  std::string_view path;
  for (const FoundProblem& found : result.problems) {
    if (found.path != path) {
      if (!report.empty()) report += "\n";
      path = found.path;
      report += paint(bold, printable(path)) + "\n";
    }
    append_problem(report, found, paint, style.width);
  }
  if (!report.empty()) report += "\n";
  return report + summary(result, style, paint);
}

}  // namespace cli
