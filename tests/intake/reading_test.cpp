// Reading the real annexes of ../shared against their hand labels, and the conservation rule on all of them.
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "formats/text.h"
#include "intake/conservation.h"
#include "intake/intake.h"

namespace tiendo::intake {
namespace {

namespace json = boost::json;
using domain::Field;

const std::filesystem::path annexes = TIENDO_SOURCE_DIR "/../shared/annexes";

std::string bytes_of(const std::filesystem::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

std::string with_plain_blanks(std::string text) {
  for (std::size_t at = 0; (at = text.find("\xC2\xA0", at)) != std::string::npos;) text.replace(at, 2, " ");
  return text;
}

Intake read(const std::string& text) {
  return read_programme(formats::read_text(text, "annex.txt"));
}

struct Score {
  int cells = 0, wrong = 0, surely_wrong = 0;
  std::string examples;

  void compare(const RowDraft& row, const json::object& label, std::string_view key, Field field) {
    if (!label.contains(key)) return;
    ++cells;
    const std::string wanted(label.at(key).as_string());
    if (row[field].text == wanted) return;
    ++wrong;
    surely_wrong += row[field].confidence >= sure;
    examples += "\n  wanted “" + wanted + "”\n  read   “" + row[field].text + "”";
  }
};

constexpr std::pair<std::string_view, Field> task_cells[] = {{"number", Field::number},
                                                             {"title", Field::title},
                                                             {"lead", Field::lead},
                                                             {"coordinating", Field::coordinating},
                                                             {"deliverable", Field::deliverable},
                                                             {"directing_leader", Field::directing_leader},
                                                             {"note", Field::note},
                                                             {"issuing_level", Field::issuing_level}};

Score score_of(const Intake& intake, const json::value& labels) {
  Score score;
  const auto& tasks = labels.at("tasks").as_array();
  for (std::size_t i = 0; i < tasks.size() && i < intake.tasks.size(); ++i) {
    const auto& label = tasks[i].as_object();
    EXPECT_EQ(intake.tasks[i].section, label.at("section").as_string().c_str());
    EXPECT_EQ(intake.tasks[i].month, static_cast<int>(label.at("month").as_int64()));
    EXPECT_EQ(intake.tasks[i].quarter, static_cast<int>(label.at("quarter").as_int64()));
    for (const auto& [key, field] : task_cells) score.compare(intake.tasks[i], label, key, field);
  }
  const auto& proposals = labels.at("proposals").as_array();
  for (std::size_t i = 0; i < proposals.size() && i < intake.proposals.size(); ++i) {
    const auto& label = proposals[i].as_object();
    EXPECT_EQ(intake.proposals[i].order, static_cast<int>(label.at("order").as_int64()));
    EXPECT_EQ(intake.proposals[i].group_note, label.at("group_note").as_string().c_str());
    for (const auto& [key, field] : task_cells) score.compare(intake.proposals[i], label, key, field);
  }
  return score;
}

class RealAnnex : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(annexes)) GTEST_SKIP() << "the real annexes (../shared/annexes) are not here";
  }
};

TEST_F(RealAnnex, OfTwoQuartersIsReadWithEveryLabelledCellExact) {
  const Intake intake = read(bytes_of(annexes / "quang-ngai-2025-h2.txt"));
  ASSERT_EQ(intake.tasks.size(), 96u + 80u);
  ASSERT_EQ(intake.proposals.size(), 10u);
  const Score score = score_of(intake, json::parse(bytes_of(annexes / "quang-ngai-2025-h2.labels.json")));
  EXPECT_GT(score.cells, 400);
  EXPECT_EQ(score.wrong, 0) << score.examples;
  ASSERT_EQ(intake.sections.size(), 3u);
  EXPECT_EQ(intake.sections[0].declared_tasks, 96);
  EXPECT_EQ(intake.sections[1].declared_tasks, 80);
}

TEST_F(RealAnnex, PastedWithPlainBlanksKeepsItsRowsAndDoubtsWhatItReadsWrongly) {
  const Intake exact = read(bytes_of(annexes / "quang-ngai-2025-h2.txt"));
  const Intake pasted = read(with_plain_blanks(bytes_of(annexes / "quang-ngai-2025-h2.txt")));
  ASSERT_EQ(pasted.tasks.size(), exact.tasks.size());
  ASSERT_EQ(pasted.proposals.size(), exact.proposals.size());
  int cells = 0, wrong = 0, surely_wrong = 0, doubtful = 0;
  const auto compare = [&](const RowDraft& a, const RowDraft& b) {
    for (const Field field : domain::all_fields) {
      ++cells;
      doubtful += b[field].confidence < sure;
      if (a[field].text == b[field].text) continue;
      ++wrong;
      surely_wrong += b[field].confidence >= sure;
    }
  };
  for (std::size_t i = 0; i < exact.tasks.size(); ++i) compare(exact.tasks[i], pasted.tasks[i]);
  for (std::size_t i = 0; i < exact.proposals.size(); ++i) compare(exact.proposals[i], pasted.proposals[i]);
  EXPECT_LE(wrong * 100, cells);
  EXPECT_EQ(surely_wrong, 0);
  EXPECT_LE(doubtful * 10, cells);
}

TEST_F(RealAnnex, WithOneCellALineGroupIsReadExactly) {
  const Intake intake = read(bytes_of(annexes / "dongthap-kh617.txt"));
  const auto labels = json::parse(bytes_of(annexes / "dongthap-kh617.labels.json"));
  const auto& rows = labels.at("rows").as_array();
  ASSERT_EQ(intake.tasks.size(), rows.size());
  Score score;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i].as_object();
    score.compare(intake.tasks[i], row, "STT", Field::number);
    score.compare(intake.tasks[i], row, "Tên nhiệm vụ", Field::title);
    score.compare(intake.tasks[i], row, "Cơ quan chủ trì", Field::lead);
    score.compare(intake.tasks[i], row, "Cơ quan phối hợp", Field::coordinating);
    score.compare(intake.tasks[i], row, "Thời gian hoàn thành", Field::due);
  }
  EXPECT_EQ(score.wrong, 0) << score.examples;
  EXPECT_EQ(intake.sections.size(), 4u);
}

TEST_F(RealAnnex, WithoutMonthsIsReadExactly) {
  const Intake intake = read(bytes_of(annexes / "hanoi-syt-cv6582.txt"));
  const auto labels = json::parse(bytes_of(annexes / "hanoi-syt-cv6582.labels.json"));
  const auto& rows = labels.at("rows").as_array();
  ASSERT_EQ(intake.tasks.size(), rows.size());
  Score score;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i].as_object();
    score.compare(intake.tasks[i], row, "TT", Field::number);
    score.compare(intake.tasks[i], row, "Công việc", Field::title);
    score.compare(intake.tasks[i], row, "Đơn vị thực hiện", Field::lead);
    score.compare(intake.tasks[i], row, "Đơn vị phối hợp", Field::coordinating);
    score.compare(intake.tasks[i], row, "Số ngày dự kiến", Field::due);
  }
  EXPECT_EQ(score.wrong, 0) << score.examples;
}

TEST_F(RealAnnex, WithGroupsAndFinerNumbersIsReadWithItsMergedCells) {
  const Intake intake = read(bytes_of(annexes / "hanoi-kh277.pdfbox.txt"));
  const auto labels = json::parse(bytes_of(annexes / "hanoi-kh277.labels.json"));
  const auto& rows = labels.at("rows").as_array();
  ASSERT_EQ(intake.tasks.size(), rows.size());
  Score score;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i].as_object();
    score.compare(intake.tasks[i], row, "TT", Field::number);
    score.compare(intake.tasks[i], row, "Tên nhiệm vụ", Field::title);
    score.compare(intake.tasks[i], row, "Đơn vị chủ trì", Field::lead);
    score.compare(intake.tasks[i], row, "Đơn vị phối hợp", Field::coordinating);
    score.compare(intake.tasks[i], row, "Sản phẩm", Field::deliverable);
    score.compare(intake.tasks[i], row, "Thời hạn", Field::due);
  }
  EXPECT_GT(score.cells, 190);
  EXPECT_LE(score.wrong, 1) << score.examples;
  EXPECT_EQ(score.surely_wrong, 0) << score.examples;
}

// Sixty rows teach little: the project's own sample, as it looks after a paste.
TEST(OwnSample, PastedWithPlainBlanksIsRead) {
  const std::filesystem::path samples = TIENDO_SOURCE_DIR "/samples";
  const std::string text = bytes_of(samples / "chuong-trinh-6-thang-cuoi-nam.txt");
  const auto labels = json::parse(bytes_of(samples / "chuong-trinh-6-thang-cuoi-nam.labels.json"));
  const Score exact = score_of(read(text), labels), pasted = score_of(read(with_plain_blanks(text)), labels);
  EXPECT_GT(exact.cells, 400);
  EXPECT_EQ(exact.wrong, 0) << exact.examples;
  EXPECT_LE(pasted.wrong * 100, pasted.cells) << pasted.examples;
  EXPECT_EQ(pasted.surely_wrong, 0) << pasted.examples;
}

TEST_F(RealAnnex, LosesAndDoublesNoWord) {
  for (const char* name : {"quang-ngai-2025-h2.txt", "hanoi-kh277.pdfbox.txt", "hanoi-syt-cv6582.txt", "dongthap-kh617.txt"}) {
    const auto paper = formats::read_text(bytes_of(annexes / name), name);
    EXPECT_THAT(lost_or_doubled(paper, read_programme(paper)), testing::IsEmpty()) << name;
  }
}

TEST_F(RealAnnex, LosesAndDoublesNoWordWhenItIsDamaged) {
  const std::string text = bytes_of(annexes / "quang-ngai-2025-h2.txt").substr(0, 16'000);
  std::mt19937 random(20251123);
  int read_at_all = 0;
  for (int round = 0; round < 60; ++round) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    for (int change = 0; change < 12; ++change) {
      const auto at = random() % lines.size(), other = random() % lines.size();
      switch (random() % 4) {
        case 0:
          lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
          break;
        case 1:
          std::swap(lines[at], lines[other]);
          break;
        case 2:
          lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), lines[other]);
          break;
        default:
          lines[at] += " " + std::to_string(random() % 100);
          break;
      }
    }
    std::string damaged;
    for (const auto& line : lines) damaged += line + '\n';
    const auto paper = formats::read_text(damaged, "damaged.txt");
    try {
      const Intake intake = read_programme(paper);
      ++read_at_all;
      ASSERT_THAT(lost_or_doubled(paper, intake), testing::IsEmpty()) << "round " << round;
    } catch (const Error& error) {
      EXPECT_EQ(error.key(), "no_programme");
    }
  }
  EXPECT_GT(read_at_all, 40);
}

}  // namespace
}  // namespace tiendo::intake
