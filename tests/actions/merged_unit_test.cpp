// Whatever speaks of a unit speaks of the other once it has gone into it (R33): every column of every table is walked.
#include <algorithm>

#include <gmock/gmock.h>

#include "actions/consultation.h"
#include "actions/edit_group.h"
#include "actions/edit_person.h"
#include "actions/edit_unit.h"
#include "actions/letters.h"
#include "actions/life.h"
#include "actions/propose.h"
#include "store/database.h"

namespace tiendo::actions {
namespace {

using domain::UnitId;
using testing::Contains;
using testing::IsEmpty;
using testing::IsSupersetOf;

struct Walk : Life {
  domain::Unit into = add_unit(store, office, {.name = "Trung tâm Công nghệ"}, noon());

  std::vector<std::string> texts(const std::string& sql) const {
    const auto reader = store.read();
    auto rows = reader.database().query(sql);
    std::vector<std::string> all;
    while (rows.next()) all.push_back(rows.text(0));
    return all;
  }
  // "table.column" of every value that is the unit's number, or that has it or the unit's id in its text.
  std::vector<std::string> where_named(UnitId id) const {
    std::vector<std::string> found;
    const std::string number = std::to_string(id.value());
    for (const auto& table : texts("select name from sqlite_schema where type = 'table' and name not like 'task_words%' order by name"))
      for (const auto& column : texts("select name from pragma_table_info('" + table + "')")) {
        const std::string value = "cast(\"" + column + "\" as text)";
        const std::string sql = "select 1 from \"" + table + "\" where (" + value + " like '%" + number + "%' or " + value + " like '%" +
                                id.text() + "%')" + (table == "tallies" ? " and open + on_time + late > 0" : "");
        if (!texts(sql).empty()) found.push_back(table + "." + column);
      }
    return found;
  }
  void give_it_a_head() {
    auto writer = store.begin();
    writer.add(
        domain::User{.id = domain::UserId::make(noon()), .agency = agency.id, .name = "tophong", .full_name = "Tô Phong", .unit = unit.id},
        "hash", noon());
    writer.commit();
  }
  void speak_of_the_unit_everywhere() {
    edit_group(
        store, office,
        [&] {
          auto group = add_group(store, office, {.name = "Các phòng"}, noon());
          group.members = {unit.id};
          return group;
        }(),
        noon());
    add_person(store, office, {{.full_name = "Đỗ Thị Mơ"}, {{{"Trưởng phòng", unit.id, {}}}, {{"", {unit.id}, {}}}}}, noon());
    add_unit(store, office, {.name = "Tổ Dữ liệu", .parent = unit.id}, noon());
    give_it_a_head();
    const auto sent = send_consultation(store, office, programme.id, now_as().version, {}, noon());
    propose(store, head, sent.id, unit.id, {domain::ProposalKind::drop, tasks[0].id, {}, "Không còn phù hợp"}, noon());
    draft_letter(store, office, {domain::LetterKind::urging, unit.id, {tasks[0].id}}, noon());
  }
};

TEST(AMergedUnit, IsNamedByNoRowOfAnyTableButHistory) {
  Walk office;
  office.speak_of_the_unit_everywhere();
  EXPECT_THAT(office.where_named(office.unit.id),
              IsSupersetOf({"tasks.lead_units", "task_units.unit_id", "users.unit_id", "posts.unit_id", "responsibilities.units",
                            "unit_group_members.unit_id", "units.parent_id", "letters.unit_id", "consulted_units.unit_id",
                            "proposals.unit_id", "tallies.member"}))
      << "each kind of row that can name a unit does";
  merge_units(office.store, office.office, office.unit.id, 1, office.into.id, 2025y / 7 / 1, noon());

  auto left = office.where_named(office.unit.id);
  // The row that keeps the unit, the log with what was before and after, what a task said on a day, the version that was sent, and
  // whom a letter was written to (may_read and answer_letter take its successor for it).
  for (const char* kept :
       {"units.id", "events.entity_id", "events.before", "events.after", "work_history.lead_units", "files.bytes", "letters.unit_id"})
    std::erase(left, kept);
  EXPECT_THAT(left, IsEmpty());
  EXPECT_THAT(office.where_named(office.into.id), Contains("units.successor_id"));
}

TEST(AUnitThatHasGoneIntoAnother, IsTakenForItWhereAPageLeftOpenStillNamesIt) {
  Walk walk;
  merge_units(walk.store, walk.office, walk.unit.id, (*walk.store.read().names(walk.agency.id)).find_unit(walk.unit.id)->version,
              walk.into.id, Date{std::chrono::year{2025} / 7 / 2}, noon());
  domain::UnitGroup group{.name = "Các phòng chuyên môn"};
  group.members = {walk.unit.id, walk.into.id};
  EXPECT_EQ(add_group(walk.store, walk.office, group, noon()).members, std::vector{walk.into.id}) << "once";
  const auto sent = send_consultation(walk.store, walk.office, walk.programme.id, walk.now_as().version, {{walk.unit.id}, 3, ""}, noon());
  ASSERT_EQ(sent.units.size(), 1u);
  EXPECT_EQ(sent.units[0].unit, walk.into.id);
}

}  // namespace
}  // namespace tiendo::actions
