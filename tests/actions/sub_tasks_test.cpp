#include "actions/sub_tasks.h"

#include <gmock/gmock.h>

#include "actions/assign_work.h"
#include "actions/life.h"
#include "actions/move_work.h"
#include "actions/waiting.h"
#include "store/key_of_error.h"
#include "store/sub_tasks.h"

namespace tiendo::actions {
namespace {

using domain::SubTask;
using domain::SubTaskMove;
using domain::SubTaskState;
using domain::WorkMove;
using testing::ElementsAre;
using testing::IsEmpty;

struct SubTasks : Life, testing::Test {
  const domain::TaskId task = tasks.at(0).id;
  const Instant now = made_at(task.value()) + 1h;
  domain::Unit other_unit{domain::UnitId::make(now), "Phòng Kế hoạch", "", {}, 1};
  domain::Actor officer = someone(domain::Role::officer, "Ngô Minh", unit.id);
  domain::Actor colleague = someone(domain::Role::officer, "Vũ Lan", unit.id);
  domain::Actor planner = (enter(other_unit), someone(domain::Role::officer, "Bùi Sơn", other_unit.id));

  void enter(const domain::Unit& one) {
    auto writer = store.begin();
    writer.add(agency.id, one);
    writer.commit();
  }
  domain::Actor someone(domain::Role role, const std::string& name, domain::UnitId of) {
    domain::User user{domain::UserId::make(now), agency.id, name, name, 1, role};
    user.unit = of;
    auto writer = store.begin();
    writer.add(user, "", now);
    writer.commit();
    return {user.id, agency.id, name};
  }
  SubTask part(const char* words, int share, domain::UnitId of, std::optional<domain::UserId> executor = {}) const {
    SubTask made;
    made.words = words;
    made.share = share;
    made.unit = of;
    made.executor = executor;
    return made;
  }
  std::vector<SubTask> parts() const { return store::sub_tasks(store.read(), agency.id, task); }
  domain::Work work() const { return store.read().work(agency.id, task); }
  void split(const domain::Actor& who, std::vector<SubTask> into) { split_task(store, who, task, work().version, std::move(into), now); }
  void split_in_two() { split(head, {part("Dự thảo", 60, unit.id, officer.user), part("Lấy ý kiến", 40, other_unit.id)}); }
  void move(const domain::Actor& who, std::size_t at, SubTaskMove how, const char* words = "") {
    move_sub_task(store, who, task, work().version, parts().at(at).id, how, words, now);
  }
  std::string refused(const domain::Actor& who, std::size_t at, SubTaskMove how, const char* words = "") {
    return key_of_error([&] { move(who, at, how, words); });
  }
  std::vector<std::string> waited(const domain::Actor& who) const {
    std::vector<std::string> all;
    const auto lists = waiting(store.read(), who, local_date(now));
    for (const auto* list : {&lists.for_me, &lists.for_others})
      for (const auto& each : *list) all.push_back(std::string(name_of(each.kind)) + " " + each.title);
    return all;
  }
};

TEST_F(SubTasks, GoToAPersonAndAUnitAndAreClosedBySomebodyElse) {
  split_in_two();
  EXPECT_EQ(refused(colleague, 0, SubTaskMove::report), "not_yours_to_do") << "it was given to another officer";
  move(officer, 0, SubTaskMove::report, "Đã trình");
  EXPECT_EQ(refused(officer, 0, SubTaskMove::close), "not_yours_to_do");
  move(head, 0, SubTaskMove::close);
  EXPECT_EQ(work().percent, 60);
  EXPECT_EQ(work().state, domain::WorkState::in_progress);
  move(planner, 1, SubTaskMove::report);
  move(head, 1, SubTaskMove::close);
  EXPECT_EQ(work().percent, 100);
}

TEST_F(SubTasks, AreNotClosedByWhoeverReportedThem) {
  split(head, {part("Tự làm", 100, unit.id, head.user)});
  move(head, 0, SubTaskMove::report);
  EXPECT_EQ(refused(head, 0, SubTaskMove::close), "own_report");
  move(leader, 0, SubTaskMove::close);
}

TEST_F(SubTasks, HoldTheTaskBackUntilTheyAreClosedOrWaived) {
  split_in_two();
  const auto report = [&] { move_work(store, head, task, work().version, WorkMove::report, "Xong", now); };
  move(officer, 0, SubTaskMove::report);
  move(head, 0, SubTaskMove::close);
  EXPECT_EQ(key_of_error(report), "sub_tasks_open");
  EXPECT_EQ(refused(head, 1, SubTaskMove::waive), "reason_missing");
  move(head, 1, SubTaskMove::waive, "Không cần lấy ý kiến nữa");
  EXPECT_EQ(work().percent, 100) << "what is waived is no part of the whole";
  EXPECT_EQ(key_of_error(report), "");
}

TEST_F(SubTasks, MayBeOpenedAgainAndThePercentageFollows) {
  split_in_two();
  move(officer, 0, SubTaskMove::report);
  move(head, 0, SubTaskMove::close);
  move(head, 0, SubTaskMove::reopen, "Thiếu phụ lục");
  EXPECT_EQ(work().percent, 0);
  EXPECT_EQ(parts()[0].said, "Thiếu phụ lục");
}

TEST_F(SubTasks, ThatWereReportedKeepAllButTheirShareInANewSplit) {
  split_in_two();
  move(officer, 0, SubTaskMove::report);
  auto wanted = parts();
  wanted[0].words = "Khác hẳn";
  wanted[0].share = 50;
  wanted[1].share = 30;
  wanted.push_back(part("In ấn", 20, unit.id));
  split(head, wanted);
  ASSERT_EQ(parts().size(), 3u);
  EXPECT_EQ(parts()[0].words, "Dự thảo");
  EXPECT_EQ(parts()[0].share, 50);
  EXPECT_EQ(parts()[0].state, SubTaskState::reported);
  EXPECT_EQ(key_of_error([&] { split(head, {part("Tất cả", 100, unit.id)}); }), "sub_task_not_open");
}

TEST_F(SubTasks, AreSplitByTheHeadOfTheUnitThatLeadsOrWhoDirects) {
  const auto wanted = std::vector{part("Tất cả", 100, unit.id)};
  EXPECT_EQ(key_of_error([&] { split(officer, wanted); }), "not_yours_to_do");
  EXPECT_EQ(key_of_error([&] { split(planner, wanted); }), "not_yours_to_do");
  EXPECT_EQ(key_of_error([&] { split(leader, wanted); }), "");
  EXPECT_EQ(key_of_error([&] { split(head, {part("Tất cả", 90, unit.id)}); }), "sub_task_shares");
  EXPECT_EQ(key_of_error([&] { split(head, {part("Tất cả", 100, other_unit.id, officer.user)}); }), "executor_of_other_unit");
  EXPECT_EQ(key_of_error([&] { split_task(store, head, task, 1, wanted, now); }), "stale_version");
}

TEST_F(SubTasks, WaitForWhoeverDoesThemAndWhoeverClosesThem) {
  split_in_two();
  EXPECT_THAT(waited(officer), ElementsAre("do_sub_task Dự thảo"));
  EXPECT_THAT(waited(colleague), IsEmpty());
  EXPECT_THAT(waited(planner), ElementsAre("do_sub_task Lấy ý kiến"));
  move(officer, 0, SubTaskMove::report);
  EXPECT_THAT(waited(officer), ElementsAre("own_sub_task Dự thảo"));
  EXPECT_THAT(waited(head), ElementsAre("close_sub_task Dự thảo"));
}

TEST_F(SubTasks, GoAlongWhenSomebodyHandsTheirWorkOver) {
  split_in_two();
  EXPECT_EQ(hand_over(store, head, officer.user, colleague.user, "Nghỉ phép", now), 1);
  EXPECT_EQ(parts()[0].executor, colleague.user);
  EXPECT_EQ(store.read().work_entries(agency.id, task).back().words, "Bàn giao 1 phần việc cho Vũ Lan");
}

TEST_F(SubTasks, AreToldInTheHistoryOfTheTask) {
  split_in_two();
  move(officer, 0, SubTaskMove::report, "Đã trình");
  std::vector<std::string> told;
  for (const auto& entry : store.read().work_entries(agency.id, task)) told.push_back(entry.words);
  EXPECT_THAT(told, ElementsAre("Chia thành 2 phần.", "Báo cáo xong phần: Dự thảo. Đã trình"));
}

}  // namespace
}  // namespace tiendo::actions
