// Soát of the real annex that the project is measured on: what a clerk must hear of, and that nothing absurd is said.
#include <gmock/gmock.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "intake/drafts.h"

namespace tiendo::intake {
namespace {

namespace json = boost::json;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return std::move(out).str();
}

std::filesystem::path annexes() { return std::filesystem::path(TIENDO_SOURCE_DIR) / ".." / "shared" / "annexes"; }

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
  for (const auto* key : {"number_", "numbers_", "citation_", "secret_mark", "typing_error", "two_leads(", "missing_lead(", "due_", "missing_due"}) {
    EXPECT_THAT(said, Not(Contains(HasSubstr(key)))) << key;
  }
}

}  // namespace
}  // namespace tiendo::intake
