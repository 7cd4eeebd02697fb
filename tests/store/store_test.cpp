#include "store/store.h"

#include <set>

#include <gmock/gmock.h>

#include "store/database.h"
#include "store/key_of_error.h"
#include "store/office.h"

namespace tiendo::store {
namespace {

using std::chrono::year;
using testing::ElementsAre;

TEST(Store, KeepsATaskAsItWasGiven) {
  Office office;
  Task task = office.task("Ban hành Kế hoạch đo lường");
  task.quarter = 3;
  task.month = 7;
  task.lead = "Phòng Tiêu chuẩn";
  task.coordinating = "Văn phòng";
  task.deliverable = "Kế hoạch";
  task.directing_leader = "PGĐ Trần Văn An";
  task.note = "Trọng tâm";
  task.due = "Tháng 7";
  task.extra = {{"Căn cứ", "Nghị quyết \"57\""}};
  task.labels = {"trọng tâm"};
  task.due_period = Period::month(2025, 7);
  office.add(std::vector{task});

  const Task kept = office.store.read().task(office.agency.id, task.id);
  EXPECT_EQ(kept.title, task.title);
  EXPECT_EQ(kept.quarter, 3);
  EXPECT_EQ(kept.month, 7);
  EXPECT_EQ(kept.lead, task.lead);
  EXPECT_EQ(kept.coordinating, task.coordinating);
  EXPECT_EQ(kept.deliverable, task.deliverable);
  EXPECT_EQ(kept.directing_leader, task.directing_leader);
  EXPECT_EQ(kept.note, task.note);
  EXPECT_EQ(kept.due, task.due);
  EXPECT_EQ(kept.extra, task.extra);
  EXPECT_EQ(kept.labels, task.labels);
  EXPECT_EQ(kept.due_period, task.due_period);
  EXPECT_EQ(kept.version, 1);
}

TEST(Store, ForgetsWhatWasNotCommitted) {
  Office office;
  const Task task = office.task("Nháp");
  {
    auto writer = office.store.begin();
    writer.add(task, std::nullopt, "{}");
  }
  EXPECT_EQ(key_of_error([&] { office.store.read().task(office.agency.id, task.id); }), "task_not_found");
  EXPECT_EQ(office.store.read().tasks(office.agency.id, {}).total, 0);
}

TEST(Store, ShowsAReaderOneMomentOnly) {
  Office office;
  const auto reader = office.store.read();
  EXPECT_EQ(reader.tasks(office.agency.id, {}).total, 0);
  office.add("Nhiệm vụ mới");
  EXPECT_EQ(reader.tasks(office.agency.id, {}).total, 0);
  EXPECT_EQ(office.store.read().tasks(office.agency.id, {}).total, 1);
}

TEST(Store, RefusesAStaleTask) {
  Office office;
  Task first = office.add("Bản đầu");
  Task second = first;
  {
    auto writer = office.store.begin();
    first.title = "Bản một";
    writer.save(first, noon());
    writer.commit();
  }
  auto writer = office.store.begin();
  second.title = "Bản hai";
  EXPECT_EQ(key_of_error([&] { writer.save(second, noon()); }), "stale_version");
}

TEST(Store, ShowsNoAgencyTheTasksOfAnother) {
  Office office;
  const Task task = office.add("Việc riêng");
  const AgencyId other(office.agency.id.value() + 1);
  EXPECT_EQ(key_of_error([&] { office.store.read().task(other, task.id); }), "task_not_found");
  EXPECT_TRUE(office.store.read().tasks(other, {}).tasks.empty());
  TaskFilter filter;
  filter.words = "viec rieng";
  EXPECT_TRUE(office.store.read().tasks(other, filter).tasks.empty());
}

TEST(Store, PagesThroughEveryTaskOnceInEachOrder) {
  Office office;
  std::vector<Task> tasks;
  for (int i = 0; i < 25; ++i) {
    tasks.push_back(office.task("Nhiệm vụ " + std::to_string(i % 4), i));
    if (i % 3) tasks.back().due_period = Period::month(2025, 1 + i % 12);
  }
  office.add(tasks);
  for (const TaskOrder order : {TaskOrder::position, TaskOrder::due, TaskOrder::number, TaskOrder::title}) {
    for (const std::string words : {"", "nhiem vu"}) {
      TaskFilter filter;
      filter.order = order;
      filter.words = words;
      filter.limit = 4;
      std::set<TaskId> seen;
      int pages = 0;
      do {
        const auto page = office.store.read().tasks(office.agency.id, filter);
        EXPECT_EQ(page.total, 25);
        for (const Task& task : page.tasks) EXPECT_TRUE(seen.insert(task.id).second);
        filter.cursor = page.next;
      } while (!filter.cursor.empty() && ++pages < 10);
      EXPECT_EQ(seen.size(), 25u) << static_cast<int>(order) << words;
    }
  }
}

TEST(Store, OrdersByDeadlineWithTheUndatedLast) {
  Office office;
  auto undated = office.task("không hạn"), late = office.task("tháng 9"), early = office.task("tháng 7");
  late.due_period = Period::month(2025, 9);
  early.due_period = Period::month(2025, 7);
  office.add({undated, late, early});
  TaskFilter filter;
  filter.order = TaskOrder::due;
  EXPECT_THAT(office.titles(filter), ElementsAre("tháng 7", "tháng 9", "không hạn"));
  filter.due_before = year{2025} / 9 / 1;
  EXPECT_THAT(office.titles(filter), ElementsAre("tháng 7"));
  filter.due_before.reset();
  filter.due_after = year{2025} / 7 / 31;
  EXPECT_THAT(office.titles(filter), ElementsAre("tháng 9"));
}

TEST(Store, OrdersPrintedNumbersByTheirValue) {
  Office office;
  std::vector<Task> tasks;
  for (const char* number : {"10", "2", "1", "10a"}) {
    tasks.push_back(office.task(number));
    tasks.back().number = number;
  }
  office.add(tasks);
  TaskFilter filter;
  filter.order = TaskOrder::number;
  EXPECT_THAT(office.titles(filter), ElementsAre("1", "2", "10", "10a"));
}

TEST(Store, FiltersAndCountsByUnitLeaderLabelAndMonth) {
  Office office;
  const Unit standards{UnitId::make(noon()), "Phòng Tiêu chuẩn", "TC", {}, 1}, bureau{UnitId::make(noon()), "Văn phòng", "VP", {}, 1};
  const Person an{PersonId::make(noon()), "Trần Văn An", {}, 1};
  {
    auto writer = office.store.begin();
    writer.add(office.agency.id, standards);
    writer.add(office.agency.id, bureau);
    writer.add(office.agency.id, an);
    writer.record(office.clerk, "register_changed", "agency", office.agency.id.value(), "", "{}", noon());
    writer.commit();
  }
  auto first = office.task("Một", 0), second = office.task("Hai", 1);
  first.lead_units = {standards.id};
  first.coordinating_units = {bureau.id};
  first.directing_leaders = {an.id};
  first.labels = {"trọng tâm"};
  first.month = 7;
  second.lead_units = {bureau.id};
  second.month = 8;
  office.add({first, second});

  TaskFilter filter;
  filter.unit = bureau.id;
  EXPECT_THAT(office.titles(filter), ElementsAre("Một", "Hai"));
  filter.unit_role = UnitRole::lead;
  EXPECT_THAT(office.titles(filter), ElementsAre("Hai"));
  filter = {};
  filter.leader = an.id;
  EXPECT_THAT(office.titles(filter), ElementsAre("Một"));
  filter = {};
  filter.label = "trọng tâm";
  EXPECT_THAT(office.titles(filter), ElementsAre("Một"));
  filter = {};
  filter.month = 8;
  filter.words = "hai";
  EXPECT_THAT(office.titles(filter), ElementsAre("Hai"));

  const auto counts = office.store.read().counts(office.agency.id, {}, CountBy::unit, year{2025} / 8 / 1);
  ASSERT_EQ(counts.size(), 2u);
  EXPECT_EQ(counts[0].name, "Phòng Tiêu chuẩn");
  EXPECT_EQ(counts[0].tasks, 1);
  EXPECT_EQ(counts[1].tasks, 1);

  second = office.store.read().task(office.agency.id, second.id);
  second.lead_units = {standards.id};
  {
    auto writer = office.store.begin();
    writer.save(second, noon());
    writer.record(office.clerk, "task_edited", "task", second.id.value(), "{}", "{}", noon());
    writer.commit();
  }
  EXPECT_EQ(office.store.read().counts(office.agency.id, {}, CountBy::unit, year{2025} / 8 / 1)[0].tasks, 2);
}

TEST(Store, CountsTheOverdueFromTheDate) {
  Office office;
  auto july = office.task("tháng 7"), open = office.task("không hạn");
  july.due_period = Period::month(2025, 7);
  office.add({july, open});
  const auto reader = office.store.read();
  EXPECT_EQ(reader.counts(office.agency.id, {}, CountBy::status, year{2025} / 7 / 31)[0].tasks, 0);
  EXPECT_EQ(reader.counts(office.agency.id, {}, CountBy::status, year{2025} / 8 / 1)[0].tasks, 1);
  EXPECT_EQ(reader.counts(office.agency.id, {}, CountBy::status, year{2025} / 8 / 1)[2].tasks, 1);
}

TEST(Store, RefusesACursorThatIsNone) {
  Office office;
  TaskFilter filter;
  for (const char* cursor : {"x", "0_1_2", "0_1_2_zz_4", "0_1_2_abc_4", "____"}) {
    filter.cursor = cursor;
    EXPECT_EQ(key_of_error([&] { office.store.read().tasks(office.agency.id, filter); }), "bad_cursor") << cursor;
  }
}

TEST(Events, ShowARowThatWasChangedByHand) {
  Office office;
  office.add("Một");
  office.add("Hai");
  EXPECT_FALSE(office.store.read().find_broken_event(office.agency.id));
  Database by_hand(office.store.path(), Database::Mode::write);
  EXPECT_THROW(by_hand.run("update events set actor_name = 'khác' where sequence = 2"), Error);
  EXPECT_THROW(by_hand.run("delete from events where sequence = 2"), Error);
  by_hand.script("drop trigger events_stay_as_written; update events set actor_name = 'khác' where sequence = 2");
  EXPECT_EQ(office.store.read().find_broken_event(office.agency.id), 2);
}

TEST(Events, ShowARowThatWasTakenOut) {
  Office office;
  office.add("Một");
  office.add("Hai");
  Database by_hand(office.store.path(), Database::Mode::write);
  by_hand.script("drop trigger events_stay; delete from events where sequence = 2");
  EXPECT_EQ(office.store.read().find_broken_event(office.agency.id), 2);
}

}  // namespace
}  // namespace tiendo::store
