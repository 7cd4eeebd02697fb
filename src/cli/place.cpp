#include "cli/place.h"

#include <CLI/CLI.hpp>

namespace tiendo::cli {

void add_database_option(CLI::App& command, std::string& path) {
  path = "data/tiendo.db";
  command.add_option("--database", path, "Tệp cơ sở dữ liệu / the database file")->envname("TIENDO_DATABASE")->capture_default_str();
}

}  // namespace tiendo::cli
