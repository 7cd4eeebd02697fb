// How an agency wants its reminders sent, as JSON and back: the page, the store and the events speak of the same members.
#pragma once

#include <boost/json/object.hpp>

#include "domain/reminder.h"

namespace tiendo::domain {

enum class MailSecurity { none, starttls, tls };
const char* name_of(MailSecurity security);

struct MailSettings {
  std::string host;  // empty: nothing is sent by e-mail
  int port = 587;
  MailSecurity security = MailSecurity::starttls;
  std::string from, user;
  std::string password;  // secret: never in an answer, an event or a log
  bool operator==(const MailSettings&) const = default;
};

struct WebhookSettings {
  std::string address;  // empty: none
  std::string secret;   // of the signature; secret as the password is
  bool operator==(const WebhookSettings&) const = default;
};

struct ReminderSettings {
  bool is_on = true;         // notices in the page; what leaves the house needs a host or an address besides
  std::string page_address;  // "https://tiendo.example.vn": links in messages begin with it; empty: messages without links
  ReminderRules rules;
  MailSettings mail;
  WebhookSettings webhook;
  int version = 1;
};

inline constexpr std::size_t longest_address = 500;

// Throws invalid "bad_value" with the name of the member, "quiet_sending".
void check(const ReminderSettings& settings);

bool is_email(std::string_view text);

// Without the secrets and the version.
boost::json::object to_json(const ReminderSettings& settings);
// Checked, without the secrets. Throws as check() does.
ReminderSettings reminder_settings_from(const boost::json::object& json);

}  // namespace tiendo::domain
