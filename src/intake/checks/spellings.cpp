// One unit, many spellings: said once a group, with its counts. Nothing is repaired.
#include "intake/checks/desk.h"
#include "intake/unit_names.h"

namespace tiendo::intake::checks {
namespace {

std::string with_count(const UnitSpelling& spelling) {
  return quoted(spelling.text) + " (" + std::to_string(spelling.count) + ")";
}

const char* key_of(UnitDoubt::Kind kind) {
  constexpr const char* keys[] = {"unit_spellings", "unit_typing_error", "unit_maybe_same"};
  return keys[static_cast<int>(kind)];
}

}  // namespace

void check_spellings(const Desk& desk, Problems& problems) {
  for (const auto& doubt : doubtful_units(desk.intake, desk.known)) {
    const auto& rarest = doubt.spellings.front();
    const auto where =
        rarest.in_proposal ? proposal_place(desk.intake, rarest.row, rarest.field) : task_place(desk.intake, rarest.row, rarest.field);
    std::vector<std::string> arguments;
    if (doubt.kind == UnitDoubt::Kind::several_spellings) {
      std::vector<std::string> all;
      for (auto spelling = doubt.spellings.rbegin(); spelling != doubt.spellings.rend(); ++spelling) all.push_back(with_count(*spelling));
      arguments = {listed(all)};
    } else {
      arguments = {with_count(doubt.spellings[0]), with_count(doubt.spellings[1])};
    }
    problems.push_back({key_of(doubt.kind), Severity::warning, where, std::move(arguments)});
  }
}

}  // namespace tiendo::intake::checks
