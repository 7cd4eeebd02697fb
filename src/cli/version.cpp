#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace tiendo::cli {

void add_version(CLI::App& app, int&) {
  app.add_subcommand("version", "In phiên bản / print the version")->callback([] { std::cout << "tiendo " TIENDO_VERSION "\n"; });
}

}  // namespace tiendo::cli
