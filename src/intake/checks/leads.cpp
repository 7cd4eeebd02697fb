// Exactly one unit leads (R07).
#include <algorithm>

#include "domain/parties.h"
#include "intake/checks/desk.h"

namespace tiendo::intake::checks {

void check_leads(const Desk& desk, Problems& problems) {
  for (std::size_t row = 0; row < desk.intake.tasks.size(); ++row) {
    std::vector<std::string> named, marked, groups;
    for (const auto& party : domain::parties(desk.intake.tasks[row][Field::lead].text)) {
      if (party.role == domain::Party::Role::coordinating) continue;
      (party.is_open_group ? groups : named).push_back(quoted(party.name));
      if (!party.is_open_group && party.role == domain::Party::Role::lead) marked.push_back(quoted(party.name));
    }
    const auto where = task_place(desk.intake, row, "lead");
    if (named.size() > 1 && marked.size() == 1) problems.push_back({"two_leads_one_marked", Severity::warning, where, {listed(named), marked[0]}});
    else if (named.size() > 1) problems.push_back({"two_leads", Severity::error, where, {listed(named)}});
    if (!groups.empty()) problems.push_back({"lead_is_open_group", Severity::warning, where, {listed(groups)}});
  }
}

}  // namespace tiendo::intake::checks
