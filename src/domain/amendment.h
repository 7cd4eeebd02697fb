// Changes to a programme that is in force: each needs the consent of the leader who directs the task, and all of them a further
// decision (R10; by analogy with NĐ 191/2026/NĐ-CP Điều 20 khoản 3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/version.h"

namespace tiendo::domain {

struct AmendmentEntity;
struct AmendmentChangeEntity;
using AmendmentId = Id<AmendmentEntity>;
using AmendmentChangeId = Id<AmendmentChangeEntity>;

enum class AmendmentState { open, issued, withdrawn };
enum class AmendmentKind { change, add, drop };
enum class Consent { unanswered, consented, refused };

struct AmendmentChange {
  AmendmentChangeId id;
  AmendmentKind kind = AmendmentKind::change;
  std::optional<TaskId> task;  // none: a task to add
  std::string edit;            // JSON (actions/task_edit_json.h): what it shall say
  std::string reason;
  Actor asked_by;
  Consent consent = Consent::unanswered;
  std::optional<Instant> answered_at;
  std::optional<Actor> answered_by;
  std::string answer_words;
};

struct Amendment {
  AmendmentId id;
  AgencyId agency;
  ProgrammeId programme;
  AmendmentState state = AmendmentState::open;
  Instant opened_at{};
  Actor opened_by;
  std::optional<VersionId> led_to;
  std::vector<AmendmentChange> changes;
  int version = 1;
};

// Throws conflict "amendment_not_open"; "consent_missing" with how many changes wait; "amendment_empty" where nothing was consented to.
void check_can_be_issued(const Amendment& amendment);

const char* name_of(AmendmentState state);
const char* name_of(AmendmentKind kind);
const char* name_of(Consent consent);
std::optional<AmendmentState> find_amendment_state(std::string_view name);
std::optional<AmendmentKind> find_amendment_kind(std::string_view name);
std::optional<Consent> find_consent(std::string_view name);

}  // namespace tiendo::domain
