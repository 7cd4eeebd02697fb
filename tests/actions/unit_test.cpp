#include <random>

#include <gmock/gmock.h>

#include "actions/edit_unit.h"
#include "actions/register.h"
#include "store/key_of_error.h"
#include "store/office.h"

namespace tiendo::actions {
namespace {

using namespace std::chrono_literals;
using domain::Unit;
using domain::UnitId;
using store::noon;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

struct UnitDesk : store::Office {
  Unit made(std::string name, std::optional<UnitId> parent = {}) {
    return add_unit(store, clerk, {.name = std::move(name), .parent = parent}, noon());
  }
  Unit unit(UnitId id) const { return *(*store.read().names(agency.id)).find_unit(id); }
  domain::Task led_by(UnitId lead, std::vector<UnitId> coordinating = {}, int position = 0) {
    auto task = this->task("Nhiệm vụ " + std::to_string(position), position);
    task.lead = unit(lead).name;
    task.lead_units = {lead};
    task.coordinating_units = std::move(coordinating);
    add(std::vector{task});
    return task;
  }
  domain::Task task_now(domain::TaskId id) const { return store.read().task(agency.id, id); }
  Merger merge(const Unit& from, const Unit& into) {
    return merge_units(store, clerk, from.id, unit(from.id).version, into.id, 2025y / 6 / 30, noon());
  }
  void give_each_a_head(const std::vector<Unit>& units) {
    auto writer = store.begin();
    for (const Unit& each : units) {
      const auto id = domain::UserId::make(noon());
      writer.add(domain::User{.id = id, .agency = agency.id, .name = id.text(), .full_name = "Trưởng " + each.name, .unit = each.id},
                 "hash", noon());
    }
    writer.commit();
  }
  // What refers to a unit that has gone into another, or to none.
  std::vector<std::string> orphans() const {
    std::vector<std::string> found;
    const auto reader = store.read();
    const auto names = reader.names(agency.id);
    const auto look = [&](UnitId id, const std::string& where) {
      const Unit* unit = names->find_unit(id);
      if (!unit || unit->successor) found.push_back(where);
    };
    for (const auto& task : reader.tasks(agency.id, {.limit = 500}).tasks) {
      for (const UnitId id : task.lead_units) look(id, "lead of " + task.title);
      for (const UnitId id : task.coordinating_units) look(id, "coordinating of " + task.title);
    }
    for (const Unit& each : names->units) {
      if (each.successor) look(*each.successor, "successor of " + each.name);
      if (each.parent && !each.successor) look(*each.parent, "parent of " + each.name);
      std::size_t steps = 0;
      for (const Unit* at = &each; at && at->parent && !at->successor; at = names->find_unit(*at->parent)) {
        if (++steps > names->units.size()) return {each.name + " stands under itself"};
      }
    }
    for (const auto& user : reader.users(agency.id)) {
      if (user.unit) look(*user.unit, "unit of " + user.name);
    }
    for (const auto& row : reader.tallies(agency.id, "unit", {})) {
      if (row.open + row.on_time + row.late != 0) look(UnitId(std::stoll(row.member)), "tally");
    }
    return found;
  }
};

TEST(EditUnit, KeepsTheNameThatItHadAsASpelling) {
  UnitDesk desk;
  Unit unit = desk.made("Phòng Quản lý Công nghệ");
  unit.name = "Phòng  Công nghệ";
  unit.abbreviation = "P.CN";
  unit.kind = domain::UnitKind::division;
  unit.identifier = "H56.12.3";
  const auto edited = edit_unit(desk.store, desk.clerk, unit, noon());
  EXPECT_EQ(edited.version, 2);
  EXPECT_EQ(desk.unit(unit.id), edited);
  EXPECT_EQ(edited.name, "Phòng Công nghệ");
  EXPECT_THAT(edited.aliases, ElementsAre("Phòng Quản lý Công nghệ"));
  auto writer = desk.store.begin();
  RegisterBook book(writer, desk.clerk, noon());
  EXPECT_EQ(book.unit("Phòng quản lý công nghệ"), unit.id) << "older documents still find it";
}

TEST(EditUnit, RefusesANameThatAnotherUnitGoesBy) {
  UnitDesk desk;
  desk.made("Phòng Công nghệ");
  Unit other = desk.made("Phòng Kế hoạch");
  other.aliases = {"phòng  công NGHỆ"};
  EXPECT_EQ(key_of_error([&] { edit_unit(desk.store, desk.clerk, other, noon()); }), "unit_name_taken");
  EXPECT_EQ(key_of_error([&] { desk.made("Phòng công nghệ"); }), "unit_name_taken");
}

TEST(EditUnit, RefusesAStaleAndAnUnknownOne) {
  UnitDesk desk;
  Unit unit = desk.made("Phòng Công nghệ");
  unit.abbreviation = "P.CN";
  edit_unit(desk.store, desk.clerk, unit, noon());
  unit.abbreviation = "PCN";
  EXPECT_EQ(key_of_error([&] { edit_unit(desk.store, desk.clerk, unit, noon()); }), "stale_version");
  unit.id = UnitId(5);
  EXPECT_EQ(key_of_error([&] { edit_unit(desk.store, desk.clerk, unit, noon()); }), "unit_not_found");
}

TEST(MergeUnits, TakesTasksSpellingsAndUnitsBelowAlong) {
  UnitDesk desk;
  const Unit from = desk.made("Phòng Bưu chính"), into = desk.made("Phòng Chuyển đổi số"), below = desk.made("Tổ Viễn thông", from.id);
  const auto led = desk.led_by(from.id, {into.id}), helped = desk.led_by(below.id, {from.id}, 1);
  const auto merger = desk.merge(from, into);
  EXPECT_EQ(merger.tasks, 2);
  EXPECT_THAT(desk.task_now(led.id).lead_units, ElementsAre(into.id));
  EXPECT_THAT(desk.task_now(led.id).coordinating_units, IsEmpty()) << "it does not coordinate with itself";
  EXPECT_THAT(desk.task_now(helped.id).coordinating_units, ElementsAre(into.id));
  EXPECT_EQ(desk.task_now(led.id).lead, "Phòng Bưu chính") << "what was written stays";
  EXPECT_EQ(desk.unit(below.id).parent, into.id);
  EXPECT_EQ(desk.unit(from.id).successor, into.id);
  EXPECT_EQ(desk.unit(from.id).valid_to, Date(2025y / 6 / 30));
  EXPECT_THAT(desk.unit(into.id).aliases, Contains("Phòng Bưu chính"));
  auto writer = desk.store.begin();
  EXPECT_EQ(RegisterBook(writer, desk.clerk, noon()).unit("Phòng Bưu chính"), into.id);
}

TEST(MergeUnits, LeavesAnEventForTheUnitsAndForEachTask) {
  UnitDesk desk;
  const Unit from = desk.made("Phòng Bưu chính"), into = desk.made("Phòng Chuyển đổi số");
  const auto task = desk.led_by(from.id);
  desk.merge(from, into);
  const auto reader = desk.store.read();
  EXPECT_EQ(reader.events_of(desk.agency.id, "unit", from.id.value()).back().kind, "unit_merged");
  const auto last = reader.events_of(desk.agency.id, "task", task.id.value()).back();
  EXPECT_EQ(last.kind, "task_followed_unit");
  EXPECT_THAT(last.before, testing::HasSubstr(from.id.text()));
  EXPECT_THAT(last.after, testing::HasSubstr(into.id.text()));
}

TEST(MergeUnits, RefusesAUnitWithItselfAUnitThatIsGoneAndAStaleOne) {
  UnitDesk desk;
  const Unit a = desk.made("Phòng A"), b = desk.made("Phòng B"), c = desk.made("Phòng C");
  EXPECT_EQ(key_of_error([&] { desk.merge(a, a); }), "unit_merged_with_itself");
  desk.merge(a, b);
  EXPECT_EQ(key_of_error([&] { desk.merge(a, c); }), "unit_is_gone");
  EXPECT_EQ(key_of_error([&] { desk.merge(c, a); }), "unit_is_gone");
  EXPECT_EQ(key_of_error([&] { merge_units(desk.store, desk.clerk, b.id, 1, c.id, 2025y / 6 / 30, noon()); }), "stale_version");
}

TEST(MergeUnits, AParentGoesIntoItsOwnUnit) {
  UnitDesk desk;
  const Unit top = desk.made("Chi cục"), below = desk.made("Phòng Tổng hợp", top.id);
  desk.merge(top, below);
  EXPECT_EQ(desk.unit(below.id).parent, std::nullopt);
  EXPECT_THAT(desk.orphans(), IsEmpty());
}

TEST(MergeUnits, LeavesNoOrphanHoweverUnitsGoIntoEachOther) {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    std::mt19937 dice(seed);
    UnitDesk desk;
    std::vector<Unit> units;
    const auto some = [&] { return units[dice() % units.size()]; };
    for (int at = 0; at < 9; ++at)
      units.push_back(desk.made("Đơn vị " + std::string(1, static_cast<char>('A' + at)), at % 3 ? std::optional(some().id) : std::nullopt));
    desk.give_each_a_head(units);
    for (int at = 0; at < 20; ++at) desk.led_by(some().id, {some().id, some().id}, at);
    while (units.size() > 1) {
      const std::size_t at = dice() % units.size();
      const Unit from = units[at];
      units.erase(units.begin() + static_cast<std::ptrdiff_t>(at));
      desk.merge(from, some());
      ASSERT_THAT(desk.orphans(), IsEmpty()) << "seed " << seed << ", " << from.name;
    }
    EXPECT_EQ(desk.store.read().tasks_of_unit(desk.agency.id, units[0].id).size(), 20u);
  }
}

}  // namespace
}  // namespace tiendo::actions
