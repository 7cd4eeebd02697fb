// A unit's proposals: what each means in this version, and whether the totals that it wrote agree with its rows.
#include <algorithm>

#include "base/text.h"
#include "domain/tokens.h"
#include "intake/checks/desk.h"
#include "intake/proposal_match.h"

namespace tiendo::intake::checks {
namespace {

struct Said {
  const char* key;
  Severity severity;
};

// By kind and whether the task was found.
Said said(const ProposalMatch& match) {
  const bool found = match.task.has_value();
  switch (match.kind) {
    case ProposalKind::drop:
      return found ? Said{"proposal_drop_open", Severity::warning} : Said{"proposal_drop_applied", Severity::info};
    case ProposalKind::add:
      return found ? Said{"proposal_add_applied", Severity::info} : Said{"proposal_add_open", Severity::warning};
    case ProposalKind::amend:
      return found ? Said{"proposal_amend_open", Severity::warning} : Said{"proposal_not_found", Severity::warning};
    case ProposalKind::move:
      return found ? Said{"proposal_move_open", Severity::warning} : Said{"proposal_not_found", Severity::warning};
    case ProposalKind::keep:
      break;
  }
  return found ? Said{"proposal_means_task", Severity::info} : Said{"proposal_not_found", Severity::warning};
}

struct GroupRows {
  std::vector<int> numbers;
  int drops = 0;  // rows whose own note says so
  int rows = 0;
};

GroupRows rows_of(const Intake& intake, const ProposalDraft& head, int month) {
  GroupRows out;
  for (const auto& proposal : intake.proposals) {
    if (proposal.section != head.section || proposal.month != month) continue;
    out.numbers.push_back(domain::whole(proposal[Field::number].text));
    out.drops += kind_of_note(remark_of(proposal)) == ProposalKind::drop;
    ++out.rows;
  }
  return out;
}

std::string listed_numbers(std::vector<int> numbers) {
  std::vector<std::string> out;
  for (const int number : numbers) out.push_back(std::to_string(number));
  return listed(out);
}

void check_total(const Desk& desk, std::size_t row, Problems& problems) {
  const auto& proposal = desk.intake.proposals[row];
  const auto note = read_group_note(proposal.group_note);
  const auto where = proposal_place(desk.intake, row, "group_note");
  const auto report = [&](const char* key, int month, std::string said_, std::string found) {
    problems.push_back({key, Severity::warning, where, {std::to_string(month), std::move(said_), std::move(found)}});
  };
  for (const int month : note.idle_months) {
    const auto found = rows_of(desk.intake, proposal, month);
    if (found.rows > 0) report("proposal_month_not_idle", month, "0", std::to_string(found.rows));
  }
  if (!note.idle_months.empty() || note.months.size() != 1) return;
  const int month = note.months.front();
  auto found = rows_of(desk.intake, proposal, month);
  if (note.tasks && *note.tasks != found.rows)
    report("proposal_total_differs", month, std::to_string(*note.tasks), std::to_string(found.rows));
  auto said_numbers = note.numbers, found_numbers = found.numbers;
  std::ranges::sort(said_numbers);
  std::ranges::sort(found_numbers);
  if (!said_numbers.empty() && said_numbers != found_numbers)
    report("proposal_numbers_differ", month, listed_numbers(note.numbers), listed_numbers(found.numbers));
  if (note.dropped && *note.dropped != found.drops)
    report("proposal_drops_differ", month, std::to_string(*note.dropped), std::to_string(found.drops));
}

}  // namespace

void check_proposals(const Desk& desk, Problems& problems) {
  for (const auto& match : match_proposals(desk.intake)) {
    const auto row = static_cast<std::size_t>(match.proposal);
    const auto& proposal = desk.intake.proposals[row];
    const auto [key, severity] = said(match);
    std::vector<std::string> arguments = {quoted(proposal[Field::title].text)};
    if (match.task) arguments.push_back(task_label(desk.intake, static_cast<std::size_t>(*match.task)));
    problems.push_back({key, severity, proposal_place(desk.intake, row), std::move(arguments)});
    if (!match.task) continue;
    const auto& task = desk.intake.tasks[static_cast<std::size_t>(*match.task)];
    if (proposal.month && task.month && proposal.month != task.month) {
      problems.push_back({"proposal_month_differs",
                          Severity::info,
                          proposal_place(desk.intake, row, "month"),
                          {std::to_string(*proposal.month), std::to_string(*task.month)}});
    }
  }
}

void check_proposal_totals(const Desk& desk, Problems& problems) {
  for (std::size_t row = 0; row < desk.intake.proposals.size(); ++row) {
    if (!desk.intake.proposals[row].group_note.empty()) check_total(desk, row, problems);
  }
}

}  // namespace tiendo::intake::checks
