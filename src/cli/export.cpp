#include "reports/export.h"

#include <fstream>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "actions/programme_file.h"
#include "base/error.h"
#include "cli/chosen_programme.h"
#include "cli/commands.h"
#include "cli/place.h"

namespace tiendo::cli {
namespace {

struct ExportOptions {
  std::string database, programme, format = "docx", file;
};

void write(const std::string& file, const std::string& bytes) {
  if (file.empty() || file == "-") {
    std::cout << bytes << std::flush;
    return;
  }
  std::ofstream out(file, std::ios::binary);
  out << bytes;
  if (!out.flush()) throw Error(ErrorCode::invalid, "file_not_written", {file});
}

void run_export(const ExportOptions& options) {
  const auto& format = reports::export_format(options.format);
  store::Store store(options.database);
  const auto reader = store.read();
  const auto [agency, programme] = chosen_programme(reader, options.programme);
  const auto file = actions::programme_file(reader, agency.id, programme);
  write(options.file, format.write(file, actions::annex_form(file.programme, agency.name)));
}

}  // namespace

void add_export(CLI::App& app, int&) {
  const auto options = std::make_shared<ExportOptions>();
  auto* command = app.add_subcommand("export", "Xuất chương trình thành phụ lục / write a programme as an annex");
  std::string names;
  for (const auto& format : reports::export_formats()) names += (names.empty() ? "" : ", ") + std::string(format.name);
  command->add_option("programme", options->programme, "Mã hoặc vài chữ của tên / id, or words of the title")->required();
  command->add_option("--format", options->format, names);
  command->add_option("--out", options->file, "Tệp; không có: ra màn hình / file; none: standard output");
  add_database_option(*command, options->database);
  command->callback([options] { run_export(*options); });
}

}  // namespace tiendo::cli
