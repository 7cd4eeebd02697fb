#include "store/notices.h"

#include <algorithm>
#include <array>

#include <boost/json.hpp>

#include "base/error.h"
#include "store/database.h"

namespace tiendo::store {
namespace {

#define TIENDO_MESSAGE_COLUMNS "agency_id, id, channel, user_id, day, payload, state, attempts, next_try_at, fault"

constexpr std::array channel_names{"email", "webhook"};
constexpr std::array message_state_names{"waiting", "sent", "given_up"};

template <class Enum, class Names>
Enum named(const Names& names, std::string_view name) {
  return static_cast<Enum>(std::ranges::find(names, name) - names.begin());
}

OwnReminders own_from(const Rows& row, int at) {
  return {row.text(at), row.number(at + 1) != 0, !row.is_null(at + 2), row.small(at + 3)};
}

Message message_from(const Rows& row) {
  Message message;
  row.read(0, message.agency);
  row.read(1, message.id);
  message.channel = named<Channel>(channel_names, row.view(2));
  row.read(3, message.user);
  message.day = find_date(row.view(4)).value();
  message.payload = row.text(5);
  message.state = named<MessageState>(message_state_names, row.view(6));
  message.attempts = row.small(7);
  message.next_try_at = row.instant(8);
  message.fault = row.text(9);
  return message;
}

std::vector<Message> all_messages(Rows rows) {
  std::vector<Message> all;
  while (rows.next()) all.push_back(message_from(rows));
  return all;
}

}  // namespace

const char* name_of(Channel channel) {
  return channel_names.at(static_cast<std::size_t>(channel));
}

const char* name_of(MessageState state) {
  return message_state_names.at(static_cast<std::size_t>(state));
}

ReminderSettings reminder_settings(const Reader& reader, AgencyId agency) {
  auto rows = reader.database().query("select settings, mail_password, webhook_secret, version from reminder_settings where agency_id = $1",
                                      agency);
  if (!rows.next()) return {};
  auto settings = reminder_settings_from(boost::json::parse(rows.view(0)).as_object());
  settings.mail.password = rows.text(1);
  settings.webhook.secret = rows.text(2);
  settings.version = rows.small(3);
  return settings;
}

void save(Writer& writer, AgencyId agency, const ReminderSettings& settings) {
  if (reminder_settings(writer, agency).version != settings.version) throw Error(ErrorCode::conflict, "stale_version");
  writer.database().run(R"sql(
    insert or replace into reminder_settings (agency_id, settings, mail_password, webhook_secret, version) values ($1, $2, $3, $4, $5)
  )sql",
                        agency, boost::json::serialize(to_json(settings)), settings.mail.password, settings.webhook.secret,
                        settings.version + 1);
}

std::optional<Date> last_reminder_day(const Reader& reader, AgencyId agency) {
  auto rows = reader.database().query("select last_day from reminder_days where agency_id = $1", agency);
  return rows.next() ? find_date(rows.view(0)) : std::nullopt;
}

void save_reminder_day(Writer& writer, AgencyId agency, Date day) {
  writer.database().run(R"sql(
    insert into reminder_days (agency_id, last_day) values ($1, $2)
    on conflict (agency_id) do update set last_day = max(last_day, excluded.last_day)
  )sql",
                        agency, iso(day));
}

OwnReminders own_reminders(const Reader& reader, AgencyId agency, UserId user) {
  auto rows = reader.database().query("select email, by_email, feed_hash, version from own_reminders where agency_id = $1 and user_id = $2",
                                      agency, user);
  return rows.next() ? own_from(rows, 0) : OwnReminders{};
}

std::map<UserId, OwnReminders> all_own_reminders(const Reader& reader, AgencyId agency) {
  std::map<UserId, OwnReminders> all;
  auto rows =
      reader.database().query("select user_id, email, by_email, feed_hash, version from own_reminders where agency_id = $1", agency);
  while (rows.next()) all.emplace(UserId(rows.number(0)), own_from(rows, 1));
  return all;
}

void save(Writer& writer, AgencyId agency, UserId user, const OwnReminders& own) {
  if (own_reminders(writer, agency, user).version != own.version) throw Error(ErrorCode::conflict, "stale_version");
  writer.database().run(R"sql(
    insert into own_reminders (agency_id, user_id, email, by_email, version) values ($1, $2, $3, $4, $5)
    on conflict (agency_id, user_id) do update set email = excluded.email, by_email = excluded.by_email, version = excluded.version
  )sql",
                        agency, user, own.email, own.by_email ? 1 : 0, own.version + 1);
}

void save_feed(Writer& writer, AgencyId agency, UserId user, std::optional<std::string> secret_hash) {
  writer.database().run(R"sql(
    insert into own_reminders (agency_id, user_id, feed_hash, version) values ($1, $2, $3, 2)
    on conflict (agency_id, user_id) do update set feed_hash = excluded.feed_hash, version = version + 1
  )sql",
                        agency, user, secret_hash);
}

std::optional<User> find_feed_owner(const Reader& reader, std::string_view secret_hash) {
  auto rows = reader.database().query("select agency_id, user_id from own_reminders where feed_hash = $1", secret_hash);
  return rows.next() ? reader.find_user(AgencyId(rows.number(0)), UserId(rows.number(1))) : std::nullopt;
}

bool add(Writer& writer, AgencyId agency, const NoticeRecord& notice, Instant now) {
  return writer.database().run(R"sql(
    insert into notices (agency_id, id, user_id, day, kind, task_id, step, days, made_at, part_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict do nothing
  )sql",
                               agency, notice.id, notice.user, iso(notice.day), name_of(notice.notice.kind), notice.task,
                               name_of(notice.notice.step), notice.notice.days, now, notice.part) == 1;
}

std::vector<NoticeOnTask> notices_of(const Reader& reader, AgencyId agency, UserId user) {
  auto rows = reader.database().query(R"sql(
    select n.id, n.day, n.task_id, n.kind, n.step, n.days, n.read_at, t.programme_id, t.number, t.title,
      min(w.due_on, coalesce(s.due_on, w.due_on)), w.state, n.part_id, coalesce(s.words, ''), coalesce(s.state, '')
    from notices n join tasks t on t.agency_id = n.agency_id and t.id = n.task_id
    join work w on w.agency_id = n.agency_id and w.task_id = n.task_id
    left join sub_tasks s on s.agency_id = n.agency_id and s.task_id = n.task_id and s.id = n.part_id
    where n.agency_id = $1 and n.user_id = $2 order by n.day desc, n.id limit $3
  )sql",
                                      agency, user, most_notices_shown);
  std::vector<NoticeOnTask> all;
  while (rows.next()) {
    NoticeOnTask each;
    rows.read(0, each.id);
    each.user = user;
    each.day = find_date(rows.view(1)).value();
    rows.read(2, each.task);
    each.notice = {find_notice_kind(rows.view(3)).value(), find_notice_step(rows.view(4)).value(), rows.small(5)};
    if (!rows.is_null(6)) each.read_at = rows.instant(6);
    rows.read(7, each.programme);
    each.number = rows.text(8);
    each.title = rows.text(9);
    if (const auto due = find_date(rows.view(10)); due && int(due->year()) != 9999) each.due_on = due;
    rows.read(12, each.part);
    each.part_words = rows.text(13);
    each.is_resolved = !domain::is_open(find_work_state(rows.view(11)).value()) || (each.part && rows.view(14) != "open");
    all.push_back(std::move(each));
  }
  return all;
}

int unread_notices(const Reader& reader, AgencyId agency, UserId user) {
  auto rows = reader.database().query(R"sql(
    select (select count(*) from notices n join tasks t on t.agency_id = n.agency_id and t.id = n.task_id
            where n.agency_id = $1 and n.user_id = $2 and n.read_at is null)
      + (select count(*) from report_notices where agency_id = $1 and user_id = $2 and read_at is null)
  )sql",
                                      agency, user);
  return rows.next() ? rows.small(0) : 0;
}

void mark_read(Writer& writer, AgencyId agency, UserId user, std::optional<NoticeId> notice, Instant now) {
  for (const std::string table : {"notices", "report_notices"})
    writer.database().run(
        "update " + table + " set read_at = $4 where agency_id = $1 and user_id = $2 and read_at is null and ($3 is null or id = $3)",
        agency, user, notice, now);
}

bool add(Writer& writer, const Message& message) {
  return writer.database().run(R"sql(
    insert into messages (agency_id, id, channel, user_id, day, payload, next_try_at) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict do nothing
  )sql",
                               message.agency, message.id, name_of(message.channel), message.user, iso(message.day), message.payload,
                               message.next_try_at) == 1;
}

std::vector<MessageLine> lines_due(const Reader& reader, Instant now, std::chrono::milliseconds longest_pause) {
  std::vector<MessageLine> lines;
  auto rows = reader.database().query(
      "select agency_id, channel from messages where state = 'waiting' and (next_try_at <= $1 or next_try_at > $2)"
      " group by agency_id, channel order by min(next_try_at)",
      now, now + longest_pause);
  while (rows.next()) lines.push_back({AgencyId(rows.number(0)), named<Channel>(channel_names, rows.view(1))});
  return lines;
}

std::vector<Message> messages_due(const Reader& reader, const MessageLine& line, Instant now, std::chrono::milliseconds longest_pause,
                                  int limit) {
  return all_messages(reader.database().query("select " TIENDO_MESSAGE_COLUMNS
                                              " from messages where state = 'waiting' and (next_try_at <= $1 or next_try_at > $2)"
                                              " and agency_id = $3 and channel = $4 order by next_try_at limit $5",
                                              now, now + longest_pause, line.agency, name_of(line.channel), limit));
}

std::vector<Message> messages(const Reader& reader, AgencyId agency, int limit) {
  return all_messages(reader.database().query(
      "select " TIENDO_MESSAGE_COLUMNS " from messages where agency_id = $1 order by id desc limit $2", agency, limit));
}

void save(Writer& writer, const Message& message, Instant now) {
  writer.database().run(R"sql(
    update messages set state = $3, attempts = $4, next_try_at = $5, fault = $6, settled_at = $7 where agency_id = $1 and id = $2
  )sql",
                        message.agency, message.id, name_of(message.state), message.attempts, message.next_try_at, message.fault,
                        message.state == MessageState::waiting ? std::optional<Instant>() : now);
}

}  // namespace tiendo::store
