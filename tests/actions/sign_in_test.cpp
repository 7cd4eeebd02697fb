#include "actions/sign_in.h"

#include <gtest/gtest.h>

#include "actions/add_agency.h"
#include "actions/add_user.h"
#include "actions/change_password.h"
#include "actions/find_session.h"
#include "actions/sign_out.h"
#include "store/database.h"
#include "store/key_of_error.h"
#include "store/office.h"

namespace tiendo::actions {
namespace {

using namespace std::chrono_literals;
using store::noon;

class SigningIn : public testing::Test {
 protected:
  store::Folder folder;
  store::Store store{folder / "tiendo.db"};
  domain::Agency agency = add_agency(store, "Sở Bình Minh", noon());
  domain::User user = add_user(store, agency.id, {"vanthu", "Lê Thị Sen", "mật khẩu dài"}, noon());
};

TEST_F(SigningIn, GivesASessionThatIsFoundByItsToken) {
  const auto signed_in = sign_in(store, "VANTHU", "mật khẩu dài", noon());
  const auto found = find_session(store, signed_in.token, noon() + 1min);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->user.id, user.id);
  EXPECT_EQ(found->agency.name, "Sở Bình Minh");
  EXPECT_EQ(found->csrf, signed_in.csrf);
}

TEST_F(SigningIn, AnswersAWrongPasswordAsItAnswersAnUnknownName) {
  EXPECT_EQ(key_of_error([&] { sign_in(store, "vanthu", "mật khẩu khác", noon()); }), "sign_in_failed");
  EXPECT_EQ(key_of_error([&] { sign_in(store, "nobody", "mật khẩu dài", noon()); }), "sign_in_failed");
}

TEST_F(SigningIn, KeepsNoTokenAndNoPasswordInTheStore) {
  const auto signed_in = sign_in(store, "vanthu", "mật khẩu dài", noon());
  store::Database database(store.path(), store::Database::Mode::read);
  auto rows = database.query("select u.password_hash, s.token_hash from users u, sessions s");
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.text(0).substr(0, 9), "$argon2id");
  EXPECT_EQ(rows.text(1).find(signed_in.token), std::string::npos);
}

TEST_F(SigningIn, EndsWhenItWasNotUsedForAWhile) {
  const auto token = sign_in(store, "vanthu", "mật khẩu dài", noon()).token;
  EXPECT_TRUE(find_session(store, token, noon() + 10min));  // keeps it awake
  EXPECT_TRUE(find_session(store, token, noon() + 20min));
  EXPECT_FALSE(find_session(store, token, noon() + 36min));
}

TEST_F(SigningIn, EndsAfterHalfADayHoweverBusy) {
  const auto token = sign_in(store, "vanthu", "mật khẩu dài", noon()).token;
  auto at = noon();
  const auto session_most = std::chrono::hours(domain::AccountRules{}.session_hours);
  while (at < noon() + session_most - 10min) ASSERT_TRUE(find_session(store, token, at += 10min)) << iso(at);
  EXPECT_FALSE(find_session(store, token, noon() + session_most));
}

TEST_F(SigningIn, EndsWithSigningOut) {
  const auto token = sign_in(store, "vanthu", "mật khẩu dài", noon()).token;
  sign_out(store, token, noon());
  EXPECT_FALSE(find_session(store, token, noon()));
  EXPECT_NO_THROW(sign_out(store, token, noon()));
}

TEST_F(SigningIn, RefusesATokenThatIsNone) {
  for (const char* token : {"", "x", "0000000000000", "0000000000000.abc"}) EXPECT_FALSE(find_session(store, token, noon())) << token;
}

TEST_F(SigningIn, IsWrittenDownWithItsFailures) {
  sign_in(store, "vanthu", "mật khẩu dài", noon());
  EXPECT_THROW(sign_in(store, "vanthu", "sai mật khẩu", noon()), Error);
  std::vector<std::string> kinds;
  for (const auto& event : store.read().events_of(agency.id, "user", user.id.value())) kinds.push_back(event.kind);
  EXPECT_EQ(kinds, (std::vector<std::string>{"user_added", "signed_in", "sign_in_failed"}));
}

TEST_F(SigningIn, NeedsTheNewPasswordOnceItWasChanged) {
  const auto token = sign_in(store, "vanthu", "mật khẩu dài", noon()).token;
  change_password(store, "vanthu", "một mật khẩu mới", noon());
  EXPECT_FALSE(find_session(store, token, noon()));
  EXPECT_EQ(key_of_error([&] { sign_in(store, "vanthu", "mật khẩu dài", noon()); }), "sign_in_failed");
  EXPECT_NO_THROW(sign_in(store, "vanthu", "một mật khẩu mới", noon()));
}

TEST_F(SigningIn, IsLockedForTwelveHoursAfterFiveWrongPasswords) {
  const auto key_after = [&](std::string_view password, Instant at) {
    return key_of_error([&] { sign_in(store, "vanthu", password, at); });
  };
  for (int i = 0; i < 4; ++i) EXPECT_EQ(key_after("sai mật khẩu", noon()), "sign_in_failed");
  EXPECT_EQ(key_after("mật khẩu dài", noon()), "") << "four are forgiven";
  for (int i = 0; i < 5; ++i) EXPECT_EQ(key_after("sai mật khẩu", noon()), "sign_in_failed");
  EXPECT_EQ(key_after("mật khẩu dài", noon() + 11h), "account_locked");
  EXPECT_EQ(key_after("sai mật khẩu", noon() + 11h), "sign_in_failed") << "a stranger learns nothing";
  EXPECT_EQ(key_after("mật khẩu dài", noon() + 12h), "");
}

TEST_F(SigningIn, IsOpenedAgainWithANewPassword) {
  for (int i = 0; i < 5; ++i) EXPECT_THROW(sign_in(store, "vanthu", "sai mật khẩu", noon()), Error);
  change_password(store, "vanthu", "một mật khẩu mới", noon());
  EXPECT_NO_THROW(sign_in(store, "vanthu", "một mật khẩu mới", noon()));
}

TEST_F(SigningIn, IsSuspendedAfterFortyFiveDaysUnused) {
  sign_in(store, "vanthu", "mật khẩu dài", noon());
  EXPECT_NO_THROW(sign_in(store, "vanthu", "mật khẩu dài", noon() + std::chrono::days{45}));
  EXPECT_EQ(key_of_error([&] { sign_in(store, "vanthu", "mật khẩu dài", noon() + std::chrono::days{91}); }), "account_unused");
  change_password(store, "vanthu", "một mật khẩu mới", noon() + std::chrono::days{91});
  EXPECT_NO_THROW(sign_in(store, "vanthu", "một mật khẩu mới", noon() + std::chrono::days{91})) << "the administrator opens it again";
}

TEST_F(SigningIn, SleepsSoonerForAnAdministrator) {
  add_user(store, agency.id, {"quantri", "", "mật khẩu dài", domain::Role::administrator}, noon());
  const auto token = sign_in(store, "quantri", "mật khẩu dài", noon()).token;
  EXPECT_TRUE(find_session(store, token, noon() + 4min));
  EXPECT_FALSE(find_session(store, token, noon() + 10min));
  const auto clerk = sign_in(store, "vanthu", "mật khẩu dài", noon()).token;
  EXPECT_TRUE(find_session(store, clerk, noon() + 10min));
}

TEST_F(SigningIn, NeedsANameOfItsOwnAndALongPassword) {
  EXPECT_EQ(key_of_error([&] { add_user(store, agency.id, {"Vanthu", "", "mật khẩu dài"}, noon()); }), "user_exists");
  EXPECT_EQ(key_of_error([&] { add_user(store, agency.id, {"khac", "", "ngắn"}, noon()); }), "password_short");
  EXPECT_EQ(key_of_error([&] { add_user(store, agency.id, {"  ", "", "mật khẩu dài"}, noon()); }), "name_missing");
}

}  // namespace
}  // namespace tiendo::actions
