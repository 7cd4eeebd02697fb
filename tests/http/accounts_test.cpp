// What stands between somebody and their work, and who is behind a proxy.
#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "actions/keep_accounts.h"
#include "base/error.h"
#include "http/client_address.h"
#include "http/desk.h"

namespace tiendo::http {
namespace {

using enum Method;

std::string key_of(const Response& response) {
  return response.content().empty() ? "" : std::string(boost::json::parse(response.content()).at("key").as_string());
}

TEST(FirstSignIn, OpensNothingButTheOwnAccount) {
  Desk desk;
  actions::add_user(desk.store(), desk.agency.id,
                    {.name = "sen", .full_name = "", .password = password, .role = domain::Role::officer, .must_change_password = true},
                    desk.now);
  desk.who = actions::sign_in(desk.store(), "sen", password, desk.now);
  EXPECT_EQ(key_of(desk.ask(get, "/api/v1/programmes")), "password_change_needed");
  EXPECT_EQ(key_of(desk.ask(post, "/api/v1/access_keys", R"({"name":"x","rights":["read_programmes"],"days":1})")),
            "password_change_needed");
  const auto session = boost::json::parse(desk.ask(get, "/api/v1/session").content());
  EXPECT_EQ(session.at("pending").as_string(), "password_change_needed");
  const auto body = R"({"old_password":")" + std::string(password) + R"(","password":"Một mật khẩu mới 1!"})";
  EXPECT_EQ(desk.ask(put, "/api/v1/own_password", body).status, 204);
  EXPECT_EQ(desk.ask(get, "/api/v1/programmes").status, 200);
  EXPECT_TRUE(boost::json::parse(desk.ask(get, "/api/v1/session").content()).at("pending").is_null());
}

TEST(Administrator, WorksOnlyWithASecondFactorWhereTheRulesSaySo) {
  Desk desk;
  auto boss = desk.sign_in_as(domain::Role::administrator);
  desk.who = boss;
  EXPECT_EQ(desk.ask(get, "/api/v1/accounts").status, 200);
  auto rules = store::account_rules(desk.store().read(), desk.agency.id);
  rules.administrator_second_factor = 1;
  actions::save_account_rules(desk.store(), boss.actor(), rules, desk.now);
  EXPECT_EQ(key_of(desk.ask(get, "/api/v1/accounts")), "second_factor_needed");
  EXPECT_EQ(desk.ask(get, "/api/v1/second_factor").status, 200);
  EXPECT_EQ(desk.ask(post, "/api/v1/second_factor").status, 201);
}

TEST(Keys, NeedNoTokenOfASessionAndAreNoneInACookie) {
  Desk desk;
  const auto made = boost::json::parse(
      desk.ask(post, "/api/v1/access_keys", R"({"name":"x","rights":["read_programmes","edit_programmes"],"days":1})").content());
  const std::string secret(made.at("secret").as_string());
  const Pairs bearer = {{"Authorization", "Bearer " + secret}, {"Content-Type", "application/json"}};
  EXPECT_EQ(desk.ask(desk.request(post, "/api/v1/units", "{}", bearer)).status, 400) << "allowed, and found wanting";
  EXPECT_EQ(desk.ask(desk.request(get, "/api/v1/programmes", "", {{"Cookie", "tiendo_session=" + secret}})).status, 401);
  EXPECT_EQ(desk.ask(desk.request(get, "/api/v1/programmes", "", {{"Authorization", "Bearer " + desk.who.token}})).status, 401);
  auto both = desk.signed_request(get, "/api/v1/programmes");
  both.headers.emplace_back("Authorization", "Bearer wrong");
  EXPECT_EQ(desk.ask(both).status, 401) << "a wrong key is not made good by a cookie";
}

TEST(SigningInFromOneAddress, IsNoGuessingHoweverManyDoIt) {
  Desk desk;
  const std::string right = R"({"name":"vanthu","password":")" + std::string(password) + "\"}";
  for (int i = 0; i <= Throttle::most_of_address; ++i)
    ASSERT_EQ(desk.ask(desk.request(post, "/api/v1/session", right, {{"Content-Type", "application/json"}})).status, 200) << i;
}

std::string client(const std::string& peer, const Pairs& headers, const std::vector<std::string>& trusted) {
  Request request;
  request.peer = peer;
  request.headers = headers;
  return client_address(request, trusted);
}

TEST(ClientAddress, IsThePeerUnlessATrustedProxySaysOtherwise) {
  const Pairs said = {{"x-forwarded-for", "203.0.113.9, 198.51.100.4"}};
  EXPECT_EQ(client("192.0.2.1", said, {}), "192.0.2.1");
  EXPECT_EQ(client("192.0.2.1", said, {"192.0.2.2"}), "192.0.2.1");
  EXPECT_EQ(client("192.0.2.1", said, {"192.0.2.0/24"}), "198.51.100.4") << "what stands before may be invented";
  EXPECT_EQ(client("192.0.2.1", said, {"192.0.2.1", "198.51.100.0/24"}), "203.0.113.9");
  EXPECT_EQ(client("192.0.2.1", {}, {"192.0.2.1"}), "192.0.2.1");
}

TEST(ClientAddress, IsNotTakenFromWhatIsNoAddress) {
  EXPECT_EQ(client("192.0.2.1", {{"X-Forwarded-For", "203.0.113.9, <script>"}}, {"192.0.2.1"}), "192.0.2.1");
  EXPECT_EQ(client("::1", {{"X-Forwarded-For", "2001:db8::7"}}, {"::1"}), "2001:db8::7");
  EXPECT_EQ(client("::ffff:192.0.2.1", {{"X-Forwarded-For", "203.0.113.9"}}, {"192.0.2.1"}), "203.0.113.9");
}

TEST(Network, IsAnAddressOrARangeOfThem) {
  for (const char* good : {"192.0.2.1", "10.0.0.0/8", "::1", "2001:db8::/32", "0.0.0.0/0"}) EXPECT_TRUE(is_network(good)) << good;
  for (const char* bad : {"", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "::1/129", "10.0.0.0/8x"})
    EXPECT_FALSE(is_network(bad)) << bad;
  EXPECT_TRUE(lies_in("10.255.0.1", "10.0.0.0/8"));
  EXPECT_FALSE(lies_in("11.0.0.1", "10.0.0.0/8"));
  EXPECT_TRUE(lies_in("192.0.2.129", "192.0.2.128/25"));
  EXPECT_FALSE(lies_in("192.0.2.127", "192.0.2.128/25"));
  Desk desk;
  EXPECT_THROW(App(desk.store(), Settings{.trusted_proxies = {"localhost"}}), Error);
}

TEST(Throttle, SeesTheClientBehindATrustedProxy) {
  Desk desk({.trusted_proxies = {"192.0.2.7"}});
  const auto guess = [&](const char* from) {
    return desk
        .ask(desk.request(post, "/api/v1/session", R"({"name":"ai-do","password":"sai"})",
                          {{"Content-Type", "application/json"}, {"X-Forwarded-For", from}}))
        .status;
  };
  for (int i = 0; i < Throttle::most_of_name_and_address; ++i) EXPECT_EQ(guess("203.0.113.1"), 401);
  EXPECT_EQ(guess("203.0.113.1"), 429);
  EXPECT_EQ(guess("203.0.113.2"), 401);
}

}  // namespace
}  // namespace tiendo::http
