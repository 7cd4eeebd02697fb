// Declared and found counts, and the chain of printed numbers.
#include <algorithm>

#include "base/text.h"
#include "domain/tokens.h"
#include "intake/checks/desk.h"

namespace tiendo::intake::checks {
namespace {

std::size_t tasks_in_section(const Intake& intake, std::string_view id) {
  return static_cast<std::size_t>(std::ranges::count(intake.tasks, id, &TaskDraft::section));
}

void compare(const ProblemPlace& where, std::size_t declared, std::size_t found, Problems& problems) {
  const bool agrees = declared == found;
  problems.push_back({agrees ? "declared_count_agrees" : "declared_count_differs",
                      agrees ? Severity::info : Severity::error,
                      where,
                      {where.label, std::to_string(declared), std::to_string(found)}});
}

struct MonthHeading {
  int month = 0, declared = 0;
};

// "Tháng 7 (30 nhiệm vụ)".
std::optional<MonthHeading> month_heading(std::string_view text) {
  static const domain::PhraseSet month{"tháng"}, task{"nhiệm vụ"};
  const auto in = domain::tokens(text);
  if (in.size() < 4 || !month.length_at(in, 0) || !in[1].is_number()) return std::nullopt;
  MonthHeading out{domain::whole(in[1].text), 0};
  for (std::size_t at = 2; at + 1 < in.size(); ++at) {
    if (in[at].is_number() && task.length_at(in, at + 1)) out.declared = domain::whole(in[at].text);
  }
  return out.month >= 1 && out.month <= 12 && out.declared > 0 ? std::optional(out) : std::nullopt;
}

// A printed number that is part of a chain: "12", "2.4" (the fourth under 2).
struct Link {
  std::string chain;
  int number = -1;
};

Link link_of(std::string_view text) {
  auto number = trimmed(text);
  while (!number.empty() && (number.back() == '.' || number.back() == ')')) number.pop_back();
  const auto dot = number.rfind('.');
  if (dot == number.npos) return {"", domain::whole(number)};
  return {number.substr(0, dot), domain::whole(number.substr(dot + 1))};
}

// A merged number cell covers several rows and is one number.
bool same_cell(const CellDraft& a, const CellDraft& b) {
  if (a.places.empty() || b.places.empty()) return false;
  const auto &p = a.places.front(), &q = b.places.front();
  return p.line == q.line && p.from == q.from && p.table == q.table && p.row == q.row && p.column == q.column && p.sheet == q.sheet &&
         p.page == q.page && !p.box && !q.box;
}

struct Chain {
  std::string id;  // section and prefix
  int last = 0;
  std::vector<int> seen;
};

}  // namespace

void check_declared_counts(const Desk& desk, Problems& problems) {
  const auto& intake = desk.intake;
  for (const auto& section : intake.sections) {
    if (!section.declared_tasks) continue;
    const auto where = section_place(intake, section);
    compare(where, static_cast<std::size_t>(*section.declared_tasks), tasks_in_section(intake, section.id), problems);
  }
  for (const auto& heading : intake.headings) {
    const auto month = month_heading(heading.text);
    if (!month) continue;
    const auto found = std::ranges::count_if(intake.tasks, [&](const TaskDraft& task) { return task.month == month->month; });
    auto where = document_place();
    where.label = "Tháng " + std::to_string(month->month);
    compare(where, static_cast<std::size_t>(month->declared), static_cast<std::size_t>(found), problems);
  }
}

void check_numbers(const Desk& desk, Problems& problems) {
  const auto& tasks = desk.intake.tasks;
  Chain chain;
  const auto report = [&](const char* key, std::size_t row, std::vector<std::string> arguments) {
    problems.push_back({key, Severity::warning, task_place(desk.intake, row, "number"), std::move(arguments)});
  };
  for (std::size_t row = 0; row < tasks.size(); ++row) {
    const auto link = link_of(tasks[row][Field::number].text);
    if (link.number < 0) continue;
    const auto id = tasks[row].section + '\n' + link.chain;
    if (id != chain.id || link.number == 1) {
      const bool first_of_section = id != chain.id;
      chain = {id, link.number, {link.number}};
      if (first_of_section && link.number > 1 && link.chain.empty() && row == 0)
        report("numbers_start_late", row, {std::to_string(link.number)});
      continue;
    }
    if (row > 0 && same_cell(tasks[row][Field::number], tasks[row - 1][Field::number])) continue;
    const int expected = chain.last + 1, number = link.number;
    const auto next = row + 1 < tasks.size() ? link_of(tasks[row + 1][Field::number].text) : Link{};
    if (number != expected && next.number == expected + 1) {
      report("number_unexpected", row, {std::to_string(number), std::to_string(expected)});
      chain.last = expected;
      chain.seen.push_back(expected);
      continue;
    }
    if (std::ranges::count(chain.seen, number))
      report("number_repeated", row, {std::to_string(number)});
    else if (number == expected + 1)
      report("number_missing", row, {std::to_string(expected)});
    else if (number > expected)
      report("numbers_missing", row, {std::to_string(expected), std::to_string(number - 1)});
    else if (number < expected)
      report("number_out_of_order", row, {std::to_string(number), std::to_string(chain.last)});
    chain.last = number;
    chain.seen.push_back(number);
  }
}

}  // namespace tiendo::intake::checks
