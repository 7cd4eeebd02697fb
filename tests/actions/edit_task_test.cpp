#include "actions/edit_task.h"

#include <thread>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "store/key_of_error.h"
#include "store/office.h"

namespace tiendo::actions {
namespace {

using store::noon;
using store::Office;

TEST(EditTask, ChangesWhatIsNamedAndLeavesTheRest) {
  Office office;
  auto task = office.task("Kế hoạch cũ");
  task.note = "Ghi chú";
  office.add(std::vector{task});
  TaskEdit edit;
  edit.texts = {{"title", "  Kế hoạch   mới "}};
  const auto edited = edit_task(office.store, office.clerk, task.id, 1, edit, noon());
  EXPECT_EQ(edited.title, "Kế hoạch mới");
  EXPECT_EQ(edited.version, 2);
  const auto kept = office.store.read().task(office.agency.id, task.id);
  EXPECT_EQ(kept.title, "Kế hoạch mới");
  EXPECT_EQ(kept.note, "Ghi chú");
  EXPECT_EQ(kept.version, 2);
}

TEST(EditTask, UnderstandsTheUnitsAndTheDeadlineAnew) {
  Office office;
  const auto task = office.add("Kế hoạch");
  TaskEdit edit;
  edit.texts = {{"lead", "Phòng Chuyển đổi số"}, {"due", "Tháng 9"}};
  const auto edited = edit_task(office.store, office.clerk, task.id, 1, edit, noon());
  ASSERT_EQ(edited.lead_units.size(), 1u);
  EXPECT_EQ((*office.store.read().names(office.agency.id)).find_unit(edited.lead_units[0])->name, "Phòng Chuyển đổi số");
  EXPECT_EQ(edited.due_period, domain::Period::month(2025, 9));
}

TEST(EditTask, WritesDownWhatItWasAndWhatItIs) {
  Office office;
  const auto task = office.add("Cũ");
  TaskEdit edit;
  edit.texts = {{"title", "Mới"}};
  edit_task(office.store, office.clerk, task.id, 1, edit, noon());
  const auto event = office.store.read().events_of(office.agency.id, "task", task.id.value()).back();
  EXPECT_EQ(event.kind, "task_edited");
  EXPECT_EQ(event.actor_name, "Lê Thị Sen");
  EXPECT_EQ(boost::json::parse(event.before), boost::json::parse(R"({"title": "Cũ"})"));
  EXPECT_EQ(boost::json::parse(event.after), boost::json::parse(R"({"title": "Mới"})"));
  EXPECT_FALSE(office.store.read().find_broken_event(office.agency.id));
}

TEST(EditTask, RefusesAStaleVersion) {
  Office office;
  const auto task = office.add("Cũ");
  TaskEdit edit;
  edit.texts = {{"title", "Mới"}};
  edit_task(office.store, office.clerk, task.id, 1, edit, noon());
  edit.texts = {{"title", "Mới nữa"}};
  EXPECT_EQ(key_of_error([&] { edit_task(office.store, office.clerk, task.id, 1, edit, noon()); }), "stale_version");
}

TEST(EditTask, RefusesFieldsThatAreNoneAndAnEmptyTitle) {
  Office office;
  const auto task = office.add("Cũ");
  const auto refusal = [&](const TaskEdit& edit) {
    return key_of_error([&] { edit_task(office.store, office.clerk, task.id, 1, edit, noon()); });
  };
  TaskEdit edit;
  edit.texts = {{"position", "1"}};
  EXPECT_EQ(refusal(edit), "bad_field");
  edit.texts = {{"title", "\u00A0"}};
  EXPECT_EQ(refusal(edit), "title_missing");
  edit.texts = {};
  edit.month = 13;
  EXPECT_EQ(refusal(edit), "bad_field");
  edit.month.reset();
  edit.extra = {{"Không có", "x"}};
  EXPECT_EQ(refusal(edit), "bad_field");
  EXPECT_EQ(office.store.read().task(office.agency.id, task.id).version, 1);
}

TEST(EditTask, HidesTheTasksOfAnotherAgency) {
  Office office;
  const auto task = office.add("Việc riêng");
  domain::Actor stranger = office.clerk;
  stranger.agency = domain::AgencyId(office.agency.id.value() + 1);
  EXPECT_EQ(key_of_error([&] { edit_task(office.store, stranger, task.id, 1, {}, noon()); }), "task_not_found");
}

TEST(EditTask, LetsOneOfTwoWritersThroughAndTellsTheOther) {
  Office office;
  const auto task = office.add("Chung");
  std::atomic<int> edited{0}, refused{0};
  const auto write = [&](const std::string& title) {
    TaskEdit edit;
    edit.texts = {{"title", title}};
    const auto refusal = key_of_error([&] { edit_task(office.store, office.clerk, task.id, 1, edit, noon()); });
    (refusal == "stale_version" ? refused : edited) += 1;
    office.store.read().tasks(office.agency.id, {});
  };
  std::thread first(write, "Một"), second(write, "Hai"), third(write, "Ba");
  first.join();
  second.join();
  third.join();
  EXPECT_EQ(edited, 1);
  EXPECT_EQ(refused, 2);
  EXPECT_EQ(office.store.read().task(office.agency.id, task.id).version, 2);
}

}  // namespace
}  // namespace tiendo::actions
