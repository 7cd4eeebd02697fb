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

// A unit answers for the tasks that it leads; where it proposes something to another one, that stands there too.
bool is_shown(const Task& task, UnitId unit, const Proposal* proposal) {
  return proposal || std::ranges::count(task.lead_units, unit) > 0;
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

void count(AnsweredMonth& month, const Proposal* proposal) {
  auto& totals = month.totals;
  totals.tasks += !proposal || proposal->kind != ProposalKind::add;
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
  void add(Task task, const Proposal* proposal) {
    AnsweredMonth& month = months_[task.month.value_or(0)];
    month.month = task.month;
    month.totals.month = task.month;
    count(month, proposal);
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
    const auto own = std::ranges::find_if(proposals, [&](const Proposal& each) { return each.unit == unit.unit && each.task == task.id; });
    const Proposal* proposal = own == proposals.end() ? nullptr : &*own;
    if (is_shown(task, unit.unit, proposal)) months.add(task, proposal);
  }
  for (const Proposal& proposal : proposals)
    if (proposal.unit == unit.unit && !proposal.task) months.add(task_said(proposal, sent.programme), &proposal);
  for (const int month : all_months)
    if (!months.has(month)) answer.idle_months.push_back(month);
  answer.months = months.take();
  return answer;
}

}  // namespace

reports::ConsultationTable consultation_table(const store::Reader& reader, const domain::Consultation& consultation,
                                              std::optional<UnitId> only) {
  const auto sent = version_file(reader, consultation.agency, consultation.sent);
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
