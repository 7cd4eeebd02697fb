#include <boost/json.hpp>

#include "base/error.h"
#include "domain/version.h"
#include "store/database.h"
#include "store/lists.h"
#include "store/store.h"

namespace tiendo::store {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& object, std::string_view key) {
  const auto* found = object.if_contains(key);
  return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

std::optional<int> number_of(const json::object& object, std::string_view key) {
  const auto* found = object.if_contains(key);
  return found && found->is_int64() ? std::optional(static_cast<int>(found->get_int64())) : std::nullopt;
}

json::value number_or_null(const std::optional<int>& number) {
  return number ? json::value(*number) : json::value(nullptr);
}

std::string attachment_text(const Attachment& attachment) {
  return json::serialize(json::object{{"decision_number", attachment.decision_number},
                                      {"decision_symbol", attachment.decision_symbol},
                                      {"decision_date", attachment.decision_date},
                                      {"issuer", attachment.issuer},
                                      {"as_written", attachment.as_written}});
}

Attachment attachment_from(std::string_view text) {
  const auto value = json::parse(text);
  const auto& object = value.as_object();
  return {text_of(object, "decision_number"), text_of(object, "decision_symbol"), text_of(object, "decision_date"),
          text_of(object, "issuer"), text_of(object, "as_written")};
}

std::string sections_text(const std::vector<Section>& sections) {
  json::array list;
  for (const Section& section : sections) {
    list.push_back(json::object{{"id", section.id},
                                {"heading", section.heading},
                                {"quarter", number_or_null(section.quarter)},
                                {"declared_tasks", number_or_null(section.declared_tasks)}});
  }
  return json::serialize(list);
}

std::vector<Section> sections_from(std::string_view text) {
  std::vector<Section> sections;
  const auto value = json::parse(text);
  for (const auto& item : value.as_array()) {
    const auto& object = item.as_object();
    sections.push_back(
        {text_of(object, "id"), text_of(object, "heading"), number_of(object, "quarter"), number_of(object, "declared_tasks")});
  }
  return sections;
}

constexpr std::string_view of_agency =
    "select id, title, year, attachment, column_headers, sections, tasks, stage, issued_on, is_planned, planned_until, version from "
    "programmes "
    "where agency_id = $1 order by id "
    "desc";
constexpr std::string_view one =
    "select id, title, year, attachment, column_headers, sections, tasks, stage, issued_on, is_planned, planned_until, version from "
    "programmes "
    "where agency_id = $1 and id = $2";

ProgrammeRecord programme_from(const Rows& row, AgencyId agency) {
  ProgrammeRecord programme;
  row.read(0, programme.id);
  programme.agency = agency;
  programme.title = row.text(1);
  programme.year = row.find_small(2);
  programme.attachment = attachment_from(row.view(3));
  programme.column_headers = words_from(row.view(4));
  programme.sections = sections_from(row.view(5));
  programme.tasks = row.number(6);
  programme.stage = find_stage(row.view(7)).value();
  programme.issued_on = find_date(row.view(8));
  programme.is_planned = row.number(9) != 0;
  if (!row.is_null(10)) programme.planned_until = row.instant(10);
  programme.version = row.small(11);
  return programme;
}

}  // namespace

std::vector<ProgrammeRecord> Reader::programmes(AgencyId agency) const {
  std::vector<ProgrammeRecord> programmes;
  auto rows = database().query(of_agency, agency);
  while (rows.next()) programmes.push_back(programme_from(rows, agency));
  return programmes;
}

ProgrammeRecord Reader::programme(AgencyId agency, ProgrammeId id) const {
  auto rows = database().query(one, agency, id);
  if (!rows.next()) throw Error(ErrorCode::not_found, "programme_not_found");
  ProgrammeRecord programme = programme_from(rows, agency);
  auto counts =
      database().query("select section, count(*) from tasks where agency_id = $1 and programme_id = $2 group by section", agency, id);
  while (counts.next()) programme.tasks_by_section[counts.text(0)] = counts.number(1);
  return programme;
}

void Writer::add(const Programme& programme) {
  database().run(R"sql(
    insert into programmes (agency_id, id, title, year, attachment, column_headers, sections, stage, issued_on, is_planned, planned_until,
      version)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  )sql",
                 programme.agency, programme.id, programme.title, programme.year, attachment_text(programme.attachment),
                 list_of(programme.column_headers), sections_text(programme.sections), name_of(programme.stage),
                 day_text(programme.issued_on), programme.is_planned ? 1 : 0, programme.planned_until, programme.version);
}

void Writer::save(const Programme& programme) {
  const int changed =
      database().run(R"sql(
    update programmes set title = $4, year = $5, attachment = $6, column_headers = $7, sections = $8, stage = $9, issued_on = $10,
      is_planned = $11, planned_until = $12, version = version + 1
    where agency_id = $1 and id = $2 and version = $3
  )sql",
                     programme.agency, programme.id, programme.version, programme.title, programme.year,
                     attachment_text(programme.attachment), list_of(programme.column_headers), sections_text(programme.sections),
                     name_of(programme.stage), day_text(programme.issued_on), programme.is_planned ? 1 : 0, programme.planned_until);
  if (changed == 0) throw Error(ErrorCode::conflict, "stale_version");
}

void Writer::remove_programme(AgencyId agency, ProgrammeId programme) {
  database().run("delete from programmes where agency_id = $1 and id = $2", agency, programme);
}

}  // namespace tiendo::store
