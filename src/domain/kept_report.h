// The report of a period as an act of its own (R40, R54): written, submitted, approved and locked, for a unit or for the agency.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/report_period.h"
#include "domain/work.h"

namespace tiendo::domain {

struct KeptReportEntity;
using KeptReportId = Id<KeptReportEntity>;

enum class ReportState {
  draft,      // dự thảo: figures follow the record, words may change
  submitted,  // đã gửi: what it says is kept from here on
  approved,   // đã duyệt
  locked,     // đã khóa: the same for ever, until unlocked with a reason
};

enum class ReportMove { edit, submit, take_back, send_back, approve, lock, unlock };

enum class ReportDoer {
  writer,    // people of the unit; the office
  sender,    // the head of the unit; the office
  approver,  // of a unit's report the office or a leader, of the agency's a leader
  keeper,    // the office
};

struct ReportMoveRule {
  ReportMove move;
  ReportState from, to;
  ReportDoer by;
  bool needs_reason;
  bool by_another;  // than the one who submitted it
};

// Every move there is; what does not stand here is refused.
std::span<const ReportMoveRule> report_move_rules();
const ReportMoveRule* find_report_move_rule(ReportState from, ReportMove move);
// Throws conflict "report_move_not_possible" with the state and the move, invalid "reason_missing".
const ReportMoveRule& report_move_rule(ReportState from, ReportMove move, std::string_view reason = {});

// What people write beside the figures, each a few paragraphs.
struct ReportWords {
  std::string assessment;    // đánh giá chung
  std::string difficulties;  // khó khăn, vướng mắc
  std::string requests;      // kiến nghị, đề xuất
  std::string plans;         // phương hướng kỳ tới
  bool operator==(const ReportWords&) const = default;
};

inline constexpr std::size_t longest_report_words = 8000;  // letters, of each part

// Throws invalid "bad_field" with the name of the part that is too long.
void check(const ReportWords& words);

struct KeptReport {
  KeptReportId id;
  AgencyId agency;
  std::optional<UnitId> unit;  // none: of the agency
  ReportPeriod period;
  int cut_off_day = 14;  // as the agency had set it when the report was begun
  ReportState state = ReportState::draft;
  ReportWords words;
  bool nothing_arose = false;  // không phát sinh: the whole answer
  int round = 0;               // how often it was submitted; what each said is kept
  std::optional<Actor> submitted_by, approved_by, locked_by;
  std::optional<Instant> submitted_at, approved_at, locked_at;
  std::string reason;  // of the last sending back or unlocking
  int version = 1;
};

const char* name_of(ReportState state);
const char* name_of(ReportMove move);
std::optional<ReportState> find_report_state(std::string_view name);

}  // namespace tiendo::domain
