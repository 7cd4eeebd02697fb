#include "actions/completeness.h"

#include <algorithm>

#include <boost/json.hpp>

#include "actions/programme_file.h"
#include "intake/header.h"
#include "store/programme_rules.h"

namespace tiendo::actions {
namespace {

std::string issuing_level(const domain::Task& task) {
  const auto found = std::ranges::find_if(
      task.extra, [](const auto& cell) { return intake::meaning_of_header(cell.first).field == domain::Field::issuing_level; });
  return found == task.extra.end() ? std::string() : found->second;
}

}  // namespace

Completeness completeness(const store::Reader& reader, domain::AgencyId agency, domain::ProgrammeId programme) {
  Completeness found{.asked = store::items_asked(reader, agency)};
  for (domain::Task& task : programme_file(reader, agency, programme).tasks) {
    ++found.tasks;
    OpenTask open{.missing = missing_items(task, issuing_level(task), found.asked), .has_one_lead = has_one_lead(task)};
    found.without_one_lead += !open.has_one_lead;
    if (open.missing.empty() && open.has_one_lead) continue;
    open.task = std::move(task);
    found.open.push_back(std::move(open));
  }
  return found;
}

void ask_items(store::Store& store, const domain::Actor& actor, const std::vector<domain::Item>& items, Instant now) {
  auto writer = store.begin();
  boost::json::array names;
  for (const auto item : items) names.emplace_back(name_of(item));
  store::ask_items(writer, actor.agency, items);
  writer.record(actor, "items_asked", "agency", actor.agency.value(), "", boost::json::serialize(boost::json::object{{"items", names}}),
                now);
  writer.commit();
}

}  // namespace tiendo::actions
