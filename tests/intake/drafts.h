// Intakes built by hand, and what soát says about them in one line each.
#pragma once

#include <string>
#include <vector>

#include "base/sentences.h"
#include "intake/check.h"

namespace tiendo::intake::testing {

using domain::Field;

struct Row {
  std::string number, title, lead = "Phòng Kế hoạch", coordinating = {}, deliverable = "Báo cáo", leader = "PGĐ Sở Lê An", note = {},
                             due = {};
  int month = 7;
  std::string section = "I";
};

inline void fill(RowDraft& draft, const Row& row) {
  draft.section = row.section;
  if (row.month) draft.month = row.month;
  if (row.month) draft.quarter = (row.month + 2) / 3;
  draft[Field::number].text = row.number;
  draft[Field::title].text = row.title;
  draft[Field::lead].text = row.lead;
  draft[Field::coordinating].text = row.coordinating;
  draft[Field::deliverable].text = row.deliverable;
  draft[Field::directing_leader].text = row.leader;
  draft[Field::note].text = row.note;
  draft[Field::due].text = row.due;
}

inline void add_proposal(Intake& intake, const Row& row, std::string group_note = {}) {
  ProposalDraft draft;
  fill(draft, row);
  draft.order = static_cast<int>(intake.proposals.size()) + 1;
  draft.group_note = std::move(group_note);
  intake.proposals.push_back(std::move(draft));
}

// A programme of the second half of 2025 with the usual seven columns and the sections "I" (quarter III) and "II" (quarter IV).
inline Intake programme(const std::vector<Row>& rows) {
  Intake intake;
  intake.title = "Nhiệm vụ cụ thể trong 6 tháng cuối năm 2025";
  for (const auto field :
       {Field::number, Field::title, Field::lead, Field::coordinating, Field::deliverable, Field::directing_leader, Field::note}) {
    intake.columns.push_back({std::string(domain::name_of(field)), field});
  }
  intake.sections = {{"I", "Quý III", 3, std::nullopt}, {"II", "Quý IV", 4, std::nullopt}};
  for (const auto& row : rows) {
    TaskDraft draft;
    fill(draft, row);
    intake.tasks.push_back(std::move(draft));
  }
  return intake;
}

// "Quý III, số 2: two_leads(…)", without the keys that `but` names.
inline std::vector<std::string> said(const Intake& intake, const std::vector<std::string>& but = {}) {
  std::vector<std::string> out;
  for (const auto& problem : check(intake)) {
    if (std::find(but.begin(), but.end(), problem.key) != but.end()) continue;
    std::string line = problem.where.label + (problem.where.label.empty() ? "" : ": ") + problem.key;
    std::string arguments;
    for (const auto& argument : problem.arguments) arguments += (arguments.empty() ? "" : "|") + argument;
    out.push_back(line + "(" + arguments + ")");
  }
  return out;
}

}  // namespace tiendo::intake::testing
