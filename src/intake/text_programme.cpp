#include "intake/text_programme.h"

#include <algorithm>

#include "base/text.h"
#include "intake/attachment.h"
#include "intake/layout.h"
#include "intake/outline.h"
#include "intake/text_rows.h"

namespace tiendo::intake {
namespace {

using domain::Field;

constexpr double sure_of_merged = 0.6;  // text of a merged cell, copied down by guess

class Reader {
 public:
  Reader(const Lines& in, const Register& known, Intake& out) : in_(in), known_(known), out_(out), outline_(out) {}

  bool read() {
    layout_ = layout_of(in_);
    if (layout_.headers.empty()) return false;
    read_preamble();
    for (int region = 0; region < static_cast<int>(layout_.headers.size()); ++region) read_region(region);
    for (int at = 0; at < count(); ++at) {
      const LineKind kind = layout_.kinds[index(at)];
      if (kind == LineKind::furniture) out_.furniture.push_back(stretch(at, at + 1));
      if (kind == LineKind::tail) out_.unplaced.push_back(stretch(at, at + 1));
      if (kind == LineKind::header) out_.headings.push_back(stretch(at, at + 1));
    }
    return true;
  }

 private:
  static std::size_t index(int at) { return static_cast<std::size_t>(at); }
  int count() const { return static_cast<int>(in_.lines.size()); }
  const Line& line(int at) const { return in_.lines[index(at)]; }

  std::vector<int> words(int first, int end) const {
    std::vector<int> out;
    for (int at = first; at < end; ++at) {
      for (int word = line(at).first; word < line(at).end; ++word) out.push_back(word);
    }
    return out;
  }

  Stretch stretch(const std::vector<int>& words) const {
    Stretch out{joined(in_, words), {}};
    const auto found = places(in_, words);
    if (!found.empty()) out.place = found.front();
    return out;
  }
  Stretch stretch(int first, int end) const { return stretch(words(first, end)); }

  CellDraft cell(const std::vector<int>& words, double confidence) const {
    return {joined(in_, words), confidence, {}, places(in_, words)};
  }

  void read_preamble() {
    int end = 0;
    while (end < count() && layout_.kinds[index(end)] == LineKind::preamble) ++end;
    int title_end = end;
    for (int at = end - 1; at >= 0 && at >= end - 8; --at) {
      if (!begins_attachment(line(at).text)) continue;
      int last = at + 1;
      while (last < end && in_.words[index(line(last - 1).end - 1)].text.find(')') == std::string_view::npos && last < at + 4) ++last;
      out_.attachment = attachment_of(joined(in_, words(at, last)));
      title_end = at;
      break;
    }
    int first = title_end;
    while (first > 0 && first > title_end - 4 && !ends_title(first - 1)) --first;
    out_.title = title_of(first, title_end);
    for (int at = 0; at < end; ++at) out_.headings.push_back(stretch(at, at + 1));
  }

  // A bare "Phụ lục", or running text, does not belong to the title below it.
  bool ends_title(int at) const {
    const std::string key = search_key(line(at).text);
    const bool bare = key.find("phu luc") != key.npos && line(at).end - line(at).first <= 3;
    return bare || key.ends_with("./.") || key.ends_with(";") || key == "|";
  }

  std::string title_of(int first, int end) const {
    std::string out = joined(in_, words(first, end));
    std::erase(out, '*');
    return collapse_blanks(out);
  }

  bool is_of_proposals(int region, const TextRows& rows) const {
    const auto& columns = layout_.headers[index(region)];
    const auto has = [&](Field field) { return std::ranges::any_of(columns, [&](const Column& column) { return column.field == field; }); };
    if (has(Field::deliverable) || !(has(Field::issuing_level) || rows.has_order)) return false;
    if (rows.has_order) return true;
    int proposing = 0;
    const auto [first, end] = layout_.lines_of(region);
    for (int at = first; at < end; ++at) proposing += search_key(line(at).text).find("de xuat") != std::string::npos;
    return proposing >= 2;
  }

  void read_region(int region) {
    const auto& all = layout_.headers[index(region)];
    outline_.set_columns(all);
    TextRows rows = rows_of(in_, layout_, region);
    const bool proposals = is_of_proposals(region, rows);
    const auto parted = all.begin() + static_cast<std::ptrdiff_t>(number_columns(all));
    const Columns numbers(all.begin(), parted);
    Columns columns(parted, all.end());
    if (proposals && rows.has_order) columns.push_back({"", std::nullopt, false, true});
    std::vector<RowWords> cells;
    for (const auto& row : rows.rows) cells.push_back(row.cells);
    const auto read = segment(in_, columns, cells, known_);
    write(region, rows, numbers, columns, read, proposals);
    add(out_.unplaced, rows.unplaced);
  }

  // One stretch a line.
  void add(std::vector<Stretch>& to, const std::vector<int>& words) {
    std::vector<int> line_words;
    for (const int word : words) {
      if (!line_words.empty() && in_.words[index(line_words.back())].line != in_.words[index(word)].line) {
        to.push_back(stretch(line_words));
        line_words.clear();
      }
      line_words.push_back(word);
    }
    if (!line_words.empty()) to.push_back(stretch(line_words));
  }

  void write(int region, const TextRows& rows, const Columns& numbers, const Columns& columns,
             const std::vector<std::vector<ReadCell>>& read, bool proposals) {
    const auto [first_line, end_line] = layout_.lines_of(region);
    auto title = std::ranges::lower_bound(layout_.titles, first_line, {}, &Layout::Title::line);
    Columns all = numbers;
    all.insert(all.end(), columns.begin(), columns.end());
    group_rows_.clear();
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
      const TextRow& row = rows.rows[i];
      for (; title != layout_.titles.end() && title->line < row.line; ++title) enter(*title);
      auto cells = cells_of(row, numbers, read[i]);
      if (row.is_group) {
        close_group(columns);
        enter_group(row, columns, read[i], std::move(cells));
      } else if (proposals) {
        add_proposal(row, all, std::move(cells), read[i]);
      } else {
        group_rows_.push_back(out_.tasks.size());
        outline_.add_task(all, std::move(cells));
      }
    }
    for (; title != layout_.titles.end() && title->line < end_line; ++title) enter(*title);
    close_group(columns);
  }

  void enter(const Layout::Title& title) {
    close_group({});
    outline_.enter(title.heading, stretch(title.line, title.line + 1));
    for (int at = title.line + 1; at < title.under; ++at) out_.headings.push_back(stretch(at, at + 1));
  }

  std::vector<CellDraft> cells_of(const TextRow& row, const Columns& numbers, const std::vector<ReadCell>& read) const {
    std::vector<CellDraft> out;
    for (std::size_t i = 0; i < numbers.size(); ++i) out.push_back(i < row.numbers.size() ? cell(row.numbers[i], 1) : CellDraft{});
    for (const ReadCell& part : read) {
      CellDraft draft = cell(part.words, part.confidence);
      if (part.has_other && part.confidence < 0.99) draft.other = joined(in_, part.other);
      out.push_back(std::move(draft));
    }
    return out;
  }

  // Remarks on a group of proposals stand in a column of their own, or before the number of the first one.
  void add_proposal(const TextRow& row, const Columns& all, std::vector<CellDraft> cells, const std::vector<ReadCell>& read) {
    std::vector<int> remark = row.remark;
    if (!all.empty() && all.back().is_unnamed) remark.insert(remark.end(), read.back().words.begin(), read.back().words.end());
    const std::string note = joined(in_, remark);
    if (const auto month = month_that_begins(note)) outline_.set_month(*month);
    ProposalDraft& proposal = outline_.add_proposal(all, std::move(cells));
    proposal.group_note = note;
    add(out_.headings, remark);
    add(out_.headings, row.order);
    if (row.order.empty()) return;
    proposal.order = std::atoi(std::string(in_.words[index(row.order.front())].text).c_str());
  }

  void enter_group(const TextRow& row, const Columns& columns, const std::vector<ReadCell>& read, std::vector<CellDraft> cells) {
    group_ = std::move(cells);
    group_first_ = group_.size() - read.size();
    group_words_.resize(group_first_);
    for (std::size_t i = 0; i < group_first_ && i < row.numbers.size(); ++i) group_words_[i] = row.numbers[i];
    for (const auto& part : read) group_words_.push_back(part.words);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].field == Field::title) outline_.enter_group(group_[group_first_ + i].text);
    }
  }

  std::size_t without(Field field) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(group_rows_, [&](std::size_t row) { return out_.tasks[row][field].text.empty(); }));
  }

  // Which column of the rows a cell of their group covers: most of them leave it blank.
  std::optional<Field> covered(std::optional<Field> field, const Columns& columns) const {
    if (!field || *field == Field::title || group_rows_.empty()) return std::nullopt;
    const auto most = [&](Field other) { return without(other) * 10 >= group_rows_.size() * 7; };
    if (most(*field)) return field;
    // Every row has its own lead, none a coordinating unit: the unit beside the group's name coordinates.
    const bool has_coordinating = std::ranges::any_of(columns, [](const Column& column) { return column.field == Field::coordinating; });
    const bool moves =
        *field == Field::lead && has_coordinating && without(Field::lead) * 4 < group_rows_.size() && most(Field::coordinating);
    return moves ? std::optional(Field::coordinating) : std::nullopt;
  }

  void copy_down(const CellDraft& from, Field field) {
    for (const std::size_t row : group_rows_) {
      CellDraft& to = out_.tasks[row][field];
      if (!to.text.empty()) continue;
      to = from;
      to.confidence = std::min(sure_of_merged, from.confidence);
      if (field == Field::due) understand_due(out_.tasks[row]);
    }
  }

  // A cell of the group was merged down over its rows, or is said of the group alone.
  void close_group(const Columns& columns) {
    for (std::size_t i = 0; i < group_.size(); ++i) {
      const CellDraft& from = group_[i];
      if (from.text.empty()) continue;
      const auto column = i < group_first_ ? std::nullopt : std::optional(i - group_first_);
      const auto field = covered(column && *column < columns.size() ? columns[*column].field : std::nullopt, columns);
      if (field) {
        copy_down(from, *field);
      } else {
        add(out_.headings, group_words_[i]);
      }
    }
    group_.clear();
    group_words_.clear();
    group_rows_.clear();
    if (!columns.empty()) outline_.leave_group();
  }

  const Lines& in_;
  const Register& known_;
  Intake& out_;
  Outline outline_;
  Layout layout_;
  std::vector<CellDraft> group_;
  std::vector<std::vector<int>> group_words_;
  std::size_t group_first_ = 0;  // of the cells that are no numbers
  std::vector<std::size_t> group_rows_;
};

}  // namespace

bool read_lines(const Lines& in, const Register& known, Intake& out) {
  return Reader(in, known, out).read();
}

}  // namespace tiendo::intake
