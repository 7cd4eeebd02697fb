// Many at once: one writes, the others read whole moments. Run under the thread sanitizer, too.
#include <thread>

#include <gtest/gtest.h>

#include "store/key_of_error.h"
#include "store/office.h"

namespace tiendo::store {
namespace {

template <class AnyReader>
concept LooksIntoUnheldNames = requires(const AnyReader& reader) {
  reader.names(AgencyId{})->units;
};
static_assert(!LooksIntoUnheldNames<Reader>, "another thread may drop the names that nobody holds");

constexpr int writers = 2, readers = 3, tasks_a_writer = 20;

TEST(Together, ReadersSeeWholeMomentsWhileOthersWrite) {
  Office office;
  std::atomic<bool> is_over{false};
  std::atomic<int> torn{0};
  std::vector<std::thread> threads;
  for (int number = 0; number < readers; ++number) {
    threads.emplace_back([&] {
      std::int64_t last = 0;
      while (!is_over) {
        const auto reader = office.store.read();
        TaskFilter words, month;
        words.words = "nhiem vu";
        month.month = 7;
        const auto all = reader.tasks(office.agency.id, {}).total;
        const auto with_words = reader.tasks(office.agency.id, words).total;
        const auto in_july = reader.tasks(office.agency.id, month).total;
        const auto units = static_cast<std::int64_t>((*reader.names(office.agency.id)).units.size());
        const auto by_month = reader.counts(office.agency.id, {}, CountBy::month, std::chrono::year{2025} / 7 / 1);
        const auto counted = by_month.empty() ? 0 : by_month[0].tasks;
        torn += all != with_words || all != in_july || all != units || all != counted || all < last;
        last = all;
      }
    });
  }
  std::vector<std::thread> writing;
  for (int number = 0; number < writers; ++number) {
    writing.emplace_back([&, number] {
      for (int made = 0; made < tasks_a_writer; ++made) {
        Task task = office.task("Nhiệm vụ " + std::to_string(made), made);
        task.month = 7;
        auto writer = office.store.begin();
        writer.add(office.agency.id, Unit{UnitId::make(noon()), "Phòng " + std::to_string(number * 1000 + made), "", {}, 1});
        writer.add(task, std::nullopt, "{}");
        writer.record(office.clerk, "task_created", "task", task.id.value(), "", "{}", noon());
        writer.commit();
      }
    });
  }
  for (auto& thread : writing) thread.join();
  is_over = true;
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(torn, 0);
  EXPECT_EQ(office.store.read().tasks(office.agency.id, {}).total, writers * tasks_a_writer);
  EXPECT_FALSE(office.store.read().find_broken_event(office.agency.id));
}

TEST(Together, OneOfTwoWritersOfTheSameVersionIsTold) {
  Office office;
  const Task task = office.add("Chung");
  std::atomic<int> saved{0}, refused{0};
  const auto write = [&](const std::string& title) {
    Task changed = task;
    changed.title = title;
    const auto refusal = key_of_error([&] {
      auto writer = office.store.begin();
      writer.save(changed, noon());
      writer.record(office.clerk, "task_edited", "task", task.id.value(), "{}", "{}", noon());
      writer.commit();
    });
    (refusal.empty() ? saved : refused) += 1;
  };
  std::thread first(write, "Một"), second(write, "Hai");
  first.join();
  second.join();
  EXPECT_EQ(saved, 1);
  EXPECT_EQ(refused, 1);
}

}  // namespace
}  // namespace tiendo::store
