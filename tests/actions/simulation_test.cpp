// Half a year of an agency's work, played and told month by month. The expected tellings are in tests/fixtures/simulation; after a change
// of the rules, `./dev accept` writes them anew, and the difference is read before it is kept.
#include "actions/simulation.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "actions/period_report.h"
#include "store/figures.h"

namespace tiendo::actions {
namespace {

using domain::Tally;
using domain::TaskId;
using domain::UnitId;

const std::string fixtures = std::string(TIENDO_SOURCE_DIR) + "/tests/fixtures/simulation/";

std::string file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Instant after_month(unsigned month) {
  const Date last = std::chrono::year{2025} / std::chrono::month{month} / std::chrono::last;
  return Instant(std::chrono::sys_days(last) + std::chrono::days(1) - local_offset) + std::chrono::hours(1);
}

// What a month came to, as its report says it.
class Telling {
 public:
  // A document that is not ours is told in numbers alone.
  Telling(const Simulation& simulation, bool in_words) : simulation_(simulation), in_words_(in_words) {}

  std::string month(unsigned month) const {
    const auto report = period_report(simulation_.store.read(), simulation_.agency.id, {},
                                      {.kind = domain::ReportKind::month, .year = 2025, .number = static_cast<int>(month)},
                                      {.cut_off_day = 31}, after_month(month));
    std::string text = fmt::format("Tháng {}\n", month);
    text += line("Toàn cơ quan", report.tally);
    int place = 0;
    for (const auto& unit : report.units) text += line(in_words_ ? unit.name : fmt::format("Đơn vị {}", ++place), unit.tally);
    text += fmt::format("  Hoàn thành trên đã đến hạn: {}\n", reports::share_in_words(completed_over_fallen_due(report.tally)));
    text += fmt::format("  Đúng hạn trên đã hoàn thành: {}\n", reports::share_in_words(on_time_over_completed(report.tally)));
    text += list("Hoàn thành trong tháng", report.completed) + list("Quá hạn", report.overdue) + list("Đến hạn tháng sau", report.coming);
    return text + "\n";
  }

  std::string end() const {
    std::string text = "Cả kỳ\n";
    for (const auto& [kind, times] : simulation_.deeds().kinds) text += fmt::format("  {}: {}\n", kind, times);
    return text + fmt::format("  tất cả: {} việc làm của {} người\n", simulation_.deeds().all, simulation_.people().size());
  }

 private:
  static std::string line(const std::string& name, const Tally& tally) {
    return fmt::format("  {}: được giao {}; hoàn thành đúng hạn {}, quá hạn {}; đang làm trong hạn {}, quá hạn {}\n", name,
                       tally.assigned(), tally.completed_on_time, tally.completed_late, tally.under_way_in_time, tally.under_way_overdue);
  }

  std::string list(const char* name, const std::vector<reports::ReportedTask>& tasks) const {
    if (!in_words_) return fmt::format("  {}: {}\n", name, tasks.size());
    std::string text = fmt::format("  {} ({}):", name, tasks.size());
    for (const auto& task : tasks) text += fmt::format(" {}", task.number);
    return text + "\n";
  }

  const Simulation& simulation_;
  bool in_words_;
};

struct Played {
  Simulation simulation;
  Telling telling;
  std::map<unsigned, std::string> months;
  std::map<TaskId, std::optional<Date>> first_deadlines;

  Played(const std::string& document, bool in_words) : simulation(document), telling(simulation, in_words) {
    for (const auto& at : work()) first_deadlines[at.task.id] = at.work.first_due_on;
    simulation.play([&](unsigned month) { months[month] = telling.month(month); });
  }

  std::vector<store::TaskAtWork> work() const {
    auto all = simulation.store.read().tasks_at_work(simulation.agency.id, {.programme = simulation.issued(), .limit = -1});
    return all;
  }

  std::string all() const {
    std::string text;
    for (const auto& [month, told] : months) text += told;
    return text + telling.end();
  }
};

// Ids carry the time at which they were made and never run backwards in one process.
bool is_late_for_july() {
  return made_at(next_id(store::noon())) > store::noon() + std::chrono::hours(1);
}

void expect_as_written(const std::string& name, const std::string& told) {
  const std::string path = fixtures + name;
  if (std::getenv("TIENDO_ACCEPT")) std::ofstream(path, std::ios::binary) << told;
  EXPECT_EQ(told, file(path)) << "./dev accept where the rules have changed, and read the difference";
}

void expect_nothing_lost(const Played& played) {
  const auto reader = played.simulation.store.read();
  for (const auto& at : played.work()) {
    const auto said = played.simulation.deeds().entries.find(at.task.id);
    const auto entries = reader.work_entries(at.task.agency, at.task.id);
    EXPECT_EQ(entries.size(), said == played.simulation.deeds().entries.end() ? 0u : static_cast<std::size_t>(said->second))
        << at.task.number;
    const auto proved = played.simulation.deeds().evidence.find(at.task.id);
    EXPECT_EQ(reader.evidence(at.task.agency, at.task.id).size(),
              proved == played.simulation.deeds().evidence.end() ? 0u : static_cast<std::size_t>(proved->second));
  }
}

void expect_the_same_later(const Played& played) {
  for (const auto& [month, told] : played.months) EXPECT_EQ(played.telling.month(month), told) << "asked again in December";
}

void expect_first_deadlines_kept(const Played& played) {
  int extended = 0;
  for (const auto& at : played.work()) {
    EXPECT_EQ(at.work.first_due_on, played.first_deadlines.at(at.task.id)) << at.task.number;
    extended += at.work.extensions > 0;
  }
  EXPECT_GT(extended, 0);
}

void expect_counts_as_from_scratch(const Played& played) {
  const Instant end = after_month(12);
  std::map<std::string, Tally> scratch, kept;
  for (const auto& at : played.work()) {
    const auto one = domain::tally_of(at.work.state, domain::timing(at.work, end, {}));
    for (const UnitId unit : at.task.lead_units) scratch[std::to_string(unit.value())] += one;
  }
  const store::Figure by_unit{.by = store::Grouping::unit, .programme = played.simulation.issued()};
  for (const auto& row : store::due_counts(played.simulation.store.read(), played.simulation.agency.id, by_unit))
    kept[row.member] += domain::tally_of_day(row.due_on, row.open, row.on_time, row.late, end, {});
  EXPECT_EQ(scratch.size(), kept.size());
  for (const auto& [unit, tally] : scratch) {
    EXPECT_EQ(tally.completed_on_time, kept[unit].completed_on_time) << unit;
    EXPECT_EQ(tally.completed_late, kept[unit].completed_late) << unit;
    EXPECT_EQ(tally.under_way_in_time, kept[unit].under_way_in_time) << unit;
    EXPECT_EQ(tally.under_way_overdue, kept[unit].under_way_overdue) << unit;
  }
}

void expect_silence_counted(const Played& played) {
  int silent = 0;
  for (const auto& at : played.work()) {
    if (at.task.lead_units.front() != played.simulation.silent_unit()) continue;
    ++silent;
    EXPECT_EQ(at.work.state, domain::WorkState::assigned) << at.task.number;
    EXPECT_FALSE(at.work.heard_at) << at.task.number;
  }
  EXPECT_GT(silent, 0);
}

void expect_as_it_should_be(const Played& played, const std::string& expected) {
  expect_as_written(expected, played.all());
  expect_nothing_lost(played);
  expect_the_same_later(played);
  expect_first_deadlines_kept(played);
  expect_counts_as_from_scratch(played);
  expect_silence_counted(played);
}

TEST(Simulation, OfTheInventedProgrammeIsToldAsWritten) {
  if (is_late_for_july()) GTEST_SKIP() << "another test has played later days in this process; run this one alone";
  const Played played(file(std::string(TIENDO_SOURCE_DIR) + "/samples/chuong-trinh-6-thang-cuoi-nam.txt"), true);
  expect_as_it_should_be(played, "chuong-trinh-6-thang-cuoi-nam.txt");
}

TEST(Simulation, OfTheReferenceAnnexIsToldAsWritten) {
  const auto annex = file(std::string(TIENDO_SOURCE_DIR) + "/../shared/annexes/quang-ngai-2025-h2.txt");
  if (annex.empty()) GTEST_SKIP() << "the reference annex is not here";
  if (is_late_for_july()) GTEST_SKIP() << "another test has played later days in this process; run this one alone";
  const Played played(annex, false);
  EXPECT_EQ(played.simulation.people().size(), 40u);
  expect_as_it_should_be(played, "phu-luc-tham-chieu.txt");
  std::cout << "[ simulation ] " << played.simulation.deeds().all << " deeds, " << played.simulation.leads_chosen()
            << " tasks without one lead\n";
}

}  // namespace
}  // namespace tiendo::actions
