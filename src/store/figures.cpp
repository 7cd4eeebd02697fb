#include "store/figures.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/error.h"
#include "store/as_of.h"
#include "store/database.h"
#include "store/kept.h"
#include "store/tally_book.h"

namespace tiendo::store {
namespace {

constexpr std::array names{"programme", "unit", "leader", "label", "month", "executor", "kind"};

std::optional<std::string> first_day(const std::optional<Period>& due) {
  return due ? std::optional(iso(due->first_day())) : std::nullopt;
}

std::optional<std::string> last_day(const std::optional<Period>& due) {
  return due ? std::optional(iso(due->last_day())) : std::nullopt;
}

// Of tasks t and their work w; $5 is the member.
std::string_view condition_of(Grouping by) {
  switch (by) {
    case Grouping::programme:
      return "$5 is $5";
    case Grouping::unit:
      return "exists (select 1 from task_units u where u.agency_id = $1 and u.unit_id = cast($5 as integer) and u.role = 'lead' and "
             "u.programme_id = w.programme_id and u.task_id = w.task_id)";
    case Grouping::leader:
      return "exists (select 1 from task_leaders l where l.agency_id = $1 and l.person_id = cast($5 as integer) and "
             "l.programme_id = w.programme_id and l.task_id = w.task_id)";
    case Grouping::label:
      return "exists (select 1 from task_labels l where l.agency_id = $1 and l.label = $5 and l.task_id = w.task_id)";
    case Grouping::month:
      return "t.month = cast($5 as integer)";
    case Grouping::executor:
      return "w.executor_id = cast($5 as integer)";
    case Grouping::kind:
      return "w.kind = $5";
  }
  return "";
}

// $6 is the last day that has passed.
std::string_view condition_of(Part part) {
  switch (part) {
    case Part::assigned:
      return "$6 = $6";
    case Part::completed_on_time:
      return "$6 = $6 and w.state = 'completed' and (w.completed_on is null or w.completed_on <= w.due_on)";
    case Part::completed_late:
      return "$6 = $6 and w.state = 'completed' and w.completed_on > w.due_on";
    case Part::under_way_in_time:
      return "w.state <> 'completed' and w.due_on > $6";
    case Part::under_way_overdue:
      return "w.state <> 'completed' and w.due_on <= $6";
    case Part::completed_without_deadline:
      return "$6 = $6 and w.state = 'completed' and w.due_on = '9999-12-31'";
    case Part::under_way_without_deadline:
      return "$6 = $6 and w.state <> 'completed' and w.due_on = '9999-12-31'";
  }
  return "";
}

std::string conditions(const Figure& figure, Part part) {
  std::string text = R"sql(
    from work w join tasks t on t.id = w.task_id
    where w.agency_id = $1 and w.state not in ('stopped', 'refused') and ($2 is null or w.programme_id = $2)
      and ($2 is not null or w.programme_id not in (select id from programmes where agency_id = $1 and is_planned = 1))
      and ($3 is null or w.due_on between $3 and $4) and )sql";
  return text.append(condition_of(figure.by)).append(" and ").append(condition_of(part));
}

// A page ends with the day and the id of its last task: "2025-07-31_123".
std::pair<std::string, std::int64_t> place_after(const std::string& cursor) {
  if (cursor.empty()) return {"", 0};
  const auto line = cursor.find('_');
  const auto id = line == std::string::npos ? std::nullopt : find_id(std::string_view(cursor).substr(line + 1));
  if (!id) throw Error(ErrorCode::invalid, "bad_cursor");
  return {cursor.substr(0, line), *id};
}

// Rows of the counts that are kept, as due_counts reads them; $7 is the last day that has passed. Whether anything is planned for a time
// to come is asked once, and each sum looks at its rows alone: a third fewer steps (docs/adr/0195).
#define TIENDO_NOT_PLANNED                                                                            \
  "($4 is not null or not exists (select 1 from programmes where agency_id = $1 and is_planned = 1) " \
  "or programme_id not in (select id from programmes where agency_id = $1 and is_planned = 1))"
#define TIENDO_COUNTED                                                                                                          \
  " from tallies where agency_id = $1 and grouping = $2 and ($3 is null or member = $3) and ($4 is null or programme_id = $4) " \
  "and " TIENDO_NOT_PLANNED " and ($5 is null or due_on between $5 and $6) "
#define TIENDO_SUMS                                                              \
  ", sum(on_time), sum(late), sum(open), sum(open) filter (where due_on > $7), " \
  "sum(on_time) filter (where due_on = '9999-12-31'), sum(open) filter (where due_on = '9999-12-31')"
#define TIENDO_ANY_COUNTED " having sum(open) + sum(on_time) + sum(late) > 0"
#define TIENDO_STOOD_BY(lead_units, member, more)                                                                 \
  TIENDO_STOOD(lead_units)                                                                                        \
  "select " member TIENDO_SUMS                                                                                    \
  " from (select *, state <> 'completed' as open, "                                                               \
  "state = 'completed' and is_late is not 1 as on_time, state = 'completed' and is_late is 1 as late from stood " \
  "where state not in ('stopped', 'refused'))" more " where $5 is $6 group by 1"

// A member, and the sums of its rows.
std::map<std::string, Tally> tallies_from(Rows rows) {
  std::map<std::string, Tally> all;
  while (rows.next())
    all[rows.text(0)] = {.completed_on_time = rows.number(1),
                         .completed_late = rows.number(2),
                         .under_way_in_time = rows.number(4),
                         .under_way_overdue = rows.number(3) - rows.number(4),
                         .completed_without_deadline = rows.number(5),
                         .under_way_without_deadline = rows.number(6)};
  return all;
}

std::string key_of(AgencyId agency, const Figure& figure, std::string_view when) {
  return fmt::format("{}|{}|{}|{}|{}|{}|{}", agency.value(), name_of(figure.by), figure.programme ? figure.programme->value() : 0,
                     first_day(figure.due).value_or(""), last_day(figure.due).value_or(""), when,
                     figure.member ? '=' + *figure.member : std::string());
}

// Inside a Writer nothing is kept: what it has done is not yet so.
template <class Value, class Make>
Value kept(Shelf<Value> KeptFigures::*shelf, const Reader& reader, AgencyId agency, const std::string& key, Make make) {
  auto* figures = reader.database().kept_figures;
  return figures ? *(figures->*shelf).get(key, reader.changes_of(agency), make) : make();
}

}  // namespace

const char* name_of(Grouping grouping) {
  return names[static_cast<std::size_t>(grouping)];
}

std::optional<Grouping> find_grouping(std::string_view name) {
  const auto found = std::ranges::find(names, name, [](const char* known) { return std::string_view(known); });
  if (found == names.end()) return std::nullopt;
  return static_cast<Grouping>(found - names.begin());
}

std::vector<TallyRow> due_counts(const Reader& reader, AgencyId agency, const Figure& figure) {
  std::vector<TallyRow> all;
  auto rows =
      reader.database().query("select member, due_on, sum(open), sum(on_time), sum(late)" TIENDO_COUNTED
                              "group by member, due_on" TIENDO_ANY_COUNTED " order by member, due_on",
                              agency, name_of(figure.by), figure.member, figure.programme, first_day(figure.due), last_day(figure.due));
  while (rows.next()) all.push_back({rows.text(0), due_from(rows.view(1)), rows.number(2), rows.number(3), rows.number(4)});
  return all;
}

std::map<std::string, Tally> tallies_by_member(const Reader& reader, AgencyId agency, const Figure& figure, Date closed) {
  return kept(&KeptFigures::tallies, reader, agency, key_of(agency, figure, iso(closed)), [&] {
    return tallies_from(reader.database().query("select member" TIENDO_SUMS TIENDO_COUNTED "group by member" TIENDO_ANY_COUNTED, agency,
                                                name_of(figure.by), figure.member, figure.programme, first_day(figure.due),
                                                last_day(figure.due), iso(closed)));
  });
}

std::map<std::string, Tally> tallies_as_of(const Reader& reader, AgencyId agency, const Figure& figure, Instant at, Date closed) {
  const bool by_unit = figure.by == Grouping::unit;
  const auto instant = at.time_since_epoch().count();
  return kept(&KeptFigures::tallies, reader, agency, key_of(agency, figure, fmt::format("{}@{}", iso(closed), instant)), [&] {
    return tallies_from(
        reader.database().query(by_unit ? TIENDO_STOOD_BY(TIENDO_LEAD_UNITS, "cast(u.value as text)", ", json_each(lead_units) u")
                                        : TIENDO_STOOD_BY("'[]'", "''", ""),
                                agency, figure.programme, at, least_id(at + std::chrono::milliseconds{1}), nullptr, nullptr, iso(closed)));
  });
}

Trend trend(const Reader& reader, AgencyId agency, const Figure& figure, Date closed) {
  return kept(&KeptFigures::trends, reader, agency, key_of(agency, figure, iso(closed)), [&] {
    Trend made{.months = {}, .ageing = domain::age_bands()};
    const auto ask = [&](std::string_view sql) {
      return reader.database().query(sql, agency, name_of(figure.by), figure.member, figure.programme, first_day(figure.due),
                                     last_day(figure.due), iso(closed));
    };
    made.months = tallies_from(
        ask("select substr(due_on, 1, 7)" TIENDO_SUMS TIENDO_COUNTED "and due_on <> '9999-12-31' group by 1" TIENDO_ANY_COUNTED));
    auto overdue = ask("select due_on, open" TIENDO_COUNTED "and due_on <= $7 and open > 0");
    while (overdue.next()) domain::add_overdue(made.ageing, find_date(overdue.view(0)).value(), overdue.number(1), closed);
    return made;
  });
}

TasksBehind tasks_behind(const Reader& reader, AgencyId agency, const Figure& figure, Part part, Date closed, int limit,
                         const std::string& after) {
  const std::string where = conditions(figure, part);
  const std::string member = figure.member.value_or("");
  const auto [day, id] = place_after(after);
  TasksBehind behind;
  for (const auto& [_, tally] : tallies_by_member(reader, agency, figure, closed)) behind.total += count(tally, part);
  auto rows = reader.database().query(
      "select w.task_id, w.due_on" + where + " and (w.due_on, w.task_id) > ($7, $8) order by w.due_on, w.task_id limit $9", agency,
      figure.programme, first_day(figure.due), last_day(figure.due), member, iso(closed), day, id, limit + 1);
  std::string last;
  while (rows.next()) {
    if (static_cast<int>(behind.tasks.size()) == limit) {
      behind.next = last;
      break;
    }
    rows.read(0, behind.tasks.emplace_back());
    last = rows.text(1) + "_" + behind.tasks.back().text();
  }
  return behind;
}

}  // namespace tiendo::store
