#include "actions/consultation_table.h"

#include <algorithm>
#include <map>
#include <set>

#include <boost/json.hpp>

#include "actions/freeze_version.h"
#include "actions/task_edit_json.h"
#include "store/consultations.h"

namespace tiendo::actions {
namespace {

using domain::Proposal;
using domain::ProposalKind;
using domain::Task;
using domain::UnitId;
using reports::AnsweredMonth;
using reports::UnitAnswer;

bool is_led_by(const Task& task, UnitId unit) {
  return std::ranges::count(task.lead_units, unit) > 0;
}

// What an addition, or a row of a file that means no task, says of itself.
Task task_said(const Proposal& proposal, const domain::Programme& programme) {
  Task task;
  const auto edit = edit_from_json(boost::json::parse(proposal.edit).as_object());
  if (edit.texts.contains("title")) write(task, edit, programme.column_headers);
  if (task.title.empty()) task.title = proposal.title;
  task.month = proposal.month;
  task.number = proposal.kind == ProposalKind::add ? "" : proposal.number;
  return task;
}

void count(AnsweredMonth& month, const Proposal* proposal, bool is_task) {
  auto& totals = month.totals;
  totals.tasks += is_task;
  if (!proposal) return;
  switch (proposal->kind) {
    case ProposalKind::keep:
      ++totals.kept;
      break;
    case ProposalKind::drop:
      ++totals.dropped;
      break;
    case ProposalKind::add:
      ++totals.added;
      break;
    case ProposalKind::move:
      ++totals.moved;
      break;
    case ProposalKind::amend:
      ++totals.amended;
      break;
  }
}

class Months {
 public:
  void add(Task task, const Proposal* proposal, bool is_task) {
    AnsweredMonth& month = months_[task.month.value_or(0)];
    month.month = task.month;
    month.totals.month = task.month;
    count(month, proposal, is_task);
    month.tasks.push_back({std::move(task), proposal ? std::optional(*proposal) : std::nullopt});
  }
  std::vector<AnsweredMonth> take() {
    std::vector<AnsweredMonth> all;
    for (auto& [number, month] : months_) all.push_back(std::move(month));
    return all;
  }
  bool has(int month) const { return months_.contains(month); }

 private:
  std::map<int, AnsweredMonth> months_;
};

UnitAnswer answer_of_unit(const domain::Consultation& consultation, const domain::ConsultedUnit& unit, const reports::ProgrammeFile& sent,
                          const std::vector<Proposal>& proposals) {
  UnitAnswer answer{.id = unit.unit, .answer = answer_of(consultation, unit)};
  Months months;
  std::set<int> all_months;
  for (const Task& task : sent.tasks) {
    if (task.month) all_months.insert(*task.month);
    bool is_first = true;
    for (const Proposal& proposal : proposals) {  // a file may say two things to one task: both are shown
      if (proposal.unit != unit.unit || proposal.task != task.id) continue;
      months.add(task, &proposal, is_first);
      is_first = false;
    }
    if (is_first && is_led_by(task, unit.unit)) months.add(task, nullptr, true);
  }
  for (const Proposal& proposal : proposals)
    if (proposal.unit == unit.unit && !proposal.task) months.add(task_said(proposal, sent.programme), &proposal, false);
  for (const int month : all_months)
    if (!months.has(month)) answer.idle_months.push_back(month);
  answer.months = months.take();
  return answer;
}

}  // namespace

reports::ConsultationTable consultation_table(const store::Reader& reader, const domain::Consultation& consultation,
                                              std::optional<UnitId> only) {
  const auto sent = version_of_units_today(reader, consultation.agency, consultation.sent);
  const auto proposals = store::proposals(reader, consultation.agency, consultation.id);
  const auto names = reader.names(consultation.agency);
  const auto agency = reader.find_agency(consultation.agency);
  reports::ConsultationTable table{.agency = agency ? agency->name : "",
                                   .title = sent.programme.title,
                                   .version = store::version(reader, consultation.agency, consultation.sent).number,
                                   .sent_on = local_date(consultation.sent_at),
                                   .due_on = consultation.due_on};
  for (const auto& unit : consultation.units) {
    if (only && unit.unit != *only) continue;
    auto answer = answer_of_unit(consultation, unit, sent, proposals);
    const auto* known = names->find_unit(unit.unit);
    answer.unit = known ? known->name : unit.unit.text();
    table.units.push_back(std::move(answer));
  }
  return table;
}

}  // namespace tiendo::actions
