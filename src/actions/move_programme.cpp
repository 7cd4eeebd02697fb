#include "actions/move_programme.h"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "actions/add_unplanned.h"
#include "actions/completeness.h"
#include "actions/freeze_version.h"
#include "actions/next_programme.h"
#include "base/error.h"
#include "base/text.h"
#include "store/unplanned.h"

namespace tiendo::actions {
namespace {

using domain::Programme;
using domain::StageMove;

constexpr std::size_t longest_number = 20, longest_symbol = 30, longest_signer = 100;  // NĐ 30/2020/NĐ-CP, Phụ lục VI

std::string tidied(const std::string& text, std::size_t longest, const char* field) {
  std::string tidy = collapse_blanks(nfc(text));
  if (tidy.size() > longest * 4) throw Error(ErrorCode::invalid, "bad_field", {field});
  return tidy;
}

void check_said(const domain::StageRule& rule, const StageStep& step) {
  if (step.words.size() > longest_reason) throw Error(ErrorCode::invalid, "bad_field", {"words"});
  if (rule.needs_words && collapse_blanks(step.words).empty()) throw Error(ErrorCode::invalid, "reason_missing");
  if (rule.needs_decision && !step.decision) throw Error(ErrorCode::invalid, "decision_missing");
}

void check_complete(const store::Reader& reader, const Programme& programme, const StageStep& step) {
  if (step.move != StageMove::submit && step.move != StageMove::approve && step.move != StageMove::issue) return;
  const auto found = completeness(reader, programme.agency, programme.id);
  if (found.tasks == 0) throw Error(ErrorCode::conflict, "programme_empty");
  if (found.without_one_lead > 0) throw Error(ErrorCode::conflict, "leads_not_single", {std::to_string(found.without_one_lead)});
  const bool is_excepted = step.move != StageMove::approve || !collapse_blanks(step.words).empty();
  if (!found.open.empty() && !is_excepted) throw Error(ErrorCode::conflict, "incomplete", {std::to_string(found.open.size())});
}

void take_decision(Programme& programme, const domain::Decision& decision, Instant now) {
  programme.issued_on = decision.date;
  if (programme.is_planned) programme.planned_until = now;
  programme.is_planned = false;
  auto& attachment = programme.attachment;
  attachment.decision_number = decision.number;
  attachment.decision_symbol = decision.symbol;
  attachment.decision_date = vietnamese(decision.date);
}

// R06: a programme issued in September holds tasks of July; they are not overdue on its first day.
void count_lateness_from_issue(store::Writer& writer, const Programme& programme, Date issued, Instant now) {
  for (const auto& [task, kept] : writer.tasks_at_work(programme.agency, {.programme = programme.id, .open_only = true, .limit = -1})) {
    domain::Work work = kept;
    if (!work.due_on || *work.due_on >= issued) continue;
    work.due_on = issued;
    writer.save(work, now);
  }
}

}  // namespace

void expect_right(const store::Reader& reader, const domain::Actor& actor, domain::Right right) {
  if (!actor.user) return;  // the operator at the machine
  const auto user = reader.find_user(actor.agency, actor.user);
  if (!user || !may(user->role, right)) throw Error(ErrorCode::forbidden, "not_yours_to_do");
}

domain::Decision checked(domain::Decision decision, Date today) {
  decision.number = tidied(decision.number, longest_number, "number");
  decision.symbol = tidied(decision.symbol, longest_symbol, "symbol");
  decision.signer = tidied(decision.signer, longest_signer, "signer");
  if (decision.number.empty() || decision.signer.empty()) throw Error(ErrorCode::invalid, "decision_missing");
  if (decision.date > today) throw Error(ErrorCode::invalid, "bad_field", {"date"});
  if (!decision.symbol.empty() && decision.symbol.front() != '/') decision.symbol.insert(0, "/");
  return decision;
}

Programme move_programme(store::Store& store, const domain::Actor& actor, domain::ProgrammeId id, int version, const StageStep& step,
                         Instant now) {
  auto writer = store.begin();
  Programme programme = writer.programme(actor.agency, id);
  if (programme.version != version) throw Error(ErrorCode::conflict, "stale_version");
  refuse_unplanned_register(writer, programme);
  const auto& rule = stage_rule(programme.stage, step.move);
  if (step.move == StageMove::send || step.move == StageMove::amend)
    throw Error(ErrorCode::conflict, "stage_move_not_possible", {name_of(programme.stage), name_of(step.move)});
  expect_right(writer, actor, rule.right);
  check_said(rule, step);
  check_complete(writer, programme, step);

  const auto from = programme.stage;
  std::optional<domain::Decision> decision;
  if (rule.needs_decision) decision = checked(*step.decision, local_date(now));
  if (decision) {
    take_decision(programme, *decision, now);
    count_lateness_from_issue(writer, programme, decision->date, now);
    close_what_is_carried(writer, actor, programme, now);
  }
  programme.stage = rule.to;
  writer.save(programme);
  ++programme.version;
  if (rule.keeps_version) freeze_version(writer, actor, programme, rule.to, step.words, decision, now);
  writer.record(
      actor, "programme_moved", "programme", id.value(), boost::json::serialize(boost::json::object{{"stage", name_of(from)}}),
      boost::json::serialize(boost::json::object{{"stage", name_of(rule.to)}, {"move", name_of(step.move)}, {"words", step.words}}), now);
  writer.commit();
  return programme;
}

std::vector<StageMove> stage_moves_for(const store::Reader& reader, const domain::Actor& actor, const Programme& programme) {
  const auto user = reader.find_user(actor.agency, actor.user);
  std::vector<StageMove> moves;
  if (store::is_unplanned_register(reader, actor.agency, programme.id)) return moves;
  for (const auto& rule : domain::stage_rules())
    if (rule.from == programme.stage && user && may(user->role, rule.right)) moves.push_back(rule.move);
  return moves;
}

}  // namespace tiendo::actions
