// Who may do what (R65): one table of roles and rights. Row by row, what is whose is decided where it is done (actions/standing.h).
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace tiendo::domain {

enum class Role {
  office,         // văn phòng: sees and edits all of the agency's programmes
  unit_head,      // trưởng đơn vị: proposes and answers for the unit
  leader,         // lãnh đạo: decides what lies in their field
  officer,        // chuyên viên: updates own work
  auditor,        // kiểm tra: reads
  administrator,  // quản trị: manages accounts, sees no business data
};
inline constexpr std::array all_roles{Role::office, Role::unit_head, Role::leader, Role::officer, Role::auditor, Role::administrator};

enum class Right {
  own_session,      // one's own account and sessions
  read_programmes,  // programmes, tasks, the register, figures
  read_drafts,      // what is being imported or drafted
  edit_programmes,  // imports, texts of tasks
  work_on_tasks,    // progress, evidence, extensions, confirmation: row by row
  propose,          // what a unit answers in a consultation: for its own unit
  decide,           // proposals, consent, what is submitted: in one's own field
  manage_accounts,  // accounts, roles, locks
  read_log,         // who did what
};
inline constexpr std::array all_rights{Right::own_session,     Right::read_programmes, Right::read_drafts,
                                       Right::edit_programmes, Right::work_on_tasks,   Right::propose,
                                       Right::decide,          Right::manage_accounts, Right::read_log};

bool may(Role role, Right right);

const char* name_of(Role role);  // "unit_head"
const char* name_of(Right right);
std::optional<Role> find_role(std::string_view name);

}  // namespace tiendo::domain
