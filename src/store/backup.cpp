#include "store/backup.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "base/error.h"
#include "store/log_chain.h"

namespace tiendo::store {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& file, std::string reason) {
  throw Error(ErrorCode::invalid, "backup_bad", {file.string(), std::move(reason)});
}

RowCounts rows_in(Database& database) {
  std::vector<std::string> tables;
  auto rows = database.query("select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' order by name");
  while (rows.next()) tables.push_back(rows.text(0));
  RowCounts counts;
  for (const std::string& table : tables) {
    auto count = database.query(fmt::format("select count(*) from \"{}\"", table));
    count.next();
    counts[table] = count.number(0);
  }
  return counts;
}

std::optional<std::string> find_fault(Database& database) {
  auto integrity = database.query("pragma integrity_check(1)");
  if (integrity.next() && integrity.view(0) != "ok") return integrity.text(0);
  auto references = database.query("pragma foreign_key_check");
  if (references.next()) return "foreign keys of " + references.text(0);
  auto ours = database.query("select count(*) from sqlite_schema where name in ('schema_migrations', 'tasks', 'events')");
  if (!ours.next() || ours.number(0) != 3) return "no database of Tiến Độ";
  std::vector<domain::AgencyId> owners{the_installation};
  for (auto agencies = database.query("select agency_id from agencies"); agencies.next();) owners.emplace_back(agencies.number(0));
  for (const auto owner : owners) {
    for (const Log log : all_logs) {
      const auto faults = chain_faults(database, owner, log);
      if (!faults.empty())
        return fmt::format("{}: row {} of agency {} {}", name_of(log), faults[0].sequence, owner.text(), name_of(faults[0].kind));
    }
  }
  return std::nullopt;
}

void sync_folder(const fs::path& file) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const int handle = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return;
  fsync(handle);
  close(handle);
}

void expect_file(const fs::path& file) {
  if (!fs::is_regular_file(file)) throw Error(ErrorCode::not_found, "file_not_found", {file.string()});
}

// Removes a half-made copy, whatever happens.
class Unfinished {
 public:
  explicit Unfinished(fs::path path) : path_(std::move(path)) { remove(); }
  ~Unfinished() { remove(); }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  const fs::path& path() const { return path_; }

 private:
  void remove() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  fs::path path_;
};

void make_private(const fs::path& file) {
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
}

// Folds the log of a standing database into its file. A damaged one is left as it is: it is what a restore is for.
void close_standing(const fs::path& database) {
  try {
    Database standing(database, Database::Mode::write);
    if (!standing.close_log()) throw Error(ErrorCode::conflict, "database_in_use", {database.string()});
  } catch (const Error& error) {
    if (error.key() != "database_damaged") throw;
  }
}

// Keeps what stood there, with its log where that could not be folded in.
fs::path set_aside(const fs::path& database, Instant now) {
  if (!fs::exists(database)) return {};
  close_standing(database);
  const std::string kept = fmt::format("{}.before-restore-{}", database.string(), now.time_since_epoch().count());
  for (const char* part : {"-wal", "-shm", ""}) {
    if (fs::exists(database.string() + part)) fs::rename(database.string() + part, kept + part);
  }
  return kept;
}

}  // namespace

RowCounts check_database(const fs::path& file) {
  expect_file(file);
  try {
    Database database(file, Database::Mode::read);
    if (const auto fault = find_fault(database)) refuse(file, *fault);
    return rows_in(database);
  } catch (const Error& error) {
    if (error.key() == "database_damaged") refuse(file, error.detail());
    throw;
  }
}

RowCounts back_up(const fs::path& database, const fs::path& file) {
  expect_file(database);
  if (fs::exists(file)) throw Error(ErrorCode::conflict, "backup_exists", {file.string()});
  const Unfinished copy(file.string() + ".unfinished");
  RowCounts counts;
  {
    Database source(database, Database::Mode::read);
    source.run("begin");
    counts = rows_in(source);
    source.back_up_to(copy.path());
    source.run("commit");
  }
  make_private(copy.path());
  if (check_database(copy.path()) != counts) refuse(file, "rows are missing");
  fs::rename(copy.path(), file);
  sync_folder(file);
  return counts;
}

fs::path restore(const fs::path& file, const fs::path& database, Instant now) {
  check_database(file);
  if (database.has_parent_path()) fs::create_directories(database.parent_path());
  const Unfinished copy(database.string() + ".unfinished");
  Database(file, Database::Mode::read).back_up_to(copy.path());
  make_private(copy.path());
  check_database(copy.path());
  const fs::path kept = set_aside(database, now);
  fs::rename(copy.path(), database);
  sync_folder(database);
  return kept;
}

}  // namespace tiendo::store
