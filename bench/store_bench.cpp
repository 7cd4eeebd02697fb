// The store beside its floor: the same question through the raw SQLite C API in a loop.
// Data: 20 agencies with 100,000 and with 1,000,000 tasks, generated once in TIENDO_BENCH_FOLDER (default /tmp/tiendo-bench).
#include <filesystem>
#include <map>
#include <memory>

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include "actions/generate_agencies.h"
#include "store/search.h"
#include "store/store.h"

namespace tiendo {
namespace {

using store::Store;
using store::TaskFilter;

constexpr Date today{std::chrono::year{2020}, std::chrono::month{6}, std::chrono::day{15}};

Store& store_of(std::int64_t tasks) {
  static std::map<std::int64_t, std::unique_ptr<Store>> stores;
  auto& store = stores[tasks];
  if (store) return *store;
  const char* folder = std::getenv("TIENDO_BENCH_FOLDER");
  const auto path = std::filesystem::path(folder ? folder : "/tmp/tiendo-bench") / ("store-" + std::to_string(tasks) + ".db");
  store = std::make_unique<Store>(path);
  if (store->read().agencies().empty()) actions::generate_agencies(*store, 20, tasks, "thu-nghiem-tien-do");
  return *store;
}

domain::AgencyId agency_in(const Store& store) {
  return store.read().agencies().at(9).id;
}

// A connection and a prepared statement, as plain as they come.
struct Floor {
  sqlite3* connection = nullptr;
  sqlite3_stmt* statement = nullptr;

  Floor(const Store& store, const char* sql) {
    sqlite3_open_v2(store.path().c_str(), &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    sqlite3_exec(connection, "pragma mmap_size = 268435456; pragma query_only = on", nullptr, nullptr, nullptr);
    if (sqlite3_prepare_v2(connection, sql, -1, &statement, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(connection));
  }
  ~Floor() {
    sqlite3_finalize(statement);
    sqlite3_close(connection);
  }
  std::size_t read_all() {
    std::size_t bytes = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      for (int column = 0; column < sqlite3_column_count(statement); ++column) {
        benchmark::DoNotOptimize(sqlite3_column_text(statement, column));
        bytes += static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
      }
    }
    sqlite3_reset(statement);
    return bytes;
  }
};

constexpr const char* all_fields =
    "id, programme_id, position, section, quarter, month, number, title, lead, coordinating, deliverable, directing_leader, note, "
    "due, extra, lead_units, coordinating_units, directing_leaders, labels, due_from, due_to, version";

void list_by_due(benchmark::State& state) {
  const Store& store = store_of(state.range(0));
  const auto agency = agency_in(store);
  TaskFilter filter;
  filter.order = store::TaskOrder::due;
  filter.due_before = today;
  for (auto _ : state) benchmark::DoNotOptimize(store.read().tasks(agency, filter));
}

void list_by_due_floor(benchmark::State& state) {
  const Store& store = store_of(state.range(0));
  const auto agency = agency_in(store);
  const std::string sql =
      std::string("select ") + all_fields + " from tasks where agency_id = ?1 and due_key < ?2 order by due_key, id limit 50";
  Floor floor(store, sql.c_str());
  const std::string day = iso(today);
  sqlite3_bind_int64(floor.statement, 1, agency.value());
  sqlite3_bind_text(floor.statement, 2, day.c_str(), -1, SQLITE_STATIC);
  for (auto _ : state) benchmark::DoNotOptimize(floor.read_all());
}

void one_task(benchmark::State& state) {
  const Store& store = store_of(state.range(0));
  const auto agency = agency_in(store);
  TaskFilter filter;
  filter.limit = 500;
  const auto tasks = store.read().tasks(agency, filter).tasks;
  std::size_t next = 0;
  for (auto _ : state) benchmark::DoNotOptimize(store.read().task(agency, tasks[++next % tasks.size()].id));
}

void one_task_floor(benchmark::State& state) {
  const Store& store = store_of(state.range(0));
  const auto agency = agency_in(store);
  TaskFilter filter;
  filter.limit = 500;
  const auto tasks = store.read().tasks(agency, filter).tasks;
  const std::string sql = std::string("select ") + all_fields + " from tasks where agency_id = ?1 and id = ?2";
  Floor floor(store, sql.c_str());
  std::size_t next = 0;
  for (auto _ : state) {
    sqlite3_bind_int64(floor.statement, 1, agency.value());
    sqlite3_bind_int64(floor.statement, 2, tasks[++next % tasks.size()].id.value());
    benchmark::DoNotOptimize(floor.read_all());
  }
}

constexpr const char* searches[] = {"hoa binh", "thủy xuân", "chuyển đổi số", "ke hoach xay dung 2020", "nghiem thu t", "k", "không có gì"};

void search(benchmark::State& state) {
  const Store& store = store_of(state.range(0));
  const auto agency = agency_in(store);
  TaskFilter filter;
  filter.words = searches[state.range(1)];
  for (auto _ : state) {
    const auto page = store.read().tasks(agency, filter);
    state.counters["hits"] = static_cast<double>(page.total);
  }
  state.SetLabel(filter.words);
}

// The same with nothing remembered: every total is counted.
void search_and_count(benchmark::State& state) {
  const Store& store = store_of(state.range(0));
  const auto agency = agency_in(store);
  TaskFilter filter;
  std::size_t round = 0;
  for (auto _ : state) {
    filter.words = searches[state.range(1)] + std::string(++round % 5000, ' ');
    benchmark::DoNotOptimize(store.read().tasks(agency, filter));
  }
  state.SetLabel(searches[state.range(1)]);
}

void search_in_a_month(benchmark::State& state) {
  const Store& store = store_of(state.range(0));
  const auto agency = agency_in(store);
  TaskFilter filter;
  filter.month = 6;
  std::size_t round = 0;
  for (auto _ : state) {
    filter.words = searches[state.range(1)] + std::string(++round % 5000, ' ');
    benchmark::DoNotOptimize(store.read().tasks(agency, filter));
  }
  state.SetLabel(searches[state.range(1)]);
}

void search_in_a_programme(benchmark::State& state) {
  const Store& store = store_of(state.range(0));
  const auto agency = agency_in(store);
  TaskFilter filter;
  filter.programme = store.read().programmes(agency).front().id;
  std::size_t round = 0;
  for (auto _ : state) {
    filter.words = searches[state.range(1)] + std::string(++round % 5000, ' ');
    benchmark::DoNotOptimize(store.read().tasks(agency, filter));
  }
  state.SetLabel(searches[state.range(1)]);
}

void counts(benchmark::State& state) {
  const Store& store = store_of(state.range(0));
  const auto agency = agency_in(store);
  const auto by = static_cast<store::CountBy>(state.range(1));
  for (auto _ : state) benchmark::DoNotOptimize(store.read().counts(agency, {}, by, today));
}

void counts_floor(benchmark::State& state) {
  const Store& store = store_of(state.range(0));
  const auto agency = agency_in(store);
  Floor floor(store, state.range(1) == 0
                         ? "select unit_id, count(*) from task_units where agency_id = ?1 and role = 'lead' group by unit_id"
                         : "select due_key, count(*) from tasks where agency_id = ?1 group by due_key");
  sqlite3_bind_int64(floor.statement, 1, agency.value());
  for (auto _ : state) benchmark::DoNotOptimize(floor.read_all());
}

constexpr std::int64_t small = 100'000, large = 1'000'000;
constexpr auto unit = static_cast<std::int64_t>(store::CountBy::unit), status = static_cast<std::int64_t>(store::CountBy::status);

BENCHMARK(list_by_due)->Arg(small)->Arg(large)->Unit(benchmark::kMicrosecond);
BENCHMARK(list_by_due_floor)->Arg(small)->Arg(large)->Unit(benchmark::kMicrosecond);
BENCHMARK(one_task)->Arg(small)->Arg(large)->Unit(benchmark::kMicrosecond);
BENCHMARK(one_task_floor)->Arg(small)->Arg(large)->Unit(benchmark::kMicrosecond);
BENCHMARK(search)->ArgsProduct({{small, large}, {0, 1, 2, 3, 4, 5, 6}})->Unit(benchmark::kMicrosecond);
BENCHMARK(search_and_count)->ArgsProduct({{small, large}, {0, 1, 2, 3, 4, 5, 6}})->Unit(benchmark::kMicrosecond);
BENCHMARK(search_in_a_month)->ArgsProduct({{small, large}, {0, 2, 3}})->Unit(benchmark::kMicrosecond);
BENCHMARK(search_in_a_programme)->ArgsProduct({{small, large}, {0, 2, 3}})->Unit(benchmark::kMicrosecond);
BENCHMARK(counts)->ArgsProduct({{small, large}, {unit, status}})->Unit(benchmark::kMicrosecond);
BENCHMARK(counts_floor)->ArgsProduct({{small, large}, {unit, status}})->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace tiendo
