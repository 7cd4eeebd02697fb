#include "intake/check.h"

#include <algorithm>
#include <tuple>

#include "intake/checks/desk.h"

namespace tiendo::intake {
namespace {

struct Named {
  const char* name;
  checks::Check check;
};

constexpr Named all_checks[] = {
    {"declared counts", checks::check_declared_counts},
    {"numbers", checks::check_numbers},
    {"missing cells", checks::check_missing_cells},
    {"deadlines", checks::check_deadlines},
    {"leads", checks::check_leads},
    {"spellings", checks::check_spellings},
    {"repeats", checks::check_repeats},
    {"quantities", checks::check_quantities},
    {"citations", checks::check_citations},
    {"evidence", checks::check_evidence},
    {"abolished levels", checks::check_abolished_levels},
    {"secret marks", checks::check_secret_marks},
    {"proposals", checks::check_proposals},
    {"totals of proposals", checks::check_proposal_totals},
};

}  // namespace

std::vector<domain::Problem> check(const Intake& intake, const Register& known) {
  const checks::Desk desk{intake, known, checks::programme_year(intake)};
  std::vector<domain::Problem> problems;
  for (const auto& [name, check] : all_checks) check(desk, problems);
  std::ranges::stable_sort(problems, {}, [](const domain::Problem& problem) { return std::tuple(problem.where.kind, problem.where.row); });
  return problems;
}

}  // namespace tiendo::intake
