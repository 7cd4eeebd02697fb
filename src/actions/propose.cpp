#include "actions/propose.h"

#include <algorithm>

#include <boost/json.hpp>

#include "actions/consultation.h"
#include "actions/create_intake.h"
#include "actions/freeze_version.h"
#include "actions/move_programme.h"
#include "actions/task_edit_json.h"
#include "base/error.h"
#include "base/text.h"
#include "domain/tokens.h"
#include "intake/proposal_match.h"
#include "intake/stored_drafts.h"
#include "store/consultations.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;
using domain::Consultation;
using domain::ConsultationState;
using domain::ConsultedUnit;
using domain::Field;
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

bool is_office(const store::Reader& reader, const domain::Actor& actor) {
  const auto user = reader.find_user(actor.agency, actor.user);
  return !actor.user || (user && may(user->role, domain::Right::edit_programmes));
}

// While units may answer: the office may put down for a unit what came late, as long as the consultation is not closed.
Consultation open_for(const store::Reader& reader, const domain::Actor& actor, domain::ConsultationId id, UnitId unit, Instant now) {
  const Consultation consultation = store::consultation(reader, actor.agency, id);
  if (!may_answer_for(reader, actor, unit)) throw Error(ErrorCode::forbidden, "not_yours_to_do");
  if (std::ranges::find(consultation.units, unit, &ConsultedUnit::unit) == consultation.units.end())
    throw Error(ErrorCode::not_found, "unit_not_consulted");
  const bool is_over =
      consultation.state != ConsultationState::open || (local_date(now) > consultation.due_on && !is_office(reader, actor));
  if (is_over) throw Error(ErrorCode::conflict, "consultation_over");
  return consultation;
}

bool is_of(const Task& task, UnitId unit) {
  return std::ranges::count(task.lead_units, unit) > 0 || std::ranges::count(task.coordinating_units, unit) > 0;
}

const Task& task_sent(const std::vector<Task>& sent, domain::TaskId id, UnitId unit) {
  const auto found = std::ranges::find(sent, id, &Task::id);
  if (found == sent.end()) throw Error(ErrorCode::not_found, "task_not_found");
  if (!is_of(*found, unit)) throw Error(ErrorCode::conflict, "task_of_other_unit");
  return *found;
}

void check_wish(const ProposalWish& wish, const std::string& words) {
  if ((wish.kind == ProposalKind::add) == wish.task.has_value()) throw Error(ErrorCode::invalid, "bad_field", {"task"});
  if (wish.kind == ProposalKind::add) {
    Task task;
    write(task, wish.edit, {});
  }
  if (wish.kind == ProposalKind::move && !(wish.edit.month && *wish.edit.month)) throw Error(ErrorCode::invalid, "bad_field", {"month"});
  if (wish.kind == ProposalKind::amend && wish.edit.texts.empty()) throw Error(ErrorCode::invalid, "bad_field", {"edit"});
  if (wish.kind != ProposalKind::keep && wish.kind != ProposalKind::add && words.empty()) throw Error(ErrorCode::invalid, "reason_missing");
}

// "chuyển sang tháng 12": the month that the remark names last.
std::optional<int> month_named(std::string_view remark) {
  static const domain::WordSet month{"tháng"};
  const auto in = domain::tokens(remark);
  std::optional<int> found;
  for (std::size_t at = 0; at + 1 < in.size(); ++at) {
    if (!month.has(in[at]) || !in[at + 1].is_number()) continue;
    const int number = domain::whole(in[at + 1].text);
    if (number >= 1 && number <= 12) found = number;
  }
  return found;
}

struct Cell {
  Field field;
  const char* name;
  std::string Task::*text;
};
constexpr Cell cells[] = {{Field::title, "title", &Task::title},
                          {Field::lead, "lead", &Task::lead},
                          {Field::coordinating, "coordinating", &Task::coordinating},
                          {Field::deliverable, "deliverable", &Task::deliverable},
                          {Field::directing_leader, "directing_leader", &Task::directing_leader}};

// Of an amendment only what reads otherwise than the task that was sent; a month that nobody named is left for the office to ask.
TaskEdit edit_from(const intake::ProposalDraft& row, ProposalKind kind, const std::string& remark, const Task* sent) {
  TaskEdit edit;
  const auto month = kind == ProposalKind::move ? month_named(remark) : kind == ProposalKind::add ? row.month : std::nullopt;
  if (month) edit.month = month;
  if (kind != ProposalKind::add && kind != ProposalKind::amend) return edit;
  for (const auto& [field, name, text] : cells) {
    const std::string& wanted = row[field].text;
    if (!wanted.empty() && (!sent || search_key(wanted) != search_key(sent->*text))) edit.texts[name] = wanted;
  }
  return edit;
}

// The number printed in the version sent decides between tasks that read alike, and finds one whose words were cut short (R03).
std::optional<std::size_t> by_number(const std::vector<Task>& sent, const intake::ProposalDraft& row, UnitId unit) {
  std::optional<std::size_t> found;
  for (std::size_t at = 0; at < sent.size(); ++at) {
    if (sent[at].number != row[Field::number].text || sent[at].month != row.month || !is_of(sent[at], unit)) continue;
    const auto key = search_key(sent[at].title), wanted = search_key(row[Field::title].text);
    if (key.starts_with(wanted) || wanted.starts_with(key)) found = at;
  }
  return found;
}

class FileReading {
 public:
  FileReading(const domain::Actor& actor, UnitId unit, const std::vector<Task>& sent, Instant now)
      : actor_(actor), unit_(unit), sent_(sent), now_(now) {}

  std::vector<Proposal> read(intake::Intake file, const domain::Programme& programme) {
    intake::Intake both = intake::drafts_of(programme, sent_);
    both.proposals = std::move(file.proposals);
    if (both.proposals.empty())  // a table without a section of its own: each row is an answer
      for (const auto& task : file.tasks) both.proposals.push_back({task, 0, ""});
    std::vector<Proposal> all;
    for (const auto& match : intake::match_proposals(both)) all.push_back(proposal(both, match));
    return all;
  }

 private:
  Proposal proposal(const intake::Intake& both, const intake::ProposalMatch& match) const {
    const auto& row = both.proposals[static_cast<std::size_t>(match.proposal)];
    const std::string remark = intake::remark_of(row);
    Proposal one{.id = domain::ProposalId::make(now_),
                 .unit = unit_,
                 .kind = kind_of(match.kind),
                 .number = row[Field::number].text,
                 .title = row[Field::title].text,
                 .month = row.month,
                 .words = remark,
                 .by = actor_,
                 .at = now_,
                 .is_from_file = true};
    const Task* task = one.kind == ProposalKind::add ? nullptr : task_meant(row, match);
    if (task) one.task = task->id;
    one.edit = json::serialize(edit_as_json(edit_from(row, one.kind, remark, task)));
    return one;
  }

  // A unit speaks of its own tasks: what reads like another's is left for the office to place.
  const Task* task_meant(const intake::ProposalDraft& row, const intake::ProposalMatch& match) const {
    if (const auto found = by_number(sent_, row, unit_)) return &sent_[*found];
    if (!match.task) return nullptr;
    const Task& alike = sent_[static_cast<std::size_t>(*match.task)];
    return is_of(alike, unit_) ? &alike : nullptr;
  }

  static ProposalKind kind_of(intake::ProposalKind kind) {
    using From = intake::ProposalKind;
    switch (kind) {
      case From::drop:
        return ProposalKind::drop;
      case From::add:
        return ProposalKind::add;
      case From::amend:
        return ProposalKind::amend;
      case From::move:
        return ProposalKind::move;
      case From::keep:
        break;
    }
    return ProposalKind::keep;
  }

  domain::Actor actor_;
  UnitId unit_;
  const std::vector<Task>& sent_;
  Instant now_;
};

void mark_answered(Consultation& consultation, const domain::Actor& actor, UnitId unit, Instant now) {
  auto& answered = *std::ranges::find(consultation.units, unit, &ConsultedUnit::unit);
  answered.answered_at = now;
  answered.answered_by = actor.name;
}

}  // namespace

bool may_answer_for(const store::Reader& reader, const domain::Actor& actor, UnitId unit) {
  if (is_office(reader, actor)) return true;
  const auto user = reader.find_user(actor.agency, actor.user);
  return user && may(user->role, domain::Right::propose) && user->unit == unit;
}

Proposal propose(store::Store& store, const domain::Actor& actor, domain::ConsultationId id, UnitId unit, const ProposalWish& wish,
                 Instant now) {
  auto writer = store.begin();
  Consultation consultation = open_for(writer, actor, id, unit, now);
  const std::string words = tidied(wish.words);
  check_wish(wish, words);
  Proposal proposal{.id = domain::ProposalId::make(now),
                    .unit = unit,
                    .kind = wish.kind,
                    .task = wish.task,
                    .edit = json::serialize(edit_as_json(wish.edit)),
                    .words = words,
                    .by = actor,
                    .at = now};
  if (wish.task) {
    const auto sent = version_of_units_today(writer, actor.agency, consultation.sent).tasks;
    const Task& task = task_sent(sent, *wish.task, unit);
    proposal.number = task.number;
    proposal.title = task.title;
    proposal.month = task.month;
    for (const Proposal& earlier : store::proposals(writer, actor.agency, id))
      if (earlier.unit == unit && earlier.task == wish.task) store::remove(writer, actor.agency, earlier.id);
  } else {
    proposal.title = collapse_blanks(wish.edit.texts.at("title"));
    proposal.month = wish.edit.month.value_or(std::nullopt);
  }
  store::save(writer, actor.agency, id, proposal);
  record(writer, actor, "proposal_made", consultation,
         {{"unit", unit.text()}, {"kind", name_of(wish.kind)}, {"task", wish.task ? json::value(wish.task->text()) : json::value()}}, now);
  writer.commit();
  return proposal;
}

void take_back_proposal(store::Store& store, const domain::Actor& actor, domain::ConsultationId id, domain::ProposalId proposal,
                        Instant now) {
  auto writer = store.begin();
  const auto all = store::proposals(writer, actor.agency, store::consultation(writer, actor.agency, id).id);
  const auto found = std::ranges::find(all, proposal, &Proposal::id);
  if (found == all.end()) throw Error(ErrorCode::not_found, "proposal_not_found");
  const Consultation consultation = open_for(writer, actor, id, found->unit, now);
  store::remove(writer, actor.agency, proposal);
  record(writer, actor, "proposal_taken_back", consultation, {{"unit", found->unit.text()}}, now);
  writer.commit();
}

void finish_answer(store::Store& store, const domain::Actor& actor, domain::ConsultationId id, UnitId unit, Instant now) {
  auto writer = store.begin();
  Consultation consultation = open_for(writer, actor, id, unit, now);
  mark_answered(consultation, actor, unit, now);
  store::save(writer, consultation);
  record(writer, actor, "consultation_answered", consultation, {{"unit", unit.text()}}, now);
  writer.commit();
}

FileAnswer answer_by_file(store::Store& store, const domain::Actor& actor, domain::ConsultationId id, UnitId unit, std::string_view bytes,
                          std::string_view name, Instant now, const formats::Progress& progress) {
  open_for(store.read(), actor, id, unit, now);
  intake::Intake file = read_document(store.read(), actor.agency, bytes, name, progress);
  if (file.proposals.empty() && file.tasks.empty()) throw Error(ErrorCode::invalid, "no_proposals");
  FileAnswer answer;
  for (const auto& row : file.proposals)
    if (!row.group_note.empty()) answer.remarks.push_back(row.group_note);

  auto writer = store.begin();
  Consultation consultation = open_for(writer, actor, id, unit, now);
  const auto version = version_of_units_today(writer, actor.agency, consultation.sent);
  const auto read = FileReading(actor, unit, version.tasks, now).read(std::move(file), version.programme);
  for (const Proposal& earlier : store::proposals(writer, actor.agency, id))
    if (earlier.unit == unit) store::remove(writer, actor.agency, earlier.id);
  for (const Proposal& proposal : read) {
    store::save(writer, actor.agency, id, proposal);
    if (!is_placed(proposal)) answer.unplaced.push_back(proposal.id);
    ++answer.taken;
  }
  mark_answered(consultation, actor, unit, now);
  store::save(writer, consultation);
  record(writer, actor, "consultation_answered", consultation,
         {{"unit", unit.text()},
          {"file", collapse_blanks(nfc(name))},
          {"sha256", writer.add_file(actor.agency, bytes)},
          {"proposals", answer.taken}},
         now);
  writer.commit();
  return answer;
}

}  // namespace tiendo::actions
