#include "actions/consultation.h"

#include <algorithm>
#include <set>

#include <boost/json.hpp>

#include "actions/add_task.h"
#include "actions/add_unplanned.h"
#include "actions/directors.h"
#include "actions/facts.h"
#include "actions/freeze_version.h"
#include "actions/move_programme.h"
#include "actions/task_edit_json.h"
#include "actions/unit_today.h"
#include "base/error.h"
#include "base/text.h"
#include "store/consultations.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;
using domain::Consultation;
using domain::ConsultationState;
using domain::Opinion;
using domain::Programme;
using domain::Proposal;
using domain::ProposalKind;
using domain::Task;
using domain::UnitId;

std::string tidied(const std::string& text) {
  std::string words = collapse_blanks(nfc(text));
  if (words.size() > longest_reason) throw Error(ErrorCode::invalid, "bad_field", {"words"});
  return words;
}

void record(store::Writer& writer, const domain::Actor& actor, const char* kind, const Consultation& consultation, json::object facts,
            Instant now) {
  facts["consultation"] = consultation.id.text();
  writer.record(actor, kind, "programme", consultation.programme.value(), "", json::serialize(facts), now);
}

std::vector<UnitId> leading_units(const std::vector<Task>& tasks) {
  std::set<UnitId> units;
  for (const Task& task : tasks) units.insert(task.lead_units.begin(), task.lead_units.end());
  return {units.begin(), units.end()};
}

std::vector<UnitId> units_asked(const store::Reader& reader, domain::AgencyId agency, const ConsultationWish& wish,
                                const std::vector<Task>& tasks) {
  if (wish.units.empty()) return leading_units(tasks);
  if (wish.units.size() > most_consulted_units) throw Error(ErrorCode::invalid, "bad_field", {"units"});
  const auto names = reader.names(agency);
  for (const UnitId unit : wish.units)
    if (!names->find_unit(unit)) throw Error(ErrorCode::not_found, "unit_not_found");
  auto units = wish.units;
  follow_units(*names, units);
  return units;
}

Consultation consultation_at(const store::Reader& reader, const domain::Actor& actor, domain::ConsultationId id, int version) {
  Consultation consultation = store::consultation(reader, actor.agency, id);
  if (consultation.version != version) throw Error(ErrorCode::conflict, "stale_version");
  return consultation;
}

void expect_closed(const Consultation& consultation) {
  if (consultation.state != ConsultationState::closed) throw Error(ErrorCode::conflict, "consultation_not_closed");
}

void expect_running(const Consultation& consultation) {
  const bool is_running = consultation.state == ConsultationState::open || consultation.state == ConsultationState::closed;
  if (!is_running) throw Error(ErrorCode::conflict, "consultation_over");
}

void expect_placed(const std::vector<Proposal>& proposals) {
  const auto unplaced =
      std::ranges::count_if(proposals, [](const Proposal& each) { return each.decision == Opinion::accept && !is_placed(each); });
  if (unplaced > 0) throw Error(ErrorCode::conflict, "proposals_unplaced", {std::to_string(unplaced)});
}

Proposal proposal_in(const store::Reader& reader, const Consultation& consultation, domain::ProposalId id) {
  const auto all = store::proposals(reader, consultation.agency, consultation.id);
  const auto found = std::ranges::find(all, id, &Proposal::id);
  if (found == all.end()) throw Error(ErrorCode::not_found, "proposal_not_found");
  return *found;
}

TaskEdit edit_of(const Proposal& proposal) {
  return edit_from_json(json::parse(proposal.edit).as_object());
}

// A task that another accepted proposal has dropped is gone: there is nothing left to change of it.
std::optional<Task> find_task(const store::Reader& reader, domain::AgencyId agency, const std::optional<domain::TaskId>& id) {
  if (!id) return std::nullopt;
  try {
    return reader.task(agency, *id);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::not_found) throw;
    return std::nullopt;
  }
}

// Of the quarter that the month lies in, under that quarter's heading.
void follow_month(const Programme& programme, const Task& task, TaskEdit& edit, store::Writer& writer, Instant now) {
  if (!edit.month || !*edit.month) return;
  const int quarter = (**edit.month + 2) / 3;
  edit.quarter = quarter;
  const auto section = std::ranges::find(programme.sections, std::optional(quarter), &domain::Section::quarter);
  if (section == programme.sections.end() || section->id == task.section) return;
  Task moved = task;
  moved.section = section->id;
  writer.save(moved, now);
}

void carry_out(store::Writer& writer, const domain::Actor& actor, const Programme& programme, const Proposal& proposal, Instant now) {
  if (proposal.kind == ProposalKind::add) {
    add_task(writer, actor, programme, edit_of(proposal), now);
    return;
  }
  const auto task = find_task(writer, actor.agency, proposal.task);
  if (!task) return;
  if (proposal.kind == ProposalKind::drop) {
    writer.remove_task(*task, now);
    writer.record(actor, "task_removed", "task", task->id.value(), json::serialize(facts_of(*task)), "", now);
    return;
  }
  TaskEdit edit = edit_of(proposal);
  follow_month(programme, *task, edit, writer, now);
  rewrite_task(writer, actor, writer.task(actor.agency, task->id), edit, now);
}

}  // namespace

Consultation send_consultation(store::Store& store, const domain::Actor& actor, domain::ProgrammeId id, int version,
                               const ConsultationWish& wish, Instant now) {
  if (wish.days < domain::fewest_days_to_answer || wish.days > domain::most_days_to_answer)
    throw Error(ErrorCode::invalid, "bad_field", {"days"});
  auto writer = store.begin();
  Programme programme = writer.programme(actor.agency, id);
  if (programme.version != version) throw Error(ErrorCode::conflict, "stale_version");
  refuse_unplanned_register(writer, programme);
  const auto& rule = stage_rule(programme.stage, domain::StageMove::send);
  const auto running = store::running_consultations(writer, actor.agency);
  if (std::ranges::find(running, id, &Consultation::programme) != running.end()) throw Error(ErrorCode::conflict, "consultation_running");
  const auto tasks = programme_file(writer, actor.agency, id).tasks;
  if (tasks.empty()) throw Error(ErrorCode::conflict, "programme_empty");

  Consultation consultation{.id = domain::ConsultationId::make(now), .agency = actor.agency, .programme = id, .sent_at = now};
  for (const UnitId unit : units_asked(writer, actor.agency, wish, tasks)) consultation.units.push_back({unit, std::nullopt, ""});
  consultation.due_on = writer.working_days(actor.agency).add_working_days(local_date(now), wish.days);
  consultation.words = tidied(wish.words);
  consultation.sent = freeze_version(writer, actor, programme, rule.to, consultation.words, std::nullopt, now).id;
  programme.stage = rule.to;
  writer.save(programme);
  store::add(writer, consultation);
  record(writer, actor, "consultation_sent", consultation, {{"units", consultation.units.size()}, {"due_on", iso(consultation.due_on)}},
         now);
  writer.commit();
  return consultation;
}

Consultation close_consultation(store::Store& store, const domain::Actor& actor, domain::ConsultationId id, int version, Instant now) {
  auto writer = store.begin();
  Consultation consultation = consultation_at(writer, actor, id, version);
  if (consultation.state != ConsultationState::open) throw Error(ErrorCode::conflict, "consultation_over");
  // What a unit has put down without sending it off is its answer: nothing is lost.
  for (const Proposal& proposal : store::proposals(writer, actor.agency, id)) {
    const auto unit = std::ranges::find(consultation.units, proposal.unit, &domain::ConsultedUnit::unit);
    if (unit != consultation.units.end() && !unit->answered_at && local_date(now) > consultation.due_on) {
      unit->answered_at = proposal.at;
      unit->answered_by = proposal.by.name;
    }
  }
  if (!may_close(consultation, local_date(now))) throw Error(ErrorCode::conflict, "consultation_not_due");
  consultation.state = ConsultationState::closed;
  store::save(writer, consultation);
  const auto silent = std::ranges::count_if(consultation.units, [](const auto& unit) { return !unit.answered_at; });
  record(writer, actor, "consultation_closed", consultation, {{"silent", silent}}, now);
  writer.commit();
  return store::consultation(store.read(), actor.agency, id);
}

Consultation withdraw_consultation(store::Store& store, const domain::Actor& actor, domain::ConsultationId id, int version, Instant now) {
  auto writer = store.begin();
  Consultation consultation = consultation_at(writer, actor, id, version);
  expect_running(consultation);
  consultation.state = ConsultationState::withdrawn;
  store::save(writer, consultation);
  Programme programme = writer.programme(actor.agency, consultation.programme);
  programme.stage = stage_rule(programme.stage, domain::StageMove::withdraw).to;
  writer.save(programme);
  record(writer, actor, "consultation_withdrawn", consultation, {}, now);
  writer.commit();
  return store::consultation(store.read(), actor.agency, id);
}

void recommend(store::Store& store, const domain::Actor& actor, domain::ConsultationId id, domain::ProposalId proposal_id, Opinion opinion,
               const std::string& words, Instant now) {
  auto writer = store.begin();
  const Consultation consultation = store::consultation(writer, actor.agency, id);
  expect_running(consultation);
  Proposal proposal = proposal_in(writer, consultation, proposal_id);
  if (proposal.decision != Opinion::none) throw Error(ErrorCode::conflict, "proposal_decided");
  proposal.recommendation = opinion;
  proposal.recommendation_words = tidied(words);
  store::save(writer, actor.agency, id, proposal);
  record(writer, actor, "proposal_recommended", consultation, {{"proposal", proposal_id.text()}, {"opinion", name_of(opinion)}}, now);
  writer.commit();
}

bool is_placed(const Proposal& proposal) {
  if (proposal.kind == ProposalKind::add) return true;
  return proposal.task && (proposal.kind != ProposalKind::move || edit_of(proposal).month);
}

void place_proposal(store::Store& store, const domain::Actor& actor, domain::ConsultationId id, domain::ProposalId proposal_id,
                    domain::TaskId task, std::optional<int> month, Instant now) {
  auto writer = store.begin();
  const Consultation consultation = store::consultation(writer, actor.agency, id);
  expect_running(consultation);
  Proposal proposal = proposal_in(writer, consultation, proposal_id);
  if (proposal.decision != Opinion::none) throw Error(ErrorCode::conflict, "proposal_decided");
  const auto sent = version_file(writer, actor.agency, consultation.sent).tasks;
  if (std::ranges::find(sent, task, &Task::id) == sent.end()) throw Error(ErrorCode::not_found, "task_not_found");
  proposal.task = task;
  if (month && proposal.kind == ProposalKind::move) {
    TaskEdit edit = edit_of(proposal);
    edit.month = month;
    proposal.edit = json::serialize(edit_as_json(edit));
  }
  store::save(writer, actor.agency, id, proposal);
  record(writer, actor, "proposal_placed", consultation, {{"proposal", proposal_id.text()}, {"task", task.text()}}, now);
  writer.commit();
}

std::optional<domain::Holder> decides_as(const store::Reader& reader, const domain::Actor& actor, const Consultation& consultation,
                                         const Proposal& proposal, Date today) {
  if (proposal.asks_nothing() || proposal.by.user == actor.user) return std::nullopt;
  const auto before = find_task(reader, consultation.agency, proposal.task);
  std::optional<Task> after = before;
  const TaskEdit edit = edit_of(proposal);
  const auto leader = edit.texts.find("directing_leader");
  if (leader != edit.texts.end()) (after ? *after : after.emplace()).directing_leader = leader->second;
  return decides_as(reader, actor, directors(reader, consultation.agency, before, after), today);
}

void decide_proposals(store::Store& store, const domain::Actor& actor, domain::ConsultationId id,
                      const std::vector<ProposalDecision>& decisions, Instant now) {
  auto writer = store.begin();
  const Consultation consultation = store::consultation(writer, actor.agency, id);
  expect_closed(consultation);
  for (const ProposalDecision& decision : decisions) {
    Proposal proposal = proposal_in(writer, consultation, decision.proposal);
    const auto holder = decides_as(writer, actor, consultation, proposal, local_date(now));
    if (!holder) throw Error(ErrorCode::forbidden, "not_yours_to_do");
    const auto by = named_with(writer, actor, holder->instead_of);
    proposal.decision = decision.opinion;
    proposal.decision_words = tidied(decision.words);
    proposal.decided_by = by;
    proposal.decided_at = now;
    store::save(writer, actor.agency, id, proposal);
    record(writer, by, "proposal_decided", consultation,
           {{"proposal", proposal.id.text()}, {"opinion", name_of(decision.opinion)}, {"words", proposal.decision_words}}, now);
  }
  writer.commit();
}

domain::Version settle_consultation(store::Store& store, const domain::Actor& actor, domain::ConsultationId id, int version, Instant now) {
  auto writer = store.begin();
  Consultation consultation = consultation_at(writer, actor, id, version);
  expect_closed(consultation);
  const auto proposals = store::proposals(writer, actor.agency, id);
  check_can_be_settled(proposals);
  expect_placed(proposals);
  const Programme programme = writer.programme(actor.agency, consultation.programme);
  for (const ProposalKind kind : {ProposalKind::amend, ProposalKind::move, ProposalKind::add, ProposalKind::drop})
    for (const Proposal& proposal : proposals)
      if (proposal.kind == kind && proposal.decision == Opinion::accept) carry_out(writer, actor, programme, proposal, now);
  renumber(writer, actor, programme.id, now);
  const auto kept = freeze_version(writer, actor, programme, domain::Stage::consulted, consultation.words, std::nullopt, now);
  consultation.state = ConsultationState::settled;
  consultation.led_to = kept.id;
  store::save(writer, consultation);
  record(writer, actor, "consultation_settled", consultation, {{"version", kept.number}}, now);
  writer.commit();
  return kept;
}

}  // namespace tiendo::actions
