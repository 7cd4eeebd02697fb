// Every number opens its rows: the counts that are kept, a count from scratch and the tasks behind agree.
#include "store/figures.h"

#include <map>
#include <random>

#include <gmock/gmock.h>

#include "base/embedded.h"
#include "store/database.h"
#include "store/key_of_error.h"
#include "store/office.h"
#include "store/steps.h"

namespace tiendo::store {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

const Instant closing = Instant{std::chrono::sys_days{2025y / 9 / 1}};

struct Figures : Office {
  std::mt19937 random{7};
  std::vector<UnitId> units{UnitId::make(noon()), UnitId::make(noon())};
  std::vector<PersonId> leaders{PersonId::make(noon()), PersonId::make(noon())};
  std::vector<UserId> users;
  std::vector<Task> tasks;

  int any(int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); }

  Figures() {
    auto writer = store.begin();
    for (std::size_t at = 0; at < 2; ++at) {
      writer.add(agency.id, Unit{.id = units[at], .name = "Phòng " + std::to_string(at)});
      writer.add(agency.id, Person{.id = leaders[at], .full_name = "Lãnh đạo " + std::to_string(at)});
      users.push_back(UserId::make(noon()));
    }
    writer.commit();
  }

  void add_tasks(int count) {
    for (int at = 0; at < count; ++at) {
      constexpr const char* products[] = {"", "Kế hoạch", "Báo cáo", "Quyết định của UBND tỉnh"};
      Task made = task("Nhiệm vụ " + std::to_string(at));
      made.deliverable = products[any(4)];
      if (any(5)) made.due_period = Period::month(2025, 6 + any(6));
      if (made.due_period) made.month = static_cast<int>(static_cast<unsigned>(made.due_period->last_day().month()));
      if (any(8)) made.lead_units = {units[static_cast<std::size_t>(any(2))]};
      if (any(3)) made.directing_leaders = {leaders[static_cast<std::size_t>(any(2))]};
      if (any(2)) made.labels = {any(2) ? "Nhiệm vụ quan trọng" : "Chương trình công tác Quý III của UBND tỉnh"};
      tasks.push_back(made);
    }
    add(tasks);
  }

  // Somebody says of any task what it delivers, or takes that back, or its words change.
  void say_kind_of_one() {
    auto writer = store.begin();
    Task task = writer.task(agency.id, tasks[static_cast<std::size_t>(any(static_cast<int>(tasks.size())))].id);
    const int what = any(4);
    if (what == 0) save_kind(writer, agency.id, task.id, DeliverableKind::inspection);
    if (what == 1) save_kind(writer, agency.id, task.id, std::nullopt);
    if (what == 2) forget_kind(writer, agency.id, task.id);
    if (what == 3) {
      task.deliverable = any(2) ? "Báo cáo" : "";
      writer.save(task, noon());
    }
    writer.commit();
  }

  // Something happens to any task: it moves on, gets another deadline or another executor.
  void change_one() {
    auto writer = store.begin();
    Work work = writer.work(agency.id, tasks[static_cast<std::size_t>(any(static_cast<int>(tasks.size())))].id);
    constexpr WorkState states[] = {WorkState::assigned,  WorkState::in_progress, WorkState::completed,
                                    WorkState::completed, WorkState::stopped,     WorkState::refused};
    work.state = states[any(6)];
    work.completed_on = work.state == WorkState::completed
                            ? std::optional(Date(std::chrono::sys_days{2025y / 6 / 1} + std::chrono::days{any(150)}))
                            : std::nullopt;
    if (any(3) == 0) work.due_on = Date(std::chrono::sys_days{2025y / 7 / 1} + std::chrono::days{any(120)});
    if (any(2)) work.executor = users[static_cast<std::size_t>(any(2))];
    writer.save(work, noon());
    writer.commit();
  }

  std::vector<std::string> members(const Task& task, const Work& work, Grouping by) const {
    std::vector<std::string> all;
    switch (by) {
      case Grouping::programme:
        return {""};
      case Grouping::unit:
        for (const auto unit : task.lead_units) all.push_back(std::to_string(unit.value()));
        return all;
      case Grouping::leader:
        for (const auto leader : task.directing_leaders) all.push_back(std::to_string(leader.value()));
        return all;
      case Grouping::label:
        return task.labels;
      case Grouping::month:
        if (task.month) all.push_back(std::to_string(*task.month));
        return all;
      case Grouping::executor:
        if (work.executor) all.push_back(std::to_string(work.executor->value()));
        return all;
      case Grouping::kind: {
        const auto said = find_kind_said(store.read(), agency.id, task.id);
        const auto kind = said ? *said : kind_told(task.title, task.deliverable);
        return {kind ? name_of(*kind) : "none"};
      }
    }
    return all;
  }

  // Counted from the tasks one by one, with nothing that is kept.
  std::map<std::string, Tally> from_scratch(Grouping by, const std::optional<Period>& due) const {
    std::map<std::string, Tally> all;
    const auto reader = store.read();
    for (const auto& [task, work] : reader.tasks_at_work(agency.id, {.limit = -1})) {
      const bool counts = !due || (work.due_on && *work.due_on >= due->first_day() && *work.due_on <= due->last_day());
      if (!counts || work.state == WorkState::stopped || work.state == WorkState::refused) continue;
      for (const auto& member : members(task, work, by)) all[member] += tally_of(work.state, timing(work, closing, {}));
    }
    return all;
  }

  std::map<std::string, Tally> kept(Grouping by, const std::optional<Period>& due) const {
    std::map<std::string, Tally> all;
    for (const auto& row : due_counts(store.read(), agency.id, {.by = by, .due = due}))
      all[row.member] += tally_of_day(row.due_on, row.open, row.on_time, row.late, closing, {});
    return all;
  }
};

constexpr Grouping groupings[] = {Grouping::programme, Grouping::unit,     Grouping::leader, Grouping::label,
                                  Grouping::month,     Grouping::executor, Grouping::kind};
constexpr Part parts[] = {Part::assigned,
                          Part::completed_on_time,
                          Part::completed_late,
                          Part::under_way_in_time,
                          Part::under_way_overdue,
                          Part::completed_without_deadline,
                          Part::under_way_without_deadline};

class AFigure : public testing::TestWithParam<std::optional<Period>> {};

TEST_P(AFigure, IsTheSameAsKeptAsCountedFromScratchAndAsItsRows) {
  Figures office;
  office.add_tasks(120);
  for (int at = 0; at < 300; ++at) at % 5 ? office.change_one() : office.say_kind_of_one();
  const auto reader = office.store.read();
  for (const Grouping by : groupings) {
    const auto kept = office.kept(by, GetParam());
    EXPECT_FALSE(kept.empty());
    EXPECT_EQ(kept, office.from_scratch(by, GetParam())) << name_of(by);
    for (const auto& [member, tally] : kept)
      for (const Part part : parts) {
        const auto behind = tasks_behind(reader, office.agency.id, {.by = by, .member = member, .due = GetParam()}, part,
                                         last_closed_day(closing, {}), 200, "");
        EXPECT_EQ(behind.total, count(tally, part)) << name_of(by) << " " << member << " " << name_of(part);
        EXPECT_EQ(static_cast<std::int64_t>(behind.tasks.size()), behind.total);
      }
  }
}

INSTANTIATE_TEST_SUITE_P(OverAllTimeAndAQuarter, AFigure,
                         testing::Values(std::nullopt, std::optional(Period::span(2025y / 7 / 1, 2025y / 9 / 30))));

// What 0022 does to a database in which nothing was counted by kind.
TEST(CountsByKind, AreMadeForTheTasksThatWereThereBefore) {
  Figures office;
  office.add_tasks(60);
  for (int at = 0; at < 100; ++at) at % 3 ? office.change_one() : office.say_kind_of_one();
  const auto expected = office.kept(Grouping::kind, {});
  {
    Database database(office.folder / "tiendo.db", Database::Mode::write);
    database.script("delete from tallies where grouping = 'kind'; alter table work drop column kind");
    const auto all = embedded_migrations();
    const auto kinds = std::ranges::find(all, "0022_kinds.sql", &EmbeddedFile::path);
    ASSERT_NE(kinds, all.end());
    database.script(kinds->bytes);
  }
  EXPECT_GT(expected.size(), 2u);
  EXPECT_EQ(office.kept(Grouping::kind, {}), expected);
}

// Summed day by day from the counts, with nothing that is kept in memory.
TEST(ATrend, IsTheSumOfItsDays) {
  Figures office;
  office.add_tasks(120);
  for (int at = 0; at < 200; ++at) office.change_one();
  const Date closed = last_closed_day(closing, {});
  for (const std::optional<Period>& due : {std::optional<Period>(), std::optional(Period::span(2025y / 7 / 1, 2025y / 9 / 30))}) {
    std::map<std::string, Tally> months;
    auto ageing = age_bands();
    for (const auto& row : due_counts(office.store.read(), office.agency.id, {.due = due})) {
      if (!row.due_on) continue;
      months[iso(*row.due_on).substr(0, 7)] += tally_of_day(row.due_on, row.open, row.on_time, row.late, closing, {});
      add_overdue(ageing, *row.due_on, row.open, closed);
    }
    const auto summed = trend(office.store.read(), office.agency.id, {.due = due}, closed);
    EXPECT_GT(months.size(), 2u);
    EXPECT_EQ(summed.months, months);
    ASSERT_EQ(summed.ageing.size(), ageing.size());
    for (std::size_t band = 0; band < ageing.size(); ++band) EXPECT_EQ(summed.ageing[band].tasks, ageing[band].tasks);
  }
}

TEST(AFigureKeptInMemory, GoesWithTheNextChangeOfItsAgency) {
  Figures office;
  office.add_tasks(3);
  const Date closed = last_closed_day(closing, {});
  const auto assigned = [&](const Reader& reader) { return tallies_by_member(reader, office.agency.id, {}, closed)[""].assigned(); };
  const auto in_the_trend = [&] {
    std::int64_t sum = 0;
    for (const auto& [_, tally] : trend(office.store.read(), office.agency.id, {}, closed).months) sum += tally.assigned();
    return sum;
  };
  EXPECT_EQ(assigned(office.store.read()), 3);
  in_the_trend();
  const auto before = office.store.read();
  EXPECT_EQ(assigned(before), 3);
  Task more = office.task("Thêm một việc", 9);
  more.due_period = Period::month(2025, 7);
  office.add({more});
  EXPECT_EQ(assigned(office.store.read()), 4);
  EXPECT_EQ(assigned(before), 3) << "a reader's moment stays";
  EXPECT_EQ(assigned(office.store.read()), 4);
  const auto due = in_the_trend();
  more = office.task("Thêm việc nữa", 10);
  more.due_period = Period::month(2025, 7);
  office.add({more});
  EXPECT_EQ(in_the_trend(), due + 1);
  auto writer = office.store.begin();
  more = office.task("Chưa ghi", 11);
  writer.add(more, std::nullopt, "{}");
  writer.record(office.clerk, "task_created", "task", more.id.value(), "", "{}", noon());
  EXPECT_EQ(assigned(writer), 5) << "as of the last commit";
  EXPECT_EQ(assigned(office.store.read()), 5) << "and nothing of the writer's is kept";
}

TEST(AFigureAsOfAPastInstant, IsTheSumOfTheTasksAsTheyStood) {
  Figures office;
  office.add_tasks(80);
  for (int at = 0; at < 150; ++at) office.change_one();
  const Date closed = last_closed_day(closing, {});
  for (const Instant at : {noon() - 1h, noon() + 1h, closing})
    for (const Grouping by : {Grouping::programme, Grouping::unit}) {
      std::map<std::string, Tally> scratch;
      for (const auto& each : office.store.read().work_as_of(office.agency.id, {}, at)) {
        if (each.state == WorkState::stopped || each.state == WorkState::refused) continue;
        const bool done = each.state == WorkState::completed;
        const auto one = tally_of_day(each.due_on, !done, done && !each.is_late, done && each.is_late, closing, {});
        if (by == Grouping::programme) scratch[""] += one;
        if (by == Grouping::unit)
          for (const auto unit : each.lead_units) scratch[std::to_string(unit.value())] += one;
      }
      EXPECT_EQ(scratch.empty(), at < noon());
      EXPECT_EQ(tallies_as_of(office.store.read(), office.agency.id, {.by = by}, at, closed), scratch) << name_of(by);
    }
}

TEST(TheTasksBehindAFigure, ComePageByPageEachOnce) {
  Figures office;
  office.add_tasks(25);
  std::vector<TaskId> all;
  std::string after;
  do {
    const auto page = tasks_behind(office.store.read(), office.agency.id, {}, Part::assigned, 2025y / 9 / 1, 10, after);
    EXPECT_EQ(page.total, 25);
    all.insert(all.end(), page.tasks.begin(), page.tasks.end());
    after = page.next;
  } while (!after.empty());
  std::ranges::sort(all);
  EXPECT_EQ(all.size(), 25u);
  EXPECT_EQ(std::ranges::adjacent_find(all), all.end());
}

TEST(TheTasksBehindAFigure, RefuseAPlaceThatIsNone) {
  Figures office;
  EXPECT_EQ(key_of_error([&] { tasks_behind(office.store.read(), office.agency.id, {}, Part::assigned, 2025y / 9 / 1, 10, "nowhere"); }),
            "bad_cursor");
}

}  // namespace
}  // namespace tiendo::store
