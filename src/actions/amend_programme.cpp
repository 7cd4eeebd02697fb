#include "actions/amend_programme.h"

#include <algorithm>

#include "actions/add_task.h"
#include "actions/delegate.h"
#include "actions/directors.h"
#include "actions/facts.h"
#include "actions/freeze_version.h"
#include "actions/move_programme.h"
#include "actions/task_edit_json.h"
#include "actions/understand.h"
#include "base/error.h"
#include "base/text.h"
#include "store/amendments.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;
using domain::Amendment;
using domain::AmendmentChange;
using domain::AmendmentKind;
using domain::AmendmentState;
using domain::Consent;
using domain::Programme;
using domain::Task;

std::string said(const std::string& text, bool is_needed) {
  std::string words = collapse_blanks(nfc(text));
  if (words.size() > longest_reason) throw Error(ErrorCode::invalid, "bad_field", {"reason"});
  if (words.empty() && is_needed) throw Error(ErrorCode::invalid, "reason_missing");
  return words;
}

TaskEdit edit_of(const AmendmentChange& change) {
  return edit_from_json(json::parse(change.edit).as_object());
}

Task written(Task task, const AmendmentChange& change, const Programme& programme) {
  write(task, edit_of(change), programme.column_headers);
  return task;
}

void check_wish(const store::Reader& reader, const Programme& programme, const AmendmentChange& change) {
  if (change.kind == AmendmentKind::add) {
    written({}, change, programme);
    return;
  }
  const Task task = reader.task(programme.agency, change.task.value_or(domain::TaskId()));
  if (task.programme != programme.id) throw Error(ErrorCode::not_found, "task_not_found");
  if (change.kind == AmendmentKind::drop) return;
  const Task after = written(task, change, programme);
  const auto edit = edit_of(change);
  const bool is_other_period = edit.due_period && *edit.due_period != task.due_period;
  if (difference(task, after).after.empty() && !is_other_period) throw Error(ErrorCode::conflict, "nothing_changes");
}

Amendment open_amendment(store::Writer& writer, const domain::Actor& actor, domain::ProgrammeId programme, Instant now) {
  if (auto open = store::find_open_amendment(writer, actor.agency, programme)) return *open;
  Amendment amendment{
      .id = domain::AmendmentId::make(now), .agency = actor.agency, .programme = programme, .opened_at = now, .opened_by = actor};
  store::add(writer, amendment);
  return amendment;
}

void record(store::Writer& writer, const domain::Actor& actor, const char* kind, const Amendment& amendment, json::object facts,
            Instant now) {
  writer.record(actor, kind, "programme", amendment.programme.value(), "", json::serialize(facts), now);
}

Amendment amendment_open(const store::Reader& reader, const domain::Actor& actor, domain::AmendmentId id) {
  Amendment amendment = store::amendment(reader, actor.agency, id);
  if (amendment.state != AmendmentState::open) throw Error(ErrorCode::conflict, "amendment_not_open");
  return amendment;
}

AmendmentChange& change_in(Amendment& amendment, domain::AmendmentChangeId id) {
  const auto found = std::ranges::find(amendment.changes, id, &AmendmentChange::id);
  if (found == amendment.changes.end()) throw Error(ErrorCode::not_found, "change_not_found");
  return *found;
}

void carry_out(store::Writer& writer, const domain::Actor& actor, const Programme& programme, const AmendmentChange& change, Instant now) {
  if (change.kind == AmendmentKind::add) {
    add_task(writer, actor, programme, edit_of(change), now);
    return;
  }
  const Task before = writer.task(actor.agency, *change.task);
  if (change.kind == AmendmentKind::change) {
    rewrite_task(writer, actor, before, edit_of(change), now);
    return;
  }
  writer.remove_task(before, now);
  writer.record(actor, "task_removed", "task", before.id.value(), json::serialize(facts_of(before)), "", now);
}

}  // namespace

ShownChange shown(const store::Reader& reader, const Amendment& amendment, const AmendmentChange& change) {
  ShownChange both;
  const Programme programme = reader.programme(amendment.agency, amendment.programme);
  if (change.task) {
    try {
      both.before = reader.task(amendment.agency, *change.task);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::not_found) throw;  // dropped by this amendment or a later one
    }
  }
  if (change.kind != AmendmentKind::drop) both.after = written(both.before.value_or(Task{}), change, programme);
  return both;
}

std::optional<domain::Holder> answers_as(const store::Reader& reader, const domain::Actor& actor, const Amendment& amendment,
                                         const AmendmentChange& change, Date today) {
  if (change.asked_by.user == actor.user) return std::nullopt;
  const auto both = shown(reader, amendment, change);
  return decides_as(reader, actor, directors(reader, amendment.agency, both.before, both.after), today);
}

Amendment ask_change(store::Store& store, const domain::Actor& actor, domain::ProgrammeId id, const ChangeWish& wish, Instant now) {
  auto writer = store.begin();
  const Programme programme = writer.programme(actor.agency, id);
  if (!is_in_force(programme.stage)) throw Error(ErrorCode::conflict, "programme_not_in_force", {name_of(programme.stage)});
  AmendmentChange change{.id = domain::AmendmentChangeId::make(now),
                         .kind = wish.kind,
                         .task = wish.task,
                         .edit = json::serialize(edit_as_json(wish.edit)),
                         .reason = said(wish.reason, true),
                         .asked_by = actor};
  check_wish(writer, programme, change);
  const Amendment amendment = open_amendment(writer, actor, id, now);
  for (const auto& earlier : amendment.changes)
    if (earlier.task && earlier.task == change.task) store::remove(writer, actor.agency, earlier.id);
  store::save(writer, actor.agency, amendment.id, change);
  store::save(writer, amendment);
  record(
      writer, actor, "change_asked", amendment,
      {{"kind", name_of(change.kind)}, {"task", change.task ? json::value(change.task->text()) : json::value()}, {"reason", change.reason}},
      now);
  writer.commit();
  return store::amendment(store.read(), actor.agency, amendment.id);
}

Amendment drop_change(store::Store& store, const domain::Actor& actor, domain::AmendmentId id, domain::AmendmentChangeId change,
                      Instant now) {
  auto writer = store.begin();
  Amendment amendment = amendment_open(writer, actor, id);
  change_in(amendment, change);
  store::remove(writer, actor.agency, change);
  store::save(writer, amendment);
  record(writer, actor, "change_dropped", amendment, {{"change", change.text()}}, now);
  writer.commit();
  return store::amendment(store.read(), actor.agency, id);
}

Amendment answer_change(store::Store& store, const domain::Actor& actor, domain::AmendmentId id, domain::AmendmentChangeId change_id,
                        Consent consent, const std::string& words, Instant now) {
  auto writer = store.begin();
  Amendment amendment = amendment_open(writer, actor, id);
  AmendmentChange& change = change_in(amendment, change_id);
  const auto holder = answers_as(writer, actor, amendment, change, local_date(now));
  if (!holder) throw Error(ErrorCode::forbidden, "not_yours_to_do");
  const auto by = named_with(writer, actor, holder->instead_of);
  change.consent = consent;
  change.answered_at = now;
  change.answered_by = by;
  change.answer_words = said(words, consent == Consent::refused);
  store::save(writer, actor.agency, id, change);
  store::save(writer, amendment);
  record(writer, by, "change_answered", amendment, {{"change", change_id.text()}, {"answer", name_of(consent)}, {"words", words}}, now);
  writer.commit();
  return store::amendment(store.read(), actor.agency, id);
}

domain::Version issue_amendment(store::Store& store, const domain::Actor& actor, domain::AmendmentId id, int version,
                                const domain::Decision& decision, const std::string& words, Instant now) {
  auto writer = store.begin();
  Amendment amendment = store::amendment(writer, actor.agency, id);
  if (amendment.version != version) throw Error(ErrorCode::conflict, "stale_version");
  check_can_be_issued(amendment);
  const auto signed_as = checked(decision, local_date(now));
  Programme programme = writer.programme(actor.agency, amendment.programme);
  const auto& rule = stage_rule(programme.stage, domain::StageMove::amend);
  for (const auto& change : amendment.changes)
    if (change.consent == Consent::consented) carry_out(writer, actor, programme, change, now);
  programme.stage = rule.to;
  writer.save(programme);
  const auto kept = freeze_version(writer, actor, programme, rule.to, said(words, rule.needs_words), signed_as, now);
  amendment.state = AmendmentState::issued;
  amendment.led_to = kept.id;
  store::save(writer, amendment);
  record(writer, actor, "programme_amended", amendment, {{"amendment", id.text()}, {"number", kept.number}}, now);
  writer.commit();
  return kept;
}

void withdraw_amendment(store::Store& store, const domain::Actor& actor, domain::AmendmentId id, int version, Instant now) {
  auto writer = store.begin();
  Amendment amendment = amendment_open(writer, actor, id);
  if (amendment.version != version) throw Error(ErrorCode::conflict, "stale_version");
  amendment.state = AmendmentState::withdrawn;
  store::save(writer, amendment);
  record(writer, actor, "amendment_withdrawn", amendment, {{"amendment", id.text()}}, now);
  writer.commit();
}

}  // namespace tiendo::actions
