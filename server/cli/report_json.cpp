#include <nlohmann/json.hpp>

#include "server/cli/report.h"

namespace cli {
namespace {

using nlohmann::ordered_json;

void set_unless_empty(ordered_json& object, const char* key, const std::string& value) {
  if (!value.empty()) object[key] = value;
}

ordered_json link_facts(const features::LinkFacts& link) {
  ordered_json data = {{"href", link.href}};
  set_unless_empty(data, "url", link.url);
  set_unless_empty(data, "target", link.target);
  set_unless_empty(data, "where", link.where);
  set_unless_empty(data, "attr", link.attribute);
  return data;
}

ordered_json problem_json(const FoundProblem& found) {
  ordered_json json = {
      {"path", found.path},
      {"line", found.span.line},
      {"column", found.span.column},
      {"end_line", found.span.end_line},
      {"end_column", found.span.end_column},
      {"severity", severity_name(found.problem.severity)},
      {"code", found.problem.code.text()},
      {"message", found.problem.message},
  };
  if (found.problem.link) json["data"] = link_facts(*found.problem.link);
  for (std::size_t i = 0; i < found.problem.related.size(); ++i) {
    const features::Related& related = found.problem.related[i];
    json["related"].push_back({{"path", related.place.path},
                               {"line", found.related[i].line},
                               {"column", found.related[i].column},
                               {"message", related.message}});
  }
  return json;
}

}  // namespace

std::string report_json(const CheckResult& result) {
  using enum features::Severity;
  ordered_json problems = ordered_json::array();
  for (const FoundProblem& found : result.problems) problems.push_back(problem_json(found));
  const ordered_json report = {
      {"problems", std::move(problems)},
      {"summary",
       {{"files", result.files},
        {"errors", result.count(error)},
        {"warnings", result.count(warning)},
        {"infos", result.count(info)},
        {"hints", result.count(hint)}}},
  };
  // Source texts may hold bytes that are not UTF-8; they become U+FFFD.
  return report.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace cli
