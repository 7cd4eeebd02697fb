#include "reports/annex.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "base/text.h"

namespace tiendo::reports {
namespace {

using domain::Field;
using domain::Programme;
using domain::Task;
using formats::Align;
using formats::Sheet;
using formats::SheetCell;
using formats::SheetParagraph;
using formats::SheetTable;
using formats::VerticalAlign;

constexpr double title_letters = 14;
constexpr double page_width = 297, page_height = 210;  // A4 across

struct Column {
  Field field;
  std::string extra;  // header of a column without a field
  std::string heading;
  double width;  // share
  Align align = Align::left;
  std::string of(const Task& task) const;
};

std::string Column::of(const Task& task) const {
  if (!extra.empty()) {
    const auto found = task.extra.find(extra);
    return found == task.extra.end() ? std::string() : found->second;
  }
  switch (field) {
    case Field::number:
      return task.number;
    case Field::title:
      return task.title;
    case Field::lead:
      return task.lead;
    case Field::coordinating:
      return task.coordinating;
    case Field::deliverable:
      return task.deliverable;
    case Field::directing_leader:
      return task.directing_leader;
    case Field::note:
      return task.note;
    case Field::due:
      return task.due;
    default:
      return {};
  }
}

std::vector<Column> columns_of(const std::vector<Task>& tasks, const AnnexForm& form) {
  std::vector<Column> columns = {
      {Field::number, "", "STT", 12, Align::centre},         {Field::title, "", "Nhiệm vụ", 76, Align::left},
      {Field::lead, "", "Đơn vị chủ trì", 30, Align::left},  {Field::coordinating, "", "Đơn vị phối hợp", 38, Align::left},
      {Field::deliverable, "", "Sản phẩm", 42, Align::left}, {Field::directing_leader, "", "Lãnh đạo chỉ đạo", 28, Align::left},
      {Field::note, "", "Ghi chú", 28, Align::left}};
  if (std::ranges::any_of(tasks, [](const Task& task) { return !task.due.empty(); }))
    columns.insert(columns.begin() + 5, {Field::due, "", "Thời hạn", 24, Align::left});
  for (auto& column : columns)
    if (const auto own = form.headings.find(column.field); own != form.headings.end() && !own->second.empty()) column.heading = own->second;
  for (const auto& task : tasks)
    for (const auto& [header, text] : task.extra)
      if (!text.empty() && std::ranges::find(columns, header, &Column::extra) == columns.end())
        columns.insert(columns.end() - 1, {Field::note, header, header, 26, Align::left});
  return columns;
}

SheetParagraph line(std::string text, Align align, bool bold, bool italic = false, double size = 0) {
  SheetParagraph paragraph;
  paragraph.align = align;
  if (!text.empty()) paragraph.runs.push_back({std::move(text), bold, italic, size});
  return paragraph;
}

// Left blank for an electronic document, which the system numbers and dates.
std::string attachment_line(const domain::Attachment& attachment, const AnnexForm& form) {
  auto text = attachment.as_written;
  if (text.empty()) {
    const auto& issuer = attachment.issuer.empty() ? form.agency : attachment.issuer;
    text =
        "Kèm theo Quyết định số        /QĐ-        ngày       tháng       năm         của " + (issuer.empty() ? std::string("…") : issuer);
  }
  // Blanks were collapsed on the way in: "số /QĐ" gets back the room where a number will be written.
  for (auto at = text.find(" /"); at != std::string::npos; at = text.find(" /", at + 2))
    if (at > 0 && text[at - 1] != ' ') text.insert(at, "       ");
  return text.starts_with('(') ? text : "(" + text + ")";
}

bool is_by_month(const std::vector<Task>& tasks) {
  return std::ranges::any_of(tasks, [](const Task& task) { return task.due.empty() && (task.month || task.quarter); });
}

class AnnexTable {
 public:
  AnnexTable(const Programme& programme, const std::vector<Task>& tasks, const AnnexForm& form)
      : programme_(programme), tasks_(tasks), columns_(columns_of(tasks, form)), is_by_month_(is_by_month(tasks)) {
    table_.size = form.table_letters;
    table_.header_rows = 1;
  }
  SheetTable take(double width);

 private:
  void add_cell(int column, SheetParagraph paragraph, int span = 1, VerticalAlign vertical = VerticalAlign::top);
  void add_heading(const std::string& ordinal, const std::string& text);
  void add_task(const Task& task);
  // How many tasks from this one on stand under the same heading.
  template <class Same>
  std::size_t run_length(std::size_t from, Same same) const;
  void section_heading(std::size_t from);
  void month_heading(std::size_t from);

  const Programme& programme_;
  const std::vector<Task>& tasks_;
  std::vector<Column> columns_;
  bool is_by_month_;  // else the deadline of each task stands in its own cell, and no heading says it again
  SheetTable table_;
};

bool same_section(const Task& one, const Task& other) {
  return one.section == other.section && one.quarter == other.quarter;
}
bool same_month(const Task& one, const Task& other) {
  return same_section(one, other) && one.month == other.month;
}

SheetTable AnnexTable::take(double width) {
  const double shares =
      std::accumulate(columns_.begin(), columns_.end(), 0.0, [](double sum, const Column& column) { return sum + column.width; });
  for (const auto& column : columns_) table_.widths.push_back(column.width * width / shares);
  for (std::size_t i = 0; i < columns_.size(); ++i)
    add_cell(static_cast<int>(i), line(columns_[i].heading, Align::centre, true), 1, VerticalAlign::middle);
  ++table_.rows;
  for (std::size_t i = 0; i < tasks_.size(); ++i) {
    if (i == 0 || !same_section(tasks_[i - 1], tasks_[i])) section_heading(i);
    if (i == 0 || !same_month(tasks_[i - 1], tasks_[i])) month_heading(i);
    add_task(tasks_[i]);
  }
  return std::move(table_);
}

void AnnexTable::add_cell(int column, SheetParagraph paragraph, int span, VerticalAlign vertical) {
  SheetCell cell;
  cell.row = table_.rows;
  cell.column = column;
  cell.column_span = span;
  cell.vertical = vertical;
  cell.paragraphs.push_back(std::move(paragraph));
  table_.cells.push_back(std::move(cell));
}

void AnnexTable::add_heading(const std::string& ordinal, const std::string& text) {
  add_cell(0, line(ordinal, Align::centre, true));
  add_cell(1, line(text, Align::left, true), static_cast<int>(columns_.size()) - 1);
  table_.kept_with_next.push_back(table_.rows++);
}

void AnnexTable::add_task(const Task& task) {
  for (std::size_t i = 0; i < columns_.size(); ++i) add_cell(static_cast<int>(i), line(columns_[i].of(task), columns_[i].align, false));
  ++table_.rows;
}

template <class Same>
std::size_t AnnexTable::run_length(std::size_t from, Same same) const {
  std::size_t to = from;
  while (to < tasks_.size() && same(tasks_[from], tasks_[to])) ++to;
  return to - from;
}

void AnnexTable::section_heading(std::size_t from) {
  const auto& task = tasks_[from];
  const auto section = std::ranges::find(programme_.sections, task.section, &domain::Section::id);
  constexpr const char* quarters[] = {"I", "II", "III", "IV"};
  std::string heading, ordinal;
  if (section != programme_.sections.end() && !task.section.empty()) {
    heading = section->heading;
    ordinal = section->id;
  } else if (is_by_month_ && task.quarter && *task.quarter >= 1 && *task.quarter <= 4) {
    heading = std::string("Quý ") + quarters[*task.quarter - 1];
  }
  if (!heading.empty()) add_heading(ordinal, fmt::format("{} ({} nhiệm vụ)", heading, run_length(from, same_section)));
}

void AnnexTable::month_heading(std::size_t from) {
  if (is_by_month_ && tasks_[from].month)
    add_heading("", fmt::format("Tháng {} ({} nhiệm vụ)", *tasks_[from].month, run_length(from, same_month)));
}

}  // namespace

std::pair<std::string, std::string> annex_and_title(const std::string& title) {
  const auto parts = words(title);
  if (parts.size() < 2 || search_key(parts[0]) != "phu" || !search_key(parts[1]).starts_with("luc")) return {"Phụ lục", title};
  const auto bare = [](std::string word) {
    while (!word.empty() && std::string_view(".:-").find(word.back()) != std::string_view::npos) word.pop_back();
    return word;
  };
  std::string annex = "Phụ lục";
  std::size_t next = 2;
  const bool ends_there = bare(parts[1]) != parts[1];
  if (!ends_there && parts.size() > 2) {
    const auto number = bare(parts[2]);
    const bool is_number = !number.empty() && number.find_first_not_of("IVXLC0123456789") == std::string::npos;
    if (is_number) annex += " " + number, ++next;
  }
  std::string rest;
  for (; next < parts.size(); ++next) rest += (rest.empty() ? "" : " ") + parts[next];
  while (rest.starts_with("-") || rest.starts_with(":") || rest.starts_with(" ")) rest.erase(0, 1);
  return {annex, rest};
}

Sheet annex(const Programme& programme, std::vector<Task> tasks, const AnnexForm& form) {
  std::ranges::stable_sort(tasks, {}, &Task::position);
  Sheet sheet;
  sheet.title = programme.title;
  sheet.author = form.agency;
  sheet.page.width = page_width;
  sheet.page.height = page_height;
  const auto [annex_line, title] = annex_and_title(programme.title);
  auto first = line(annex_line, Align::centre, true, false, title_letters);
  auto second = line(upper(title), Align::centre, true, false, title_letters);
  auto third = line(attachment_line(programme.attachment, form), Align::centre, false, true, title_letters);
  first.heading = 1;
  first.keep_with_next = second.keep_with_next = third.keep_with_next = true;
  third.space_after = 12;
  sheet.blocks.emplace_back(std::move(first));
  if (!title.empty()) sheet.blocks.emplace_back(std::move(second));
  sheet.blocks.emplace_back(std::move(third));
  sheet.blocks.emplace_back(AnnexTable(programme, tasks, form).take(sheet.page.text_width()));
  return sheet;
}

}  // namespace tiendo::reports
