// Putting a deadline off (gia hạn, R26). The law sets no closed list of rules, so each rule is a setting of the agency.
#pragma once

#include <optional>
#include <string>

#include "domain/timing.h"
#include "domain/work.h"

namespace tiendo::domain {

struct ExtensionPolicy {
  std::optional<int> least_days_before;  // asked for at least so many days before the deadline; none: any day
  std::optional<int> most_extensions;    // granted ones of one task; none: no limit
  bool late_requests = true;             // may be asked for after the deadline has passed
  int flag_from = 3;                     // "gia hạn nhiều lần" from so many granted
};

// What a request is judged by.
struct ExtensionRequest {
  Period wanted;
  WorkState state = WorkState::in_progress;
  bool by_lead_executor = false;
  bool another_is_open = false;
  int granted_before = 0;
  std::optional<Period> current;
  std::optional<Period> of_parent;  // deadline of the task that this one is a share of
  std::string reason;
};

// Throws conflict or invalid with the one rule that is broken: "extension_not_lead", "extension_state", "extension_open",
// "extension_no_deadline", "extension_not_later", "extension_in_the_past", "extension_beyond_parent", "reason_missing",
// "extension_too_late" {days}, "extension_after_due", "extension_too_many" {limit}.
void check_request(const ExtensionRequest& request, const ExtensionPolicy& policy, Date today);

struct Extension {
  enum class State { open, granted, refused, offered, withdrawn };
  std::int64_t id = 0;
  TaskId task;
  State state = State::open;
  Instant asked_at{};
  Actor asked_by;
  Date current_last_day{};
  Period wanted;
  std::string reason;
  std::string document;  // what the wish rests on, as written; may be empty
  std::optional<Instant> answered_at;
  std::optional<Actor> answered_by;
  std::string answer;
  std::optional<Period> offered;
  int version = 1;
};

const char* name_of(Extension::State state);
std::optional<Extension::State> find_extension_state(std::string_view name);

enum class ExtensionAnswer { granted, refused, offered };  // offered: another date, which the requester takes or not

// Throws conflict "extension_own_request" where the requester decides, "reason_missing" where a refusal says no reason.
void check_answer(ExtensionAnswer answer, bool is_requester, std::string_view reason);

bool is_flagged(int granted, const ExtensionPolicy& policy);

}  // namespace tiendo::domain
