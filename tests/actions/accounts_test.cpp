#include <gtest/gtest.h>

#include "actions/add_agency.h"
#include "actions/add_user.h"
#include "actions/find_session.h"
#include "actions/keep_accounts.h"
#include "actions/own_keys.h"
#include "actions/own_password.h"
#include "actions/own_sessions.h"
#include "actions/second_factor.h"
#include "base/one_time_code.h"
#include "store/access_keys.h"
#include "store/database.h"
#include "store/key_of_error.h"
#include "store/office.h"

namespace tiendo::actions {
namespace {

using namespace std::chrono_literals;
using domain::AccountState;
using domain::Role;
using store::noon;

constexpr const char* good = "Một mật khẩu tốt 1!";
constexpr const char* better = "Một mật khẩu hay 2!";

class Accounts : public testing::Test {
 protected:
  store::Folder folder;
  store::Store store{folder / "tiendo.db"};
  domain::Agency agency = add_agency(store, "Sở Bình Minh", noon());
  domain::User administrator = add_user(store, agency.id, {"quantri", "Vũ Thị Quản", good, Role::administrator}, noon());
  domain::Actor actor{administrator.id, agency.id, "Vũ Thị Quản"};

  Invited invited(const std::string& name = "sen", Role role = Role::officer) {
    return invite_account(store, actor, name, {"Lê Thị Sen", role, {}, {}}, noon());
  }
  // Invited, with a password, not signed in.
  domain::Account open_one(Role role = Role::officer) {
    const auto made = invited("sen", role);
    redeem_invitation(store, "sen", made.code, good, noon());
    return account(made.account.id);
  }
  domain::Account account(domain::UserId user) { return store::account(store.read(), agency.id, user); }
  AccountState state(domain::UserId user, Instant now = noon()) {
    return state_of(account(user), store::account_rules(store.read(), agency.id), now);
  }
  std::vector<std::string> kinds(domain::UserId user) {
    std::vector<std::string> all;
    for (const auto& event : store.read().events_of(agency.id, "user", user.value())) all.push_back(event.kind);
    return all;
  }
  template <class Change>
  void change_rules(Change change) {
    auto rules = store::account_rules(store.read(), agency.id);
    change(rules);
    save_account_rules(store, actor, rules, noon());
  }
  std::string key_of_sign_in(std::string_view password, Instant now, std::string code = {}) {
    return key_of_error([&] { sign_in(store, SignInForm{"sen", std::string(password), std::move(code), {}}, now); });
  }
};

TEST_F(Accounts, BeginWithACodeThatSetsThePasswordOnce) {
  const auto made = invited();
  EXPECT_EQ(state(made.account.id), AccountState::invited);
  EXPECT_EQ(key_of_sign_in("", noon()), "sign_in_failed") << "there is no password yet";
  redeem_invitation(store, "SEN", " " + made.code, good, noon() + 1h);
  EXPECT_EQ(state(made.account.id, noon() + 1h), AccountState::open);
  EXPECT_EQ(key_of_sign_in(good, noon() + 1h), "");
  EXPECT_EQ(key_of_error([&] { redeem_invitation(store, "sen", made.code, better, noon() + 1h); }), "invitation_failed") << "once";
  EXPECT_EQ(kinds(made.account.id),
            (std::vector<std::string>{"user_added", "sign_in_failed", "invitation_taken", "signed_in", "sign_in_failed"}));
}

TEST_F(Accounts, AnswerAWrongAnOldAndAnUnknownInvitationAlike) {
  const auto made = invited();
  const auto key = [&](std::string_view name, std::string_view code, Instant now) {
    return key_of_error([&] { redeem_invitation(store, name, code, good, now); });
  };
  EXPECT_EQ(key("sen", "aaaa-bbbb-cccc-dddd", noon()), "invitation_failed");
  EXPECT_EQ(key("nobody", made.code, noon()), "invitation_failed");
  EXPECT_EQ(key("sen", made.code, noon() + 72h), "invitation_failed");
  EXPECT_EQ(key("sen", made.code, noon() + 71h), "");
}

TEST_F(Accounts, CountWrongInvitationCodesAsWrongPasswords) {
  const auto made = invited();
  for (int i = 0; i < 5; ++i) EXPECT_THROW(redeem_invitation(store, "sen", "aaaa-bbbb-cccc-dddd", good, noon()), Error);
  EXPECT_EQ(state(made.account.id), AccountState::locked);
  EXPECT_EQ(key_of_error([&] { redeem_invitation(store, "sen", made.code, good, noon()); }), "invitation_failed");
  unlock_account(store, actor, made.account.id, noon());
  EXPECT_EQ(key_of_error([&] { redeem_invitation(store, "sen", made.code, good, noon()); }), "");
}

TEST_F(Accounts, HoldAChosenPasswordToTheRulesOfTheAgency) {
  const auto made = invited();
  const auto key = [&](std::string_view password) {
    return key_of_error([&] { redeem_invitation(store, "sen", made.code, password, noon()); });
  };
  EXPECT_EQ(key("Ngắn 1!"), "password_short");
  EXPECT_EQ(key("không có chữ hoa 1!"), "password_kinds");
  change_rules([](auto& rules) { rules.password_kinds = 3; });
  EXPECT_EQ(key("không có chữ hoa 1!"), "") << "a wrong choice of password has not cost the code";
}

TEST_F(Accounts, TakeNoneOfTheLastPasswordsAgain) {
  change_rules([](auto& rules) { rules.passwords_remembered = 2; });
  open_one();
  const auto change = [&](const std::string& from, const std::string& to, Instant now) {
    const auto who = sign_in(store, "sen", from, now);
    return key_of_error([&] { change_own_password(store, who, from, to, now); });
  };
  const auto nth = [](int n) { return "Một mật khẩu số " + std::to_string(n) + "!"; };
  EXPECT_EQ(change(good, good, noon()), "password_known");
  EXPECT_EQ(change(good, nth(1), noon() + 1h), "");
  EXPECT_EQ(change(nth(1), nth(2), noon() + 2h), "");
  EXPECT_EQ(change(nth(2), good, noon() + 3h), "password_known");
  EXPECT_EQ(change(nth(2), nth(3), noon() + 4h), "");
  EXPECT_EQ(change(nth(3), good, noon() + 5h), "") << "two are remembered";
}

TEST_F(Accounts, ChangeTheOwnPasswordAndStaySignedInHereAlone) {
  open_one();
  const auto here = sign_in(store, SignInForm{"sen", good, {}, {"Firefox", "192.0.2.7"}}, noon());
  const auto elsewhere = sign_in(store, "sen", good, noon());
  EXPECT_EQ(key_of_error([&] { change_own_password(store, here, "sai", better, noon()); }), "password_wrong");
  change_own_password(store, here, good, better, noon());
  EXPECT_TRUE(find_session(store, here.token, noon()));
  EXPECT_FALSE(find_session(store, elsewhere.token, noon()));
  EXPECT_EQ(key_of_sign_in(good, noon()), "sign_in_failed");
  EXPECT_EQ(key_of_sign_in(better, noon()), "");
}

TEST_F(Accounts, AreLockedByWrongOldPasswordsToo) {
  const auto sen = open_one();
  const auto who = sign_in(store, "sen", good, noon());
  for (int i = 0; i < 5; ++i) EXPECT_THROW(change_own_password(store, who, "sai", better, noon()), Error);
  EXPECT_EQ(state(sen.id), AccountState::locked);
  EXPECT_EQ(key_of_error([&] { change_own_password(store, who, good, better, noon()); }), "account_locked");
}

TEST_F(Accounts, AreResetWithANewCodeAndWithoutTheOldPassword) {
  const auto sen = open_one();
  const auto who = sign_in(store, "sen", good, noon());
  const auto reset = reset_password(store, actor, sen.id, noon());
  EXPECT_FALSE(find_session(store, who.token, noon()));
  EXPECT_EQ(key_of_sign_in(good, noon()), "sign_in_failed");
  EXPECT_EQ(key_of_error([&] { redeem_invitation(store, "sen", reset.code, good, noon()); }), "password_known");
  redeem_invitation(store, "sen", reset.code, better, noon());
  EXPECT_EQ(key_of_sign_in(better, noon()), "");
}

TEST_F(Accounts, AreDisabledAtOnceAndEnabledAgain) {
  const auto sen = open_one();
  const auto who = sign_in(store, "sen", good, noon());
  disable_account(store, actor, sen.id, noon());
  EXPECT_FALSE(find_session(store, who.token, noon()));
  EXPECT_EQ(key_of_sign_in(good, noon()), "account_disabled");
  open_account(store, actor, sen.id, noon() + std::chrono::days(100));
  EXPECT_EQ(key_of_sign_in(good, noon() + std::chrono::days(100)), "") << "counts as used from now";
}

TEST_F(Accounts, AreOpenedAgainAfterFortyFiveUnusedDaysAndKeepTheDayOfTheLastSignIn) {
  const auto sen = open_one();
  sign_in(store, "sen", good, noon());
  const auto later = noon() + std::chrono::days(50);
  EXPECT_EQ(key_of_sign_in(good, later), "account_unused");
  EXPECT_EQ(open_account(store, actor, sen.id, later).signed_in_at, noon());
  EXPECT_EQ(key_of_sign_in(good, later), "");
}

TEST_F(Accounts, ChangeTheirRoleWithTheSessionsOfTheOldOne) {
  const auto sen = open_one();
  const auto who = sign_in(store, "sen", good, noon());
  const auto renamed = edit_account(store, actor, sen.id, sen.version, {"Lê Thị Sen Hồng", Role::officer, {}, {}}, noon());
  EXPECT_TRUE(find_session(store, who.token, noon()));
  EXPECT_EQ(key_of_error([&] { edit_account(store, actor, sen.id, sen.version, {"", Role::auditor, {}, {}}, noon()); }), "stale_version");
  edit_account(store, actor, sen.id, renamed.version, {"Lê Thị Sen Hồng", Role::auditor, {}, {}}, noon());
  EXPECT_FALSE(find_session(store, who.token, noon()));
  EXPECT_EQ(account(sen.id).role, Role::auditor);
  EXPECT_EQ(kinds(sen.id).back(), "role_changed");
}

TEST_F(Accounts, AreNotEditedIntoAUnitOrALeaderThatIsNone) {
  const auto key = [&](AccountForm form) { return key_of_error([&] { invite_account(store, actor, "sen", form, noon()); }); };
  EXPECT_EQ(key({"", Role::officer, domain::UnitId(1), {}}), "unit_unknown");
  EXPECT_EQ(key({"", Role::leader, {}, domain::PersonId(1)}), "leader_unknown");
  EXPECT_EQ(key({std::string(201, 'a'), Role::officer, {}, {}}), "bad_field");
}

TEST_F(Accounts, KeepTheirAdministratorFromTheOwnAccount) {
  const auto own = administrator.id;
  EXPECT_EQ(key_of_error([&] { disable_account(store, actor, own, noon()); }), "own_account");
  EXPECT_EQ(key_of_error([&] { edit_account(store, actor, own, 1, {"", Role::office, {}, {}}, noon()); }), "own_account");
  EXPECT_EQ(key_of_error([&] { remove_second_factor_of(store, actor, own, noon()); }), "own_account");
  EXPECT_EQ(key_of_error([&] { reset_password(store, actor, own, noon()); }), "own_account");
}

TEST_F(Accounts, OfAnotherAgencyAreNotFound) {
  const auto other = add_agency(store, "Sở Hoàng Hôn", noon());
  const auto stranger = add_user(store, other.id, {"la", "", good}, noon());
  EXPECT_EQ(key_of_error([&] { disable_account(store, actor, stranger.id, noon()); }), "account_not_found");
  EXPECT_EQ(key_of_error([&] { reset_password(store, actor, stranger.id, noon()); }), "account_not_found");
}

TEST_F(Accounts, FollowTheRulesThatTheAgencySet) {
  change_rules([](auto& rules) {
    rules.most_failures = 3;
    rules.lock_hours = 24;
    rules.idle_minutes = 30;
  });
  open_one();
  const auto who = sign_in(store, "sen", good, noon());
  EXPECT_TRUE(find_session(store, who.token, noon() + 29min));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(key_of_sign_in("sai", noon()), "sign_in_failed");
  EXPECT_EQ(key_of_sign_in(good, noon() + 23h), "account_locked");
  EXPECT_EQ(key_of_sign_in(good, noon() + 24h), "");
  change_rules([](auto& rules) { rules.idle_minutes = 5; });
  EXPECT_FALSE(find_session(store, who.token, noon() + 40min)) << "stricter rules hold for sessions that are there";
}

TEST_F(Accounts, KeepRulesThatDifferAndRefuseAStaleChange) {
  auto rules = store::account_rules(store.read(), agency.id);
  rules.unused_days = 30;
  EXPECT_EQ(save_account_rules(store, actor, rules, noon()).version, 2);
  EXPECT_EQ(key_of_error([&] { save_account_rules(store, actor, rules, noon()); }), "stale_version");
  rules.version = 2;
  rules.lock_hours = 0;
  EXPECT_EQ(key_of_error([&] { save_account_rules(store, actor, rules, noon()); }), "rule_out_of_range");
  EXPECT_EQ(store::account_rules(store.read(), agency.id).unused_days, 30);
}

class Sessions : public Accounts {};

TEST_F(Sessions, AreListedWithTheirDeviceAndEndedOneByOneOrAllOthersAtOnce) {
  const auto sen = open_one();
  const auto here = sign_in(store, SignInForm{"sen", good, {}, {"Firefox", "192.0.2.7"}}, noon());
  const auto there = sign_in(store, SignInForm{"sen", good, {}, {"Chrome", "192.0.2.8"}}, noon() + 1min);
  const auto third = sign_in(store, "sen", good, noon() + 2min);
  const auto listed = store::sessions_of(store.read(), agency.id, sen.id, noon() + 3min);
  ASSERT_EQ(listed.size(), 3u);
  EXPECT_EQ(listed[2].device.text, "Firefox");
  EXPECT_EQ(listed[2].device.address, "192.0.2.7");
  end_own_session(store, here, listed[1].token_hash, noon() + 3min);
  EXPECT_FALSE(find_session(store, there.token, noon() + 3min));
  EXPECT_EQ(end_other_sessions(store, here, noon() + 3min), 1);
  EXPECT_FALSE(find_session(store, third.token, noon() + 3min));
  EXPECT_TRUE(find_session(store, here.token, noon() + 3min));
}

TEST_F(Sessions, OfSomebodyElseAreNotOnesOwnToEnd) {
  open_one();
  const auto who = sign_in(store, "sen", good, noon());
  sign_in(store, "quantri", good, noon());
  const auto theirs = store::sessions_of(store.read(), agency.id, administrator.id, noon());
  ASSERT_EQ(theirs.size(), 1u);
  EXPECT_EQ(key_of_error([&] { end_own_session(store, who, theirs[0].token_hash, noon()); }), "session_not_found");
}

class Authenticator : public Accounts {
 protected:
  std::string code_at(domain::UserId user, Instant now) {
    return one_time_code(store::find_second_factor(store.read(), agency.id, user)->secret, step_at(now));
  }
  std::vector<std::string> set_up(const SignedIn& who, Instant now) {
    begin_second_factor(store, who, now);
    return confirm_second_factor(store, who, code_at(who.user.id, now), now);
  }
};

TEST_F(Authenticator, CountsOnlyOnceItsCodeWasConfirmed) {
  open_one();
  const auto who = sign_in(store, "sen", good, noon());
  const auto made = begin_second_factor(store, who, noon());
  EXPECT_EQ(made.address,
            "otpauth://totp/Ti%e1%ba%bfn%20%c4%90%e1%bb%99:sen?secret=" + made.secret + "&issuer=Ti%e1%ba%bfn%20%c4%90%e1%bb%99");
  EXPECT_EQ(key_of_sign_in(good, noon()), "");
  EXPECT_EQ(key_of_error([&] { confirm_second_factor(store, who, "000000", noon()); }), "code_wrong");
  EXPECT_EQ(confirm_second_factor(store, who, code_at(who.user.id, noon()), noon()).size(), 10u);
  EXPECT_EQ(key_of_sign_in(good, noon()), "code_wanted");
  EXPECT_EQ(key_of_error([&] { begin_second_factor(store, who, noon()); }), "second_factor_exists");
}

TEST_F(Authenticator, TakesNoCodeTwice) {
  open_one();
  const auto who = sign_in(store, "sen", good, noon());
  set_up(who, noon());
  const auto code = code_at(who.user.id, noon() + 1min);
  EXPECT_EQ(key_of_sign_in(good, noon() + 1min, code), "");
  EXPECT_EQ(key_of_sign_in(good, noon() + 1min, code), "code_wrong");
}

TEST_F(Authenticator, LocksTheAccountAfterFiveWrongCodes) {
  const auto sen = open_one();
  set_up(sign_in(store, "sen", good, noon()), noon());
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(key_of_sign_in(good, noon() + 1h), "code_wanted") << "asking for a code costs and forgives nothing";
    EXPECT_EQ(key_of_sign_in(good, noon() + 1h, "000000"), "code_wrong");
  }
  EXPECT_EQ(key_of_sign_in(good, noon() + 1h, code_at(sen.id, noon() + 1h)), "account_locked");
}

TEST_F(Authenticator, IsReplacedByARecoveryCodeOnce) {
  const auto sen = open_one();
  const auto codes = set_up(sign_in(store, "sen", good, noon()), noon());
  EXPECT_EQ(key_of_sign_in(good, noon(), codes[3]), "");
  EXPECT_EQ(key_of_sign_in(good, noon(), codes[3]), "code_wrong");
  EXPECT_EQ(store::recovery_codes_left(store.read(), agency.id, sen.id), 9);
}

TEST_F(Authenticator, ForgetsTheOldRecoveryCodesWithTheNew) {
  open_one();
  const auto who = sign_in(store, "sen", good, noon());
  const auto old_codes = set_up(who, noon());
  const auto now = noon() + 1min;
  const auto codes = renew_recovery_codes(store, who, code_at(who.user.id, now), now);
  EXPECT_EQ(key_of_sign_in(good, now, old_codes[0]), "code_wrong");
  EXPECT_EQ(key_of_sign_in(good, now, codes[0]), "");
}

TEST_F(Authenticator, IsRemovedWithACodeUnlessTheRulesAskForIt) {
  open_one();
  const auto who = sign_in(store, "sen", good, noon());
  set_up(who, noon());
  const auto now = noon() + 1min;
  change_rules([](auto& rules) { rules.everybody_second_factor = 1; });
  EXPECT_EQ(key_of_error([&] { remove_second_factor(store, who, code_at(who.user.id, now), now); }), "second_factor_required");
  change_rules([](auto& rules) { rules.everybody_second_factor = 0; });
  EXPECT_EQ(key_of_error([&] { remove_second_factor(store, who, "000000", now); }), "code_wrong");
  remove_second_factor(store, who, code_at(who.user.id, now), now);
  EXPECT_EQ(key_of_sign_in(good, now), "");
}

TEST_F(Authenticator, IsTakenAwayByTheAdministratorWhereItIsLost) {
  const auto sen = open_one();
  set_up(sign_in(store, "sen", good, noon()), noon());
  remove_second_factor_of(store, actor, sen.id, noon());
  EXPECT_EQ(key_of_sign_in(good, noon()), "");
}

TEST_F(Authenticator, IsAskedOfAnAdministrator) {
  const auto before = sign_in(store, "quantri", good, noon());
  EXPECT_EQ(before.pending, domain::Pending::second_factor);
  set_up(before, noon());
  EXPECT_EQ(find_session(store, before.token, noon())->pending, domain::Pending::nothing);
}

class Keys : public Accounts {
 protected:
  SignedIn officer() {
    open_one();
    return sign_in(store, "sen", good, noon());
  }
};

TEST_F(Keys, GiveAProgramTheRightsTheyNameAndNoOther) {
  const auto made = add_access_key(store, officer(), "Bảng tin", {domain::Right::read_programmes}, 30, noon());
  const auto holder = find_key_holder(store, made.secret, noon() + 1h);
  ASSERT_TRUE(holder);
  EXPECT_TRUE(holder->may(domain::Right::read_programmes));
  EXPECT_FALSE(holder->may(domain::Right::work_on_tasks)) << "the owner may, the key may not";
  EXPECT_FALSE(holder->may(domain::Right::own_session));
  EXPECT_EQ(store::access_keys_of(store.read(), agency.id, holder->user.id)[0].last_used_at, noon() + 1h);
}

TEST_F(Keys, LoseWhatTheirOwnerLoses) {
  const auto who = officer();
  const auto made = add_access_key(store, who, "Bảng tin", {domain::Right::work_on_tasks}, 30, noon());
  edit_account(store, actor, who.user.id, account(who.user.id).version, {"", Role::auditor, {}, {}}, noon());
  EXPECT_FALSE(find_key_holder(store, made.secret, noon())->may(domain::Right::work_on_tasks));
  disable_account(store, actor, who.user.id, noon());
  EXPECT_FALSE(find_key_holder(store, made.secret, noon()));
}

TEST_F(Keys, EndWithTheirDayAndWhenTheyAreRevoked) {
  const auto who = officer();
  const auto made = add_access_key(store, who, "Bảng tin", {domain::Right::read_programmes}, 1, noon());
  EXPECT_TRUE(find_key_holder(store, made.secret, noon() + 23h));
  EXPECT_FALSE(find_key_holder(store, made.secret, noon() + 24h));
  revoke_access_key(store, who, made.key.id, noon());
  EXPECT_FALSE(find_key_holder(store, made.secret, noon()));
}

TEST_F(Keys, AreNeverGivenWhatTheOwnerHasNotOrNobodyShouldGive) {
  const auto who = officer();
  const auto key = [&](std::vector<domain::Right> rights, int days = 30) {
    return key_of_error([&] { add_access_key(store, who, "Bảng tin", rights, days, noon()); });
  };
  EXPECT_EQ(key({domain::Right::edit_programmes}), "access_key_right");
  EXPECT_EQ(key({domain::Right::own_session}), "access_key_right");
  EXPECT_EQ(key({}), "access_key_right");
  EXPECT_EQ(key({domain::Right::read_programmes}, 367), "access_key_days");
  auto boss = sign_in(store, "quantri", good, noon());
  EXPECT_EQ(key_of_error([&] { add_access_key(store, boss, "x", {domain::Right::read_log}, 1, noon()); }), "second_factor_needed");
  boss.pending = domain::Pending::nothing;
  EXPECT_EQ(key_of_error([&] { add_access_key(store, boss, "x", {domain::Right::manage_accounts}, 1, noon()); }), "access_key_right");
}

TEST_F(Keys, AreTwentyAtMost) {
  const auto who = officer();
  for (int i = 0; i < 20; ++i) add_access_key(store, who, "x", {domain::Right::read_programmes}, 1, noon());
  EXPECT_EQ(key_of_error([&] { add_access_key(store, who, "x", {domain::Right::read_programmes}, 1, noon()); }), "access_keys_full");
}

TEST_F(Accounts, KeepNoSecretThatOpensThemInTheStore) {
  const auto made = invited();
  auto codes = std::vector<std::string>{made.code};
  redeem_invitation(store, "sen", made.code, good, noon());
  const auto who = sign_in(store, "sen", good, noon());
  const auto again = reset_password(store, actor, add_user(store, agency.id, {"khac", "", good}, noon()).id, noon());
  codes.push_back(again.code);
  codes.push_back(add_access_key(store, who, "x", {domain::Right::read_programmes}, 1, noon()).secret);
  begin_second_factor(store, who, noon());
  const auto secret = store::find_second_factor(store.read(), agency.id, who.user.id)->secret;
  for (const auto& code : confirm_second_factor(store, who, one_time_code(secret, step_at(noon())), noon())) codes.push_back(code);
  store::Database database(store.path(), store::Database::Mode::read);
  std::string all;
  for (const char* sql :
       {"select password_hash from users", "select code_hash from invitations", "select code_hash from recovery_codes",
        "select key_hash from access_keys", "select password_hash from old_passwords", "select coalesce(after, '') from events"}) {
    auto rows = database.query(sql);
    while (rows.next()) all += rows.text(0) + '\n';
  }
  EXPECT_GT(all.size(), 500u);
  for (const auto& code : codes) EXPECT_EQ(all.find(code), std::string::npos) << code;
}

}  // namespace
}  // namespace tiendo::actions
