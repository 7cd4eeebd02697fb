#include "reports/briefing.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "domain/written_date.h"
#include "reports/period_report.h"
#include "reports/table_draft.h"

namespace tiendo::reports {
namespace {

using formats::Align;
using formats::PageBreak;
using formats::Sheet;

constexpr double letters = 11, title_letters = 13;
constexpr std::array state_names{"Quá hạn", "Đang thực hiện", "Hoàn thành trong kỳ", "Hoàn thành từ các kỳ trước"};

void write_title(Sheet& sheet, const std::string& title, const std::string& more) {
  sheet.blocks.push_back(line(title, Align::centre, true, false, title_letters));
  sheet.blocks.push_back(line(more, Align::centre, false, true, letters));
  sheet.blocks.push_back(line("", Align::left));
}

std::string days_of(const domain::Period& period) {
  return fmt::format("từ ngày {} đến hết ngày {}", vietnamese(period.first_day()), vietnamese(period.last_day()));
}

std::vector<std::string> row_of(const std::string& number, const std::string& name, const domain::Tally& tally) {
  const auto share = domain::completed_over_fallen_due(tally);
  return {number,
          name,
          std::to_string(tally.assigned()),
          std::to_string(tally.completed_on_time),
          std::to_string(tally.completed_late),
          std::to_string(tally.under_way_in_time),
          std::to_string(tally.under_way_overdue),
          std::to_string(tally.completed_without_deadline + tally.under_way_without_deadline),
          share_in_words(share)};
}

void write_summary(Sheet& sheet, const Briefing& briefing) {
  write_title(sheet, "Tổng hợp tình hình thực hiện nhiệm vụ " + name_in_words(briefing.report),
              briefing.agency + ", " + days_of(briefing.counted));
  TableDraft table({{"STT", 10, Align::centre},
                    {"Đơn vị, loại sản phẩm", 80},
                    {"Được giao", 20, Align::right, true},
                    {"Hoàn thành đúng hạn", 22, Align::right, true},
                    {"Hoàn thành quá hạn", 22, Align::right, true},
                    {"Đang làm trong hạn", 22, Align::right, true},
                    {"Đang làm quá hạn", 22, Align::right, true},
                    {"Trong đó không có hạn", 22, Align::right, true},
                    {"Hoàn thành trên đến hạn", 42, Align::right}},
                   letters);
  int number = 0;
  for (const auto& unit : briefing.units) {
    table.add_row(row_of(std::to_string(++number), unit.name, unit.tally), true);
    for (const auto& [kind, tally] : unit.by_kind) table.add_row(row_of("", "    " + kind, tally));
  }
  table.add_row(row_of("", "Toàn cơ quan", briefing.tally), true);
  sheet.blocks.push_back(table.take(sheet.page.text_width()));
  sheet.blocks.push_back(
      line("Nhiệm vụ của nhiều đơn vị được tính ở từng đơn vị, và một lần ở dòng toàn cơ quan.", Align::left, false, true, letters));
}

std::vector<TableDraft::Column> task_columns(bool has_lead) {
  std::vector<TableDraft::Column> columns{{"STT", 10, Align::centre}, {"Số", 12, Align::centre}, {"Nhiệm vụ", 75}};
  if (has_lead) columns.push_back({"Chủ trì", 32});
  for (const auto& [name, width] : {std::pair("Sản phẩm", 25), {"Lãnh đạo chỉ đạo", 25}, {"Người thực hiện", 25}})
    columns.push_back({name, static_cast<double>(width)});
  columns.push_back({"Thời hạn", 24, Align::centre});
  columns.push_back({"%", 10, Align::right, true});
  columns.push_back({"Tình hình, vướng mắc", 60});
  return columns;
}

std::string said_of(const BriefedTask& task) {
  std::string said = task.words;
  const auto add = [&](const char* name, const std::string& words) {
    if (!words.empty()) said += (said.empty() ? "" : "\n") + std::string(name) + words;
  };
  add("Vướng mắc: ", task.difficulties);
  add("Kiến nghị: ", task.requests);
  if (task.is_late) add("", "Hoàn thành quá hạn");
  return said;
}

// "14/1/2015" is written of 14 January 2015, and nothing beside it.
bool is_written(Date day, std::string_view text) {
  const auto in = domain::tokens(text);
  const auto written = domain::date_at(in, 0);
  return written && written->length == in.size() && written->date(static_cast<int>(day.year())) == day;
}

// The deadline as written stands above the day that it means, where that says more.
std::string due_words(const BriefedTask& task) {
  const std::string day = task.due_on ? vietnamese(*task.due_on) : "không hạn";
  const bool says_more = !task.deadline.empty() && !(task.due_on && is_written(*task.due_on, task.deadline));
  return says_more ? task.deadline + "\n(" + day + ")" : day;
}

void add_task(TableDraft& table, int number, const BriefedTask& task, const std::string* lead) {
  std::vector<std::string> row{std::to_string(number), task.number, task.title};
  if (lead) row.push_back(*lead);
  for (const auto& cell : {task.deliverable, task.leader, task.executor, due_words(task), std::to_string(task.percent), said_of(task)})
    row.push_back(cell);
  table.add_row(row);
}

void write_unit(Sheet& sheet, const Briefing& briefing, const BriefedUnit& unit) {
  sheet.blocks.push_back(PageBreak{unit.name});
  write_title(sheet, unit.name, name_in_words(briefing.report) + ", " + days_of(briefing.counted));
  TableDraft table(task_columns(false), letters);
  int number = 0;
  for (std::size_t state = 0; state < state_names.size(); ++state) {
    const auto count = std::ranges::count(unit.tasks, static_cast<BriefedState>(state), &BriefedTask::state);
    if (count == 0) continue;
    table.add_heading(fmt::format("{}: {} nhiệm vụ", state_names[state], count));
    for (const auto& task : unit.tasks)
      if (task.state == static_cast<BriefedState>(state)) add_task(table, ++number, task, nullptr);
  }
  sheet.blocks.push_back(table.take(sheet.page.text_width()));
}

void write_coming(Sheet& sheet, const Briefing& briefing) {
  write_title(sheet, "Nhiệm vụ kỳ tới", briefing.agency + ", " + days_of(briefing.next));
  TableDraft table(task_columns(true), letters);
  int number = 0;
  for (const bool is_overdue : {false, true}) {
    const auto is_here = [&](const Briefing::Coming& one) { return (one.task.state == BriefedState::overdue) == is_overdue; };
    const auto count = std::ranges::count_if(briefing.coming, is_here);
    if (count == 0) continue;
    table.add_heading(fmt::format("{}: {} nhiệm vụ", is_overdue ? "Quá hạn chuyển sang" : "Đến hạn trong kỳ", count));
    for (const auto& one : briefing.coming)
      if (is_here(one)) add_task(table, ++number, one.task, &one.lead);
  }
  if (number == 0) table.add_heading("Không có nhiệm vụ đến hạn.");
  sheet.blocks.push_back(table.take(sheet.page.text_width()));
}

Sheet blank(const Briefing& briefing, std::string title) {
  Sheet sheet;
  sheet.title = std::move(title);
  sheet.author = briefing.agency;
  sheet.size = letters;
  std::swap(sheet.page.width, sheet.page.height);
  return sheet;
}

}  // namespace

Sheet briefing_sheet(const Briefing& briefing) {
  Sheet sheet = blank(briefing, "Giao ban " + name_in_words(briefing.report));
  sheet.worksheet = "Tổng hợp";
  write_summary(sheet, briefing);
  for (const auto& unit : briefing.units) write_unit(sheet, briefing, unit);
  sheet.blocks.push_back(PageBreak{"Kỳ tới"});
  write_coming(sheet, briefing);
  return sheet;
}

Sheet coming_sheet(const Briefing& briefing) {
  Sheet sheet = blank(briefing, "Nhiệm vụ kỳ tới");
  sheet.worksheet = "Kỳ tới";
  write_coming(sheet, briefing);
  return sheet;
}

}  // namespace tiendo::reports
