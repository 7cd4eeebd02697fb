#include <random>

#include <gmock/gmock.h>

#include "domain/tally.h"
#include "store/key_of_error.h"
#include "store/office.h"

namespace tiendo::store {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

struct WorkOffice : Office {
  Unit unit{UnitId::make(noon()), "Phòng Chuyển đổi số", "CĐS", {}, 1};

  WorkOffice() {
    auto writer = store.begin();
    writer.add(agency.id, unit);
    writer.commit();
  }

  Task task_due(std::string title, Period due) {
    Task made = task(std::move(title));
    made.due_period = due;
    made.month = static_cast<int>(static_cast<unsigned>(due.last_day().month()));
    made.lead_units = {unit.id};
    add(std::vector{made});
    return made;
  }

  void set(const Task& task, WorkState state, std::optional<Date> completed_on = {}, Instant at = noon()) {
    auto writer = store.begin();
    Work work = writer.work(agency.id, task.id);
    work.state = state;
    work.completed_on = completed_on;
    writer.save(work, at);
    writer.commit();
  }

  void change(const Task& task, Instant at) {
    auto writer = store.begin();
    writer.save(task, at);
    writer.commit();
  }

  template <class Change>
  void programme_becomes(Change change) {
    auto writer = store.begin();
    Programme changed = writer.programme(agency.id, programme.id);
    change(changed);
    writer.save(changed);
    writer.commit();
  }

  void come_into_force() {
    programme_becomes([](Programme& changed) { changed.stage = Stage::issued; });
  }

  // "due open on_time late", by the day due.
  std::vector<std::string> tallies(std::string_view grouping, const std::string& member) const {
    std::vector<std::string> all;
    for (const auto& row : store.read().tallies(agency.id, grouping, {})) {
      if (row.member != member) continue;
      all.push_back((row.due_on ? iso(*row.due_on) : "none") + " " + std::to_string(row.open) + " " + std::to_string(row.on_time) + " " +
                    std::to_string(row.late));
    }
    return all;
  }
};

TEST(Work, BeginsWithItsTask) {
  WorkOffice office;
  const Task task = office.task_due("Ban hành Kế hoạch", Period::month(2025, 7));
  const Work work = office.store.read().work(office.agency.id, task.id);
  EXPECT_EQ(work.state, WorkState::assigned);
  EXPECT_EQ(work.due_on, 2025y / 7 / 31);
  EXPECT_EQ(work.first_due_on, 2025y / 7 / 31);
  EXPECT_THAT(office.tallies("programme", ""), ElementsAre("2025-07-31 1 0 0"));
  EXPECT_THAT(office.tallies("unit", std::to_string(office.unit.id.value())), ElementsAre("2025-07-31 1 0 0"));
  EXPECT_THAT(office.tallies("month", "7"), ElementsAre("2025-07-31 1 0 0"));
}

TEST(Work, KeepsEverythingThatWasSaved) {
  WorkOffice office;
  const Task task = office.task_due("Kiểm định 700 phương tiện đo", Period::month(2025, 7));
  auto writer = office.store.begin();
  Work work = writer.work(office.agency.id, task.id);
  work.state = WorkState::completed;
  work.due_on = 2025y / 8 / 29;
  work.extended_to = Period::month(2025, 8);
  work.completed_on = 2025y / 8 / 15;
  work.confirmed_at = noon() + 1h;
  work.percent = 100;
  work.sent_back = 1;
  work.extensions = 2;
  work.executor = UserId(8);
  work.reported_by = UserId(9);
  work.heard_at = noon();
  writer.save(work, noon());
  writer.commit();

  const Work kept = office.store.read().work(office.agency.id, task.id);
  EXPECT_EQ(kept.version, work.version + 1);
  EXPECT_EQ(kept.state, work.state);
  EXPECT_EQ(kept.due_on, work.due_on);
  EXPECT_EQ(kept.first_due_on, 2025y / 7 / 31);
  EXPECT_EQ(kept.extended_to, work.extended_to);
  EXPECT_EQ(kept.completed_on, work.completed_on);
  EXPECT_EQ(kept.confirmed_at, work.confirmed_at);
  EXPECT_EQ(kept.percent, 100);
  EXPECT_EQ(kept.sent_back, 1);
  EXPECT_EQ(kept.extensions, 2);
  EXPECT_EQ(kept.executor, work.executor);
  EXPECT_EQ(kept.reported_by, work.reported_by);
  EXPECT_EQ(kept.heard_at, work.heard_at);
}

TEST(Work, RefusesASecondChangeOfTheSameVersion) {
  WorkOffice office;
  const Task task = office.task_due("Báo cáo", Period::month(2025, 7));
  auto writer = office.store.begin();
  const Work work = writer.work(office.agency.id, task.id);
  writer.save(work, noon());
  EXPECT_EQ(key_of_error([&] { writer.save(work, noon()); }), "stale_version");
}

TEST(Work, IsCountedWhereItStands) {
  WorkOffice office;
  const Task first = office.task_due("Một", Period::month(2025, 7));
  const Task second = office.task_due("Hai", Period::month(2025, 7));
  office.set(first, WorkState::completed, 2025y / 7 / 31);
  office.set(second, WorkState::completed, 2025y / 8 / 1);
  EXPECT_THAT(office.tallies("programme", ""), ElementsAre("2025-07-31 0 1 1"));
  office.set(second, WorkState::sent_back);
  EXPECT_THAT(office.tallies("programme", ""), ElementsAre("2025-07-31 1 1 0"));
  office.set(second, WorkState::stopped);
  EXPECT_THAT(office.tallies("programme", ""), ElementsAre("2025-07-31 0 1 0"));
}

TEST(Work, FollowsItsTaskToAnotherMonth) {
  WorkOffice office;
  Task task = office.task_due("Chuyển tháng", Period::month(2025, 7));
  task.due_period = Period::month(2025, 8);
  task.month = 8;
  auto writer = office.store.begin();
  writer.save(task, noon());
  writer.commit();
  EXPECT_EQ(office.store.read().work(office.agency.id, task.id).due_on, 2025y / 8 / 29) << "the last working day";
  EXPECT_THAT(office.tallies("month", "7"), IsEmpty());
  EXPECT_THAT(office.tallies("month", "8"), ElementsAre("2025-08-29 1 0 0"));
}

TEST(Work, KeepsItsFirstDeadlineWhenADecisionGivesAnother) {
  WorkOffice office;
  Task task = office.task_due("Điều chỉnh thời hạn", Period::month(2025, 7));
  office.come_into_force();
  task.due_period = Period::month(2025, 9);
  office.change(task, noon() + 24h);
  const Work work = office.store.read().work(office.agency.id, task.id);
  EXPECT_EQ(work.due_on, 2025y / 9 / 30);
  EXPECT_EQ(work.first_due_on, 2025y / 7 / 31);
}

TEST(Work, FollowsACorrectionOfADraftAltogether) {
  WorkOffice office;
  Task task = office.task_due("Đọc nhầm tháng", Period::month(2025, 7));
  task.due_period = Period::month(2025, 9);
  office.change(task, noon() + 24h);
  EXPECT_EQ(office.store.read().work(office.agency.id, task.id).first_due_on, 2025y / 9 / 30);
}

TEST(WorkAsOf, KnowsTheUnitAndTheDeadlineOfThatDay) {
  WorkOffice office;
  Task task = office.task_due("Giao lại", Period::month(2025, 7));
  const Instant start = made_at(task.id.value());
  office.come_into_force();
  task.lead_units.clear();
  task.due_period = Period::month(2025, 9);
  office.change(task, start + 24h);
  const auto then = office.store.read().work_as_of(office.agency.id, {}, start + 23h);
  ASSERT_THAT(then, SizeIs(1));
  EXPECT_THAT(then[0].lead_units, ElementsAre(office.unit.id));
  EXPECT_EQ(then[0].due_on, 2025y / 7 / 31);
  const auto now = office.store.read().work_as_of(office.agency.id, {}, start + 25h);
  ASSERT_THAT(now, SizeIs(1));
  EXPECT_THAT(now[0].lead_units, IsEmpty());
  EXPECT_EQ(now[0].due_on, 2025y / 9 / 30);
}

TEST(WorkAsOf, LeavesOutWhatWasStillPlannedThen) {
  WorkOffice office;
  const Task task = office.task_due("Năm sau", Period::month(2025, 9));
  const Instant start = made_at(task.id.value());
  office.programme_becomes([](Programme& programme) { programme.is_planned = true; });
  EXPECT_THAT(office.store.read().work_as_of(office.agency.id, {}, start + 2h), IsEmpty());
  office.programme_becomes([&](Programme& programme) {
    programme.is_planned = false;
    programme.planned_until = start + 24h;
  });
  EXPECT_THAT(office.store.read().work_as_of(office.agency.id, {}, start + 2h), IsEmpty())
      << "it was planned on that day, whatever it is now";
  EXPECT_THAT(office.store.read().work_as_of(office.agency.id, {}, start + 25h), SizeIs(1));
}

TEST(Work, EndsWithItsTask) {
  WorkOffice office;
  const Task task = office.task_due("Bỏ", Period::month(2025, 7));
  const Instant start = made_at(task.id.value());
  auto writer = office.store.begin();
  writer.remove_task(task, start + 1h);
  writer.commit();
  EXPECT_THAT(office.tallies("programme", ""), IsEmpty());
  EXPECT_EQ(key_of_error([&] { office.store.read().work(office.agency.id, task.id); }), "task_not_found");
  EXPECT_THAT(office.store.read().work_as_of(office.agency.id, {}, start + 30min), SizeIs(1)) << "it was there then";
  EXPECT_THAT(office.store.read().work_as_of(office.agency.id, {}, start + 2h), IsEmpty());
}

TEST(WorkAsOf, StaysTheSameWhateverHappensLater) {
  WorkOffice office;
  const Task task = office.task_due("Xây dựng đề án", Period::month(2025, 7));
  const Instant start = made_at(task.id.value());
  const auto state_at = [&](Instant at) {
    const auto all = office.store.read().work_as_of(office.agency.id, {}, at);
    return all.empty() ? std::string("none") : std::string(name_of(all.front().state));
  };
  office.set(task, WorkState::in_progress, {}, start + 24h);
  office.set(task, WorkState::completed, 2025y / 7 / 20, start + 48h);
  office.set(task, WorkState::sent_back, {}, start + 72h);
  EXPECT_EQ(state_at(start - 1h), "none");
  EXPECT_EQ(state_at(start + 1h), "assigned");
  EXPECT_EQ(state_at(start + 25h), "in_progress");
  EXPECT_EQ(state_at(start + 49h), "completed");
  EXPECT_EQ(state_at(start + 73h), "sent_back");
}

TEST(Tallies, AreAfterAnyChangesWhatACountFromScratchGives) {
  WorkOffice office;
  std::mt19937 dice(5);
  const auto below = [&](unsigned limit) { return dice() % limit; };
  std::vector<Task> tasks;
  for (int i = 0; i < 30; ++i)
    tasks.push_back(office.task_due("Nhiệm vụ " + std::to_string(i), Period::month(2025, 7 + static_cast<int>(below(6)))));
  for (int step = 0; step < 200 && !tasks.empty(); ++step) {
    const std::size_t at = below(static_cast<unsigned>(tasks.size()));
    if (below(20) == 0) {
      auto writer = office.store.begin();
      writer.remove_task(writer.task(office.agency.id, tasks[at].id), noon());
      writer.commit();
      tasks.erase(tasks.begin() + static_cast<std::ptrdiff_t>(at));
    } else if (below(3) == 0) {
      auto writer = office.store.begin();
      Task task = writer.task(office.agency.id, tasks[at].id);
      task.due_period = below(5) == 0 ? std::nullopt : std::optional(Period::month(2025, 7 + static_cast<int>(below(6))));
      task.lead_units = below(2) ? std::vector{office.unit.id} : std::vector<UnitId>{};
      writer.save(task, noon());
      writer.commit();
    } else {
      constexpr WorkState states[] = {WorkState::in_progress, WorkState::completed, WorkState::stopped, WorkState::sent_back};
      const WorkState state = states[below(4)];
      const bool done = state == WorkState::completed;
      office.set(tasks[at], state, done ? std::optional(Date(2025y / static_cast<int>(7 + below(6)) / 15)) : std::nullopt);
    }
  }
  std::int64_t open = 0, on_time = 0, late = 0, of_unit = 0;
  for (const Task& each : tasks) {
    const auto reader = office.store.read();
    const Work work = reader.work(office.agency.id, each.id);
    if (work.state == WorkState::stopped) continue;
    (work.state != WorkState::completed ? open : is_late(work) ? late : on_time) += 1;
    of_unit += !reader.task(office.agency.id, each.id).lead_units.empty();
  }
  TallyRow sum, unit_sum;
  for (const auto& row : office.store.read().tallies(office.agency.id, "programme", {})) {
    sum.open += row.open, sum.on_time += row.on_time, sum.late += row.late;
  }
  for (const auto& row : office.store.read().tallies(office.agency.id, "unit", {})) unit_sum.open += row.open + row.on_time + row.late;
  EXPECT_EQ(sum.open, open);
  EXPECT_EQ(sum.on_time, on_time);
  EXPECT_EQ(sum.late, late);
  EXPECT_EQ(unit_sum.open, of_unit);
  EXPECT_GT(open + on_time + late, 10);
}

TEST(Files, AreKeptOnceByTheirContent) {
  WorkOffice office;
  auto writer = office.store.begin();
  const auto hash = writer.add_file(office.agency.id, "%PDF-1.7 quyết định");
  EXPECT_EQ(writer.add_file(office.agency.id, "%PDF-1.7 quyết định"), hash);
  writer.commit();
  EXPECT_EQ(office.store.read().file(office.agency.id, hash), "%PDF-1.7 quyết định");
  EXPECT_EQ(key_of_error([&] { office.store.read().file(AgencyId(1), hash); }), "evidence_file_unknown");
}

}  // namespace
}  // namespace tiendo::store
