// The life of programmes: two versions of 2,000 tasks side by side; 100,000 tasks of 20 agencies carried over into the next year.
#include <filesystem>
#include <random>

#include <benchmark/benchmark.h>

#include "actions/generate_agencies.h"
#include "actions/next_programme.h"
#include "actions/operator.h"
#include "intake/match_tasks.h"
#include "reports/programme_json.h"
#include "store/store.h"

namespace tiendo {
namespace {

namespace fs = std::filesystem;

constexpr Instant new_year = std::chrono::sys_days{std::chrono::year{2026} / 12 / 15};

fs::path folder() {
  const char* named = std::getenv("TIENDO_BENCH_FOLDER");
  const fs::path path = named ? named : "/tmp/tiendo-bench";
  fs::create_directories(path);
  return path;
}

// As kept: JSON of 2,000 tasks; the later one drops, moves, rewrites and renumbers some of them.
reports::ProgrammeFile version_of(int tasks) {
  reports::ProgrammeFile file;
  file.programme.title = "Chương trình công tác";
  for (int row = 0; row < tasks; ++row) {
    domain::Task task;
    task.id = domain::TaskId::make(new_year);
    task.position = row;
    task.section = "I";
    task.month = 1 + row % 12;
    task.number = std::to_string(row + 1);
    task.title = "Tham mưu triển khai nhiệm vụ số " + std::to_string(row) + " theo Kế hoạch của Ủy ban nhân dân tỉnh về chuyển đổi số";
    task.lead = "Phòng " + std::to_string(row % 9);
    task.deliverable = "Báo cáo";
    file.tasks.push_back(std::move(task));
  }
  return file;
}

reports::ProgrammeFile later(reports::ProgrammeFile file) {
  std::mt19937 chance(7);
  std::erase_if(file.tasks, [&](const auto&) { return chance() % 50 == 0; });
  int number = 0;
  for (auto& task : file.tasks) {
    task.number = std::to_string(++number);
    if (chance() % 20 == 0) task.month = 1 + static_cast<int>(chance() % 12);
    if (chance() % 20 == 0) task.title += " giai đoạn 2026-2030";
  }
  return file;
}

void compare_versions(benchmark::State& state) {
  const auto first = version_of(static_cast<int>(state.range(0)));
  const auto before = reports::programme_as_json(first), after = reports::programme_as_json(later(first));
  for (auto _ : state) {
    const auto old = reports::programme_from_json(before), now = reports::programme_from_json(after);
    benchmark::DoNotOptimize(intake::match_tasks(old.tasks, now.tasks, intake::EmptyColumn::says_empty));
  }
}
BENCHMARK(compare_versions)->Arg(2000)->Unit(benchmark::kMillisecond);

void carry_over(benchmark::State& state) {
  const auto kept = folder() / ("carry-" + std::to_string(state.range(0)) + ".db"), copy = folder() / "carry.db";
  if (!fs::exists(kept)) {
    store::Store store(kept);
    actions::generate_agencies(store, 20, state.range(0), "thu-nghiem-tien-do");
  }
  for (auto _ : state) {
    state.PauseTiming();
    fs::copy_file(kept, copy, fs::copy_options::overwrite_existing);
    store::Store store(copy);
    const auto agencies = store.read().agencies();
    state.ResumeTiming();
    std::int64_t made = 0;
    for (const auto& agency : agencies) {
      for (const auto& programme : store.read().programmes(agency.id)) {
        const auto next = actions::make_next(store, actions::the_operator(agency.id), programme.id,
                                             {"Chương trình công tác năm sau", programme.year.value_or(2026) + 1, "", {}}, new_year);
        made += next.carried + next.repeated;
      }
    }
    state.counters["tasks"] = static_cast<double>(made);
  }
  fs::remove(copy);
}
BENCHMARK(carry_over)->Arg(100000)->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace
}  // namespace tiendo
