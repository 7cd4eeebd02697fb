#include "intake/text_rows.h"

#include <algorithm>

#include "intake/chain.h"

namespace tiendo::intake {
namespace {

class Reader {
 public:
  Reader(const Lines& in, const Layout& layout, int region)
      : in_(in), number_columns_(number_columns(layout.headers[static_cast<std::size_t>(region)])) {
    bool fresh = true;
    const auto [first, end] = layout.lines_of(region);
    for (int at = first; at < end; ++at) {
      const LineKind kind = layout.kinds[static_cast<std::size_t>(at)];
      if (kind == LineKind::heading) fresh = true;
      if (kind != LineKind::row) continue;
      lines_.push_back(at);
      fresh_.push_back(fresh);
      fresh = false;
    }
  }

  TextRows read() {
    const auto ends = chain_of_ends(in_, lines_);
    const auto heads = chain_of_rows(in_, lines_, fresh_);
    if (number_columns_ > 1) return by_two_numbers();
    const bool ends_rule = ends.size() >= 3 && steps(heads) * 10 < static_cast<int>(ends.size()) * 8 && reaches_the_end(ends);
    return ends_rule ? by_ends(ends) : by_heads(heads);
  }

 private:
  const Line& line(int at) const { return in_.lines[static_cast<std::size_t>(at)]; }
  std::string_view word(int at) const { return in_.words[static_cast<std::size_t>(at)].text; }

  bool reaches_the_end(const std::vector<RowStart>& ends) const {
    const auto last = std::ranges::lower_bound(lines_, ends.back().line);
    return lines_.end() - last <= 4;
  }

  // Adds the words of lines [first, last) of this region to a row; a page break between parts it.
  void add(TextRow& row, std::size_t first, std::size_t last, int from_word) const {
    for (std::size_t i = first; i < last; ++i) {
      const Line& here = line(lines_[i]);
      const int start = std::max(here.first, from_word);
      if (start < here.end) append(row, start, here.end);
    }
  }

  static void append(TextRow& row, int first, int end) {
    auto& spans = row.cells.spans;
    if (!spans.empty() && spans.back().end == first)
      spans.back().end = end;
    else
      spans.push_back({first, end});
  }

  // Where no column is for numbers, the number that heads a row is a word like others.
  bool has_numbers() const { return number_columns_ > 0; }

  TextRows by_heads(const std::vector<RowStart>& heads) const {
    TextRows out;
    std::size_t next = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool starts = next < heads.size() && heads[next].line == lines_[i];
      const Line& here = line(lines_[i]);
      if (starts) {
        TextRow row;
        row.line = lines_[i];
        if (has_numbers()) row.numbers = {{here.first}};
        out.rows.push_back(std::move(row));
        add(out.rows.back(), i, i + 1, here.first + (has_numbers() ? 1 : 0));
        ++next;
      } else if (out.rows.empty() || fresh_[i]) {
        for (int at = here.first; at < here.end; ++at) out.unplaced.push_back(at);
      } else {
        add(out.rows.back(), i, i + 1, here.first);
      }
    }
    return out;
  }

  // "1  a)", "28  8": both numbers head a row; one alone heads a group.
  bool is_second_number(int at) const {
    const std::string_view text = word(at);
    if (ordinal(text) > 0) return true;
    const std::string& key = in_.key(at);
    return text.ends_with(')') && key.size() <= 3 && key.size() >= 2;
  }

  TextRows by_two_numbers() const {
    TextRows out;
    int row_number = 0, group_number = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& here = line(lines_[i]);
      const int value = ordinal(word(here.first));
      const bool two = value > 0 && here.end - here.first > 1 && is_second_number(here.first + 1);
      const bool row = two && value > row_number && value <= row_number + 3;
      const bool group = !row && value > group_number && value <= group_number + 8 && here.end - here.first == 1 && here.blanks_before > 0;
      if (row || group) {
        TextRow start;
        start.line = lines_[i];
        start.is_group = group;
        if (group)
          start.numbers = {{}, {here.first}};
        else
          start.numbers = {{here.first}, {here.first + 1}};
        out.rows.push_back(std::move(start));
        add(out.rows.back(), i, i + 1, here.first + (row ? 2 : 1));
        if (row) row_number = value;
        if (row && ordinal(word(here.first + 1)) > 0) group_number = ordinal(word(here.first + 1));
        if (group) group_number = value;
      } else if (out.rows.empty() || fresh_[i]) {
        for (int at = here.first; at < here.end; ++at) out.unplaced.push_back(at);
      } else {
        add(out.rows.back(), i, i + 1, here.first);
      }
    }
    return out;
  }

  TextRows by_ends(const std::vector<RowStart>& ends) const {
    TextRows out;
    out.has_order = true;
    std::size_t first = 0;
    for (const RowStart& end : ends) {
      const auto last = static_cast<std::size_t>(std::ranges::lower_bound(lines_, end.line) - lines_.begin());
      out.rows.push_back(ended_row(first, last));
      first = last + 1;
    }
    for (; first < lines_.size(); ++first) {
      const Line& here = line(lines_[first]);
      for (int at = here.first; at < here.end; ++at) out.unplaced.push_back(at);
    }
    return out;
  }

  TextRow ended_row(std::size_t first, std::size_t last) const {
    TextRow row;
    row.line = lines_[first];
    std::size_t head = first;
    while (head <= last && !heads_row(line(lines_[head]))) ++head;
    const Line& end = line(lines_[last]);
    row.order = {end.end - 1};
    row.numbers = {{}};
    if (head <= last) {
      for (std::size_t i = first; i < head; ++i) {
        for (int at = line(lines_[i]).first; at < line(lines_[i]).end; ++at) row.remark.push_back(at);
      }
      if (has_numbers()) row.numbers = {{line(lines_[head]).first}};
    } else {
      head = first;
    }
    for (std::size_t i = head; i <= last; ++i) {
      const Line& here = line(lines_[i]);
      const int from = i == head && !row.numbers.front().empty() ? here.first + 1 : here.first;
      const int to = i == last ? here.end - 1 : here.end;
      if (from < to) append(row, from, to);
    }
    return row;
  }

  bool heads_row(const Line& here) const {
    if (ordinal(word(here.first)) < 0) return false;
    return here.end - here.first == 1 || in_.spelling(here.first + 1).shape == Shape::upper ||
           in_.spelling(here.first + 1).shape == Shape::mark;
  }

  const Lines& in_;
  std::size_t number_columns_;
  std::vector<int> lines_;
  std::vector<bool> fresh_;
};

}  // namespace

TextRows rows_of(const Lines& in, const Layout& layout, int region) {
  return Reader(in, layout, region).read();
}

}  // namespace tiendo::intake
