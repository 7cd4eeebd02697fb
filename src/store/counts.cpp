// How many tasks each unit leads, each month holds, each leader directs, each label marks; how many are overdue.
#include <fmt/format.h>

#include "store/database.h"
#include "store/kept.h"
#include "store/store.h"
#include "store/task_filter.h"

namespace tiendo::store {
namespace {

// A query with one argument for the agency and one for the programme, where one is asked for.
Rows ask(Database& database, AgencyId agency, std::optional<ProgrammeId> programme, std::string_view select, std::string_view group) {
  Query query;
  query.add(select).add(" where agency_id = ?", {agency.value()});
  if (programme) query.add(" and programme_id = ?", {programme->value()});
  return query.add(group).ask(database);
}

std::vector<NamedCount> by_status(Database& database, AgencyId agency, std::optional<ProgrammeId> programme, Date today) {
  NamedCount overdue{"overdue", "", 0}, open{"open", "", 0}, no_deadline{"no_deadline", "", 0};
  const std::string day = iso(today);
  auto rows = ask(database, agency, programme, "select due_key, count(*) from tasks", " group by due_key");
  while (rows.next()) {
    const auto due = rows.view(0);
    (due == "9999-12-31" ? no_deadline : due < day ? overdue : open).tasks += rows.number(1);
  }
  return {overdue, open, no_deadline};
}

std::vector<NamedCount> counted(const Reader& reader, Database& database, AgencyId agency, std::optional<ProgrammeId> programme, CountBy by,
                                Date today) {
  if (by == CountBy::status) return by_status(database, agency, programme, today);
  std::vector<NamedCount> counts;
  if (by == CountBy::unit) {
    std::unordered_map<std::int64_t, std::int64_t> led;
    auto rows = ask(database, agency, programme, "select unit_id, count(*) from task_units", " and role = 'lead' group by unit_id");
    while (rows.next()) led[rows.number(0)] = rows.number(1);
    const auto names = reader.names(agency);
    for (const Unit& unit : names->units) counts.push_back({unit.id.text(), unit.name, led[unit.id.value()]});
  } else if (by == CountBy::leader) {
    std::unordered_map<std::int64_t, std::int64_t> directed;
    auto rows = ask(database, agency, programme, "select person_id, count(*) from task_leaders", " group by person_id");
    while (rows.next()) directed[rows.number(0)] = rows.number(1);
    const auto names = reader.names(agency);
    for (const Person& person : names->leaders) counts.push_back({person.id.text(), person.full_name, directed[person.id.value()]});
  } else if (by == CountBy::month) {
    auto rows = ask(database, agency, programme, "select month, count(*) from tasks", " group by month order by month");
    while (rows.next()) counts.push_back({rows.text(0), rows.text(0), rows.number(1)});
  } else {
    auto rows = ask(database, agency, programme, "select label, count(*) from task_labels", " group by label order by label");
    while (rows.next()) counts.push_back({rows.text(0), rows.text(0), rows.number(1)});
  }
  return counts;
}

}  // namespace

std::vector<NamedCount> Reader::counts(AgencyId agency, std::optional<ProgrammeId> programme, CountBy by, Date today) const {
  if (!lease_) return counted(*this, database(), agency, programme, by, today);
  const std::int64_t changes = changes_of(agency);
  const std::string key = fmt::format("{}|{}|{}|{}", agency.value(), programme ? programme->value() : 0, static_cast<int>(by),
                                      by == CountBy::status ? iso(today) : "");
  auto& kept = *store_->kept_;
  {
    const std::lock_guard lock(kept.mutex);
    const auto known = kept.counts.find(key);
    if (known != kept.counts.end() && known->second.changes == changes) return *known->second.value;
  }
  auto made = std::make_shared<const std::vector<NamedCount>>(counted(*this, database(), agency, programme, by, today));
  const std::lock_guard lock(kept.mutex);
  if (kept.counts.size() >= most_kept_totals) kept.counts.clear();
  kept.counts[key] = {changes, made};
  return *made;
}

}  // namespace tiendo::store
