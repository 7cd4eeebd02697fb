// What people set about their reminders: the agency's office for all, each person for their own; reading, and one's own calendar.
#pragma once

#include "store/notices.h"
#include "store/people.h"

namespace tiendo::actions {

// A secret that is none stays as it was. Throws conflict "stale_version", and what domain::check throws.
void save_reminder_settings(store::Store& store, const domain::Actor& actor, domain::ReminderSettings settings,
                            std::optional<std::string> mail_password, std::optional<std::string> webhook_secret, Instant now);

// Throws invalid "bad_value" where e-mail is wanted and there is no address for it.
void save_own_reminders(store::Store& store, const domain::Actor& actor, const store::OwnReminders& own, Instant now);

void mark_notices_read(store::Store& store, const domain::Actor& actor, std::optional<store::NoticeId> notice, Instant now);

// The secret of the new address: it is kept as a hash and shown this once; the one before is void.
std::string renew_feed(store::Store& store, const domain::Actor& actor, Instant now);
void remove_feed(store::Store& store, const domain::Actor& actor, Instant now);

// What the owner of that secret has to see done, as a calendar. Throws not_found "feed_not_found".
std::string own_calendar(const store::Store& store, std::string_view secret, Instant now);

}  // namespace tiendo::actions
