// The figures leaders ask for: now from the counts that are kept, as of a past instant from the history.
#include <array>
#include <map>

#include "http/form.h"
#include "http/handlers.h"
#include "http/work_json.h"

namespace tiendo::http {
namespace {

constexpr std::array groupings{"programme", "unit", "leader", "label", "month"};

using Tallies = std::map<std::string, domain::Tally>;

std::string grouping_of(const Request& request) {
  const auto by = request.find_query("by").value_or("programme");
  for (const char* known : groupings)
    if (by == known) return known;
  refuse_value("by");
}

Tallies tallies_now(const store::Reader& reader, const Context& context, const std::string& grouping,
                    std::optional<domain::ProgrammeId> programme) {
  Tallies tallies;
  for (const auto& row : reader.tallies(context.agency(), grouping, programme))
    tallies[row.member] += domain::tally_of_day(row.due_on, row.open, row.on_time, row.late, context.now, {});
  return tallies;
}

// The history knows each task's lead units, not its leaders and labels.
Tallies tallies_as_of(const store::Reader& reader, const Context& context, const std::string& grouping,
                      std::optional<domain::ProgrammeId> programme, Instant at) {
  if (grouping != "programme" && grouping != "unit") refuse_value("by");
  Tallies tallies;
  for (const auto& each : reader.work_as_of(context.agency(), programme, at)) {
    if (each.state == domain::WorkState::stopped || each.state == domain::WorkState::refused) continue;
    const bool done = each.state == domain::WorkState::completed;
    const auto one = domain::tally_of_day(each.due_on, !done, done && !each.is_late, done && each.is_late, at, {});
    if (grouping == "programme") tallies[""] += one;
    if (grouping == "unit")
      for (const auto unit : each.lead_units) tallies[std::to_string(unit.value())] += one;
  }
  return tallies;
}

std::string key_of(const std::string& grouping, const std::string& member) {
  return grouping == "unit" || grouping == "leader" ? id_text(std::stoll(member)) : member;
}

std::string name_of(const std::string& grouping, const std::string& member, const store::Names& names) {
  if (grouping == "unit") {
    const auto* unit = names.find_unit(domain::UnitId(std::stoll(member)));
    return unit ? unit->name : std::string();
  }
  if (grouping == "leader") {
    const auto* leader = names.find_leader(domain::PersonId(std::stoll(member)));
    return leader ? leader->full_name : std::string();
  }
  return member;
}

}  // namespace

Response list_tallies(const Request& request, Context& context) {
  const auto grouping = grouping_of(request);
  const auto programme = find_id<domain::ProgrammeId>(request, "programme");
  const auto day = find_day(request, "as_of");
  const auto reader = context.store.read();
  // A past day is taken at its end.
  const Instant at = day ? Instant{std::chrono::sys_days{*day} + std::chrono::days{1}} - local_offset : context.now;
  const bool is_past = day && at < context.now;
  const auto tallies =
      is_past ? tallies_as_of(reader, context, grouping, programme, at) : tallies_now(reader, context, grouping, programme);
  const auto names = reader.names(context.agency());
  JsonWriter json;
  json.begin_object();
  json.member("as_of", iso(is_past ? at : context.now));
  json.key("items");
  json.begin_array();
  for (const auto& [member, tally] : tallies) {
    json.begin_object();
    json.member("key", key_of(grouping, member));
    json.member("name", name_of(grouping, member, *names));
    write_tally_members(json, tally);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

}  // namespace tiendo::http
