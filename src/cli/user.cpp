#include <algorithm>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "actions/add_agency.h"
#include "actions/add_user.h"
#include "actions/change_password.h"
#include "actions/keep_accounts.h"
#include "actions/operator.h"
#include "base/error.h"
#include "base/password.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/place.h"
#include "cli/spoken.h"

namespace tiendo::cli {
namespace {

struct UserOptions {
  std::string database, name, full_name, agency, role = "office", unit, leader;
  bool password_from_input = false;
  int value = 0;
};

// The agency of that name, or the first one where none is named; made where there is none.
domain::AgencyId agency_of(store::Store& store, const std::string& name, Instant now) {
  const auto agencies = store.read().agencies();
  const auto found = std::ranges::find(agencies, collapse_blanks(nfc(name)), &domain::Agency::name);
  if (found != agencies.end()) return found->id;
  if (name.empty() && !agencies.empty()) return agencies.front().id;
  return actions::add_agency(store, name.empty() ? said("notice.agency_without_name") : name, now).id;
}

// As the register writes it, or one of its other spellings; none where none is named.
std::optional<domain::UnitId> unit_named(const store::Store& store, domain::AgencyId agency, const std::string& name) {
  if (name.empty()) return std::nullopt;
  const auto key = search_key(name);
  const auto names = store.read().names(agency);
  for (const auto& unit : names->units) {
    const bool is_alias = std::ranges::any_of(unit.aliases, [&](const auto& alias) { return search_key(alias) == key; });
    if (search_key(unit.name) == key || is_alias) return unit.id;
  }
  throw Error(ErrorCode::not_found, "unit_not_found", {name});
}

std::optional<domain::PersonId> leader_named(const store::Store& store, domain::AgencyId agency, const std::string& name) {
  if (name.empty()) return std::nullopt;
  const auto names = store.read().names(agency);
  for (const auto& leader : names->leaders) {
    if (search_key(leader.full_name) == search_key(name)) return leader.id;
  }
  throw Error(ErrorCode::not_found, "leader_not_found", {name});
}

std::string chosen_password(const UserOptions& options) {
  if (!options.password_from_input) return random_password();
  std::string password;
  std::getline(std::cin, password);
  if (!password.empty() && password.back() == '\r') password.pop_back();
  return password;
}

// A password that the program invented is good for the first sign-in alone.
void tell(const UserOptions& options, const std::string& name, const std::string& password) {
  std::cout << said("notice.sign_in_name", {name}) << '\n';
  if (!options.password_from_input) std::cout << said("notice.sign_in_password", {password}) << '\n';
}

void add(const UserOptions& options) {
  store::Store store(options.database);
  const Instant now = now_from_clock();
  const std::string password = chosen_password(options);
  actions::check_first_password(password);
  const auto agency = agency_of(store, options.agency, now);
  const auto role = domain::find_role(options.role);
  if (!role) throw Error(ErrorCode::invalid, "role_unknown", {options.role});
  const auto user = actions::add_user(store, agency,
                                      {options.name, options.full_name, password, *role, unit_named(store, agency, options.unit),
                                       leader_named(store, agency, options.leader), !options.password_from_input},
                                      now);
  tell(options, user.name, password);
}

void set_password(const UserOptions& options) {
  store::Store store(options.database);
  const std::string password = chosen_password(options);
  actions::change_password(store, options.name, password, now_from_clock(), !options.password_from_input);
  tell(options, options.name, password);
}

// The way back in for an administrator who has lost the authenticator and its codes.
void forget_authenticator(const UserOptions& options) {
  store::Store store(options.database);
  actions::remove_second_factor_by_name(store, options.name, now_from_clock());
}

void set_rule(const UserOptions& options) {
  store::Store store(options.database);
  const Instant now = now_from_clock();
  const auto agency = agency_of(store, options.agency, now);
  auto rules = store::account_rules(store.read(), agency);
  const auto known = domain::AccountRules::table();
  const auto rule = std::ranges::find(known, options.name, [](const auto& each) { return std::string(each.name); });
  if (rule == known.end()) throw Error(ErrorCode::not_found, "rule_unknown", {options.name});
  rules.*rule->value = options.value;
  actions::save_account_rules(store, actions::the_operator(agency), rules, now);
}

void list(const UserOptions& options) {
  store::Store store(options.database);
  const auto reader = store.read();
  for (const auto& agency : reader.agencies()) {
    for (const auto& user : reader.users(agency.id)) std::cout << user.name << '\t' << user.full_name << '\t' << agency.name << '\n';
  }
}

}  // namespace

void add_user(CLI::App& app, int&) {
  auto options = std::make_shared<UserOptions>();
  auto* user = app.add_subcommand("user", "Tài khoản / accounts")->require_subcommand(1);

  auto* adding = user->add_subcommand("add", "Thêm tài khoản / add an account");
  adding->add_option("name", options->name, "Tên đăng nhập / sign-in name")->required();
  adding->add_option("--full-name", options->full_name, "Họ và tên / full name");
  adding->add_option("--agency", options->agency, "Cơ quan / agency");
  adding->add_option("--role", options->role, "Vai trò / role: office, unit_head, leader, officer, auditor, administrator");
  adding->add_option("--unit", options->unit, "Đơn vị của người dùng / the user's unit");
  adding->add_option("--leader", options->leader, "Tên lãnh đạo trong chương trình / the leader's name in the programme");
  adding->add_flag("--password-stdin", options->password_from_input, "Đọc mật khẩu từ đầu vào / read the password from standard input");
  add_database_option(*adding, options->database);
  adding->callback([options] { add(*options); });

  auto* password = user->add_subcommand("password", "Đặt mật khẩu mới / set a new password");
  password->add_option("name", options->name, "Tên đăng nhập / sign-in name")->required();
  password->add_flag("--password-stdin", options->password_from_input, "Đọc mật khẩu từ đầu vào / read the password from standard input");
  add_database_option(*password, options->database);
  password->callback([options] { set_password(*options); });

  auto* authenticator =
      user->add_subcommand("forget-authenticator", "Bỏ xác thực hai bước đã mất / take away an authenticator that is lost");
  authenticator->add_option("name", options->name, "Tên đăng nhập / sign-in name")->required();
  add_database_option(*authenticator, options->database);
  authenticator->callback([options] { forget_authenticator(*options); });

  auto* rule = user->add_subcommand("rule", "Đặt một quy tắc tài khoản / set a rule of accounts");
  rule->add_option("name", options->name, "Tên quy tắc / name, as idle_minutes")->required();
  rule->add_option("value", options->value, "Giá trị / value")->required();
  rule->add_option("--agency", options->agency, "Cơ quan / agency");
  add_database_option(*rule, options->database);
  rule->callback([options] { set_rule(*options); });

  auto* listing = user->add_subcommand("list", "Các tài khoản / the accounts");
  add_database_option(*listing, options->database);
  listing->callback([options] { list(*options); });
}

}  // namespace tiendo::cli
