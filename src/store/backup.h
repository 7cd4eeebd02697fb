// Copies of the whole store, checked before anyone relies on them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "base/date.h"

namespace tiendo::store {

using RowCounts = std::map<std::string, std::int64_t>;  // by table

// Reads the file from end to end: SQLite's own check, the references between tables, every chain of events.
// Throws invalid "backup_bad" with what is wrong.
RowCounts check_database(const std::filesystem::path& file);

// May run while the program serves: the copy is of one moment. Throws conflict "backup_exists", invalid "backup_bad".
RowCounts back_up(const std::filesystem::path& database, const std::filesystem::path& file);

// Checks the copy, keeps the database that stood there beside it, and puts the copy in its place.
// Throws conflict "database_in_use" while another program has it open. Gives the path of the kept one; empty where there was none.
std::filesystem::path restore(const std::filesystem::path& file, const std::filesystem::path& database, Instant now);

}  // namespace tiendo::store
