// Where the database lies: --database, else TIENDO_DATABASE, else data/tiendo.db.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace tiendo::cli {

void add_database_option(CLI::App& command, std::string& path);

}  // namespace tiendo::cli
