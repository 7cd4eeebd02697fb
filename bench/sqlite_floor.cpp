// A floor: the query of one request through the raw SQLite C API in a loop, on one thread. Prints queries a second, p50 and p99.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include <sqlite3.h>

namespace {

constexpr const char* list =
    "select id, programme_id, position, section, quarter, month, number, title, lead, coordinating, deliverable, directing_leader, note, "
    "due, extra, lead_units, coordinating_units, directing_leaders, labels, due_from, due_to, version from tasks "
    "where agency_id = ?1 and due_key < ?2 order by due_key, id limit 50";
constexpr const char* task =
    "select id, programme_id, position, section, quarter, month, number, title, lead, coordinating, deliverable, directing_leader, note, "
    "due, extra, lead_units, coordinating_units, directing_leaders, labels, due_from, due_to, version from tasks where agency_id = ?1 and "
    "id = ?2";

constexpr const char* commit = "insert into floor (words) values (?1 || ?2) returning length(words)";
constexpr const char* reading = "pragma mmap_size = 268435456; pragma query_only = on";
constexpr const char* writing = "pragma synchronous = full; create table if not exists floor (words text)";

using Clock = std::chrono::steady_clock;

std::size_t read_all(sqlite3_stmt* statement) {
  std::size_t bytes = 0;
  while (sqlite3_step(statement) == SQLITE_ROW)
    for (int column = 0; column < sqlite3_column_count(statement); ++column)
      if (sqlite3_column_text(statement, column)) bytes += static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
  sqlite3_reset(statement);
  return bytes;
}

}  // namespace

// sqlite_floor DATABASE list|task AGENCY DAY|TASK SECONDS, or DATABASE commit 0 0 SECONDS: one small row in a transaction of its own
int main(int argc, char** argv) {
  if (argc != 6) return 2;
  sqlite3* connection = nullptr;
  sqlite3_stmt* statement = nullptr;
  const bool is_list = std::string_view(argv[2]) == "list", is_commit = std::string_view(argv[2]) == "commit";
  if (sqlite3_open_v2(argv[1], &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK ||
      sqlite3_exec(connection, is_commit ? writing : reading, nullptr, nullptr, nullptr) != SQLITE_OK ||
      sqlite3_prepare_v2(connection,
                         is_commit ? commit
                         : is_list ? list
                                   : task,
                         -1, &statement, nullptr) != SQLITE_OK) {
    std::fprintf(stderr, "%s\n", sqlite3_errmsg(connection));
    return 1;
  }
  sqlite3_bind_int64(statement, 1, std::atoll(argv[3]));
  if (is_list)
    sqlite3_bind_text(statement, 2, argv[4], -1, SQLITE_STATIC);
  else
    sqlite3_bind_int64(statement, 2, std::atoll(argv[4]));

  std::vector<double> micros;
  std::size_t bytes = 0;
  const auto begun = Clock::now(), end = begun + std::chrono::seconds(std::atoi(argv[5]));
  for (auto now = begun; now < end;) {
    bytes += read_all(statement);
    const auto then = now;
    now = Clock::now();
    micros.push_back(std::chrono::duration<double, std::micro>(now - then).count());
  }
  std::ranges::sort(micros);
  if (bytes == 0) return 1;  // a floor that reads nothing says nothing
  std::printf("%.0f %.3f %.3f\n", static_cast<double>(micros.size()) / std::chrono::duration<double>(Clock::now() - begun).count(),
              micros[micros.size() / 2] / 1000, micros[micros.size() * 99 / 100] / 1000);
}
