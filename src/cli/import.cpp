#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "cli/commands.h"
#include "cli/place.h"
#include "cli/problems.h"
#include "cli/source.h"
#include "cli/spoken.h"
#include "cli/store_import.h"
#include "intake/intake_json.h"

namespace tiendo::cli {
namespace {

std::size_t doubts(const intake::RowDraft& row) {
  std::size_t out = 0;
  for (const auto& cell : row.cells) out += cell.confidence < intake::sure;
  for (const auto& [header, cell] : row.extra) out += cell.confidence < intake::sure;
  return out;
}

template <class Rows>
std::size_t doubts_in(const Rows& rows) {
  std::size_t out = 0;
  for (const auto& row : rows) out += doubts(row);
  return out;
}

void print_row(const intake::RowDraft& row) {
  for (const auto field : domain::all_fields) {
    const auto& cell = row[field];
    if (cell.text.empty()) continue;
    std::cout << "    " << sentence(spoken(), "field." + std::string(domain::name_of(field)))
              << (cell.confidence < intake::sure ? " (?)" : "") << ": " << cell.text << '\n';
  }
  for (const auto& [header, cell] : row.extra) {
    if (!cell.text.empty()) std::cout << "    " << header << (cell.confidence < intake::sure ? " (?)" : "") << ": " << cell.text << '\n';
  }
}

void print_summary(const intake::Intake& intake) {
  std::cout << intake.title << '\n' << intake.attachment.as_written << "\n\n";
  for (const auto& task : intake.tasks) {
    std::cout << task.section << (task.month ? " · " + sentence(spoken(), "cli.month", {std::to_string(*task.month)}) : "") << '\n';
    print_row(task);
  }
  for (const auto& proposal : intake.proposals) {
    std::cout << sentence(spoken(), "cli.proposal", {std::to_string(proposal.order)}) << '\n';
    print_row(proposal);
  }
  std::cout << '\n'
            << sentence(spoken(), "cli.import_read",
                        {std::to_string(intake.tasks.size()), std::to_string(intake.proposals.size()),
                         std::to_string(doubts_in(intake.tasks) + doubts_in(intake.proposals)), std::to_string(intake.unplaced.size())})
            << '\n';
  print_problems(std::cout, intake.problems, spoken());
}

}  // namespace

void add_import(CLI::App& app, int&) {
  struct Options {
    std::string file, database;
    bool preview = false, json = false;
  };
  const auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("import", "Đọc phụ lục chương trình công tác / read a work programme");
  command->add_option("file", options->file, "FILE")->required();
  command->add_flag("--preview", options->preview, "Chỉ xem, không lưu / show, do not store");
  command->add_flag("--json", options->json, "In dạng JSON / print JSON")->needs("--preview");
  add_database_option(*command, options->database);
  command->callback([options] {
    if (!options->preview) {
      const SourceFile source = source_file(options->file);
      store_import(options->database, source.bytes, source.name);
      return;
    }
    const intake::Intake intake = read_source(options->file);
    if (options->json)
      std::cout << boost::json::serialize(intake::to_json(intake, spoken())) << '\n';
    else
      print_summary(intake);
  });
}

}  // namespace tiendo::cli
