#include "actions/extend_deadline.h"

#include <algorithm>

#include "actions/delegate.h"
#include "actions/standing.h"
#include "actions/work_entry.h"
#include "base/error.h"
#include "base/text.h"
#include "store/work_settings.h"

namespace tiendo::actions {
namespace {

using domain::Extension;
using State = domain::Extension::State;

constexpr std::size_t most_document_bytes = 2000;

// The deadline as it stands: after the last extension, else what the programme says.
std::optional<domain::Period> current_deadline(const domain::Task& task, const domain::Work& work) {
  return work.extended_to ? work.extended_to : task.due_period;
}

bool is_pending(const Extension& extension) {
  return extension.state == State::open || extension.state == State::offered;
}

Extension extension_of(const store::Reader& reader, domain::AgencyId agency, domain::TaskId task, std::int64_t id, int version) {
  const auto all = reader.extensions(agency, task);
  const auto found = std::ranges::find(all, id, &Extension::id);
  if (found == all.end()) throw Error(ErrorCode::not_found, "extension_not_found");
  if (found->version != version) throw Error(ErrorCode::conflict, "stale_version");
  return *found;
}

void note(store::Writer& writer, const domain::Actor& actor, const domain::Work& work, const Extension& extension, std::string_view words,
          Instant now) {
  write_entry(writer, {.task = work.task,
                       .at = now,
                       .by = actor,
                       .kind = domain::WorkEntry::Kind::extension,
                       .state = work.state,
                       .words = std::string(name_of(extension.state)) + ": " + vietnamese(extension.wanted.last_day()) +
                                (words.empty() ? "" : ". " + std::string(words))});
}

// Work that is done is late or not by then; no later word changes that. Throws conflict "work_is_over", "extension_not_later",
// "extension_in_the_past".
void check_can_be_put_off(store::Writer& writer, const domain::Work& work, const domain::Period& until, Instant now) {
  if (!domain::is_open(work.state)) throw Error(ErrorCode::conflict, "work_is_over");
  if (work.due_on && writer.due_day(work.agency, until) <= *work.due_on) throw Error(ErrorCode::conflict, "extension_not_later");
  if (until.last_day() < local_date(now)) throw Error(ErrorCode::conflict, "extension_in_the_past");
}

void put_off(store::Writer& writer, domain::Work work, const domain::Period& until, Instant now) {
  work.extended_to = until;
  work.due_on = writer.due_day(work.agency, until);
  ++work.extensions;
  writer.save(work, now);
}

Extension save(store::Writer& writer, const domain::Actor& actor, Extension extension, std::string_view words, Instant now) {
  writer.save(actor.agency, extension);
  if (extension.state == State::granted) put_off(writer, writer.work(actor.agency, extension.task), extension.wanted, now);
  note(writer, actor, writer.work(actor.agency, extension.task), extension, words, now);
  writer.commit();
  ++extension.version;
  return extension;
}

State state_after(domain::ExtensionAnswer answer) {
  using enum domain::ExtensionAnswer;
  return answer == granted ? State::granted : answer == refused ? State::refused : State::offered;
}

}  // namespace

Extension ask_extension(store::Store& store, const domain::Actor& actor, domain::TaskId id, domain::Period wanted, std::string_view reason,
                        Instant now, std::string_view document) {
  if (document.size() > most_document_bytes) throw Error(ErrorCode::invalid, "bad_field", {"document"});
  auto writer = store.begin();
  const domain::Task task = writer.task(actor.agency, id);
  const domain::Work work = writer.work(actor.agency, id);
  const auto before = writer.extensions(actor.agency, id);
  const bool another_is_open = std::ranges::any_of(before, is_pending);
  const auto current = current_deadline(task, work);
  domain::check_request({.wanted = wanted,
                         .state = work.state,
                         .by_lead_executor = standing(writer, actor, task, work, local_date(now)).is_executor,
                         .another_is_open = another_is_open,
                         .granted_before = work.extensions,
                         .current = current,
                         .reason = std::string(reason)},
                        store::work_settings(writer, actor.agency).extensions(), local_date(now));
  Extension extension{.id = next_id(now),
                      .task = id,
                      .asked_at = now,
                      .asked_by = actor,
                      .current_last_day = work.due_on.value_or(current->last_day()),
                      .wanted = wanted,
                      .reason = trimmed(nfc(reason)),
                      .document = trimmed(nfc(document))};
  writer.add(actor.agency, extension);
  note(writer, actor, work, extension, extension.reason, now);
  writer.commit();
  return extension;
}

Extension answer_extension(store::Store& store, const domain::Actor& actor, domain::TaskId task, std::int64_t id, int version,
                           const ExtensionReply& reply, Instant now) {
  auto writer = store.begin();
  Extension extension = extension_of(writer, actor.agency, task, id, version);
  if (extension.state != State::open) throw Error(ErrorCode::conflict, "extension_answered");
  const domain::Work work = writer.work(actor.agency, task);
  const Standing mine = standing(writer, actor, writer.task(actor.agency, task), work, local_date(now));
  expect(mine, domain::Doer::assigner);
  domain::check_answer(reply.answer, extension.asked_by.user == actor.user, reply.reason);
  if (reply.answer == domain::ExtensionAnswer::offered && !reply.offered) throw Error(ErrorCode::invalid, "bad_field", {"offered"});
  if (reply.answer != domain::ExtensionAnswer::refused)
    check_can_be_put_off(writer, work, reply.answer == domain::ExtensionAnswer::offered ? *reply.offered : extension.wanted, now);
  extension.state = state_after(reply.answer);
  extension.answered_at = now;
  extension.answered_by = named_with(writer, actor, mine.instead_of);
  extension.answer = trimmed(nfc(reply.reason));
  if (extension.state == State::offered) extension.offered = reply.offered;
  return save(writer, *extension.answered_by, extension, reply.reason, now);
}

Extension close_extension(store::Store& store, const domain::Actor& actor, domain::TaskId task, std::int64_t id, int version,
                          bool takes_offer, Instant now) {
  auto writer = store.begin();
  Extension extension = extension_of(writer, actor.agency, task, id, version);
  if (extension.asked_by.user != actor.user) throw Error(ErrorCode::forbidden, "not_yours_to_do");
  const bool is_offered = extension.state == State::offered;
  if (takes_offer ? !is_offered : !is_offered && extension.state != State::open) throw Error(ErrorCode::conflict, "extension_answered");
  if (takes_offer) {
    check_can_be_put_off(writer, writer.work(actor.agency, task), *extension.offered, now);
    extension.wanted = *extension.offered;
  }
  extension.state = takes_offer ? State::granted : State::withdrawn;
  return save(writer, actor, std::move(extension), "", now);
}

ExtensionWays extension_ways(const store::Reader& reader, const domain::Actor& actor, const domain::Task& task, const domain::Work& work,
                             const std::vector<Extension>& extensions, Date today) {
  if (!domain::is_open(work.state)) return {};
  const Standing mine = standing(reader, actor, task, work, today);
  const auto pending = std::ranges::find_if(extensions, is_pending);
  if (pending == extensions.end()) return {.ask = mine.is_executor && work.due_on.has_value()};
  const bool is_own = pending->asked_by.user == actor.user;
  return {.answer = !is_own && pending->state == State::open && mine.is_assigner, .take_back = is_own};
}

}  // namespace tiendo::actions
