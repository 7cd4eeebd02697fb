// How an agency keeps its accounts (R61, R62): each value is a setting of the agency. The defaults are the strictest values found;
// where QCVN 12:2026/BCA (3.6, 3.7) says the value, the table names it, and the other values are advice of TCVN 14423:2026.
#pragma once

#include <string_view>

#include "base/date.h"
#include "domain/rights.h"
#include "domain/rule.h"

namespace tiendo::domain {

struct AccountRules {
  int shortest_password = 8;             // code points, for who signs in with a second factor
  int shortest_password_alone = 14;      // code points, for who does not
  int password_kinds = 4;                // of small letters, capitals, digits, other signs
  int passwords_remembered = 10;         // none of these comes back
  int administrator_password_days = 60;  // two months, then an administrator chooses another
  int most_failures = 5;                 // wrong passwords or codes in a row
  int lock_hours = 12;
  int idle_minutes = 15;
  int administrator_idle_minutes = 5;
  int session_hours = 12;  // however busy
  int unused_days = 45;    // an account that nobody used so long is suspended
  int invitation_hours = 72;
  int administrator_second_factor = 1;  // 1: an administrator works only with a second factor
  int everybody_second_factor = 0;      // 1: everybody does, as QCVN 12 asks where the page is reached from the Internet
  int version = 1;

  std::chrono::minutes idle_of(Role role) const {
    return std::chrono::minutes(role == Role::administrator ? administrator_idle_minutes : idle_minutes);
  }
  bool wants_second_factor(Role role) const {
    return everybody_second_factor == 1 || (role == Role::administrator && administrator_second_factor == 1);
  }
  static std::span<const Rule<AccountRules>> table();
  bool operator==(const AccountRules&) const = default;
};

// Throws invalid "password_short", "password_kinds", "password_long", "password_is_name".
void check_password(const AccountRules& rules, std::string_view password, std::string_view name, bool has_second_factor);

}  // namespace tiendo::domain
