// The log of R64: who signed in, read and changed what, from where. Rows hold ids and names of accounts, and nothing of what a
// task says. What changes something has its row in the same transaction; reading is written down in batches (http/access_book.h).
#pragma once

#include "store/store.h"

namespace tiendo::store {

enum class AccessKind { session, account, read, change, log };
inline constexpr std::array all_access_kinds{AccessKind::session, AccessKind::account, AccessKind::read, AccessKind::change,
                                             AccessKind::log};
const char* name_of(AccessKind kind);
std::optional<AccessKind> find_access_kind(std::string_view name);

enum class AccessResult { done, refused, absent, failed };
const char* name_of(AccessResult result);
std::optional<AccessResult> find_access_result(std::string_view name);

struct Access {
  std::int64_t sequence = 0;
  Instant at{};
  AccessKind kind = AccessKind::read;
  std::string what;    // "signed_in", "user_locked"; otherwise the route: "GET /tasks/{task}"
  std::string object;  // ids
  AccessResult result = AccessResult::done;
  std::int64_t times = 1;
  std::optional<UserId> user;
  std::string account;  // the name that is typed to sign in, as it was then
  std::string address;  // of the client; empty at the machine itself
  std::string host;     // of the server
};

void add(Writer& writer, AgencyId agency, Access access);

struct AccessFilter {
  std::optional<Instant> from, before;
  std::string account;  // as it is typed to sign in; empty: all
  std::optional<AccessKind> kind;
  std::optional<AccessResult> result;
  int limit = 100;
  std::string cursor;  // `next` of the page before
};
inline constexpr int most_accesses_a_page = 500;

struct AccessPage {
  std::vector<Access> items;  // newest first
  std::string next;           // empty on the last page
};
// Throws invalid "bad_cursor".
AccessPage accesses(const Reader& reader, AgencyId agency, const AccessFilter& filter);

// Takes off the rows before an instant and tells so in a row of its own; what is left can still be verified. Gives how many went.
std::int64_t trim_access_log(Writer& writer, const Actor& actor, Instant before, Instant now);

// What a thread is answering. A transaction that it commits meanwhile tells of it in the log.
struct Asked {
  std::string address, host;
  AgencyId agency;
  std::optional<Access> change;  // once the right to it is granted
  bool is_logged = false;        // a transaction has told of it
};

// Until it goes, this thread answers that request.
class Answering {
 public:
  explicit Answering(Asked& asked);
  ~Answering();
  Answering(const Answering&) = delete;
  Answering& operator=(const Answering&) = delete;
};

// For Writer alone.
bool is_about_accounts(std::string_view entity);
void log_account_event(Writer& writer, const Actor& actor, const Event& event);
void log_request(Writer& writer);
void note_request_logged(Writer& writer);

}  // namespace tiendo::store
