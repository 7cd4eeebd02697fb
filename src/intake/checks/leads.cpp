// Exactly one unit leads (R07), and its name is whole.
#include <algorithm>

#include "domain/parties.h"
#include "domain/tokens.h"
#include "intake/checks/desk.h"

namespace tiendo::intake::checks {
namespace {

// "Phòng" or "Trung tâm" alone: the rest of the name went astray.
bool is_cut_off(std::string_view name) {
  static const domain::PhraseSet kinds{"phòng", "trung tâm", "chi cục", "ban", "trường", "viện", "ubnd", "công ty"};
  const auto in = domain::tokens(name);
  return !in.empty() && kinds.length_at(in, 0) == in.size();
}

void check_names(const Desk& desk, std::size_t row, Field field, Problems& problems) {
  for (const auto& party : domain::parties(desk.intake.tasks[row][field].text)) {
    if (is_cut_off(party.name))
      problems.push_back(
          {"unit_name_cut_off", Severity::warning, task_place(desk.intake, row, domain::name_of(field)), {quoted(party.name)}});
  }
}

}  // namespace

void check_leads(const Desk& desk, Problems& problems) {
  for (std::size_t row = 0; row < desk.intake.tasks.size(); ++row) {
    std::vector<std::string> named, marked, groups;
    for (const auto& party : domain::parties(desk.intake.tasks[row][Field::lead].text)) {
      if (party.role == domain::Party::Role::coordinating) continue;
      (party.is_open_group ? groups : named).push_back(quoted(party.name));
      if (!party.is_open_group && party.role == domain::Party::Role::lead) marked.push_back(quoted(party.name));
    }
    const auto where = task_place(desk.intake, row, "lead");
    if (named.size() > 1 && marked.size() == 1)
      problems.push_back({"two_leads_one_marked", Severity::warning, where, {listed(named), marked[0]}});
    else if (named.size() > 1)
      problems.push_back({"two_leads", Severity::error, where, {listed(named)}});
    check_names(desk, row, Field::lead, problems);
    check_names(desk, row, Field::coordinating, problems);
    if (!groups.empty()) problems.push_back({"lead_is_open_group", Severity::warning, where, {listed(groups)}});
  }
}

}  // namespace tiendo::intake::checks
