#include "domain/account_rules.h"

#include <array>
#include <string>

#include "base/error.h"
#include "base/password.h"
#include "base/text.h"

namespace tiendo::domain {
namespace {

constexpr const char* qcvn = "QCVN 12:2026/BCA, 3.6–3.7";

constexpr std::array rules_of_accounts{
    Rule{"shortest_password", &AccountRules::shortest_password, 8, 128, qcvn},
    Rule{"shortest_password_alone", &AccountRules::shortest_password_alone, 8, 128, ""},
    Rule{"password_kinds", &AccountRules::password_kinds, 1, 4, qcvn},
    Rule{"passwords_remembered", &AccountRules::passwords_remembered, 0, 24, qcvn},
    Rule{"administrator_password_days", &AccountRules::administrator_password_days, 1, 3'650, qcvn},
    Rule{"most_failures", &AccountRules::most_failures, 3, 10, qcvn},
    Rule{"lock_hours", &AccountRules::lock_hours, 1, 720, qcvn},
    Rule{"idle_minutes", &AccountRules::idle_minutes, 1, 480, qcvn},
    Rule{"administrator_idle_minutes", &AccountRules::administrator_idle_minutes, 1, 480, ""},
    Rule{"session_hours", &AccountRules::session_hours, 1, 24, ""},
    Rule{"unused_days", &AccountRules::unused_days, 1, 3'650, qcvn},
    Rule{"invitation_hours", &AccountRules::invitation_hours, 1, 720, ""},
    Rule{"administrator_second_factor", &AccountRules::administrator_second_factor, 0, 1, qcvn},
    Rule{"everybody_second_factor", &AccountRules::everybody_second_factor, 0, 1, qcvn},
};

}  // namespace

std::span<const Rule<AccountRules>> AccountRules::table() {
  return rules_of_accounts;
}

void check_password(const AccountRules& rules, std::string_view password, std::string_view name, bool has_second_factor) {
  const int shortest = has_second_factor ? rules.shortest_password : rules.shortest_password_alone;
  if (code_points(password) < static_cast<std::size_t>(shortest))
    throw Error(ErrorCode::invalid, "password_short", {std::to_string(shortest)});
  if (password.size() > longest_password) throw Error(ErrorCode::invalid, "password_long");
  if (character_kinds(password) < rules.password_kinds)
    throw Error(ErrorCode::invalid, "password_kinds", {std::to_string(rules.password_kinds)});
  if (search_key(password).find(search_key(name)) != std::string::npos) throw Error(ErrorCode::invalid, "password_is_name");
}

}  // namespace tiendo::domain
