#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/problems.h"
#include "cli/spoken.h"
#include "formats/apart.h"
#include "intake/check.h"

namespace tiendo::cli {
namespace {

struct Asked {
  std::string file;
  bool as_json = false;
};

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  if (!file || !(bytes << file.rdbuf())) throw Error(ErrorCode::not_found, "file_not_found", {path});
  return std::move(bytes).str();
}

std::string name_of(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

std::vector<domain::Problem> problems_of(const std::string& path) {
  auto intake = intake::read_programme(formats::read_paper_apart(bytes_of(path), name_of(path)));
  auto problems = std::move(intake.problems);
  for (auto& problem : intake::check(intake)) problems.push_back(std::move(problem));
  return problems;
}

}  // namespace

void add_check(CLI::App& app, int&) {
  auto asked = std::make_shared<Asked>();
  auto* command = app.add_subcommand("check", "Soát một tài liệu, không lưu / check a document without storing it");
  command->add_option("file", asked->file, "Tệp phụ lục / the annex")->required();
  command->add_flag("--json", asked->as_json, "In dạng JSON / print JSON");
  command->callback([asked] {
    const auto print = asked->as_json ? print_problems_json : print_problems;
    print(std::cout, problems_of(asked->file), spoken());
  });
}

}  // namespace tiendo::cli
