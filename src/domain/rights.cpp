#include "domain/rights.h"

#include <algorithm>

namespace tiendo::domain {
namespace {

using enum Role;
using enum Right;

struct Granted {
  Right right;
  std::array<bool, 6> to;  // office, unit_head, leader, officer, auditor, administrator
};

constexpr bool yes = true, no = false;

// What does not stand here is refused.
constexpr std::array table{
    Granted{own_session, {yes, yes, yes, yes, yes, yes}}, Granted{read_programmes, {yes, yes, yes, yes, yes, no}},
    Granted{read_drafts, {yes, no, no, no, yes, no}},     Granted{edit_programmes, {yes, no, no, no, no, no}},
    Granted{work_on_tasks, {yes, yes, yes, yes, no, no}}, Granted{propose, {yes, yes, no, no, no, no}},
    Granted{decide, {no, no, yes, no, no, no}},           Granted{manage_accounts, {no, no, no, no, no, yes}},
    Granted{read_log, {no, no, no, no, yes, yes}},
};

constexpr std::array role_names{"office", "unit_head", "leader", "officer", "auditor", "administrator"};
constexpr std::array right_names{"own_session", "read_programmes", "read_drafts",     "edit_programmes", "work_on_tasks",
                                 "propose",     "decide",          "manage_accounts", "read_log"};

}  // namespace

bool may(Role role, Right right) {
  const auto found = std::ranges::find(table, right, &Granted::right);
  return found != table.end() && found->to[static_cast<std::size_t>(role)];
}

const char* name_of(Role role) {
  return role_names[static_cast<std::size_t>(role)];
}

const char* name_of(Right right) {
  return right_names[static_cast<std::size_t>(right)];
}

std::optional<Role> find_role(std::string_view name) {
  const auto found = std::ranges::find(role_names, name, [](const char* known) { return std::string_view(known); });
  if (found == role_names.end()) return std::nullopt;
  return static_cast<Role>(found - role_names.begin());
}

}  // namespace tiendo::domain
