#include "actions/work_entry.h"

#include <boost/json.hpp>

#include "actions/move_work.h"
#include "base/error.h"
#include "base/text.h"
#include "store/amounts.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;

void clean(std::string& text, const char* field) {
  if (text.size() > longest_words) throw Error(ErrorCode::invalid, "bad_field", {field});
  text = trimmed(nfc(text));
}

json::array amounts(const std::vector<domain::Amount>& done) {
  json::array all;
  for (const auto& each : done) all.push_back(json::object{{"unit", each.unit}, {"amount", each.amount}});
  return all;
}

json::object facts_of(const domain::WorkEntry& entry) {
  json::object facts{{"state", name_of(entry.state)}};
  if (entry.move) facts["move"] = name_of(*entry.move);
  if (!entry.words.empty()) facts["words"] = entry.words;
  if (!entry.difficulties.empty()) facts["difficulties"] = entry.difficulties;
  if (!entry.requests.empty()) facts["requests"] = entry.requests;
  if (entry.percent) facts["percent"] = *entry.percent;
  if (!entry.done.empty()) facts["done"] = amounts(entry.done);
  return facts;
}

}  // namespace

void write_entry(store::Writer& writer, domain::WorkEntry entry) {
  clean(entry.words, "words");
  clean(entry.difficulties, "difficulties");
  clean(entry.requests, "requests");
  entry.id = next_id(entry.at);
  writer.add(entry);
  store::add(writer, entry.by.agency, entry.task, entry.id, entry.done);
  writer.record(entry.by, std::string("work_") + name_of(entry.kind), "task", entry.task.value(), "", json::serialize(facts_of(entry)),
                entry.at);
}

}  // namespace tiendo::actions
