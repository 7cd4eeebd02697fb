#include "store/second_factors.h"

#include "store/database.h"

namespace tiendo::store {

std::optional<SecondFactor> find_second_factor(const Reader& reader, AgencyId agency, UserId user) {
  auto rows = reader.database().query(
      "select secret, made_at, confirmed_at, last_step from second_factors where agency_id = $1 and user_id = $2", agency, user);
  if (!rows.next()) return std::nullopt;
  SecondFactor factor{rows.text(0), rows.instant(1), std::nullopt, rows.number(3)};
  if (!rows.is_null(2)) factor.confirmed_at = rows.instant(2);
  return factor;
}

void save(Writer& writer, AgencyId agency, UserId user, const SecondFactor& factor) {
  writer.database().run(R"sql(
    insert or replace into second_factors (agency_id, user_id, secret, made_at, confirmed_at, last_step) values ($1, $2, $3, $4, $5, $6)
  )sql",
                        agency, user, Blob{factor.secret}, factor.made_at, factor.confirmed_at, factor.last_step);
}

void remove_second_factor(Writer& writer, AgencyId agency, UserId user) {
  writer.database().run("delete from second_factors where agency_id = $1 and user_id = $2", agency, user);
  writer.database().run("delete from recovery_codes where agency_id = $1 and user_id = $2", agency, user);
}

int recovery_codes_left(const Reader& reader, AgencyId agency, UserId user) {
  auto rows = reader.database().query("select count(*) from recovery_codes where agency_id = $1 and user_id = $2", agency, user);
  return rows.next() ? rows.small(0) : 0;
}

void save_recovery_codes(Writer& writer, AgencyId agency, UserId user, const std::vector<std::string>& hashes) {
  writer.database().run("delete from recovery_codes where agency_id = $1 and user_id = $2", agency, user);
  for (const auto& hash : hashes)
    writer.database().run("insert into recovery_codes (agency_id, user_id, code_hash) values ($1, $2, $3)", agency, user, hash);
}

bool take_recovery_code(Writer& writer, AgencyId agency, UserId user, std::string_view hash) {
  return writer.database().run("delete from recovery_codes where agency_id = $1 and user_id = $2 and code_hash = $3", agency, user, hash) ==
         1;
}

}  // namespace tiendo::store
