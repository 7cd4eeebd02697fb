// Programme -> file -> programme: the same in every cell, for each format that the annex leaves the house in.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include <gtest/gtest.h>

#include "actions/confirm_intake.h"
#include "actions/create_intake.h"
#include "actions/programme_file.h"
#include "actions/source_drafts.h"
#include "base/text.h"
#include "reports/export.h"
#include "store/office.h"

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

std::string words_of_letters(std::size_t letters) {
  std::string out = "đợt";
  for (int i = 0; code_points(out) < letters; ++i) out += " việc" + std::to_string(i);
  return out;
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
                                         words_of_letters(500),
                                         "=SUM(A1:A9)",
                                         "a; b, c | d",
                                         "dòng một\ndòng hai\tsau dấu tab",
                                         "q\u0323\u0303 x\u0302\u0301 \u2026 \u2013 \u201Ctrích\u201D \u00BD \u2265 5",
                                         "_x000D_ ]]> <!-- -->",
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
    for (const auto& [header, text] : file.tasks[i].extra) {
      const auto cell = std::ranges::find_if(read.tasks[i].extra, [&](const auto& column) { return column.first == header; });
      EXPECT_EQ(cell == read.tasks[i].extra.end() ? "" : cell->second.text, collapse_blanks(text)) << "task " << i << ", " << header;
    }
  }
  const auto& attached = file.programme.attachment.as_written;  // where there is none the annex leaves a line to be filled in
  EXPECT_TRUE(attached.empty() || search_key(read.attachment.as_written) == search_key(attached)) << read.attachment.as_written;
  EXPECT_TRUE(search_key(file.programme.title).ends_with(search_key(read.title))) << read.title;
}

class RoundTrip : public testing::TestWithParam<const char*> {
 protected:
  static intake::Intake through(const ProgrammeFile& file, const reports::AnnexForm& form = {}) {
    const auto& format = reports::export_format(GetParam());
    const auto bytes = format.write(file, form);
    const auto name = "phu-luc." + std::string(format.name);
    const std::string test = testing::UnitTest::GetInstance()->current_test_info()->name();
    if (const char* folder = std::getenv("TIENDO_KEEP"))
      std::ofstream(std::filesystem::path(folder) / (test.substr(0, test.find('/')) + "." + name), std::ios::binary) << bytes;
    return source_drafts(bytes, name);
  }
  // Taken in from a file as a clerk does, and out again.
  static void expect_same_of_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    store::Office office;
    const auto desk = create_intake(office.store, office.clerk, bytes, path.filename().string(), store::noon());
    const auto id = confirm_intake(office.store, office.clerk, desk.id, desk.version, store::noon()).programme;
    const auto file = programme_file(office.store.read(), office.agency.id, id);
    expect_same(file, through(file, annex_form(file.programme, office.agency.name)));
  }
};

const std::filesystem::path project = TIENDO_SOURCE_DIR;

TEST_P(RoundTrip, KeepsEveryCellOfTheSample) {
  expect_same_of_file(project / "samples/chuong-trinh-6-thang-cuoi-nam.txt");
}

TEST_P(RoundTrip, KeepsEveryCellOfTheRealAnnexes) {
  const auto annexes = project / "../shared/annexes";
  if (!std::filesystem::exists(annexes)) GTEST_SKIP() << "no ../shared/annexes here";
  for (const char* name : {"quang-ngai-2025-h2.txt", "hanoi-kh277.pdf", "hanoi-syt-cv6582.txt", "dongthap-kh617.txt"}) {
    SCOPED_TRACE(name);
    expect_same_of_file(annexes / name);
  }
}

TEST_P(RoundTrip, KeepsDeadlinesAndColumnsOfAnAgencysOwn) {
  auto file = programme_of(60, true);
  for (std::size_t i = 0; i < file.tasks.size(); ++i) {
    if (i % 3) file.tasks[i].due = i % 2 ? "Trước ngày 25/7/2025" : "Quý IV/2025";
    if (i % 4) file.tasks[i].extra["Nguồn kinh phí"] = i % 2 ? "Ngân sách <tỉnh> & xã" : "Xã hội hóa";
  }
  expect_same(file, through(file));
}

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

// What LibreOffice opens and saves again, or prints, is still the same programme.
struct Way {
  const char *from, *to;
  bool hostile;  // not what LibreOffice prints: it breaks long words without a sign
};
void PrintTo(const Way& way, std::ostream* out) {
  *out << way.from << " to " << way.to;
}

// LibreOffice saves "_x000D_" in a Word file as Excel would, and Word shows what it saved.
ProgrammeFile without_excel_escapes(ProgrammeFile file) {
  for (auto& task : file.tasks)
    for (const auto& [field, cell] : cells)
      if (const auto at = (task.*cell).find("_x000D_"); at != std::string::npos) (task.*cell).erase(at, 7);
  return file;
}

class ThroughLibreOffice : public testing::TestWithParam<Way> {
 protected:
  // Empty where nothing was converted.
  static std::string converted(const std::string& bytes, const Way& way) {
    const store::Folder folder;
    const auto at = (folder / "").string();
    std::ofstream(folder / (std::string("in.") + way.from), std::ios::binary) << bytes;
    const auto command = "cd " + at + " && mkdir out && soffice -env:UserInstallation=file://" + at + "profile --headless --convert-to " +
                         way.to + " --outdir out in." + way.from + " >/dev/null 2>&1";
    if (std::system(command.c_str()) != 0) return {};
    const auto made = folder / (std::string("out/in.") + way.to);
    if (const char* kept = std::getenv("TIENDO_KEEP"))
      std::filesystem::copy_file(made, std::filesystem::path(kept) / (std::string("libreoffice-") + way.from + "." + way.to),
                                 std::filesystem::copy_options::overwrite_existing);
    std::ifstream in(made, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

TEST_P(ThroughLibreOffice, EveryCellComesBack) {
  if (std::system("command -v soffice >/dev/null 2>&1") != 0) GTEST_SKIP() << "LibreOffice is not installed";
  const auto file = without_excel_escapes(programme_of(60, GetParam().hostile));
  const auto bytes = converted(reports::export_format(GetParam().from).write(file, {}), GetParam());
  ASSERT_FALSE(bytes.empty()) << "LibreOffice made nothing of it";
  expect_same(file, source_drafts(bytes, std::string("phu-luc.") + GetParam().to));
}

INSTANTIATE_TEST_SUITE_P(Annex, ThroughLibreOffice,
                         testing::Values(Way{"docx", "docx"}, Way{"docx", "pdf"}, Way{"docx", "doc"}, Way{"xlsx", "xlsx"},
                                         Way{"xlsx", "pdf"}, Way{"xlsx", "xls"}));

TEST(AnnexForm, KeepsTheHeadingsThatTheAgencyWrote) {
  domain::Programme programme;
  programme.column_headers = {"STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Lãnh đạo Sở chỉ đạo", "Kinh phí"};
  const auto form = annex_form(programme, "Sở Nội vụ tỉnh Bình Minh");
  EXPECT_EQ(form.headings.at(Field::title), "Nội dung nhiệm vụ");
  EXPECT_EQ(form.headings.at(Field::directing_leader), "Lãnh đạo Sở chỉ đạo");
  EXPECT_FALSE(form.headings.contains(Field::note));
}

INSTANTIATE_TEST_SUITE_P(Annex, RoundTrip, testing::Values("docx", "xlsx", "pdf", "csv", "json"));

}  // namespace
}  // namespace tiendo::actions
