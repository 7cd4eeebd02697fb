#include <filesystem>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "actions/check_programme.h"
#include "base/error.h"
#include "cli/chosen_programme.h"
#include "cli/commands.h"
#include "cli/place.h"
#include "cli/problems.h"
#include "cli/source.h"
#include "cli/spoken.h"

namespace tiendo::cli {
namespace {

struct Asked {
  std::string what, database;
  bool as_json = false;
};

std::vector<domain::Problem> problems_of(const Asked& asked) {
  if (std::filesystem::exists(asked.what)) return read_source(asked.what).problems;
  const bool names_a_file = asked.what.find_first_of("/.") != std::string::npos;
  if (names_a_file || !std::filesystem::exists(asked.database)) throw Error(ErrorCode::not_found, "file_not_found", {asked.what});
  const store::Store store(asked.database);
  const auto reader = store.read();
  const auto [agency, programme] = chosen_programme(reader, asked.what);
  return actions::check_programme(reader, agency.id, programme);
}

}  // namespace

void add_check(CLI::App& app, int&) {
  const auto asked = std::make_shared<Asked>();
  auto* command = app.add_subcommand("check", "Soát một tài liệu hoặc một chương trình đã lưu / check a document or a stored programme");
  command->add_option("what", asked->what, "Tệp, mã hoặc vài chữ của tên chương trình / file, id, or words of the title")->required();
  command->add_flag("--json", asked->as_json, "In dạng JSON / print JSON");
  add_database_option(*command, asked->database);
  command->callback([asked] {
    const auto print = asked->as_json ? print_problems_json : print_problems;
    print(std::cout, problems_of(*asked), spoken());
  });
}

}  // namespace tiendo::cli
