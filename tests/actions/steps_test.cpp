#include "actions/steps.h"

#include <algorithm>
#include <fstream>
#include <map>

#include <gmock/gmock.h>

#include "actions/confirm_intake.h"
#include "actions/create_intake.h"
#include "actions/life.h"
#include "actions/move_work.h"
#include "store/key_of_error.h"
#include "store/steps.h"

namespace tiendo::actions {
namespace {

using domain::DeliverableKind;
using testing::ElementsAre;

struct Steps : Life, testing::Test {
  Date today = local_date(august());

  domain::Work work(int at = 0) const { return store.read().work(agency.id, tasks[static_cast<std::size_t>(at)].id); }
  TaskSteps steps(int at = 0) const {
    const auto reader = store.read();
    return steps_of(reader, reader.task(agency.id, tasks[static_cast<std::size_t>(at)].id));
  }
  domain::Work finish(std::string key, std::optional<int> percent = {}, const domain::Actor* who = nullptr, int part = 0, int at = 0) {
    return finish_step(store, who ? *who : head, tasks[static_cast<std::size_t>(at)].id, work(at).version,
                       {std::move(key), part, today, percent, {}}, august());
  }
};

TEST_F(Steps, OfAPlanStandReadyByItsWords) {
  const auto all = steps();
  EXPECT_EQ(all.kind, DeliverableKind::plan);
  EXPECT_TRUE(all.is_told);
  std::vector<std::string> names;
  for (const auto& step : all.steps) names.push_back(step.name);
  EXPECT_THAT(names, ElementsAre("Dự thảo", "Lấy ý kiến", "Trình", "Ban hành"));
  EXPECT_TRUE(all.done.empty());
}

TEST_F(Steps, MoveThePercentByTheirShareAndSaySoInTheProgress) {
  EXPECT_EQ(finish("draft").percent, 40);
  EXPECT_EQ(finish("opinions").percent, 65);
  EXPECT_EQ(work().state, domain::WorkState::in_progress);
  const auto entries = store.read().work_entries(agency.id, tasks[0].id);
  ASSERT_EQ(entries.size(), 2);
  EXPECT_EQ(entries[1].words, "Xong bước: Lấy ý kiến.");
  EXPECT_EQ(entries[1].percent, 65);
  const auto done = steps().done;
  ASSERT_EQ(done.size(), 2);
  EXPECT_EQ(done[1].key, "opinions");
  EXPECT_EQ(done[1].done_on, today);
  EXPECT_EQ(done[1].by.name, "Phan Văn Hiếu");
}

TEST_F(Steps, MoveThePercentToWhatTheUserSays) {
  EXPECT_EQ(finish("draft", 10).percent, 10);
  EXPECT_EQ(finish("opinions").percent, 35) << "on from there";
  EXPECT_EQ(finish("issue", 100).percent, 100);
  EXPECT_EQ(finish("submission").percent, 100) << "never beyond the whole";
}

TEST_F(Steps, AreTakenBackWithWhatTheyMoved) {
  finish("draft");
  finish("opinions", 90);
  const auto back = reopen_step(store, head, tasks[0].id, work().version, "opinions", 0, august());
  EXPECT_EQ(back.percent, 40);
  EXPECT_EQ(steps().done.size(), 1);
  EXPECT_EQ(store.read().work_entries(agency.id, tasks[0].id).back().words, "Bỏ đánh dấu bước: Lấy ý kiến.");
  EXPECT_EQ(key_of_error([&] { reopen_step(store, head, tasks[0].id, work().version, "opinions", 0, august()); }), "step_not_found");
}

TEST_F(Steps, AreDoneOnceByWhoeverCarriesTheWorkOut) {
  finish("draft");
  EXPECT_EQ(key_of_error([&] { finish("draft"); }), "step_done");
  EXPECT_EQ(key_of_error([&] { finish("meeting"); }), "step_not_found") << "a plan has none";
  EXPECT_EQ(key_of_error([&] { finish("opinions", {}, &other_leader); }), "not_yours_to_do");
  EXPECT_EQ(key_of_error([&] { finish_step(store, head, tasks[0].id, 1, {"opinions", 0, today, {}, {}}, august()); }), "stale_version");
  const Date tomorrow(std::chrono::sys_days(today) + std::chrono::days(1));
  EXPECT_EQ(key_of_error([&] {
              finish_step(store, head, tasks[0].id, work().version, {"opinions", 0, tomorrow, {}, {}}, august());
            }),
            "bad_field");
  EXPECT_EQ(steps().done.size(), 1) << "what was refused left nothing";
  EXPECT_EQ(work().percent, 40);
}

TEST_F(Steps, AreNotMarkedOnWorkThatIsOver) {
  move_work(store, office, tasks[0].id, work().version, domain::WorkMove::stop, "Không còn phù hợp", august());
  EXPECT_EQ(key_of_error([&] { finish("draft"); }), "work_is_over");
  EXPECT_TRUE(steps().done.empty());
  EXPECT_EQ(key_of_error([&] { say_kind(store, head, tasks[0].id, {false, DeliverableKind::report}, august()); }), "work_is_over");
}

TEST_F(Steps, FollowTheKindThatSomebodySays) {
  const auto say = [&](const domain::Actor& who, KindWish wish) { say_kind(store, who, tasks[0].id, wish, august()); };
  EXPECT_EQ(key_of_error([&] { say(other_leader, {false, DeliverableKind::decision}); }), "not_yours_to_do");
  say(head, {false, DeliverableKind::decision});
  EXPECT_EQ(steps().kind, DeliverableKind::decision);
  EXPECT_FALSE(steps().is_told);
  EXPECT_EQ(steps().steps.size(), 5);
  say(head, {false, std::nullopt});
  EXPECT_EQ(steps().kind, std::nullopt) << "none, whatever its words say";
  EXPECT_TRUE(steps().steps.empty());
  say(office, {true, std::nullopt});
  EXPECT_EQ(steps().kind, DeliverableKind::plan);
  EXPECT_TRUE(steps().is_told);
}

TEST_F(Steps, AreTheAgencysToChangeAndWhatWasDoneStaysDone) {
  finish("draft");
  auto series = store::step_series(store.read(), agency.id, DeliverableKind::plan);
  series.steps = {{"draft", "Soạn thảo", 50}, {"", "Họp góp ý", 30}, {"issue", "Ban hành", 20}};
  const auto saved = save_steps(store, office, series, august());
  EXPECT_FALSE(saved.steps[1].key.empty());
  const auto all = steps();
  ASSERT_EQ(all.steps.size(), 3);
  EXPECT_EQ(all.steps[0].name, "Soạn thảo");
  EXPECT_EQ(all.done.at(0).key, all.steps[0].key);
  EXPECT_EQ(work().percent, 40) << "what was moved stays moved";
  EXPECT_EQ(finish(saved.steps[1].key).percent, 70);
  EXPECT_EQ(key_of_error([&] { save_steps(store, office, series, august()); }), "stale_version");
  series.version = saved.version;
  series.steps[0].share = 49;
  EXPECT_EQ(key_of_error([&] { save_steps(store, office, series, august()); }), "steps_shares");
  EXPECT_EQ(store::step_series(store.read(), agency.id, DeliverableKind::report).steps, domain::usual_steps(DeliverableKind::report))
      << "the others stay";
}

// The 176 tasks of the reference annex, as they are read from its file.
std::vector<domain::Task> reference_tasks(store::Office& office) {
  std::ifstream file(TIENDO_SOURCE_DIR "/../shared/annexes/quang-ngai-2025-h2.txt", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (bytes.empty()) return {};
  const auto intake = create_intake(office.store, office.clerk, bytes, "phu-luc.txt", noon());
  const auto programme = confirm_intake(office.store, office.clerk, intake.id, intake.version, noon());
  (void)programme;
  return office.store.read().tasks_of_intake(office.agency.id, intake.id);
}

class TheReferenceAnnex : public testing::Test {
 protected:
  void SetUp() override {
    tasks = reference_tasks(office);
    if (tasks.empty()) GTEST_SKIP() << "the reference annex is not here: ../shared/annexes/quang-ngai-2025-h2.txt";
  }
  store::Office office;
  std::vector<domain::Task> tasks;
};

TEST_F(TheReferenceAnnex, TellsTheKindOfMostOfIts176Tasks) {
  ASSERT_EQ(tasks.size(), 176u);
  std::map<std::string, int> kinds;
  for (const auto& task : tasks) {
    const auto kind = domain::kind_told(task.title, task.deliverable);
    ++kinds[kind ? name_of(*kind) : "not told"];
  }
  EXPECT_EQ(kinds, (std::map<std::string, int>{{"plan", 23},
                                               {"report", 25},
                                               {"bulletin", 22},
                                               {"decision", 21},
                                               {"meeting", 21},
                                               {"document", 18},
                                               {"training", 13},
                                               {"inspection", 8},
                                               {"not told", 25}}))
      << "maintenance, purchases, counted production and testing have no steps of a document";
}

TEST_F(TheReferenceAnnex, Holds25StepsOfTheWaysOfRdTasks) {
  std::map<std::string, int> steps;
  int all = 0;
  for (const auto& task : tasks) {
    const std::string step(domain::research_step_told(task.title));
    if (step.empty()) continue;
    ++steps[step], ++all;
    std::cout << "[   step   ] " << step << ": " << task.title << '\n';
  }
  EXPECT_EQ(all, 25);
  EXPECT_EQ(steps, (std::map<std::string, int>{{"call", 2},
                                               {"council", 3},
                                               {"list", 2},
                                               {"selection", 9},
                                               {"appraisal", 2},
                                               {"approval", 3},
                                               {"checks", 3},
                                               {"acceptance", 1}}));
}

}  // namespace
}  // namespace tiendo::actions
