// Notices of what is due, how an agency and its people want them, and the messages that wait to leave the house.
#pragma once

#include "domain/reminder_settings.h"
#include "domain/sub_task.h"
#include "store/store.h"

namespace tiendo::store {

struct NoticeEntity;
using NoticeId = Id<NoticeEntity>;
struct MessageEntity;
using MessageId = Id<MessageEntity>;

// With the secrets; the defaults where the agency has set nothing.
ReminderSettings reminder_settings(const Reader& reader, AgencyId agency);
void save(Writer& writer, AgencyId agency, const ReminderSettings& settings);  // throws conflict "stale_version"

std::optional<Date> last_reminder_day(const Reader& reader, AgencyId agency);
void save_reminder_day(Writer& writer, AgencyId agency, Date day);

struct OwnReminders {
  std::string email;
  bool by_email = false;
  bool has_feed = false;
  int version = 1;
};

OwnReminders own_reminders(const Reader& reader, AgencyId agency, UserId user);
std::map<UserId, OwnReminders> all_own_reminders(const Reader& reader, AgencyId agency);
void save(Writer& writer, AgencyId agency, UserId user, const OwnReminders& own);  // throws conflict "stale_version"
// None: there is no feed any more. A new one makes the old address void.
void save_feed(Writer& writer, AgencyId agency, UserId user, std::optional<std::string> secret_hash);
std::optional<User> find_feed_owner(const Reader& reader, std::string_view secret_hash);

struct NoticeRecord {
  NoticeId id;
  UserId user;
  Date day{};
  TaskId task;
  Notice notice;
  std::optional<Instant> read_at;
  SubTaskId part = {};  // none: of the task as a whole
};

struct NoticeOnTask : NoticeRecord {
  ProgrammeId programme;
  std::string number, title;
  std::optional<Date> due_on;
  std::string part_words;    // of a part
  bool is_resolved = false;  // there is nothing left to do about it
};

inline constexpr int most_notices_shown = 200;

// False where that person was told the same of that task on that day before.
bool add(Writer& writer, AgencyId agency, const NoticeRecord& notice, Instant now);
std::vector<NoticeOnTask> notices_of(const Reader& reader, AgencyId agency, UserId user);  // newest first
int unread_notices(const Reader& reader, AgencyId agency, UserId user);
void mark_read(Writer& writer, AgencyId agency, UserId user, std::optional<NoticeId> notice, Instant now);  // none: all of them

enum class Channel { email, webhook };
const char* name_of(Channel channel);

enum class MessageState { waiting, sent, given_up };
const char* name_of(MessageState state);

struct Message {
  MessageId id;
  AgencyId agency;
  Channel channel = Channel::email;
  UserId user;  // of an e-mail
  Date day{};
  std::string payload;  // JSON (actions/digest.h)
  MessageState state = MessageState::waiting;
  int attempts = 0;
  Instant next_try_at{};
  std::string fault;  // of the last try
};

bool add(Writer& writer, const Message& message);  // false where there is one of that person and day
// The way to one host: what waits for it waits for nobody else's.
struct MessageLine {
  AgencyId agency;
  Channel channel = Channel::email;
  auto operator<=>(const MessageLine&) const = default;
};

// Lines with a message that is due, the one that has waited longest first. One whose time lies further off than any pause is due as well:
// the clock was set back.
std::vector<MessageLine> lines_due(const Reader& reader, Instant now, std::chrono::milliseconds longest_pause);
std::vector<Message> messages_due(const Reader& reader, const MessageLine& line, Instant now, std::chrono::milliseconds longest_pause,
                                  int limit);
std::vector<Message> messages(const Reader& reader, AgencyId agency, int limit);  // newest first
void save(Writer& writer, const Message& message, Instant now);                   // state, attempts, next try, fault

}  // namespace tiendo::store
