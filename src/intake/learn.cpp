#include "intake/learn.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "intake/lexicon.h"
#include "intake/value.h"

namespace tiendo::intake {
namespace {

constexpr std::size_t shapes = 4;

std::size_t kind_of(Gap gap, Shape shape) {
  return static_cast<std::size_t>(gap) * shapes + static_cast<std::size_t>(shape);
}

// Before the document has said anything: how often a cell begins after such a blank and before such a letter.
double first_guess(Gap gap, Shape shape, bool glue) {
  const double by_shape = shape == Shape::upper ? 1 : shape == Shape::lower ? 0.12 : 0.4;
  switch (gap) {
    case Gap::glued:
      return glue ? 0.0005 : 0.06 * by_shape;
    case Gap::mixed:
      return glue ? 0.06 * by_shape * by_shape : 0.06 * by_shape;
    case Gap::space:
      return glue ? 0.6 * by_shape : 0.10 * by_shape;
    case Gap::wide:
      return glue ? 0.5 * by_shape : 0.35 * by_shape;
    case Gap::line:
      return 0.35 * by_shape;
    case Gap::blank_line:
      return 0.5 * by_shape;
  }
  return 0.1;
}

constexpr double strange_start = 0.8;  // a deadline or a leader that begins with an unusual word

double bounded(double value, double most) {
  return std::clamp(value, -most, most);
}

std::size_t bucket(int words) {
  std::size_t out = 0;
  for (int left = words; left > 1 && out < 9; left = left * 2 / 3) ++out;
  return out;
}

double share_empty(const std::optional<domain::Field>& field) {
  if (!field) return 0.4;
  switch (*field) {
    case domain::Field::title:
      return 0.001;
    case domain::Field::lead:
      return 0.04;
    case domain::Field::note:
      return 0.7;
    case domain::Field::issuing_level:
      return 0.5;
    default:
      return 0.15;
  }
}

}  // namespace

double width_of(const Lines& in, int first, int end) {
  double out = 0;
  for (int word = first; word < end; ++word) out += in.spelling(word).width + (word > first ? blank_width : 0);
  return out;
}

Model::Model(const Lines& in, std::pair<int, int> range, const Columns& columns, const Register& known)
    : range_(range),
      in_(in),
      count_(columns.size()),
      spellings_(in.spellings()),
      cut_(in.words.size()),
      keep_(in.words.size()),
      word_(count_ * spellings_),
      start_in_(count_ * spellings_),
      starts_(spellings_),
      stops_(spellings_),
      uses_(spellings_),
      heads_line_(spellings_),
      prior_(count_ * spellings_),
      empty_(count_),
      filled_(count_),
      rows_(count_),
      width_(count_),
      lengths_(count_),
      values_(count_),
      register_(count_) {
  std::size_t glued = 0, spaces = 0;
  for (const Word& word : in.words) {
    ++uses_[static_cast<std::size_t>(word.spelling)];
    heads_line_[static_cast<std::size_t>(word.spelling)] += word.gap >= Gap::line;
    glued += word.gap == Gap::glued || word.gap == Gap::mixed;
    spaces += word.gap == Gap::space || word.gap == Gap::wide;
  }
  glue_ = glued > spaces;
  for (const Column& column : columns) {
    fields_.push_back(column.field);
    const bool is_due = column.field == domain::Field::due;
    is_plain_.push_back(is_due || column.field == domain::Field::directing_leader || column.field == domain::Field::issuing_level);
    names_units_.push_back(column.field == domain::Field::lead || column.field == domain::Field::coordinating);
  }
  // A list of proposals leaves most cells blank.
  const bool of_proposals = !columns.empty() && columns.back().is_unnamed;
  for (std::size_t column = 0; column < count_; ++column) {
    const double usual = share_empty(fields_[column]);
    share_of_empty_.push_back(of_proposals && column > 2 ? std::max(usual, 0.6) : usual);
    const double share = share_of_empty_[column];
    empty_[column] = -std::log(share);
    filled_[column] = -std::log(1 - share);
    for (auto& share_of_length : lengths_[column]) share_of_length = 0;
  }
  std::vector<bool> met(spellings_);
  for (const Word& word : in.words) {
    const auto id = static_cast<std::size_t>(word.spelling);
    if (met[id]) continue;
    met[id] = true;
    for (std::size_t column = 0; column < count_; ++column) {
      if (fields_[column] && often_begins(*fields_[column], in.spelling(word).key)) prior_[column * spellings_ + id] = 1;
      // Remarks on a group of proposals name its month.
      if (columns[column].is_unnamed && (in.spelling(word).key == "thang" || in.spelling(word).key == "quy"))
        prior_[column * spellings_ + id] = 3;
    }
  }
  const auto note_names = [&](const std::vector<std::string>& names, std::initializer_list<domain::Field> fields) {
    for (const auto& name : names) {
      const auto value = value_of(name);
      for (std::size_t column = 0; column < count_; ++column) {
        if (fields_[column] && std::ranges::find(fields, *fields_[column]) != fields.end()) register_[column][value] = 3;
      }
    }
  };
  note_names(known.units, {domain::Field::lead, domain::Field::coordinating});
  note_names(known.leaders, {domain::Field::directing_leader});
  weigh_gaps();
}

void Model::weigh_gaps() {
  constexpr double trust = 6;  // what the first guess weighs against the document
  for (auto i = static_cast<std::size_t>(range_.first); i < static_cast<std::size_t>(range_.second); ++i) {
    const Word& word = in_.words[i];
    const Spelling& spelling = in_.spelling(word);
    const auto& seen = gap_seen_[kind_of(word.gap, spelling.shape)];
    const double guess = first_guess(word.gap, spelling.shape, glue_);
    const double share = (seen[1] + trust * guess) / (seen[0] + seen[1] + trust);
    double odds = std::log(share / (1 - share));
    const auto id = static_cast<std::size_t>(word.spelling);
    double lexicon = 0;
    for (std::size_t column = 1; column < count_; ++column) lexicon = std::max(lexicon, prior_[column * spellings_ + id]);
    if (!learned_) {
      const double weight = glue_ && word.gap == Gap::space ? 0.3 : 1.2;
      odds += lexicon > 0 ? weight : -weight;
      // A word that heads lines more often than others heads cells.
      const double heads = std::log((heads_line_[id] + 0.5) / (uses_[id] - heads_line_[id] + 1));
      if (!glue_ && lexicon > 0) odds += bounded(0.5 * (heads + 1.5), 1.2);
    } else {
      const double usual = std::log((starts_[id] + 0.3 + lexicon) / (std::max(0.0, uses_[id] - starts_[id]) + 1.2));
      odds += bounded(0.6 * (usual + 1.4), 2.0);
    }
    if (i > 0) {
      const auto before = static_cast<std::size_t>(in_.words[i - 1].spelling);
      if (in_.spelling(static_cast<int>(i) - 1).ends_open) odds -= word.gap == Gap::blank_line ? 1.8 : 2.5;
      if (in_.spelling(static_cast<int>(i) - 1).ends_stop) odds += 0.5;
      if (learned_) {
        const double usual = std::log((stops_[before] + 0.3) / (std::max(0.0, uses_[before] - stops_[before]) + 1.2));
        odds += bounded(0.5 * (usual + 1.4), 1.5);
      }
    }
    odds = bounded(odds, 8);
    cut_[i] = std::log1p(std::exp(-odds));
    keep_[i] = std::log1p(std::exp(odds));
  }
}

std::uint64_t Model::two_words(int word) const {
  const std::uint64_t first = in_.spelling(word).hash;
  const auto next = static_cast<std::size_t>(word) + 1;
  return next < in_.words.size() ? first * value_base + in_.spelling(in_.words[next]).hash : first;
}

double Model::begins(std::size_t column, int word) const {
  const auto id = spelling(word);
  double all = 0;
  for (std::size_t other = 0; other < count_; ++other) all += start_in_[other * spellings_ + id] + prior_[other * spellings_ + id];
  const double mine = start_in_[column * spellings_ + id] + prior_[column * spellings_ + id];
  const double share = (mine + 0.25) / (all + 0.25 * static_cast<double>(count_));
  const double strange = is_plain_[column] && prior_[column * spellings_ + id] == 0 ? strange_start : 0;
  return bounded(-std::log(share * static_cast<double>(count_)), 2.5) + strange;
}

double Model::length(std::size_t column, int words) const {
  if (!learned_) {
    if (column == 0) return 0;
    const auto field = fields_[column];
    const bool is_short = field == domain::Field::lead || field == domain::Field::directing_leader || field == domain::Field::due;
    return 0.2 * std::max(0, words - (is_short ? 4 : 8));
  }
  const auto& seen = lengths_[column];
  const double share = (seen[bucket(words)] + 0.5) / (rows_[column] + 5);
  return 0.7 * bounded(-std::log(share * 10 / 2), 3);
}

double Model::breaks(std::size_t column, double width, int next_word) const {
  const double most = width_[column];
  if (most <= 0) return 0;
  const double room = most - (width + blank_width + in_.spelling(next_word).width);
  return room <= 0.06 * most ? -0.3 : std::min(4.0, 0.35 * (room - 0.06 * most));
}

double Model::fits(std::size_t column, double width) const {
  const double most = width_[column];
  if (most <= 0 || width <= most * 1.06) return 0;
  return std::min(8.0, 0.8 * (width - most * 1.06));
}

double Model::seen(std::size_t column, std::uint64_t value) const {
  double out = 0;
  for (std::size_t other = 0; other < count_; ++other) {
    // Lead and coordinating units are the same people: what one column says, the other may say too.
    const double share = other == column ? 1 : names_units_[column] && names_units_[other] ? 0.2 : 0;
    if (share == 0) continue;
    if (const auto found = values_[other].find(value); found != values_[other].end()) out += share * found->second;
  }
  if (!register_[column].empty()) {
    if (const auto found = register_[column].find(value); found != register_[column].end()) out += found->second;
  }
  return out;
}

void Model::learn(const std::vector<Cell>& cells, const std::vector<std::pair<int, int>>& spans, const std::vector<std::size_t>& empties) {
  learned_ = true;
  for (auto* counts : {&word_, &start_in_, &starts_, &stops_, &rows_}) std::ranges::fill(*counts, 0);
  for (auto& values : values_) values.clear();
  for (auto& lengths : lengths_) lengths.fill(0);
  gap_seen_ = {};
  started_.clear();
  std::vector<char> is_cut(in_.words.size());
  for (const Cell& cell : cells) {
    const auto row = cell.column * spellings_;
    for (int word = cell.first; word < cell.end; ++word) word_[row + spelling(word)] += 1;
    rows_[cell.column] += 1;
    values_[cell.column][cell.value] += 1;
    lengths_[cell.column][bucket(cell.end - cell.first)] += 1;
    if (cell.column > 0) {
      is_cut[static_cast<std::size_t>(cell.first)] = 1;
      if (cell.end - cell.first > 1) started_.insert(two_words(cell.first));
      start_in_[row + spelling(cell.first)] += cell.weight;
      starts_[spelling(cell.first)] += cell.weight;
    }
    stops_[spelling(cell.end - 1)] += cell.weight;
  }
  for (const auto& [first, end] : spans) {
    for (int word = first + 1; word < end; ++word) {
      const Word& next = in_.words[static_cast<std::size_t>(word)];
      gap_seen_[kind_of(next.gap, in_.spelling(next).shape)][is_cut[static_cast<std::size_t>(word)] ? 1 : 0] += 1;
    }
  }
  for (std::size_t column = 0; column < count_; ++column) {
    const double none = static_cast<double>(empties[column]), all = none + rows_[column], share = share_of_empty_[column];
    const double likely = (none + 4 * share) / (all + 4);
    empty_[column] = -std::log(likely);
    filled_[column] = -std::log(1 - likely);
  }
  measure(cells);
  weigh_words();
  weigh_gaps();
}

// How much each word belongs to each column: against its share in all of them.
void Model::weigh_words() {
  std::vector<double> totals(count_);
  double everything = 0;
  for (std::size_t column = 0; column < count_; ++column) {
    for (std::size_t id = 0; id < spellings_; ++id) totals[column] += word_[column * spellings_ + id];
    everything += totals[column];
  }
  for (std::size_t id = 0; id < spellings_; ++id) {
    double all = 0;
    for (std::size_t column = 0; column < count_; ++column) all += word_[column * spellings_ + id];
    const double usual = (all + 1) / (everything + static_cast<double>(spellings_));
    for (std::size_t column = 0; column < count_; ++column) {
      constexpr double trust = 30;
      const double share = (word_[column * spellings_ + id] + trust * usual) / (totals[column] + trust);
      word_[column * spellings_ + id] = 0.5 * bounded(-std::log(share / usual), 3);
    }
  }
}

// The width that a column's lines reach where they were broken.
void Model::measure(const std::vector<Cell>& cells) {
  std::vector<std::vector<double>> widths(count_);
  for (const Cell& cell : cells) {
    for (int first = cell.first; first < cell.end;) {
      int end = first + 1;
      while (end < cell.end && in_.words[static_cast<std::size_t>(end)].line == in_.words[static_cast<std::size_t>(first)].line) ++end;
      if (end < cell.end) widths[cell.column].push_back(width_of(in_, first, end));
      first = end;
    }
  }
  for (std::size_t column = 0; column < count_; ++column) {
    auto& seen = widths[column];
    width_[column] = 0;
    if (seen.size() < 4) continue;
    const auto high = seen.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(seen.size() - 1) * 0.93);
    std::ranges::nth_element(seen, high);
    width_[column] = *high;
  }
}

}  // namespace tiendo::intake
