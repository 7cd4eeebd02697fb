// Brings a database up to the schema of this program: numbered texts, each applied once in a transaction of its own.
#pragma once

#include <filesystem>
#include <span>

#include "base/embedded.h"
#include "store/database.h"

namespace tiendo::store {

// Throws conflict "migration_changed" where an applied text is another than ours, "database_newer" where there are more.
// Before it touches a database that holds something, a copy is laid beside it: tiendo.db.before-0002.
void migrate(Database& database, const std::filesystem::path& path, std::span<const EmbeddedFile> migrations);

}  // namespace tiendo::store
