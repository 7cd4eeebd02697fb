#include "domain/account.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace tiendo::domain {
namespace {

using namespace std::chrono_literals;

Instant noon() {
  return Instant{std::chrono::sys_days{std::chrono::year{2026} / 7 / 1} + 5h};
}

std::string key_of_password(const AccountRules& rules, std::string_view password, bool has_second_factor = false) {
  try {
    check_password(rules, password, "vanthu", has_second_factor);
    return "";
  } catch (const Error& error) {
    return error.key();
  }
}

// The values of R61, one by one.
TEST(AccountRules, AreTheStrictestFoundUnlessTheAgencySaysOtherwise) {
  const AccountRules rules;
  EXPECT_EQ(rules.shortest_password, 8);
  EXPECT_EQ(rules.shortest_password_alone, 14);
  EXPECT_EQ(rules.password_kinds, 4);
  EXPECT_EQ(rules.passwords_remembered, 10);
  EXPECT_EQ(rules.administrator_password_days, 60);
  EXPECT_EQ(rules.most_failures, 5);
  EXPECT_EQ(rules.lock_hours, 12);
  EXPECT_EQ(rules.idle_of(Role::officer), 15min);
  EXPECT_EQ(rules.idle_of(Role::administrator), 5min);
  EXPECT_EQ(rules.unused_days, 45);
  EXPECT_TRUE(rules.wants_second_factor(Role::administrator));
  EXPECT_FALSE(rules.wants_second_factor(Role::office));
  EXPECT_NO_THROW(check_bounds(rules));
}

TEST(AccountRules, StayWithinTheirBounds) {
  for (const auto& rule : AccountRules::table()) {
    for (const int value : {rule.least - 1, rule.most + 1}) {
      AccountRules rules;
      rules.*rule.value = value;
      EXPECT_THROW(check_bounds(rules), Error) << rule.name << ' ' << value;
    }
  }
}

TEST(Password, IsLongerWhereNothingStandsBesideIt) {
  EXPECT_EQ(key_of_password({}, "Đúng8chữ!", true), "");
  EXPECT_EQ(key_of_password({}, "Đúng8chữ!"), "password_short");
  EXPECT_EQ(key_of_password({}, "Mười bốn chữ 14"), "");
  EXPECT_EQ(key_of_password({}, std::string(1025, 'a') + "A1!"), "password_long");
}

TEST(Password, HoldsFourKindsOfSigns) {
  EXPECT_EQ(key_of_password({}, "Chỉ có chữ và dấu cách"), "password_kinds");
  EXPECT_EQ(key_of_password({.password_kinds = 3}, "Chỉ có chữ và dấu cách"), "");
  EXPECT_EQ(key_of_password({}, "KHÔNG CÓ CHỮ THƯỜNG 1"), "password_kinds");
  EXPECT_EQ(key_of_password({}, "Đường12345678Đẹp"), "password_kinds");
}

TEST(Password, IsNotMadeOfTheName) {
  EXPECT_EQ(key_of_password({}, "Vanthu-2026-Vanthu"), "password_is_name");
}

Account an_account() {
  Account account;
  account.role = Role::officer;
  account.created_at = noon();
  account.opened_at = noon();
  account.password_changed_at = noon();
  return account;
}

TEST(AccountState, IsUnusedAfterFortyFiveDaysWithoutASignInAlsoWhereThereNeverWasOne) {
  auto account = an_account();
  EXPECT_EQ(state_of(account, {}, noon() + std::chrono::days(45)), AccountState::open);
  EXPECT_EQ(state_of(account, {}, noon() + std::chrono::days(46)), AccountState::unused);
  account.signed_in_at = noon() + std::chrono::days(40);
  EXPECT_EQ(state_of(account, {}, noon() + std::chrono::days(85)), AccountState::open);
  EXPECT_EQ(state_of(account, {}, noon() + std::chrono::days(86)), AccountState::unused);
  account.opened_at = noon() + std::chrono::days(86);
  EXPECT_EQ(state_of(account, {}, noon() + std::chrono::days(86)), AccountState::open) << "opened again";
}

TEST(AccountState, SaysTheStrongestReason) {
  auto account = an_account();
  account.opened_at.reset();
  EXPECT_EQ(state_of(account, {}, noon()), AccountState::invited);
  account.locked_until = noon() + 1h;
  EXPECT_EQ(state_of(account, {}, noon()), AccountState::locked);
  EXPECT_EQ(state_of(account, {}, noon() + 1h), AccountState::invited);
  account.disabled_at = noon();
  EXPECT_EQ(state_of(account, {}, noon()), AccountState::disabled);
}

TEST(Pending, AsksAnAdministratorForANewPasswordEveryTwoMonthsAndForASecondFactor) {
  auto account = an_account();
  EXPECT_EQ(pending_of(account, {}, noon() + std::chrono::days(300)), Pending::nothing);
  account.role = Role::administrator;
  EXPECT_EQ(pending_of(account, {}, noon()), Pending::second_factor);
  account.has_second_factor = true;
  EXPECT_EQ(pending_of(account, {}, noon() + std::chrono::days(60)), Pending::nothing);
  EXPECT_EQ(pending_of(account, {}, noon() + std::chrono::days(61)), Pending::password);
}

TEST(Pending, AsksWhoHasAFirstPasswordForAnother) {
  auto account = an_account();
  account.must_change_password = true;
  EXPECT_EQ(pending_of(account, {}, noon()), Pending::password);
}

}  // namespace
}  // namespace tiendo::domain
