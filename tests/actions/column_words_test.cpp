#include "actions/column_words.h"

#include <gmock/gmock.h>

#include "actions/confirm_intake.h"
#include "actions/correct_intake.h"
#include "actions/import_desk.h"
#include "formats/paper.h"

namespace tiendo::actions {
namespace {

using domain::Field;
using store::noon;

// A table as an agency writes it that calls its columns by words of its own.
formats::Paper paper(const std::vector<std::string>& headers, const std::vector<std::vector<std::string>>& rows) {
  formats::Table table;
  const auto add = [&](int row, const std::vector<std::string>& texts) {
    for (std::size_t at = 0; at < texts.size(); ++at) {
      formats::Cell cell;
      cell.row = row;
      cell.column = static_cast<int>(at);
      cell.text = texts[at];
      table.cells.push_back(cell);
    }
  };
  add(0, headers);
  for (std::size_t row = 0; row < rows.size(); ++row) add(static_cast<int>(row) + 1, rows[row]);
  table.rows = static_cast<int>(rows.size()) + 1;
  table.columns = static_cast<int>(headers.size());
  formats::Paper paper;
  paper.name = "bang.docx";
  paper.blocks.emplace_back(std::move(table));
  return paper;
}

const std::vector<std::vector<std::string>> rows = {
    {"1", "Xây dựng quy chế an toàn thông tin mạng", "Phòng Chuyển đổi số", "Cao", "15/8/2025"},
    {"2", "Tổ chức hội thảo sở hữu trí tuệ cho doanh nghiệp", "Văn phòng Sở", "Vừa", "20/9/2025"}};

struct ColumnWords : testing::Test {
  store::Office office;
  domain::Actor clerk = office.clerk;

  intake::Intake read() {
    auto intake = intake::read_programme(paper({"TT", "Việc phải làm", "Đơn vị chủ trì", "Độ gấp", "Chậm nhất"}, rows));
    name_columns(intake, office.store.read().column_words(clerk.agency));
    return intake;
  }
  store::IntakeRecord corrected(const std::vector<Correction>& corrections) {
    const auto record = lay_on_desk(office.store, clerk, read());
    return correct_intake(office.store, clerk, record.id, 1, corrections, noon());
  }
  static std::vector<std::string> asking(const intake::Intake& intake) {
    std::vector<std::string> headers;
    for (const auto& column : intake.columns) {
      if (column.asks) headers.push_back(column.header);
    }
    return headers;
  }
};

TEST_F(ColumnWords, AreAskedForWhereTheHeaderIsUnknown) {
  const auto intake = read();
  EXPECT_THAT(asking(intake), testing::ElementsAre("Việc phải làm", "Độ gấp", "Chậm nhất"));
  ASSERT_EQ(intake.tasks.size(), 2u) << "the column of sentences is taken for the tasks, and asked about";
  EXPECT_EQ(intake.tasks[0][Field::title].text, "Xây dựng quy chế an toàn thông tin mạng");
  EXPECT_EQ(asking(draft_of(lay_on_desk(office.store, clerk, intake))), asking(intake)) << "the question is kept with the import";
}

TEST_F(ColumnWords, AreKnownTheNextTimeOnceAnImportWasAccepted) {
  const auto record = corrected({NameColumn{1, Field::title}, NameColumn{3, std::nullopt}, NameColumn{4, Field::due}});
  EXPECT_THAT(asking(draft_of(record)), testing::IsEmpty());
  EXPECT_THAT(asking(read()), testing::SizeIs(3)) << "nothing is learned from what was not accepted";
  confirm_intake(office.store, clerk, record.id, record.version, noon());
  const auto intake = read();
  EXPECT_THAT(asking(intake), testing::IsEmpty());
  EXPECT_EQ(intake.tasks[1][Field::due].text, "20/9/2025");
  EXPECT_EQ(intake.tasks[1].extra.at(0).first, "Độ gấp");
  EXPECT_EQ(intake.tasks[1].extra.at(0).second.text, "Vừa");
}

TEST_F(ColumnWords, AreOneAgencysOwn) {
  const auto record = corrected({NameColumn{4, Field::due}});
  confirm_intake(office.store, clerk, record.id, record.version, noon());
  EXPECT_EQ(office.store.read().column_words(clerk.agency).size(), 1u);
  EXPECT_TRUE(office.store.read().column_words(domain::AgencyId(99)).empty());
}

TEST_F(ColumnWords, OfEverybodyAreNotKept) {
  const auto record = lay_on_desk(office.store, clerk, drafts(3));
  confirm_intake(office.store, clerk, record.id, 1, noon());
  for (const auto& [header, field] : office.store.read().column_words(clerk.agency)) {
    ADD_FAILURE() << header << " is known without being remembered";
  }
}

}  // namespace
}  // namespace tiendo::actions
