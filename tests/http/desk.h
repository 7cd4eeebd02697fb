// A desk to test at: a store with one agency, one user who is signed in, and the service without a socket.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "actions/add_agency.h"
#include "actions/add_user.h"
#include "actions/sign_in.h"
#include "http/app.h"

namespace tiendo::http {

inline constexpr const char* password = "một mật khẩu đủ dài";

inline Settings in_test(Settings settings) {
  settings.version = "0.1.0";
  return settings;
}

class Desk {
 public:
  explicit Desk(Settings settings = {})
      : folder_(std::filesystem::temp_directory_path() / ("tiendo-http-" + id_text(next_id(now_from_clock())))), store_(folder_ / "t.db") {
    agency = actions::add_agency(store_, "Sở Khoa học và Công nghệ tỉnh Bình Minh", now);
    let_administrators_in_with_a_password();
    actions::add_user(store_, agency.id, {"vanthu", "Trần Thị Hạnh", password}, now);
    who = actions::sign_in(store_, "vanthu", password, now);
    app = std::make_unique<App>(store_, in_test(std::move(settings)), files, [this] { return now; });
  }
  ~Desk() {
    app.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  Request request(Method method, std::string target, std::string body = {}, Pairs headers = {}) const {
    Request request;
    request.method = method;
    request.target = std::move(target);
    request.body = std::move(body);
    request.headers = std::move(headers);
    request.peer = "192.0.2.7";
    request.host = "192.0.2.1";
    return request;
  }
  // As the one who is signed in, with the token that changes need.
  Request signed_request(Method method, std::string target, std::string body = {}, Pairs headers = {}) const {
    auto request = this->request(method, std::move(target), std::move(body), std::move(headers));
    request.headers.emplace_back("Cookie", "tiendo_session=" + who.token);
    if (!is_safe(method)) request.headers.emplace_back("X-CSRF-Token", who.csrf);
    if (!request.find_header("Content-Type")) request.headers.emplace_back("Content-Type", "application/json");
    return request;
  }
  Response ask(Request request) { return app->answer(request); }
  Response ask(Method method, std::string target, std::string body = {}, Pairs headers = {}) {
    return ask(signed_request(method, std::move(target), std::move(body), std::move(headers)));
  }
  // Somebody else of the same agency, with an account of that role.
  actions::SignedIn sign_in_as(domain::Role role, std::optional<domain::UnitId> unit = {}, std::optional<domain::PersonId> person = {}) {
    const std::string name = std::string(name_of(role)) + id_text(next_id(now));
    actions::add_user(store_, agency.id, {name, "Phan Văn Hiếu", password, role, unit, person}, now);
    return actions::sign_in(store_, name, password, now);
  }
  store::Store& store() { return store_; }

  static constexpr EmbeddedFile files[] = {{"assets/app-1a2b.js", "let a"},
                                           {"assets/app-1a2b.js.br", "br"},
                                           {"assets/app-1a2b.js.gz", "gz"},
                                           {"favicon.svg", "<svg/>"},
                                           {"index.html", "<!doctype html>"}};

  Instant now = now_from_clock();
  domain::Agency agency;
  actions::SignedIn who;
  std::unique_ptr<App> app;

 private:
  // What is tested with a second factor says so itself.
  void let_administrators_in_with_a_password() {
    auto writer = store_.begin();
    store::save(writer, agency.id, domain::AccountRules{.administrator_second_factor = 0});
    writer.commit();
  }

  std::filesystem::path folder_;
  store::Store store_;
};

}  // namespace tiendo::http
