#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "formats/old_office.h"

namespace tiendo::cli {

// The program's own other half (formats/old_office.h); no command for people.
void add_convert_office(CLI::App& app, int& exit_code) {
  const auto folder = std::make_shared<std::string>(), to = std::make_shared<std::string>();
  auto* command = app.add_subcommand("convert-office", "")->group("");
  command->add_option("folder", *folder)->required();
  command->add_option("to", *to)->required();
  command->callback([folder, to, &exit_code] { exit_code = formats::become_converter(*folder, *to); });
}

}  // namespace tiendo::cli
