// Tables of rules (domain/rule.h): what differs from the usual, one row each, and one version of the whole.
#pragma once

#include <string>

#include "base/error.h"
#include "domain/rule.h"
#include "store/database.h"
#include "store/store.h"

namespace tiendo::store {

template <class Rules>
Rules rules_kept(const Reader& reader, AgencyId agency, const std::string& table) {
  Rules rules;
  auto rows = reader.database().query("select name, value from " + table + " where agency_id = $1", agency);
  while (rows.next()) {
    for (const auto& rule : Rules::table())
      if (rows.view(0) == rule.name) rules.*rule.value = rows.small(1);
  }
  auto version = reader.database().query("select version from " + table + "_versions where agency_id = $1", agency);
  if (version.next()) rules.version = version.small(0);
  return rules;
}

// Throws conflict "stale_version".
template <class Rules>
void keep_rules(Writer& writer, AgencyId agency, const std::string& table, const Rules& rules) {
  if (rules_kept<Rules>(writer, agency, table).version != rules.version) throw Error(ErrorCode::conflict, "stale_version");
  const Rules usual;
  auto& database = writer.database();
  database.run("delete from " + table + " where agency_id = $1", agency);
  for (const auto& rule : Rules::table()) {
    if (rules.*rule.value == usual.*rule.value) continue;
    database.run("insert into " + table + " (agency_id, name, value) values ($1, $2, $3)", agency, rule.name, rules.*rule.value);
  }
  database.run("insert or replace into " + table + "_versions (agency_id, version) values ($1, $2)", agency, rules.version + 1);
}

}  // namespace tiendo::store
