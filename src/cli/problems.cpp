#include "cli/problems.h"

#include <algorithm>
#include <ostream>

#include <boost/json.hpp>

namespace tiendo::cli {
namespace {

namespace json = boost::json;
using domain::Problem;
using domain::Severity;

std::string severity_word(Severity severity, Language language) {
  return sentence(language, std::string("notice.severity_") + domain::name_of(severity));
}

std::string line_of(const Problem& problem, Language language) {
  const auto message = sentence(language, "problem." + problem.key, problem.arguments);
  const auto place = problem.where.label.empty() ? "" : problem.where.label + ": ";
  // Many sentences begin with their place already.
  return message.starts_with(problem.where.label) ? message : place + message;
}

const char* name_of(domain::ProblemPlace::Kind kind) {
  constexpr const char* names[] = {"document", "section", "task", "proposal"};
  return names[static_cast<int>(kind)];
}

json::object json_of(const Problem& problem, Language language) {
  json::object where{{"kind", name_of(problem.where.kind)}};
  if (problem.where.row >= 0) where["row"] = problem.where.row;
  if (!problem.where.field.empty()) where["field"] = problem.where.field;
  if (!problem.where.section.empty()) where["section"] = problem.where.section;
  if (!problem.where.label.empty()) where["label"] = problem.where.label;
  return {{"key", problem.key},
          {"severity", domain::name_of(problem.severity)},
          {"where", std::move(where)},
          {"arguments", json::array(problem.arguments.begin(), problem.arguments.end())},
          {"message", sentence(language, "problem." + problem.key, problem.arguments)}};
}

}  // namespace

void print_problems(std::ostream& out, const std::vector<Problem>& problems, Language language) {
  std::vector<std::string> counts;
  for (const auto severity : {Severity::error, Severity::warning, Severity::info}) {
    const auto found = std::ranges::count(problems, severity, &Problem::severity);
    counts.push_back(std::to_string(found));
    if (found == 0) continue;
    out << severity_word(severity, language) << " (" << found << ")\n";
    for (const auto& problem : problems) {
      if (problem.severity == severity) out << "  " << line_of(problem, language) << '\n';
    }
  }
  out << sentence(language, "notice.check_counts", counts) << '\n';
}

void print_problems_json(std::ostream& out, const std::vector<Problem>& problems, Language language) {
  json::array list;
  for (const auto& problem : problems) list.push_back(json_of(problem, language));
  out << json::serialize(json::object{{"problems", std::move(list)}}) << '\n';
}

}  // namespace tiendo::cli
