#include "actions/remember.h"

#include <algorithm>

#include <boost/json.hpp>

#include "actions/sub_tasks.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/password.h"
#include "domain/reminder_settings.h"
#include "reports/icalendar.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;

// What a person answers for, today.
bool is_of(const domain::User& user, const store::TaskAtWork& at, std::span<const domain::Delegation> delegations, Date today) {
  const auto has = [](const auto& list, const auto& one) { return one && std::ranges::find(list, *one) != list.end(); };
  if (at.work.executor == user.id) return true;
  if (user.role == domain::Role::unit_head || user.role == domain::Role::officer)
    return has(at.task.lead_units, user.unit) && (user.role == domain::Role::unit_head || !at.work.executor);
  return user.role == domain::Role::leader && std::ranges::any_of(at.task.directing_leaders, [&](domain::PersonId person) {
           return domain::holder(delegations, person, today).person == user.person;
         });
}

}  // namespace

void save_reminder_settings(store::Store& store, const domain::Actor& actor, domain::ReminderSettings settings,
                            std::optional<std::string> mail_password, std::optional<std::string> webhook_secret, Instant now) {
  check(settings);
  auto writer = store.begin();
  const auto before = store::reminder_settings(writer, actor.agency);
  // A password goes to the host it was entered for, and a signature to the address: another one asks for it anew.
  const bool is_same_host = settings.mail.host == before.mail.host, is_same_address = settings.webhook.address == before.webhook.address;
  settings.mail.password = mail_password.value_or(is_same_host ? before.mail.password : "");
  settings.webhook.secret = webhook_secret.value_or(is_same_address ? before.webhook.secret : "");
  if (!settings.webhook.address.empty() && settings.webhook.secret.empty()) throw Error(ErrorCode::invalid, "bad_value", {"secret"});
  if (settings.mail.password.size() > domain::longest_address || settings.webhook.secret.size() > domain::longest_address)
    throw Error(ErrorCode::invalid, "bad_value", {"secret"});
  store::save(writer, actor.agency, settings);
  writer.record(actor, "reminder_settings_saved", "agency", actor.agency.value(), json::serialize(to_json(before)),
                json::serialize(to_json(settings)), now);
  writer.commit();
}

void save_own_reminders(store::Store& store, const domain::Actor& actor, const store::OwnReminders& own, Instant now) {
  if (!own.email.empty() && !domain::is_email(own.email)) throw Error(ErrorCode::invalid, "bad_value", {"email"});
  if (own.by_email && own.email.empty()) throw Error(ErrorCode::invalid, "bad_value", {"email"});
  auto writer = store.begin();
  store::save(writer, actor.agency, actor.user, own);
  writer.record(actor, "own_reminders_saved", "user", actor.user.value(), "",
                json::serialize(json::object{{"email", own.email}, {"by_email", own.by_email}}), now);
  writer.commit();
}

void mark_notices_read(store::Store& store, const domain::Actor& actor, std::optional<store::NoticeId> notice, Instant now) {
  auto writer = store.begin();
  store::mark_read(writer, actor.agency, actor.user, notice, now);
  writer.commit();
}

std::string renew_feed(store::Store& store, const domain::Actor& actor, Instant now) {
  const auto secret = random_token();
  auto writer = store.begin();
  store::save_feed(writer, actor.agency, actor.user, sha256(secret));
  writer.record(actor, "feed_renewed", "user", actor.user.value(), "", "", now);
  writer.commit();
  return secret;
}

void remove_feed(store::Store& store, const domain::Actor& actor, Instant now) {
  auto writer = store.begin();
  store::save_feed(writer, actor.agency, actor.user, std::nullopt);
  writer.record(actor, "feed_removed", "user", actor.user.value(), "", "", now);
  writer.commit();
}

std::string own_calendar(const store::Store& store, std::string_view secret, Instant now) {
  const auto reader = store.read();
  const auto owner = store::find_feed_owner(reader, sha256(secret));
  if (!owner || owner->disabled_at || !domain::may(owner->role, domain::Right::read_programmes))
    throw Error(ErrorCode::not_found, "feed_not_found");
  const auto page = store::reminder_settings(reader, owner->agency).page_address;
  const auto delegations = store::delegations(reader, owner->agency);
  std::vector<reports::CalendarEntry> entries;
  const auto add = [&](const store::TaskAtWork& at, const std::string& id) {
    if (!at.work.due_on || !is_of(*owner, at, delegations, local_date(now))) return;
    entries.push_back({.uid = id + "@tiendo",
                       .day = *at.work.due_on,
                       .summary = at.task.number.empty() ? at.task.title : at.task.number + ". " + at.task.title,
                       .description = at.task.deliverable,
                       .url = page.empty() ? "" : page + "/programmes/" + at.task.programme.text() + "?task=" + at.task.id.text(),
                       .sequence = at.work.extensions});
  };
  const auto parts = open_parts(reader, owner->agency);
  for (const auto& at : reader.tasks_at_work(owner->agency, {.open_only = true, .limit = -1})) {
    add(at, at.task.id.text());
    if (owner->role == domain::Role::leader) continue;  // looks at tasks as a whole
    const auto [first, end] = parts.equal_range(at.task.id);
    for (auto part = first; part != end; ++part) add(as_task(at, part->second), part->second.id.text());
  }
  return reports::icalendar(owner->full_name, entries, now);
}

}  // namespace tiendo::actions
