#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "formats/apart.h"

namespace tiendo::cli {

// The program's own other half (formats/apart.h); no command for people.
void add_read_paper(CLI::App& app, int& exit_code) {
  struct Options {
    std::string name;
    long computing = 600;
    std::uint64_t memory = 3ull << 30;
  };
  const auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("read-paper", "")->group("");
  command->add_option("name", options->name);
  command->add_option("--computing", options->computing);
  command->add_option("--memory", options->memory);
  command->callback([options, &exit_code] {
    exit_code = formats::answer_apart(options->name, std::chrono::seconds(options->computing), options->memory);
  });
}

}  // namespace tiendo::cli
