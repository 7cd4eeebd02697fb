#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/problems.h"
#include "cli/source.h"
#include "cli/spoken.h"

namespace tiendo::cli {
namespace {

struct Asked {
  std::string file;
  bool as_json = false;
};

}  // namespace

void add_check(CLI::App& app, int&) {
  auto asked = std::make_shared<Asked>();
  auto* command = app.add_subcommand("check", "Soát một tài liệu, không lưu / check a document without storing it");
  command->add_option("file", asked->file, "Tệp phụ lục / the annex")->required();
  command->add_flag("--json", asked->as_json, "In dạng JSON / print JSON");
  command->callback([asked] {
    const auto print = asked->as_json ? print_problems_json : print_problems;
    print(std::cout, read_source(asked->file).problems, spoken());
  });
}

}  // namespace tiendo::cli
