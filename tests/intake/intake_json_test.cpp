#include "intake/intake_json.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "base/error.h"

namespace tiendo::intake {
namespace {

using domain::Field;

Intake example() {
  Intake intake;
  intake.source_name = "phu-luc.txt";
  intake.source_kind = "text";
  intake.title = "PHỤ LỤC. Nhiệm vụ 6 tháng cuối năm 2025";
  intake.attachment = {"617", "QĐ-SKHCN", "01/12/2025", "Sở Khoa học và Công nghệ tỉnh Bình Minh", "(Kèm theo …)"};
  intake.columns = {{"STT", Field::number}, {"Kinh phí", std::nullopt}};
  intake.sections = {{"I", "Quý III", 3, 30}, {"III", "Ý kiến", std::nullopt, std::nullopt}};
  auto& task = intake.tasks.emplace_back();
  task.section = "I";
  task.month = 7;
  task.group = "A. Phòng CĐS";
  task[Field::title] = {"Lập kế hoạch", 0.6, "Lập", {{.line = 4, .from = 2, .to = 14}}};
  task.extra.emplace_back("Kinh phí", CellDraft{"2,5 tỷ", 0.9, "", {}});
  auto& proposal = intake.proposals.emplace_back();
  proposal.order = 2;
  proposal[Field::issuing_level].text = "UBND tỉnh";
  proposal.group_note = "Tháng 7 có 1 nhiệm vụ";
  intake.problems = {
      {"count_differs", domain::Severity::warning, {domain::ProblemPlace::Kind::task, 0, "title", "I", "số 1"}, {"30", "1"}}};
  intake.unplaced = {{"lạc", {.line = 9, .from = 0, .to = 3}}};
  return intake;
}

TEST(IntakeJson, ReadsBackWhatItWrote) {
  const auto written = to_json(example(), Language::vi);
  EXPECT_EQ(boost::json::serialize(to_json(intake_from_json(written), Language::vi)), boost::json::serialize(written));
}

TEST(IntakeJson, HasTheNamesOfTheForm) {
  const auto written = to_json(example(), Language::vi);
  EXPECT_EQ(written.at_pointer("/tasks/0/title"), "Lập kế hoạch");
  EXPECT_EQ(written.at_pointer("/tasks/0/confidence/title"), 0.6);
  EXPECT_EQ(written.at_pointer("/tasks/0/source/title/0/line"), 4);
  EXPECT_EQ(written.at_pointer("/tasks/0/extra/Kinh phí"), "2,5 tỷ");
  EXPECT_EQ(written.at_pointer("/tasks/0/quarter"), nullptr);
  EXPECT_EQ(written.at_pointer("/columns/1/field"), nullptr);
  EXPECT_EQ(written.at_pointer("/sections/0/declared_tasks"), 30);
}

TEST(IntakeJson, RefusesWhatIsNoIntake) {
  EXPECT_THROW(intake_from_json(boost::json::parse(R"({"tasks": [3]})")), Error);
  EXPECT_THROW(intake_from_json(boost::json::parse(R"({"title": 3})")), Error);
  EXPECT_THROW(intake_from_json(boost::json::parse("[]")), Error);
}

}  // namespace
}  // namespace tiendo::intake
