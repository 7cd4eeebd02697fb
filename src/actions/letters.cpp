#include "actions/letters.h"

#include <algorithm>
#include <set>

#include <boost/json.hpp>

#include "actions/kept_file.h"
#include "actions/tasks_to_urge.h"
#include "actions/unit_today.h"
#include "base/error.h"
#include "base/text.h"
#include "reports/annex.h"
#include "store/letters.h"
#include "store/work_settings.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;
using domain::Letter;
using domain::LetterDoer;
using domain::LetterForm;
using domain::LetterKind;
using domain::LetterMove;
using domain::LetterReply;
using domain::LetterState;

constexpr const char* usual_recipients = "Như trên\nLãnh đạo cơ quan (để b/c)\nLưu: VT, VP";

std::string one_line(std::string_view text) {
  return collapse_blanks(nfc(text));
}

std::string many_lines(std::string_view text) {
  return trimmed(nfc(text));
}

LetterForm tidied(LetterForm form) {
  for (auto* text : {&form.superior, &form.issuer, &form.place, &form.symbol, &form.subject, &form.basis, &form.signer})
    *text = one_line(*text);
  for (auto* text : {&form.words, &form.capacity, &form.recipients}) *text = many_lines(*text);
  domain::check(form);
  return form;
}

void record(store::Writer& writer, const domain::Actor& actor, const char* kind, const Letter& letter, json::object facts, Instant now) {
  facts["state"] = name_of(letter.state);
  writer.record(actor, kind, "letter", letter.id.value(), "", json::serialize(facts), now);
}

bool is_doer(const store::Reader& reader, const domain::Actor& actor, const Letter& letter, LetterDoer doer) {
  if (!actor.user) return true;  // the operator at the machine
  const auto user = reader.find_user(actor.agency, actor.user);
  if (!user) return false;
  if (user->role == domain::Role::office) return true;
  return doer == LetterDoer::unit && user->role == domain::Role::unit_head &&
         user->unit == unit_today(*reader.names(actor.agency), letter.unit);
}

// What the move makes of the letter, once it is clear that it may be made.
Letter moved(const store::Reader& reader, const domain::Actor& actor, domain::LetterId id, std::optional<int> version, LetterMove move,
             std::string_view reason = {}) {
  Letter letter = store::letter(reader, actor.agency, id);
  if (version && letter.version != *version) throw Error(ErrorCode::conflict, "stale_version");
  const auto& rule = domain::letter_rule(letter.state, move, reason);
  if (!is_doer(reader, actor, letter, rule.by)) throw Error(ErrorCode::forbidden, "not_yours_to_do");
  letter.state = rule.to;
  if (reason.size() > domain::longest_letter_words) throw Error(ErrorCode::invalid, "bad_field", {"reason"});
  if (!reason.empty()) letter.reason = one_line(reason);
  return letter;
}

Letter saved(store::Writer& writer, const domain::Actor& actor, const char* kind, Letter letter, json::object facts, Instant now) {
  store::save(writer, letter);
  record(writer, actor, kind, letter, std::move(facts), now);
  writer.commit();
  ++letter.version;
  return letter;
}

domain::LetterTask as_it_stands(const TaskToUrge& one, domain::UnitId unit) {
  if (!domain::is_open(one.work.state)) throw Error(ErrorCode::conflict, "work_is_over");
  if (std::ranges::count(one.task.lead_units, unit) == 0) throw Error(ErrorCode::conflict, "letter_task_of_other_unit");
  return {.task = one.task.id,
          .number = one.task.number,
          .title = one.task.title,
          .due_on = one.work.due_on,
          .state = one.work.state,
          .percent = one.work.percent,
          .days_overdue = one.days_overdue,
          .heard_on = one.work.heard_at ? std::optional(local_date(*one.work.heard_at)) : std::nullopt};
}

// "Phụ lục II “Nhiệm vụ cụ thể …” (Quyết định số 617/QĐ-SKHCN ngày 20/7/2025)", one after the other.
std::string basis_of(const store::Reader& reader, domain::AgencyId agency, const std::set<domain::ProgrammeId>& programmes) {
  std::string basis;
  for (const auto id : programmes) {
    const auto programme = reader.programme(agency, id);
    const auto& decision = programme.attachment;
    if (!basis.empty()) basis += "; ";
    const auto [annex, title] = reports::annex_and_title(programme.title);
    basis += title == programme.title ? title : annex + " “" + title + "”";
    if (!decision.decision_number.empty())
      basis += " (Quyết định số " + decision.decision_number + decision.decision_symbol +
               (decision.decision_date.empty() ? "" : " ngày " + decision.decision_date) + ")";
  }
  return basis;
}

LetterForm proposed_form(const store::Reader& reader, domain::AgencyId agency, LetterKind kind) {
  LetterForm form;
  if (const auto last = store::find_last_letter(reader, agency, kind)) {
    form = last->form;
  } else {
    const auto known = reader.find_agency(agency);
    const auto head = domain::letter_head_of(known ? known->name : "");
    form.superior = head.superior;
    form.issuer = head.issuer;
    form.place = head.place.empty() ? "…" : head.place;
    form.recipients = usual_recipients;
  }
  form.words.clear();
  form.signer.clear();
  form.subject = kind == LetterKind::urging ? "đôn đốc thực hiện nhiệm vụ được giao" : "giải trình việc chậm thực hiện nhiệm vụ được giao";
  return form;
}

json::object facts_of(const Letter& letter) {
  json::array tasks;
  for (const auto& task : letter.tasks) tasks.emplace_back(task.task.text());
  return {{"kind", name_of(letter.kind)}, {"unit", letter.unit.text()}, {"tasks", std::move(tasks)}};
}

json::object facts_of(const LetterReply& reply) {
  json::object facts{{"reply", id_text(reply.id)}, {"words", reply.words}, {"number", reply.number}, {"symbol", reply.symbol}};
  if (!reply.file_sha256.empty()) facts["file"] = json::object{{"name", reply.file_name}, {"sha256", reply.file_sha256}};
  return facts;
}

}  // namespace

Letter draft_letter(store::Store& store, const domain::Actor& actor, const LetterWish& wish, Instant now) {
  if (wish.tasks.empty() || wish.tasks.size() > domain::most_letter_tasks) throw Error(ErrorCode::invalid, "bad_field", {"tasks"});
  auto writer = store.begin();
  const auto names = writer.names(actor.agency);
  const auto* unit = names->find_unit(unit_today(*names, wish.unit));
  if (!unit) throw Error(ErrorCode::not_found, "unit_not_found");
  Letter letter{.id = domain::LetterId::make(now), .agency = actor.agency, .kind = wish.kind, .unit = unit->id, .unit_name = unit->name};
  letter.form = proposed_form(writer, actor.agency, wish.kind);
  letter.as_of = local_date(now);
  letter.made_by = actor;
  letter.made_at = now;
  if (!is_doer(writer, actor, letter, LetterDoer::office)) throw Error(ErrorCode::forbidden, "not_yours_to_do");
  std::set<domain::ProgrammeId> programmes;
  for (const auto id : std::set(wish.tasks.begin(), wish.tasks.end())) {
    const auto one = standing_of(writer, actor.agency, id, letter.as_of);
    letter.tasks.push_back(as_it_stands(one, unit->id));
    programmes.insert(one.task.programme);
  }
  std::ranges::stable_sort(letter.tasks, std::greater(), &domain::LetterTask::days_overdue);
  letter.form.basis = basis_of(writer, actor.agency, programmes);
  store::add(writer, letter);
  record(writer, actor, "letter_drafted", letter, facts_of(letter), now);
  writer.commit();
  return letter;
}

Letter edit_letter(store::Store& store, const domain::Actor& actor, domain::LetterId id, int version, LetterForm form, Instant now) {
  form = tidied(std::move(form));
  auto writer = store.begin();
  Letter letter = moved(writer, actor, id, version, LetterMove::edit);
  letter.form = std::move(form);
  return saved(writer, actor, "letter_edited", letter, {{"subject", letter.form.subject}, {"words", letter.form.words}}, now);
}

Letter issue_letter(store::Store& store, const domain::Actor& actor, domain::LetterId id, int version, const LetterIssue& issue,
                    Instant now) {
  auto writer = store.begin();
  Letter letter = moved(writer, actor, id, version, LetterMove::issue);
  letter.number = one_line(issue.number);
  const bool fits = !letter.number.empty() && code_points(letter.number) <= domain::longest_letter_number;
  if (!fits) throw Error(ErrorCode::invalid, "bad_field", {"number"});
  // What it says of the tasks was true on the day it was written: it cannot have been issued before.
  if (issue.issued_on < letter.as_of || issue.issued_on > local_date(now)) throw Error(ErrorCode::invalid, "bad_field", {"issued_on"});
  letter.form.symbol = issue.symbol;
  letter.form.capacity = issue.capacity;
  letter.form.signer = issue.signer;
  letter.form = tidied(letter.form);
  for (const auto& [text, field] : {std::pair(&letter.form.symbol, "symbol"), {&letter.form.signer, "signer"}})
    if (text->empty()) throw Error(ErrorCode::invalid, "bad_field", {field});
  letter.issued_on = issue.issued_on;
  letter.answer_due = writer.working_days(actor.agency).add_working_days(issue.issued_on, letter.form.answer_days);
  json::object facts{{"number", letter.number},
                     {"symbol", letter.form.symbol},
                     {"issued_on", iso(issue.issued_on)},
                     {"answer_due", iso(*letter.answer_due)},
                     {"signer", letter.form.signer}};
  return saved(writer, actor, "letter_issued", letter, std::move(facts), now);
}

LetterReply answer_letter(store::Store& store, const domain::Actor& actor, domain::LetterId id, LetterReply reply, Instant now) {
  reply.words = many_lines(reply.words);
  reply.number = one_line(reply.number);
  reply.symbol = one_line(reply.symbol);
  if (reply.words.size() > domain::longest_letter_words) throw Error(ErrorCode::invalid, "bad_field", {"words"});
  if (code_points(reply.number) > domain::longest_letter_number) throw Error(ErrorCode::invalid, "bad_field", {"number"});
  if (code_points(reply.symbol) > domain::longest_letter_symbol) throw Error(ErrorCode::invalid, "bad_field", {"symbol"});
  if (reply.words.empty() && reply.number.empty() && reply.symbol.empty()) throw Error(ErrorCode::invalid, "reply_empty");
  auto writer = store.begin();
  Letter letter = moved(writer, actor, id, {}, LetterMove::answer);
  if (!letter.answered_on) letter.answered_on = local_date(now);
  reply.id = next_id(now);
  reply.by = actor;
  reply.at = now;
  store::add(writer, actor.agency, id, reply);
  saved(writer, actor, "letter_answered", letter, facts_of(reply), now);
  return reply;
}

LetterReply put_reply_file(store::Store& store, const domain::Actor& actor, domain::LetterId id, std::int64_t wanted, std::string_view name,
                           std::string_view bytes, Instant now) {
  auto writer = store.begin();
  expect_kept_kind(bytes, store::work_settings(writer, actor.agency));
  const Letter letter = store::letter(writer, actor.agency, id);
  if (!is_doer(writer, actor, letter, LetterDoer::unit)) throw Error(ErrorCode::forbidden, "not_yours_to_do");
  LetterReply reply = reply_of(letter, wanted);
  if (!reply.file_sha256.empty()) throw Error(ErrorCode::conflict, "reply_has_file");
  reply.file_name = tidied_file_name(name);
  reply.file_bytes = static_cast<std::int64_t>(bytes.size());
  reply.file_sha256 = writer.add_file(actor.agency, bytes);
  store::save_file(writer, actor.agency, id, reply);
  record(writer, actor, "letter_reply_file_put", letter, facts_of(reply), now);
  writer.commit();
  return reply;
}

Letter ask_letter_again(store::Store& store, const domain::Actor& actor, domain::LetterId id, int version, std::string_view reason,
                        Instant now) {
  auto writer = store.begin();
  Letter letter = moved(writer, actor, id, version, LetterMove::ask_again, reason);
  letter.answer_due = writer.working_days(actor.agency).add_working_days(local_date(now), letter.form.answer_days);
  letter.answered_on.reset();
  return saved(writer, actor, "letter_asked_again", letter, {{"reason", letter.reason}, {"answer_due", iso(*letter.answer_due)}}, now);
}

Letter withdraw_letter(store::Store& store, const domain::Actor& actor, domain::LetterId id, int version, std::string_view reason,
                       Instant now) {
  auto writer = store.begin();
  const Letter letter = moved(writer, actor, id, version, LetterMove::withdraw, reason);
  return saved(writer, actor, "letter_withdrawn", letter, {{"reason", letter.reason}}, now);
}

std::vector<LetterMove> moves_for(const store::Reader& reader, const domain::Actor& actor, const Letter& letter) {
  std::vector<LetterMove> moves;
  for (const auto& rule : domain::letter_rules())
    if (rule.from == letter.state && is_doer(reader, actor, letter, rule.by)) moves.push_back(rule.move);
  return moves;
}

bool may_read(const store::Reader& reader, const domain::User& user, const Letter& letter) {
  using enum domain::Role;
  if (user.role == office || user.role == auditor) return true;
  if (letter.state == LetterState::drafted || !letter.issued_on) return false;
  return user.role == leader || user.unit == unit_today(*reader.names(user.agency), letter.unit);
}

LetterReply reply_of(const Letter& letter, std::int64_t reply) {
  const auto found = std::ranges::find(letter.replies, reply, &LetterReply::id);
  if (found == letter.replies.end()) throw Error(ErrorCode::not_found, "reply_not_found");
  return *found;
}

}  // namespace tiendo::actions
