// Soát of the real annex that the project is measured on: what a clerk must hear of, and that nothing absurd is said.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <boost/json.hpp>
#include <gmock/gmock.h>

#include "formats/text.h"
#include "intake/drafts.h"
#include "intake/proposal_match.h"

namespace tiendo::intake {
namespace {

namespace json = boost::json;
using ::testing::AllOf;
using ::testing::Contains;
using testing::Field;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return std::move(out).str();
}

std::filesystem::path annexes() {
  return std::filesystem::path(TIENDO_SOURCE_DIR) / ".." / "shared" / "annexes";
}

std::string text_of(const json::object& row, std::string_view key) {
  const auto* value = row.if_contains(key);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

void fill(RowDraft& draft, const json::object& row) {
  draft.section = text_of(row, "section");
  if (row.contains("quarter")) draft.quarter = static_cast<int>(row.at("quarter").as_int64());
  draft.month = static_cast<int>(row.at("month").as_int64());
  for (const auto field : domain::all_fields) draft[field].text = text_of(row, domain::name_of(field));
}

// The 64 labelled tasks and five proposals, as if read without a fault.
Intake labelled(const std::filesystem::path& path) {
  const auto labels = json::parse(bytes_of(path)).as_object();
  auto intake = testing::programme({});
  for (const auto& row : labels.at("tasks").as_array()) {
    TaskDraft draft;
    fill(draft, row.as_object());
    intake.tasks.push_back(std::move(draft));
  }
  for (const auto& row : labels.at("proposals").as_array()) {
    ProposalDraft draft;
    fill(draft, row.as_object());
    draft.order = static_cast<int>(row.as_object().at("order").as_int64());
    draft.group_note = text_of(row.as_object(), "group_note");
    intake.proposals.push_back(std::move(draft));
  }
  return intake;
}

class LabelledAnnex : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto path = annexes() / "quang-ngai-2025-h2.labels.json";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "the reference annex is not here: " << path;
    said = testing::said(labelled(path));
  }
  std::vector<std::string> said;
};

TEST_F(LabelledAnnex, ShowsWhatAClerkMustHearOf) {
  EXPECT_THAT(said, Contains(AllOf(StartsWith("Quý III, số 10: deliverable_is_evidence"))));
  EXPECT_THAT(said, Contains(AllOf(StartsWith("Quý III, số 26: deliverable_is_evidence"))));
  EXPECT_THAT(said, Contains(AllOf(StartsWith("Quý III, số 24: lead_is_open_group"), HasSubstr("Các đơn vị sự nghiệp"))));
  EXPECT_THAT(said, Contains(AllOf(HasSubstr("unit_spellings"), HasSubstr("Văn Phòng Sở"), HasSubstr("Văn phòng Sở"))));
  EXPECT_THAT(said, Contains(AllOf(HasSubstr("unit_spellings"), HasSubstr("TTCĐS&ĐMST"), HasSubstr("Trung tâm CĐS&ĐMST"))));
  EXPECT_THAT(said, Contains(AllOf(HasSubstr("unit_maybe_same"), HasSubstr("BCVT&CNTT"))));
  EXPECT_THAT(said, Contains(AllOf(HasSubstr("Quý III, số 35: same_task_twice"), HasSubstr("Quý III, số 8"))));
  EXPECT_THAT(said, Contains(AllOf(HasSubstr("Quý III, số 36: level_abolished"), HasSubstr("cấp huyện"))));
  EXPECT_THAT(said, Contains("Quý III, số 29: quantities_read(“700 phương tiện đo”, “60 mẫu”)"));
  EXPECT_THAT(said, Contains(AllOf(HasSubstr("series"), HasSubstr("chuyên mục"), HasSubstr("7, 8"))));
}

TEST_F(LabelledAnnex, SaysNothingAbsurd) {
  for (const auto* key :
       {"number_", "numbers_", "citation_", "secret_mark", "typing_error", "two_leads(", "missing_lead(", "due_", "missing_due"}) {
    EXPECT_THAT(said, Not(Contains(HasSubstr(key)))) << key;
  }
}

// The whole annex as the program itself reads it.
class ReadAnnex : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto path = annexes() / "quang-ngai-2025-h2.txt";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "the reference annex is not here: " << path;
    intake = read_programme(formats::read_text(bytes_of(path), "quang-ngai-2025-h2.txt"));
    intake.problems.clear();
    said = testing::said(intake);
  }
  int count(std::string_view key) const {
    return static_cast<int>(std::ranges::count_if(said, [&](const std::string& line) { return line.find(key) != std::string::npos; }));
  }
  Intake intake;
  std::vector<std::string> said;
};

TEST_F(ReadAnnex, HasTheDeclaredCountsAndAWholeChainOfNumbers) {
  EXPECT_THAT(said, Contains("Quý III: declared_count_agrees(Quý III|96|96)"));
  EXPECT_THAT(said, Contains("Quý IV: declared_count_agrees(Quý IV|80|80)"));
  EXPECT_EQ(count(": number_") + count(": numbers_"), 0);
}

TEST_F(ReadAnnex, ShowsWhatAClerkMustHearOf) {
  EXPECT_THAT(said, Contains(StartsWith("Quý III, số 70: two_leads_one_marked(“Phòng QLKH&ĐMST”, “Phòng BCVT&CĐS”|“Phòng QLKH&ĐMST”)")));
  EXPECT_THAT(said, Contains(StartsWith("Quý IV, số 59: two_leads_one_marked")));
  EXPECT_EQ(count("two_leads"), 2);
  EXPECT_THAT(said, Contains(StartsWith("Quý III, số 10: deliverable_is_evidence")));
  EXPECT_THAT(said, Contains(StartsWith("Quý III, số 26: deliverable_is_evidence")));
  EXPECT_EQ(count("deliverable_is_evidence"), 2);
  EXPECT_THAT(said, Contains(AllOf(HasSubstr("unit_maybe_same"), HasSubstr("“Phòng TCĐLCL” (1)"), HasSubstr("“Phòng QLTCĐLCL”"))));
  EXPECT_THAT(said, Contains(AllOf(HasSubstr("unit_maybe_same"), HasSubstr("“Phòng CN&CN”"), HasSubstr("“Phòng QLCN&CN”"))));
  EXPECT_THAT(said, Contains(AllOf(StartsWith("Quý IV, số 51: unit_typing_error"), HasSubstr("KTTCĐKCL"), HasSubstr("KTTCĐLCL"))));
  EXPECT_THAT(said, Contains(StartsWith("Quý IV, số 55: citation_issuer_not_local")));
  EXPECT_EQ(count("citation_"), 1);
  for (const int number : {70, 71, 72}) {
    EXPECT_THAT(said, Contains(StartsWith("Quý IV, số " + std::to_string(number) + ": missing_leader")));
  }
}

TEST_F(ReadAnnex, TellsSeriesFromTasksEnteredTwice) {
  EXPECT_THAT(said, Contains(AllOf(HasSubstr("series(“Xuất bản Bản tin CĐS số 04/2025”|7, 8, 9, 10, 11, 12|"))));
  EXPECT_THAT(said, Contains(AllOf(HasSubstr("series("), HasSubstr("chuyên mục"), HasSubstr("|7, 8, 9, 10, 11, 12|"))));
  EXPECT_THAT(said, Contains(AllOf(HasSubstr("series("), HasSubstr("Bản tin CCHC"), HasSubstr("|8, 9, 10, 11, 12|"))));
  EXPECT_THAT(
      said,
      Contains(HasSubstr(
          "same_task_twice(“Tham mưu UBND tỉnh phê duyệt các nhiệm vụ KH&CN triển khai thực hiện năm 2025”|Quý III, số 69|Quý IV, số 2)")));
  EXPECT_EQ(count("same_task_twice"), 2);
}

TEST_F(ReadAnnex, FindsTheTasksThatTheProposalsMeanByTheirWords) {
  const auto meant = [&](std::size_t proposal) {
    const auto task = match_proposals(intake).at(proposal).task;
    return task ? "IV." + intake.tasks[static_cast<std::size_t>(*task)][Field::number].text : std::string("none");
  };
  EXPECT_EQ(meant(3), "IV.9");
  EXPECT_EQ(meant(6), "IV.8");
  EXPECT_EQ(meant(8), "IV.64");
  EXPECT_EQ(meant(9), "IV.65");
  for (const std::size_t gone : {0u, 1u, 2u, 4u, 5u, 7u}) EXPECT_EQ(meant(gone), "none") << gone;
}

TEST_F(ReadAnnex, ComparesTheTotalsThatTheUnitWroteWithItsRows) {
  EXPECT_THAT(said, Contains("Đề xuất 1 (số 32): proposal_drops_differ(7|3|2)"));
  EXPECT_THAT(said, Contains("Đề xuất 6 (số 3): proposal_numbers_differ(10|63, 4, 5|3, 4, 5)"));
  EXPECT_THAT(said, Contains("Đề xuất 4 (số 64): proposal_month_differs(8|10)"));
  EXPECT_THAT(said, Contains(StartsWith("Đề xuất 10 (số 51): proposal_add_applied")));
  EXPECT_EQ(count("proposal_drop_applied"), 6);
  EXPECT_EQ(count("proposal_not_found") + count("proposal_total_differs") + count("proposal_month_not_idle") + count("_open("), 0);
}

TEST_F(ReadAnnex, SaysNothingAbsurd) {
  for (const auto* key : {"secret_mark", "due_", "missing_due", "missing_lead(", "missing_title", "mostly_", "no_deadlines"})
    EXPECT_EQ(count(key), 0) << key;
  EXPECT_LE(said.size(), 100u);
}

}  // namespace
}  // namespace tiendo::intake
