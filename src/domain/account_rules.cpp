#include "domain/account_rules.h"

#include <array>
#include <string>

#include "base/error.h"
#include "base/password.h"
#include "base/text.h"

namespace tiendo::domain {
namespace {

constexpr const char* qcvn = "QCVN 12:2026/BCA, 3.6–3.7";

constexpr std::array table{
    AccountRule{"shortest_password", &AccountRules::shortest_password, 8, 128, qcvn},
    AccountRule{"shortest_password_alone", &AccountRules::shortest_password_alone, 8, 128, ""},
    AccountRule{"password_kinds", &AccountRules::password_kinds, 1, 4, qcvn},
    AccountRule{"passwords_remembered", &AccountRules::passwords_remembered, 0, 24, qcvn},
    AccountRule{"administrator_password_days", &AccountRules::administrator_password_days, 1, 3'650, qcvn},
    AccountRule{"most_failures", &AccountRules::most_failures, 3, 10, qcvn},
    AccountRule{"lock_hours", &AccountRules::lock_hours, 1, 720, qcvn},
    AccountRule{"idle_minutes", &AccountRules::idle_minutes, 1, 480, qcvn},
    AccountRule{"administrator_idle_minutes", &AccountRules::administrator_idle_minutes, 1, 480, ""},
    AccountRule{"session_hours", &AccountRules::session_hours, 1, 24, ""},
    AccountRule{"unused_days", &AccountRules::unused_days, 1, 3'650, qcvn},
    AccountRule{"invitation_hours", &AccountRules::invitation_hours, 1, 720, ""},
    AccountRule{"administrator_second_factor", &AccountRules::administrator_second_factor, 0, 1, qcvn},
    AccountRule{"everybody_second_factor", &AccountRules::everybody_second_factor, 0, 1, qcvn},
};

}  // namespace

std::span<const AccountRule> account_rules() {
  return table;
}

void check(const AccountRules& rules) {
  for (const AccountRule& rule : table) {
    const int value = rules.*rule.value;
    if (value < rule.least || value > rule.most)
      throw Error(ErrorCode::invalid, "rule_out_of_range", {rule.name, std::to_string(rule.least), std::to_string(rule.most)});
  }
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
