#include "store/backup.h"

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/place.h"
#include "cli/spoken.h"

namespace tiendo::cli {
namespace {

struct Files {
  std::string database, file;
};

void tell(std::string_view key, const std::string& path, const store::RowCounts& counts) {
  const auto count = [&](const char* table) { return std::to_string(counts.contains(table) ? counts.at(table) : 0); };
  std::cout << said(key, {path, count("tasks"), count("events")}) << '\n';
}

}  // namespace

void add_backup(CLI::App& app, int&) {
  auto files = std::make_shared<Files>();
  auto* command = app.add_subcommand("backup", "Sao lưu / write a checked copy");
  command->add_option("file", files->file, "Tệp sao lưu / the copy")->required();
  add_database_option(*command, files->database);
  command->callback([files] { tell("notice.backed_up", files->file, store::back_up(files->database, files->file)); });
}

void add_restore(CLI::App& app, int&) {
  auto files = std::make_shared<Files>();
  auto* command = app.add_subcommand("restore", "Khôi phục từ bản sao lưu / put a copy in place of the database");
  command->add_option("file", files->file, "Tệp sao lưu / the copy")->required();
  add_database_option(*command, files->database);
  command->callback([files] {
    const auto kept = store::restore(files->file, files->database, now_from_clock());
    tell("notice.restored", files->database, store::check_database(files->database));
    if (!kept.empty()) std::cout << said("notice.kept_aside", {kept.string()}) << '\n';
  });
}

}  // namespace tiendo::cli
