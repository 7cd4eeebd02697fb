// A programme that we exported as JSON comes back: into another house as it was, into its own as a merge by identity.
#include "actions/source_drafts.h"

#include <gmock/gmock.h>

#include "actions/compare_intake.h"
#include "actions/confirm_intake.h"
#include "actions/correct_intake.h"
#include "actions/create_intake.h"
#include "actions/edit_task.h"
#include "actions/import_desk.h"
#include "actions/merge_intake.h"
#include "actions/programme_file.h"
#include "store/key_of_error.h"

namespace tiendo::actions {
namespace {

using domain::Field;
using store::noon;

class OwnJson : public testing::Test {
 protected:
  store::Office office;
  domain::Actor clerk = office.clerk;
  domain::ProgrammeId programme = keep(office);

  // Six tasks with what is hard to carry: hostile letters, a year that no word names, a period of a person's own, an own column.
  static domain::ProgrammeId keep(store::Office& at) {
    auto intake = drafts(6);
    intake.title = "Nhiệm vụ trọng tâm";
    intake.year = 2031;
    intake.tasks[1][Field::title].text = "Tổ chức <hội thảo> & \"sở hữu trí tuệ\"; Kế hoạch 'x' = 1";
    intake.tasks[2][Field::note].text = "";
    intake.tasks[3].due_period = domain::Period::span(*find_date("2031-07-05"), *find_date("2031-11-20"));
    intake.tasks[4][Field::title].text = std::string(500, 'w');
    const auto desk = lay_on_desk(at.store, at.clerk, intake);
    return confirm_intake(at.store, at.clerk, desk.id, 1, noon()).programme;
  }
  static reports::ProgrammeFile file_of(store::Office& at, domain::ProgrammeId id) {
    return programme_file(at.store.read(), at.clerk.agency, id);
  }
  std::string exported() { return reports::programme_as_json(file_of(office, programme)); }
  store::IntakeRecord take_in(const std::string& json) { return create_intake(office.store, clerk, json, "chuong-trinh.json", noon()); }

  // All that the file says but for ids, which each house gives its own.
  static std::string without_ids(reports::ProgrammeFile file) {
    file.programme.id = {};
    for (auto& task : file.tasks) {
      task.id = {};
      task.lead_units.clear(), task.coordinating_units.clear(), task.directing_leaders.clear();
    }
    return reports::programme_as_json(file);
  }
};

TEST_F(OwnJson, ComesBackWithoutLossInAnotherHouse) {
  store::Office other;
  const auto desk = create_intake(other.store, other.clerk, exported(), "chuong-trinh.json", noon());
  EXPECT_EQ(desk.doubts, 0);
  const auto confirmed = confirm_intake(other.store, other.clerk, desk.id, desk.version, noon());
  const auto back = file_of(other, confirmed.programme);
  EXPECT_EQ(without_ids(back), without_ids(file_of(office, programme)));
  EXPECT_EQ(back.programme.year, 2031);
  EXPECT_EQ(back.tasks[3].due_period, domain::Period::span(*find_date("2031-07-05"), *find_date("2031-11-20")));
  EXPECT_FALSE(back.tasks[0].lead_units.empty());
}

TEST_F(OwnJson, IsMergedByIdentityThoughEveryTitleIsAnother) {
  auto file = file_of(office, programme);
  for (auto& task : file.tasks) task.title = "Đề án " + task.id.text();
  std::swap(file.tasks[0].number, file.tasks[5].number);
  const auto desk = take_in(reports::programme_as_json(file));

  const auto likely = likely_programmes(office.store.read(), clerk.agency, draft_of(desk));
  ASSERT_EQ(likely.size(), 1u);
  EXPECT_EQ(likely[0].programme.id, programme);
  EXPECT_EQ(likely[0].same_titles, 6);

  const auto chosen = correct_intake(office.store, clerk, desk.id, desk.version, {ChooseProgramme{programme, true}}, noon());
  const auto comparison = compare_intake(office.store.read(), clerk.agency, draft_of(chosen), programme);
  EXPECT_TRUE(comparison.matches.added.empty());
  EXPECT_TRUE(comparison.matches.missing.empty());
  const auto merged = merge_intake(office.store, clerk, chosen.id, chosen.version, comparison.seen, noon());
  EXPECT_EQ(merged.changed, 6);
  const auto now = file_of(office, programme);
  for (std::size_t row = 0; row < now.tasks.size(); ++row) {
    EXPECT_EQ(now.tasks[row].id, file.tasks[row].id);
    EXPECT_EQ(now.tasks[row].title, file.tasks[row].title);
  }
}

TEST_F(OwnJson, ChangesNothingWhereNothingWasChanged) {
  const auto desk = take_in("\xEF\xBB\xBF" + exported());
  const auto comparison = compare_intake(office.store.read(), clerk.agency, draft_of(desk), programme);
  EXPECT_EQ(comparison.matches.pairs.size(), 6u);
  for (const auto& pair : comparison.matches.pairs) EXPECT_TRUE(pair.changes.empty() && !pair.is_reordered);
}

TEST_F(OwnJson, GivesAnIdThatStandsTwiceToTheFirst) {
  auto file = file_of(office, programme);
  file.tasks[1].id = file.tasks[0].id;
  const auto intake = drafts_of_file(file);
  EXPECT_EQ(intake.tasks[0].id, file.tasks[0].id);
  EXPECT_FALSE(intake.tasks[1].id);
}

TEST_F(OwnJson, MakesATwinWithIdsOfItsOwnWhereItIsConfirmedAsAProgramme) {
  const auto desk = take_in(exported());
  const auto twin = confirm_intake(office.store, clerk, desk.id, desk.version, noon()).programme;
  EXPECT_NE(file_of(office, twin).tasks[0].id, file_of(office, programme).tasks[0].id);
  EXPECT_EQ(without_ids(file_of(office, twin)), without_ids(file_of(office, programme)));
}

TEST_F(OwnJson, IsRefusedInOneSentenceWhereItIsNoProgramme) {
  const auto before = office.store.read().events(clerk.agency, 0, 1000).size();
  for (const std::string& bad : std::vector<std::string>{
           "{", "{}", std::string("{\"programme\":{},\"tasks\":[]}"), std::string("{\"programme\":{},\"tasks\":[1]}"),
           std::string("{\"programme\":{},\"tasks\":[{\"month\":13}]}"), std::string("{\"programme\":{\"year\":99999},\"tasks\":[{}]}"),
           std::string("{\"programme\":{},\"tasks\":[{\"title\":1}]}"), "{\"a\":" + std::string(100, '[') + std::string(100, ']') + "}"})
    EXPECT_EQ(key_of_error([&] { take_in(bad); }), "bad_programme_file") << bad;
  EXPECT_EQ(key_of_error([&] { take_in("{\"programme\":{},\"tasks\":[{\"id\":\"x\"}]}"); }), "bad_id");
  EXPECT_EQ(key_of_error([&] { take_in("{\"programme\":{\"title\":\"Độ mật: MẬT\"},\"tasks\":[{\"title\":\"a\"}]}"); }), "secret_document");
  std::string many = "{\"programme\":{},\"tasks\":[{}";
  for (std::size_t i = 0; i < reports::most_tasks_of_file; ++i) many += ",{}";
  EXPECT_EQ(key_of_error([&] { take_in(many + "]}"); }), "bad_programme_file");
  EXPECT_EQ(office.store.read().events(clerk.agency, 0, 1000).size(), before);
}

}  // namespace
}  // namespace tiendo::actions
