#include "store/migrate.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "base/hash.h"

namespace tiendo::store {
namespace {

int number_of(const EmbeddedFile& migration) {
  return std::stoi(std::string(migration.path.substr(0, 4)));
}

// How many of our migrations the database has.
std::size_t applied(Database& database, std::span<const EmbeddedFile> migrations) {
  std::size_t count = 0;
  auto rows = database.query("select number, sha256 from schema_migrations order by number");
  while (rows.next()) {
    if (count == migrations.size()) throw Error(ErrorCode::conflict, "database_newer");
    if (rows.small(0) != number_of(migrations[count]) || rows.view(1) != sha256(migrations[count].bytes)) {
      throw Error(ErrorCode::conflict, "migration_changed", {std::string(migrations[count].path)});
    }
    ++count;
  }
  return count;
}

}  // namespace

void migrate(Database& database, const std::filesystem::path& path, std::span<const EmbeddedFile> migrations) {
  database.run("create table if not exists schema_migrations (number integer primary key, sha256 text not null) strict");
  const std::size_t done = applied(database, migrations);
  if (done == migrations.size()) return;
  if (done > 0) {
    database.back_up_to(fmt::format("{}.before-{:04}", path.string(), number_of(migrations[done])));
  }
  for (const EmbeddedFile& migration : migrations.subspan(done)) {
    Transaction transaction(database);
    database.script(migration.bytes);
    database.run("insert into schema_migrations values ($1, $2)", number_of(migration), sha256(migration.bytes));
    transaction.commit();
  }
}

}  // namespace tiendo::store
