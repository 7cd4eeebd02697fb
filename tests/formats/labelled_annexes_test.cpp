// Word and Excel files that LibreOffice makes of the labelled annexes read back in every cell. Set TIENDO_KEEP to a folder to keep them.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/text.h"
#include "formats/read.h"

namespace tiendo::formats {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using Rows = std::vector<std::vector<std::string>>;

const fs::path annexes = TIENDO_SOURCE_DIR "/../shared/annexes";

bool have(const char* program) {
  return std::system((std::string("command -v ") + program + " >/dev/null 2>&1").c_str()) == 0;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The header and the rows of a label file; both of its kinds.
Rows labelled_rows(const fs::path& file) {
  const auto labels = json::parse(bytes_of(file)).as_object();
  std::vector<std::string> keys;
  if (const auto* columns = labels.if_contains("columns"))
    for (const auto& column : columns->as_array()) keys.emplace_back(column.as_string());
  else
    keys = {"number", "title", "lead", "coordinating", "deliverable", "directing_leader", "note"};
  const auto& rows = labels.contains("rows") ? labels.at("rows").as_array() : labels.at("tasks").as_array();
  Rows out{keys};
  for (const auto& row : rows) {
    out.emplace_back();
    for (const auto& key : keys) {
      const auto* cell = row.as_object().if_contains(key);
      out.back().push_back(cell && cell->is_string() ? std::string(cell->as_string()) : "");
    }
  }
  return out;
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char letter : text) out += letter == '&' ? "&amp;" : letter == '<' ? "&lt;" : letter == '>' ? "&gt;" : std::string(1, letter);
  return out;
}

std::string as_html(const Rows& rows) {
  std::string out = "<html><head><meta charset=\"utf-8\"></head><body><p>PHỤ LỤC</p><table border=1>";
  for (const auto& row : rows) {
    out += "<tr>";
    for (const auto& cell : row) out += "<td><p>" + escaped(cell) + "</p></td>";
    out += "</tr>";
  }
  return out + "</table></body></html>";
}

std::string as_csv(const Rows& rows) {
  std::string out;
  for (const auto& row : rows) {
    for (const auto& cell : row) {
      out += &cell == &row.front() ? "\"" : ",\"";
      for (const char letter : cell) out += letter == '"' ? "\"\"" : std::string(1, letter);
      out += '"';
    }
    out += "\n";
  }
  return out;
}

std::string converted(const fs::path& folder, const std::string& name, const std::string& source, const std::string& filter,
                      const std::string& to) {
  std::ofstream(folder / name, std::ios::binary) << source;
  const std::string at = folder.string();
  const std::string command = "cd " + at + " && soffice -env:UserInstallation=file://" + at + "/profile --headless --infilter='" + filter +
                              "' --convert-to " + to + " " + name + " >/dev/null 2>&1";
  if (std::system(command.c_str()) != 0) return {};
  const auto made = fs::path(folder / name).replace_extension(to.substr(0, to.find(':')));
  if (const char* keep = std::getenv("TIENDO_KEEP")) fs::copy(made, keep, fs::copy_options::overwrite_existing);
  return bytes_of(made);
}

void expect_rows(const Rows& rows, const Paper& paper) {
  const Table* table = nullptr;
  for (const auto& block : paper.blocks)
    if (const auto* found = std::get_if<Table>(&block)) table = found;
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->rows, static_cast<int>(rows.size()));
  Rows read(rows.size(), std::vector<std::string>(rows[0].size()));
  for (const auto& cell : table->cells) {
    ASSERT_LT(static_cast<std::size_t>(cell.row), rows.size());
    ASSERT_LT(static_cast<std::size_t>(cell.column), rows[0].size());
    read[static_cast<std::size_t>(cell.row)][static_cast<std::size_t>(cell.column)] = collapse_blanks(cell.text);
  }
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (std::size_t column = 0; column < rows[row].size(); ++column)
      EXPECT_EQ(read[row][column], collapse_blanks(nfc(rows[row][column]))) << "row " << row << ", column " << rows[0][column];
}

TEST(LabelledAnnexes, ReadBackInEveryCellFromWordAndExcelFiles) {
  if (!fs::exists(annexes)) GTEST_SKIP() << "no annexes at " << annexes;
  if (!have("soffice")) GTEST_SKIP() << "LibreOffice is not installed";
  const fs::path folder = fs::temp_directory_path() / ("tiendo-annexes-" + std::to_string(getpid()));
  fs::create_directories(folder);
  for (const auto& entry : fs::directory_iterator(annexes)) {
    const auto file = entry.path().filename().string();
    if (!file.ends_with(".labels.json")) continue;
    SCOPED_TRACE(file);
    const auto name = file.substr(0, file.find('.'));
    const auto rows = labelled_rows(entry.path());
    ASSERT_GT(rows.size(), 3u);
    expect_rows(rows, read_paper(converted(folder, name + ".html", as_html(rows), "HTML (StarWriter)", "docx:MS\\ Word\\ 2007\\ XML"),
                                 name + ".docx"));
    // Every column as text (2), as a careful clerk keeps numbers and days.
    expect_rows(rows, read_paper(converted(folder, name + ".csv", as_csv(rows), "CSV:44,34,76,1,1/2/2/2/3/2/4/2/5/2/6/2/7/2", "xlsx"),
                                 name + ".xlsx"));
    expect_rows(rows, read_paper(as_html(rows), name + ".html"));
  }
  fs::remove_all(folder);
}

}  // namespace
}  // namespace tiendo::formats
