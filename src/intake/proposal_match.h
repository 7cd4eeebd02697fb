// What a unit's proposals mean in this version of the list (R03): found by their words, never by their numbers alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/intake.h"

namespace tiendo::intake {

enum class ProposalKind { keep, drop, add, amend, move };

struct ProposalMatch {
  enum class Outcome {
    means_task,       // `task` is the one
    already_applied,  // to drop, and the list has it no more; to add, and `task` is there
    not_found,        // nothing in the list reads like it
  } outcome = Outcome::not_found;
  int proposal = 0;  // row of Intake::proposals
  ProposalKind kind = ProposalKind::keep;
  bool kind_from_group = false;  // only the group's note says so
  std::optional<int> task;       // row of Intake::tasks
  double similarity = 0;         // of the titles, 0..1
};

// One for each proposal, in order.
std::vector<ProposalMatch> match_proposals(const Intake& intake);

ProposalKind kind_of_note(std::string_view note);

// What the row itself says of its kind: the note, or where that is empty the columns without a field ("Ý kiến của đơn vị").
std::string remark_of(const ProposalDraft& proposal);

// "Tháng 8 Phòng … có 2 nhiệm vụ 64,65 đề xuất bỏ 1 nhiệm vụ 65"; "Tháng 9,11 phòng không có nhiệm vụ".
struct GroupNote {
  std::vector<int> months;
  std::optional<int> tasks, dropped;
  std::vector<int> numbers, dropped_numbers;
  std::vector<int> idle_months;  // months said to be without a task
};
GroupNote read_group_note(std::string_view text);

}  // namespace tiendo::intake
