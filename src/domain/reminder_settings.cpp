#include "domain/reminder_settings.h"

#include <algorithm>
#include <string>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/error.h"

namespace tiendo::domain {
namespace {

namespace json = boost::json;

constexpr std::array security_names{"none", "starttls", "tls"};

[[noreturn]] void refuse(std::string_view name) {
  throw Error(ErrorCode::invalid, "bad_value", {std::string(name)});
}

const json::value& member(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  if (!value) refuse(name);
  return *value;
}

const json::object& object_in(const json::object& object, std::string_view name) {
  const auto& value = member(object, name);
  if (!value.is_object()) refuse(name);
  return value.get_object();
}

std::string text_in(const json::object& object, std::string_view name) {
  const auto& value = member(object, name);
  if (!value.is_string() || value.get_string().size() > longest_address) refuse(name);
  return std::string(value.get_string());
}

bool truth_in(const json::object& object, std::string_view name) {
  const auto& value = member(object, name);
  if (!value.is_bool()) refuse(name);
  return value.get_bool();
}

int number(const json::value& value, std::string_view name) {
  if (!value.is_int64() || value.get_int64() < 0 || value.get_int64() > 65'535) refuse(name);
  return static_cast<int>(value.get_int64());
}

int number_in(const json::object& object, std::string_view name) {
  return number(member(object, name), name);
}

// "07:30"
std::string clock_text(std::chrono::minutes time) {
  return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

std::chrono::minutes clock_in(const json::object& object, std::string_view name) {
  const auto text = text_in(object, name);
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : 100; };
  if (text.size() != 5 || text[2] != ':') refuse(name);
  const int hour = digit(0) * 10 + digit(1), minute = digit(3) * 10 + digit(4);
  if (hour > 23 || minute > 59) refuse(name);
  return std::chrono::minutes(hour * 60 + minute);
}

// Nothing that would end a line of SMTP or of a header, and nothing that no address holds.
bool is_plain(std::string_view text) {
  return std::ranges::all_of(text,
                             [](char c) { return c > ' ' && c < 127 && std::string_view("<>\"\\,;()").find(c) == std::string_view::npos; });
}

}  // namespace

const char* name_of(MailSecurity security) {
  return security_names.at(static_cast<std::size_t>(security));
}

bool is_email(std::string_view text) {
  const auto at = text.find('@');
  return text.size() <= 254 && at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string_view::npos && is_plain(text);
}

void check(const ReminderSettings& settings) {
  check(settings.rules);
  if (!is_plain(settings.mail.host) || settings.mail.host.find_first_of("/:@?#") != std::string::npos) refuse("host");
  if (settings.mail.port < 1) refuse("port");
  if (!settings.mail.host.empty() && !is_email(settings.mail.from)) refuse("from");
  if (!settings.mail.from.empty() && !is_email(settings.mail.from)) refuse("from");
  const auto is_web = [](std::string_view text) { return is_plain(text) && (text.starts_with("https://") || text.starts_with("http://")); };
  if (!settings.webhook.address.empty() && !is_web(settings.webhook.address)) refuse("address");
  if (!settings.page_address.empty() && !is_web(settings.page_address)) refuse("page_address");
}

json::object to_json(const ReminderSettings& settings) {
  const auto& rules = settings.rules;
  json::object mail{{"host", settings.mail.host},
                    {"port", settings.mail.port},
                    {"security", name_of(settings.mail.security)},
                    {"from", settings.mail.from},
                    {"user", settings.mail.user}};
  return {{"is_on", settings.is_on},
          {"page_address", settings.page_address},
          {"days_before", json::value_from(rules.days_before)},
          {"on_the_day", rules.on_the_day},
          {"overdue_every", rules.overdue_every},
          {"silent_after", rules.silent_after},
          {"undated_silent_after", rules.undated_silent_after},
          {"head_after", rules.head_after},
          {"leader_after", rules.leader_after},
          {"sends_at", clock_text(rules.sends_at)},
          {"quiet_from", clock_text(rules.quiet_from)},
          {"quiet_until", clock_text(rules.quiet_until)},
          {"mail", std::move(mail)},
          {"webhook", json::object{{"address", settings.webhook.address}}}};
}

ReminderSettings reminder_settings_from(const json::object& object) {
  ReminderSettings settings;
  settings.is_on = truth_in(object, "is_on");
  settings.page_address = text_in(object, "page_address");
  while (settings.page_address.ends_with('/')) settings.page_address.pop_back();
  auto& rules = settings.rules;
  const auto& before = member(object, "days_before");
  if (!before.is_array() || before.get_array().size() > most_days_before) refuse("days_before");
  rules.days_before.clear();
  for (const auto& days : before.get_array()) rules.days_before.push_back(number(days, "days_before"));
  std::ranges::sort(rules.days_before, std::greater<>());
  rules.days_before.erase(std::unique(rules.days_before.begin(), rules.days_before.end()), rules.days_before.end());
  rules.on_the_day = truth_in(object, "on_the_day");
  rules.overdue_every = number_in(object, "overdue_every");
  rules.silent_after = number_in(object, "silent_after");
  rules.undated_silent_after = number_in(object, "undated_silent_after");
  rules.head_after = number_in(object, "head_after");
  rules.leader_after = number_in(object, "leader_after");
  rules.sends_at = clock_in(object, "sends_at");
  rules.quiet_from = clock_in(object, "quiet_from");
  rules.quiet_until = clock_in(object, "quiet_until");
  const auto& mail = object_in(object, "mail");
  const auto security = std::ranges::find(security_names, text_in(mail, "security"));
  if (security == security_names.end()) refuse("security");
  settings.mail = {text_in(mail, "host"), number_in(mail, "port"), static_cast<MailSecurity>(security - security_names.begin()),
                   text_in(mail, "from"), text_in(mail, "user"),   ""};
  settings.webhook.address = text_in(object_in(object, "webhook"), "address");
  check(settings);
  return settings;
}

}  // namespace tiendo::domain
