// tests/fixtures/intake/<case>/{input.*, expected.json, about.md}: TIENDO_ACCEPT=1 rewrites what is expected.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "formats/read.h"
#include "intake/conservation.h"
#include "intake/intake.h"

namespace tiendo::intake {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

const fs::path fixtures = TIENDO_SOURCE_DIR "/tests/fixtures/intake";

std::string bytes_of(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

void add_row(std::string& out, const RowDraft& row, bool last) {
  json::object cells;
  for (const auto field : domain::all_fields) {
    const auto& cell = row[field];
    if (!cell.text.empty()) cells[domain::name_of(field)] = cell.text + (cell.confidence < sure ? " (?)" : "");
  }
  for (const auto& [header, cell] : row.extra) {
    if (!cell.text.empty()) cells["extra." + header] = cell.text + (cell.confidence < sure ? " (?)" : "");
  }
  if (!row.section.empty()) cells["section"] = row.section;
  if (row.quarter) cells["quarter"] = *row.quarter;
  if (row.month) cells["month"] = *row.month;
  out += "    " + json::serialize(cells) + (last ? "\n" : ",\n");
}

// What a reviewer wants to see of an intake, a row a line.
std::string shown(const Intake& intake) {
  std::string out = "{\n  \"title\": " + json::serialize(json::string(intake.title)) + ",\n";
  out += "  \"attachment\": " + json::serialize(json::string(intake.attachment.as_written)) + ",\n  \"columns\": ";
  json::array columns, sections, unplaced;
  for (const auto& column : intake.columns)
    columns.emplace_back(column.header + (column.field ? " = " + std::string(domain::name_of(*column.field)) : ""));
  for (const auto& section : intake.sections) {
    sections.emplace_back(section.id + " | " + section.heading +
                          (section.declared_tasks ? " | " + std::to_string(*section.declared_tasks) : ""));
  }
  for (const auto& stretch : intake.unplaced) unplaced.emplace_back(stretch.text);
  out += json::serialize(columns) + ",\n  \"sections\": " + json::serialize(sections) + ",\n  \"tasks\": [\n";
  for (std::size_t i = 0; i < intake.tasks.size(); ++i) add_row(out, intake.tasks[i], i + 1 == intake.tasks.size());
  out += "  ],\n  \"groups\": ";
  json::array groups;
  for (const auto& task : intake.tasks) groups.emplace_back(task.group);
  out += json::serialize(groups) + ",\n  \"proposals\": [\n";
  for (std::size_t i = 0; i < intake.proposals.size(); ++i) add_row(out, intake.proposals[i], i + 1 == intake.proposals.size());
  return out + "  ],\n  \"unplaced\": " + json::serialize(unplaced) + "\n}\n";
}

TEST(IntakeFixtures, AreReadAsExpected) {
  int cases = 0;
  for (const auto& folder : fs::directory_iterator(fixtures)) {
    if (!folder.is_directory()) continue;
    ++cases;
    const auto input = folder.path() / "input.txt";
    const auto paper = formats::read_paper(bytes_of(input), "input.txt");
    const Intake intake = read_programme(paper);
    if (std::getenv("TIENDO_ACCEPT")) std::ofstream(folder.path() / "expected.json") << shown(intake);
    EXPECT_EQ(shown(intake), bytes_of(folder.path() / "expected.json")) << folder.path().filename();
    EXPECT_THAT(lost_or_doubled(paper, intake), testing::IsEmpty()) << folder.path().filename();
  }
  EXPECT_GE(cases, 8);
}

}  // namespace
}  // namespace tiendo::intake
