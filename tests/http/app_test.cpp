#include "http/app.h"

#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/desk.h"

namespace tiendo::http {
namespace {

using testing::HasSubstr;
using testing::Not;
using enum Method;

class AppTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { desk_ = new Desk; }
  static void TearDownTestSuite() { delete desk_; }

  static std::string filled(std::string_view pattern) {
    std::string path(api_root);
    for (bool is_inside = false; const char c : pattern) {
      if (c == '{') path += "0000000000001";
      is_inside = c == '{' || (is_inside && c != '}');
      if (!is_inside && c != '}') path += c;
    }
    return path;
  }
  static std::string key_of(const Response& response) { return std::string(boost::json::parse(response.content()).at("key").as_string()); }

  static Desk* desk_;
};

Desk* AppTest::desk_ = nullptr;

TEST_F(AppTest, RefusesEveryRouteThatIsNotOpenWithoutASession) {
  int refused = 0;
  for (const auto& route : routes()) {
    const auto response = desk_->ask(desk_->request(route.method, filled(route.pattern), "{}", {{"Content-Type", "application/json"}}));
    if (route.access == open) {
      EXPECT_NE(response.status, 401) << route.pattern;
      continue;
    }
    ++refused;
    EXPECT_EQ(response.status, 401) << name_of(route.method) << ' ' << route.pattern;
    EXPECT_EQ(key_of(response), "not_signed_in");
  }
  EXPECT_GE(refused, 17);
}

TEST_F(AppTest, OpensNothingButSigningInInvitationsSecretCalendarsAndHealth) {
  std::vector<std::string> opened;
  for (const auto& route : routes())
    if (route.access == open) opened.push_back(std::string(name_of(route.method)) + ' ' + std::string(route.pattern));
  EXPECT_THAT(opened,
              testing::UnorderedElementsAre("GET /health", "POST /session", "POST /invitation_redemptions", "GET /calendar_feeds/{feed}"));
}

// docs/rights.md is the table that people read: what it says of each route and role is what happens.
TEST_F(AppTest, GivesEachRoleWhatTheTableOfRightsSaysAndNothingMore) {
  std::map<std::string, std::string> promised;
  std::ifstream file(std::string(TIENDO_SOURCE_DIR) + "/docs/rights.md");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("| `")) promised[line.substr(3, line.find('`', 3) - 3)] = line.substr(line.find('|', 3));
  std::map<domain::Role, actions::SignedIn> people;
  int cells = 0;
  for (const auto& route : routes()) {
    if (route.access == open) continue;
    std::string allowed;
    for (const auto role : domain::all_roles) {
      if (!people.contains(role)) people[role] = desk_->sign_in_as(role);
      const auto who = people[role];
      auto request =
          desk_->request(route.method, filled(route.pattern), "{}",
                         {{"Cookie", "tiendo_session=" + who.token}, {"X-CSRF-Token", who.csrf}, {"Content-Type", "application/json"}});
      const auto response = desk_->ask(request);
      const bool is_refused = response.status == 403 && key_of(response) == "not_for_your_role";
      EXPECT_NE(response.status, 401) << route.pattern;
      EXPECT_EQ(is_refused, !domain::may(role, *route.access)) << name_of(role) << ' ' << route.pattern;
      allowed += is_refused ? "| – " : "| ✓ ";
      ++cells;
      if (route.method == remove && route.pattern == "/session") people.erase(role);
    }
    const std::string name = std::string(name_of(route.method)) + ' ' + std::string(route.pattern);
    EXPECT_EQ(promised[name], allowed + '|') << "docs/rights.md: | `" << name << "` " << allowed << '|';
    promised.erase(name);
  }
  for (const auto& [name, line] : promised) ADD_FAILURE() << "docs/rights.md has a line for no route: " << name;
  std::cout << "[  matrix  ] " << cells << " cells: route x role of the own agency\n";
}

// By this list the page shows its ways and buttons.
TEST_F(AppTest, TellsThePageWhatTheRoleMayDo) {
  for (const auto role : domain::all_roles) {
    const auto who = desk_->sign_in_as(role);
    const auto answer =
        boost::json::parse(desk_->ask(desk_->request(get, "/api/v1/session", "", {{"Cookie", "tiendo_session=" + who.token}})).content());
    std::set<std::string> told, granted;
    for (const auto& right : answer.at("rights").as_array()) told.insert(std::string(right.as_string()));
    for (const auto right : domain::all_rights)
      if (domain::may(role, right)) granted.insert(name_of(right));
    EXPECT_EQ(told, granted) << name_of(role);
  }
}

TEST_F(AppTest, RefusesWhatStandsInNoTable) {
  for (const auto* target : {"/api", "/api/", "/api/v1", "/api/v1/", "/api/v1/users", "/api/v1/health/x", "/api/v2/health",
                             "/api/v1/tasks/x/y/z", "/api/v1//tasks"}) {
    EXPECT_EQ(desk_->ask(desk_->request(get, target)).status, 401) << target;
    EXPECT_EQ(desk_->ask(get, target).status, 404) << target;
  }
  const auto response = desk_->ask(remove, "/api/v1/tasks");
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(response.find_header("Allow"), "GET");
}

TEST_F(AppTest, RefusesEveryChangeWithoutTheRightToken) {
  for (const auto& route : routes()) {
    if (is_safe(route.method) || route.access == open) continue;
    for (const std::string& token : {std::string(), std::string("wrong"), desk_->who.csrf + "x", desk_->who.csrf.substr(1)}) {
      auto request = desk_->request(route.method, filled(route.pattern), "{}", {{"Cookie", "tiendo_session=" + desk_->who.token}});
      if (!token.empty()) request.headers.emplace_back("X-CSRF-Token", token);
      const auto response = desk_->ask(request);
      EXPECT_EQ(response.status, 403) << route.pattern;
      EXPECT_EQ(key_of(response), "csrf");
    }
  }
}

TEST_F(AppTest, RefusesChangesThatComeFromAnotherSite) {
  for (const auto* site : {"cross-site", "same-site"})
    EXPECT_EQ(desk_->ask(post, "/api/v1/session", "{}", {{"Sec-Fetch-Site", site}}).status, 403);
  EXPECT_EQ(desk_->ask(post, "/api/v1/session", "{}", {{"Sec-Fetch-Site", "same-origin"}}).status, 400);
}

TEST_F(AppTest, RefusesASessionThatIsNone) {
  for (const std::string& token : {std::string("x"), desk_->who.token + "x", desk_->agency.id.text() + ".", std::string("' or 1=1 --")})
    EXPECT_EQ(desk_->ask(desk_->request(get, "/api/v1/session", "", {{"Cookie", "tiendo_session=" + token}})).status, 401);
}

TEST_F(AppTest, LetsASessionFallAsleep) {
  const auto then = desk_->now;
  desk_->now += std::chrono::hours(24);
  EXPECT_EQ(desk_->ask(get, "/api/v1/session").status, 401);
  desk_->now = then;
  EXPECT_EQ(desk_->ask(get, "/api/v1/session").status, 200);
}

TEST_F(AppTest, SpeaksTheLanguageAskedFor) {
  const auto detail = [&](const char* wanted) {
    const auto response = desk_->ask(desk_->request(get, "/api/v1/tasks", "", {{"Accept-Language", wanted}}));
    return std::string(boost::json::parse(response.content()).at("detail").as_string());
  };
  EXPECT_THAT(detail(""), HasSubstr("Bạn chưa đăng nhập"));
  EXPECT_THAT(detail("fr"), HasSubstr("Bạn chưa đăng nhập"));
  EXPECT_THAT(detail("en-GB,vi;q=0.5"), HasSubstr("You are not signed in"));
  EXPECT_THAT(detail("en;q=0.3, vi;q=0.9"), HasSubstr("Bạn chưa đăng nhập"));
}

TEST_F(AppTest, KeepsWhatItKnowsOutOfCachesAndFrames) {
  const auto response = desk_->ask(get, "/api/v1/session");
  EXPECT_EQ(response.find_header("Cache-Control"), "no-store");
  EXPECT_EQ(response.find_header("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(response.find_header("Referrer-Policy"), "no-referrer");
  EXPECT_EQ(response.find_header("Cross-Origin-Opener-Policy"), "same-origin");
  EXPECT_THAT(std::string(*desk_->ask(desk_->request(get, "/")).find_header("Content-Security-Policy")),
              testing::AllOf(HasSubstr("frame-ancestors 'none'"), HasSubstr("script-src 'self';"), Not(HasSubstr("unsafe"))));
}

TEST_F(AppTest, RefusesBodiesThatAreNoJsonObject) {
  const auto status = [&](std::string body, Pairs headers = {}) {
    return desk_->ask(post, "/api/v1/session", std::move(body), std::move(headers)).status;
  };
  EXPECT_EQ(status(""), 400);
  EXPECT_EQ(status("[]"), 400);
  EXPECT_EQ(status("{\"name\":\"a\",\"password\":\"\xff\"}"), 400);
  EXPECT_EQ(status(R"({"name":"a","password":7})"), 400);
  EXPECT_EQ(status(R"({"name":"a\u0000","password":"b"})"), 400);
  EXPECT_EQ(status(R"({"name":"a"})"), 400);
  EXPECT_EQ(status(std::string(100'000, '[')), 400);
  EXPECT_EQ(status("name=a&password=b", {{"Content-Type", "application/x-www-form-urlencoded"}}), 415);
}

TEST_F(AppTest, WantsTheVersionOfWhatIsChanged) {
  const auto status = [&](Pairs headers) {
    return desk_->ask(patch, "/api/v1/tasks/0000000000001", R"({"title":"a"})", std::move(headers)).status;
  };
  EXPECT_EQ(status({}), 428);
  for (const auto* tag : {"3", "\"\"", "*", "W/\"3\"", "\"x\"", "\"-1\"", "\"1\", \"2\""})
    EXPECT_EQ(status({{"If-Match", tag}}), 400) << tag;
  EXPECT_EQ(status({{"If-Match", "\"3\""}}), 404);
}

TEST_F(AppTest, RefusesFiltersThatMakeNoSense) {
  for (const auto* query : {"limit=0", "limit=501", "limit=5x", "month=13", "quarter=0", "unit=abc", "unit_role=both", "sort=rank",
                            "due_before=2025-02-30", "programme=IIIIIIIIIIIII", "q=%ff"})
    EXPECT_EQ(desk_->ask(get, std::string("/api/v1/tasks?") + query).status, 400) << query;
  EXPECT_EQ(desk_->ask(get, "/api/v1/counts?by=colour").status, 400);
  EXPECT_EQ(desk_->ask(get, "/api/v1/counts").status, 400);
}

TEST_F(AppTest, ServesThePageForItsOwnAddresses) {
  for (const auto* target : {"/", "/programmes/0000000000001", "/import", "/?month=7"}) {
    const auto response = desk_->ask(desk_->request(get, target));
    EXPECT_EQ(response.content(), "<!doctype html>") << target;
    EXPECT_EQ(response.find_header("Cache-Control"), "no-cache");
  }
  EXPECT_EQ(desk_->ask(desk_->request(post, "/")).status, 405);
}

TEST_F(AppTest, ServesAssetsPackedAndForGood) {
  const auto packed = [&](const char* codings) {
    return desk_->ask(desk_->request(get, "/assets/app-1a2b.js", "", {{"Accept-Encoding", codings}}));
  };
  EXPECT_EQ(packed("gzip, deflate, br").content(), "br");
  EXPECT_EQ(packed("gzip").find_header("Content-Encoding"), "gzip");
  EXPECT_EQ(packed("br;q=0, gzip;q=0.5").content(), "gz");
  EXPECT_EQ(packed("").content(), "let a");
  EXPECT_FALSE(packed("").has_header("Content-Encoding"));
  EXPECT_EQ(packed("").find_header("Content-Type"), "text/javascript; charset=utf-8");
  EXPECT_THAT(std::string(*packed("").find_header("Cache-Control")), HasSubstr("immutable"));
}

TEST_F(AppTest, LeadsNoPathOutside) {
  for (const auto* target : {"/../etc/passwd", "/assets/../index.html", "/assets/%2e%2e/index.html", "/%2e%2e%2fetc%2fpasswd.txt",
                             "/assets/", "/assets/missing.js", "/missing.js", "/a%00.html", "/%ff.html", "/..%5cx.txt"})
    EXPECT_EQ(desk_->ask(desk_->request(get, target)).status, 404) << target;
}

TEST_F(AppTest, RefusesALargeBodyOfAStranger) {
  auto stranger = desk_->request(post, "/api/v1/intakes?name=a.txt");
  EXPECT_TRUE(desk_->app->admit(stranger).asks_first);
  EXPECT_EQ(desk_->app->find_refusal(stranger)->status, 401);
  auto known = desk_->signed_request(post, "/api/v1/intakes?name=a.txt");
  EXPECT_FALSE(desk_->app->find_refusal(known));
  auto ordinary = desk_->signed_request(patch, "/api/v1/tasks/0000000000001");
  EXPECT_EQ(desk_->app->admit(ordinary).body_limit, ordinary_body);
}

TEST_F(AppTest, SlowsDownGuessing) {
  Desk desk;
  const auto guess = [&](const char* name, const char* peer) {
    auto request = desk.request(post, "/api/v1/session", R"({"name":")" + std::string(name) + R"(","password":"sai"})",
                                {{"Content-Type", "application/json"}});
    request.peer = peer;
    return desk.ask(request);
  };
  for (int i = 0; i < Throttle::most_of_name_and_address; ++i) EXPECT_EQ(guess("vanthu", "192.0.2.1").status, 401);
  const auto slowed = guess("VanThu", "192.0.2.1");
  EXPECT_EQ(slowed.status, 429);
  EXPECT_TRUE(slowed.has_header("Retry-After"));
  EXPECT_EQ(guess("vanthu", "192.0.2.2").status, 401);
  desk.now += Throttle::span;
  EXPECT_EQ(guess("vanthu", "192.0.2.1").status, 401);
}

TEST_F(AppTest, NamesTheCookieSoThatNoScriptAndNoOtherSiteHasIt) {
  const auto response = desk_->ask(desk_->request(
      post, "/api/v1/session", R"({"name":"vanthu","password":")" + std::string(password) + "\"}", {{"Content-Type", "application/json"}}));
  ASSERT_EQ(response.status, 200);
  const std::string cookie(*response.find_header("Set-Cookie"));
  EXPECT_THAT(cookie,
              testing::AllOf(HasSubstr("; HttpOnly"), HasSubstr("; SameSite=Strict"), HasSubstr("; Path=/"), Not(HasSubstr("Secure"))));
}

}  // namespace
}  // namespace tiendo::http
