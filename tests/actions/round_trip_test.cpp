// Programme -> file -> programme: the same in every cell, for each format that the annex leaves the house in.
#include <random>

#include <gtest/gtest.h>

#include "actions/programme_file.h"
#include "base/text.h"
#include "formats/read.h"
#include "intake/intake.h"
#include "reports/export.h"

namespace tiendo::actions {
namespace {

using domain::Field;
using domain::Task;
using reports::ProgrammeFile;

constexpr std::pair<Field, std::string Task::*> cells[] = {{Field::number, &Task::number},
                                                           {Field::title, &Task::title},
                                                           {Field::lead, &Task::lead},
                                                           {Field::coordinating, &Task::coordinating},
                                                           {Field::deliverable, &Task::deliverable},
                                                           {Field::directing_leader, &Task::directing_leader},
                                                           {Field::note, &Task::note},
                                                           {Field::due, &Task::due}};

std::string one_of(std::mt19937& chance, const std::vector<std::string>& choices) {
  return choices[chance() % choices.size()];
}

ProgrammeFile programme_of(int tasks, bool hostile) {
  std::mt19937 chance(7);  // the same programme every time
  const std::vector<std::string> verbs = {"Xây dựng Kế hoạch", "Tham mưu UBND tỉnh ban hành Quyết định", "Tổ chức hội nghị",
                                          "Báo cáo kết quả", "Kiểm định 700 phương tiện đo"};
  const std::vector<std::string> things = {"về chuyển đổi số", "phát triển khoa học, công nghệ (đợt 1/2)",
                                           "năm 2025; tổng kết theo Công văn số 472/SKHCN-BCVT&CĐS ngày 27/07/2025"};
  const std::vector<std::string> units = {"Văn phòng Sở", "Phòng QLKH&ĐMST", "Phòng QLKH&ĐMST (chủ trì); Phòng BCVT&CĐS",
                                          "Các đơn vị sự nghiệp"};
  const std::vector<std::string> hard = {"<b>&amp;</b> \"trích\" 'dẫn'",
                                         "Ke\u0302\u0301 hoa\u0323ch",
                                         std::string(480, 'a') + " cuối",
                                         "=SUM(A1:A9)",
                                         "a; b, c | d",
                                         "100% (ít nhất 02)"};
  ProgrammeFile file;
  file.programme.title = "PHỤ LỤC II. Nhiệm vụ cụ thể 6 tháng cuối năm 2025";
  file.programme.attachment.as_written = "Kèm theo Quyết định số 617/QĐ-SKHCN ngày 01/9/2025 của Sở Khoa học và Công nghệ tỉnh Bình Minh";
  file.programme.sections = {{"I", "Quý III", 3, std::nullopt}, {"II", "Quý IV", 4, std::nullopt}};
  for (int i = 0; i < tasks; ++i) {
    Task task;
    task.position = i;
    const bool third = i < tasks / 2;
    task.section = third ? "I" : "II";
    task.quarter = third ? 3 : 4;
    task.month = (third ? 7 : 10) + (third ? i : i - tasks / 2) * 3 / std::max(tasks - tasks / 2, 1);
    task.number = std::to_string((third ? i : i - tasks / 2) + 1);
    task.title = one_of(chance, verbs) + " " + one_of(chance, things);
    if (hostile && chance() % 3 == 0) task.title += " " + nfc(one_of(chance, hard));
    task.lead = one_of(chance, units);
    if (chance() % 4) task.coordinating = "Các phòng, đơn vị có liên quan";
    if (chance() % 5) task.deliverable = hostile && chance() % 6 == 0 ? nfc(one_of(chance, hard)) : "Kế hoạch của Sở";
    if (chance() % 7) task.directing_leader = "PGĐ Sở Trần Thị Thu Hà";
    if (chance() % 3 == 0) task.note = hostile && chance() % 5 == 0 ? nfc(one_of(chance, hard)) : "Nhiệm vụ quan trọng tham mưu UBND tỉnh";
    file.tasks.push_back(std::move(task));
  }
  return file;
}

void expect_same(const ProgrammeFile& file, const intake::Intake& read) {
  ASSERT_EQ(read.tasks.size(), file.tasks.size());
  int shown = 0;
  for (std::size_t i = 0; i < file.tasks.size() && shown < 10; ++i) {
    for (const auto& [field, cell] : cells) {
      const auto wanted = collapse_blanks(file.tasks[i].*cell);
      EXPECT_EQ(read.tasks[i][field].text, wanted) << "task " << i << ", " << domain::name_of(field);
      shown += read.tasks[i][field].text != wanted;
    }
    EXPECT_EQ(read.tasks[i].month, file.tasks[i].month) << "task " << i;
    EXPECT_EQ(read.tasks[i].quarter, file.tasks[i].quarter) << "task " << i;
    EXPECT_EQ(read.tasks[i].section, file.tasks[i].section) << "task " << i;
  }
  EXPECT_EQ(search_key(read.attachment.as_written).find("kem theo"), 0u) << read.attachment.as_written;
  EXPECT_NE(search_key(read.title).find("6 thang cuoi nam 2025"), std::string::npos) << read.title;
}

class RoundTrip : public testing::TestWithParam<const char*> {
 protected:
  static intake::Intake through(const ProgrammeFile& file) {
    const auto& format = reports::export_format(GetParam());
    return intake::read_programme(formats::read_paper(format.write(file, {}), "phu-luc." + std::string(format.name)));
  }
};

TEST_P(RoundTrip, KeepsEveryCellOfAnOrdinaryProgramme) {
  const auto file = programme_of(176, false);
  expect_same(file, through(file));
}

TEST_P(RoundTrip, KeepsEveryCellOfHostileText) {
  const auto file = programme_of(120, true);
  expect_same(file, through(file));
}

TEST_P(RoundTrip, KeepsEveryCellOfTwoThousandTasks) {
  const auto file = programme_of(2'000, true);
  expect_same(file, through(file));
}

TEST(AnnexForm, KeepsTheHeadingsThatTheAgencyWrote) {
  domain::Programme programme;
  programme.column_headers = {"STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Lãnh đạo Sở chỉ đạo", "Kinh phí"};
  const auto form = annex_form(programme, "Sở Nội vụ tỉnh Bình Minh");
  EXPECT_EQ(form.headings.at(Field::title), "Nội dung nhiệm vụ");
  EXPECT_EQ(form.headings.at(Field::directing_leader), "Lãnh đạo Sở chỉ đạo");
  EXPECT_FALSE(form.headings.contains(Field::note));
}

INSTANTIATE_TEST_SUITE_P(Annex, RoundTrip, testing::Values("docx", "xlsx", "csv"));

}  // namespace
}  // namespace tiendo::actions
