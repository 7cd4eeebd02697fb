// A version is sent to the units, and what each answers to it: keep, drop, add, move or amend, with a reason (R09). The office
// recommends, the leader who directs the task decides. Silence is agreement (NĐ 191/2026/NĐ-CP Điều 12, Điều 17).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/version.h"

namespace tiendo::domain {

struct ConsultationEntity;
struct ProposalEntity;
using ConsultationId = Id<ConsultationEntity>;
using ProposalId = Id<ProposalEntity>;

enum class ConsultationState {
  open,       // units answer
  closed,     // answered or silent; leaders decide
  settled,    // what was accepted is in the programme
  withdrawn,  // taken back by the office
};

enum class ProposalKind { keep, drop, add, move, amend };
enum class Opinion { none, accept, refuse };  // the office's recommendation, the leader's decision

// Working days that units are given (NĐ 191/2026/NĐ-CP Điều 12).
inline constexpr int fewest_days_to_answer = 2, most_days_to_answer = 5, usual_days_to_answer = 3;

struct Proposal {
  ProposalId id;
  UnitId unit;
  ProposalKind kind = ProposalKind::keep;
  std::optional<TaskId> task;  // none: to add, or a row of a file that reads like no task of the version sent
  std::string number, title;   // as printed in the version sent, or as the file has them (R03)
  std::optional<int> month;    // where it stands there; of an addition: where it shall stand
  std::string edit;            // JSON (actions/task_edit_json.h): what an addition, a move, an amendment shall say
  std::string words;           // the reason
  Actor by;
  Instant at{};
  bool is_from_file = false;
  Opinion recommendation = Opinion::none;
  std::string recommendation_words;
  Opinion decision = Opinion::none;
  std::string decision_words;
  std::optional<Actor> decided_by;
  std::optional<Instant> decided_at;

  bool asks_nothing() const { return kind == ProposalKind::keep; }
};

struct ConsultedUnit {
  UnitId unit;
  std::optional<Instant> answered_at;
  std::string answered_by;
};

struct Consultation {
  ConsultationId id;
  AgencyId agency;
  ProgrammeId programme;
  VersionId sent;
  ConsultationState state = ConsultationState::open;
  Instant sent_at{};
  Date due_on;  // the last working day to answer
  std::string words;
  std::vector<ConsultedUnit> units;
  std::optional<VersionId> led_to;
  int version = 1;
};

// What a unit's answer amounts to once the consultation is closed.
enum class Answer { awaited, answered, silent };  // silent: taken as agreement
Answer answer_of(const Consultation& consultation, const ConsultedUnit& unit);

// Whether the office may close it on that day: everybody has answered, or the last day has passed.
bool may_close(const Consultation& consultation, Date today);

// Throws conflict "proposals_undecided" with how many proposals wait for a decision.
void check_can_be_settled(const std::vector<Proposal>& proposals);

// Months of a year as a unit's answer counts them: what it has, what it proposes.
struct MonthTotals {
  std::optional<int> month;  // none: tasks without a month
  int tasks = 0, kept = 0, dropped = 0, added = 0, moved = 0, amended = 0;
};

const char* name_of(ConsultationState state);
const char* name_of(ProposalKind kind);
const char* name_of(Opinion opinion);
const char* name_of(Answer answer);
std::optional<ConsultationState> find_consultation_state(std::string_view name);
std::optional<ProposalKind> find_proposal_kind(std::string_view name);
std::optional<Opinion> find_opinion(std::string_view name);

}  // namespace tiendo::domain
