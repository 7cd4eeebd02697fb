#include "actions/evidence.h"

#include <algorithm>

#include <boost/json.hpp>

#include "actions/standing.h"
#include "base/error.h"
#include "base/text.h"
#include "domain/secrecy.h"
#include "store/work_settings.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;
using domain::Evidence;

constexpr std::size_t longest_text = 2000;

void expect_open(const domain::Work& work) {
  if (!domain::is_open(work.state)) throw Error(ErrorCode::conflict, "work_is_over");
}

void clean(std::string& text, const char* field) {
  text = collapse_blanks(nfc(text));
  if (text.size() > longest_text) throw Error(ErrorCode::invalid, "bad_field", {field});
}

void clean(Evidence& evidence) {
  clean(evidence.kind, "kind");
  clean(evidence.number, "number");
  clean(evidence.symbol, "symbol");
  clean(evidence.issuer, "issuer");
  clean(evidence.words, "words");
  if (evidence.number.empty() && evidence.symbol.empty() && evidence.words.empty()) throw Error(ErrorCode::invalid, "evidence_empty");
}

void record(store::Writer& writer, const domain::Actor& actor, const char* kind, const Evidence& evidence, Instant now) {
  json::object facts{{"id", id_text(evidence.id)}, {"number", evidence.number}, {"symbol", evidence.symbol}, {"words", evidence.words}};
  if (evidence.issued_on) facts["issued_on"] = iso(*evidence.issued_on);
  if (!evidence.file_sha256.empty()) facts["file"] = json::object{{"name", evidence.file_name}, {"sha256", evidence.file_sha256}};
  writer.record(actor, kind, "task", evidence.task.value(), "", json::serialize(facts), now);
}

void expect_executor(const store::Writer& writer, const domain::Actor& actor, domain::TaskId id, Instant now) {
  const auto work = writer.work(actor.agency, id);
  expect_open(work);
  expect(standing(writer, actor, writer.task(actor.agency, id), work, local_date(now)), domain::Doer::executor);
}

}  // namespace

Evidence evidence_of(const store::Reader& reader, domain::AgencyId agency, domain::TaskId task, std::int64_t id) {
  const auto all = reader.evidence(agency, task);
  const auto found = std::ranges::find(all, id, &Evidence::id);
  if (found == all.end()) throw Error(ErrorCode::not_found, "evidence_not_found");
  return *found;
}

Evidence add_evidence(store::Store& store, const domain::Actor& actor, domain::TaskId task, Evidence evidence, Instant now) {
  clean(evidence);
  auto writer = store.begin();
  expect_executor(writer, actor, task, now);
  if (writer.evidence(actor.agency, task).size() >= most_evidence_a_task) throw Error(ErrorCode::conflict, "too_much_evidence");
  evidence.id = next_id(now);
  evidence.task = task;
  evidence.added_at = now;
  evidence.added_by = actor.user;
  writer.add(actor.agency, evidence);
  record(writer, actor, "evidence_added", evidence, now);
  writer.commit();
  return evidence;
}

Evidence put_evidence_file(store::Store& store, const domain::Actor& actor, domain::TaskId task, std::int64_t id, std::string_view name,
                           std::string_view bytes, Instant now) {
  auto writer = store.begin();
  expect_kept_kind(bytes, store::work_settings(writer, actor.agency));
  expect_executor(writer, actor, task, now);
  Evidence evidence = evidence_of(writer, actor.agency, task, id);
  evidence.file_name = tidied_file_name(name);
  evidence.file_bytes = static_cast<std::int64_t>(bytes.size());
  evidence.file_sha256 = writer.add_file(actor.agency, bytes);
  writer.remove_evidence(actor.agency, id);
  writer.add(actor.agency, evidence);
  record(writer, actor, "evidence_file_put", evidence, now);
  writer.commit();
  return evidence;
}

void remove_evidence(store::Store& store, const domain::Actor& actor, domain::TaskId task, std::int64_t id, Instant now) {
  auto writer = store.begin();
  expect_executor(writer, actor, task, now);
  const Evidence evidence = evidence_of(writer, actor.agency, task, id);
  writer.remove_evidence(actor.agency, id);
  record(writer, actor, "evidence_removed", evidence, now);
  writer.commit();
}

}  // namespace tiendo::actions
