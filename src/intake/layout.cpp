#include "intake/layout.h"

#include <algorithm>

#include "base/text.h"
#include "intake/chain.h"

namespace tiendo::intake {
namespace {

constexpr int blanks_of_page_end = 4;
constexpr int most_heading_lines = 4;
constexpr int most_row_lines = 60;

bool is_lone_number(const Lines& in, const Line& line) {
  return line.end - line.first == 1 && ordinal(in.words[static_cast<std::size_t>(line.first)].text) > 0;
}

bool may_head_row(const Lines& in, const Line& line) {
  if (ordinal(in.words[static_cast<std::size_t>(line.first)].text) < 0) return false;
  return line.end - line.first == 1 || in.spelling(line.first + 1).shape != Shape::lower;
}

bool begins_tail(const Lines& in, const Line& line) {
  const std::string key = in.key(line.first, std::min(line.end, line.first + 3));
  return key.starts_with("noi nhan") || key.starts_with("tm. ") || key.starts_with("kt. ") || key.starts_with("tl. ");
}

std::string text_of(const Lines& in, int first, int end) {
  std::string out;
  for (int line = first; line < end; ++line)
    out += (out.empty() ? "" : " ") + collapse_blanks(in.lines[static_cast<std::size_t>(line)].text);
  return out;
}

bool is_capitals(std::string_view text) {
  return upper(text) == text;
}

class Reader {
 public:
  explicit Reader(const Lines& in) : in_(in), count_(static_cast<int>(in.lines.size())) {}

  Layout read() {
    out_.kinds.assign(in_.lines.size(), LineKind::preamble);
    out_.region.assign(in_.lines.size(), -1);
    find_headers();
    if (out_.headers.empty()) return std::move(out_);
    find_tail();
    find_page_numbers();
    find_titles();
    return std::move(out_);
  }

 private:
  LineKind& kind(int line) { return out_.kinds[static_cast<std::size_t>(line)]; }
  const Line& line(int at) const { return in_.lines[static_cast<std::size_t>(at)]; }

  void find_headers() {
    for (int at = 0; at < count_;) {
      const auto found = header_at(in_, at);
      if (!found) {
        if (!out_.headers.empty()) kind(at) = LineKind::row;
        out_.region[static_cast<std::size_t>(at)] = static_cast<int>(out_.headers.size()) - 1;
        ++at;
        continue;
      }
      const bool repeated = !out_.headers.empty() && same(out_.headers.back(), found->columns);
      if (!repeated) out_.headers.push_back(found->columns);
      for (; at < found->end; ++at) {
        kind(at) = repeated ? LineKind::furniture : LineKind::header;
        out_.region[static_cast<std::size_t>(at)] = static_cast<int>(out_.headers.size()) - 1;
      }
    }
  }

  void find_tail() {
    for (int at = count_ - 1; at >= 0 && at > count_ - 60; --at) {
      if (kind(at) != LineKind::row || !begins_tail(in_, line(at))) continue;
      const bool rows_follow =
          std::any_of(out_.kinds.begin() + at, out_.kinds.end(), [](LineKind other) { return other == LineKind::header; });
      if (rows_follow) continue;
      for (int rest = at; rest < count_; ++rest) kind(rest) = LineKind::tail;
    }
  }

  void find_page_numbers() {
    int row = 0;
    for (int at = 0; at < count_; ++at) {
      if (line(at).paragraph->is_furniture) kind(at) = LineKind::furniture;
      if (kind(at) != LineKind::row || !may_head_row(in_, line(at))) continue;
      const int value = number_at(at);
      const bool before_header = at + 1 < count_ && (kind(at + 1) == LineKind::furniture || kind(at + 1) == LineKind::header);
      const bool stands_off = line(at).blanks_before >= blanks_of_page_end || (before_header && line(at).blanks_before >= 2);
      const bool is_next_row = value == row + 1 && !before_header && !comes_again(at);
      if (stands_off && is_lone_number(in_, line(at)) && !is_next_row)
        kind(at) = LineKind::furniture;
      else if (value == row + 1 || value == 1)
        row = value;
    }
  }

  int number_at(int at) const { return ordinal(in_.words[static_cast<std::size_t>(line(at).first)].text); }

  // The number heads a later line before the one that follows it does: this one is a page's.
  bool comes_again(int at) const {
    const int value = number_at(at);
    for (int next = at + 1; next < std::min(count_, at + most_row_lines); ++next) {
      if (number_at(next) == value) return true;
      if (number_at(next) == value + 1) return false;
    }
    return false;
  }

  // Rows, headings or a new table follow: what a heading must be followed by.
  bool leads_to_row(int at) const {
    for (; at < count_; ++at) {
      const LineKind here = out_.kinds[static_cast<std::size_t>(at)];
      if (here == LineKind::header) return true;
      if (here == LineKind::furniture) continue;
      return may_head_row(in_, line(at));
    }
    return false;
  }

  std::optional<Heading> heading_at(int at) const {
    if (out_.kinds[static_cast<std::size_t>(at)] != LineKind::row) return std::nullopt;
    return find_heading(line(at).text);
  }

  void find_titles() {
    int last_roman = 0, last_month = 0, month_lines = 0, rows = 0;
    char last_letter = 0;
    bool months_repeat = false;
    for (int at = 0; at < count_; ++at) {
      const LineKind here = out_.kinds[static_cast<std::size_t>(at)];
      if (here == LineKind::row && may_head_row(in_, line(at))) ++rows;
      const auto heading = heading_at(at);
      if (!heading || heading->kind != Heading::Kind::month) continue;
      ++month_lines;
      months_repeat = months_repeat || *heading->month == last_month;
      last_month = *heading->month;
    }
    const bool months_are_cells = months_repeat || month_lines * 2 > rows + 2;
    for (int at = 0; at < count_; ++at) {
      auto heading = heading_at(at);
      if (!heading) continue;
      if (heading->kind != Heading::Kind::section) {
        if ((months_are_cells && heading->kind == Heading::Kind::month) || has_deadlines(at)) continue;
        if (leads_on(at + 1)) add({at, at + 1, at + 1, std::move(*heading)});
        continue;
      }
      const int roman = value_of_roman(heading->id);
      const char letter = heading->id.size() == 1 ? heading->id[0] : '\0';
      const bool in_order =
          (roman > 0 && (roman == 1 || roman == last_roman + 1)) || (letter != 0 && (letter == 'A' || letter == last_letter + 1));
      if (!in_order) continue;
      const int end = end_of_heading(at);
      if (end < 0) continue;
      if (roman > 0 && (roman == 1 || roman == last_roman + 1))
        last_roman = roman;
      else
        last_letter = letter;
      if (roman == 1 || letter == 'A') last_letter = letter == 'A' ? letter : last_letter;
      add(title(at, end, std::move(*heading)));
    }
  }

  // "Tháng 3" alone on a line is a deadline where the table has a column of them.
  bool has_deadlines(int at) const {
    const auto& columns = out_.headers[static_cast<std::size_t>(out_.region[static_cast<std::size_t>(at)])];
    return std::ranges::any_of(columns, [](const Column& column) { return column.field == domain::Field::due; });
  }

  bool leads_on(int at) const { return leads_to_row(at) || (at < count_ && heading_at(at).has_value()); }

  // One past the lines of a heading that a row, a header or another heading follows; -1 where none does.
  int end_of_heading(int at) const {
    for (int end = at + 1; end <= std::min(count_, at + most_heading_lines); ++end) {
      if (leads_on(end)) return end;
      if (end < count_ && out_.kinds[static_cast<std::size_t>(end)] != LineKind::row) return -1;
    }
    return -1;
  }

  Layout::Title title(int at, int end, Heading heading) const {
    const bool capitals = is_capitals(heading.text);
    int own = at + 1;
    while (own < end && is_capitals(collapse_blanks(line(own).text)) == capitals && line(own).blanks_before <= 1) ++own;
    if (own > at + 1) {
      if (auto whole = find_heading(text_of(in_, at, own))) heading = std::move(*whole);
    }
    return {at, own, end, std::move(heading)};
  }

  void add(Layout::Title title) {
    for (int at = title.line; at < title.under; ++at) kind(at) = LineKind::heading;
    out_.titles.push_back(std::move(title));
  }

  const Lines& in_;
  int count_;
  Layout out_;
};

}  // namespace

std::pair<int, int> Layout::lines_of(int of_region) const {
  const auto lines = std::ranges::equal_range(region, of_region);
  return {static_cast<int>(lines.begin() - region.begin()), static_cast<int>(lines.end() - region.begin())};
}

Layout layout_of(const Lines& in) {
  return Reader(in).read();
}

}  // namespace tiendo::intake
