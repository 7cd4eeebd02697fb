#include "intake/learn.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "intake/lexicon.h"
#include "intake/neighbours.h"
#include "intake/value.h"

namespace tiendo::intake {
namespace {

using domain::Field;

constexpr std::size_t shapes = 4;
constexpr double one_word = 2.0, later_word = 0.5;  // what the words of a repeated value are worth: the first ones tell the most
constexpr int first_words = 4;
constexpr double least_times = 0.2;        // a value seen less is none
constexpr double share_of_expected = 0.9;  // the first guesses are to expect this much of the cuts that the columns ask for

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

double bounded(double value, double most) {
  return std::clamp(value, -most, most);
}

// 1, 2, 3, 4, 5 to 6, … words.
std::size_t bucket(int words) {
  static const auto known = [] {
    std::array<std::uint8_t, 64> out{};
    for (int i = 0; i < static_cast<int>(out.size()); ++i) {
      for (int left = i; left > 1 && out[static_cast<std::size_t>(i)] < 9; left = left * 2 / 3) ++out[static_cast<std::size_t>(i)];
    }
    return out;
  }();
  return known[static_cast<std::size_t>(std::min(words, 63))];
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

// The share of cells that begin with the words of their kind, before the document has said anything; 0 where nothing is known.
double usual_beginnings(const std::optional<Field>& field) {
  if (field == Field::due || field == Field::directing_leader || field == Field::issuing_level) return 0.78;
  if (field == Field::lead || field == Field::coordinating) return 0.7;
  return field == Field::deliverable ? 0.6 : 0;
}

}  // namespace

double width_of(const Lines& in, int first, int end) {
  double out = 0;
  for (int word = first; word < end; ++word) out += in.spelling(word).width + (word > first ? blank_width : 0);
  return out;
}

Model::Model(const Lines& in, const Spans& spans, const Columns& columns, const Register& register_of_names)
    : in_(in),
      spans_(spans),
      count_(columns.size()),
      spellings_(in.spellings()),
      glue_(in.blanks_are_glue()),
      cut_(in.words.size()),
      keep_(in.words.size()),
      parts_(odds_of_neighbours(in, spans)),
      word_(count_ * spellings_),
      start_in_(count_ * spellings_),
      starts_(spellings_),
      stops_(spellings_),
      uses_(spellings_),
      heads_line_(spellings_),
      empty_(count_),
      filled_(count_),
      rows_(count_),
      width_(count_),
      lengths_(count_),
      length_(count_),
      times_(count_) {
  for (const Word& word : in.words) {
    ++uses_[static_cast<std::size_t>(word.spelling)];
    heads_line_[static_cast<std::size_t>(word.spelling)] += word.gap >= Gap::line;
  }
  // A list of proposals leaves most cells blank.
  const bool of_proposals = !columns.empty() && columns.back().is_unnamed;
  for (std::size_t column = 0; column < count_; ++column) {
    const auto& field = columns[column].field;
    fields_.push_back(field);
    usual_.push_back(usual_beginnings(field));
    names_units_.push_back(field == Field::lead || field == Field::coordinating);
    const double usual = share_empty(field), share = of_proposals && column > 2 ? std::max(usual, 0.6) : usual;
    share_of_empty_.push_back(share);
    empty_[column] = -std::log(share);
    filled_[column] = -std::log(1 - share);
  }
  note_prior_words(columns);
  note_bare_kinds();
  note_register(register_of_names);
  weigh_gaps();
  weigh_beginnings();
}

void Model::note_prior_words(const Columns& columns) {
  Fields in_the_table = 0;
  for (const auto& field : fields_) in_the_table |= field ? fields_of(*field) : 0;
  prior_.resize(in_.words.size());
  for (const auto& [first, end] : spans_) {
    for (int word = first; word < end; ++word) {
      const Spelling& spelling = in_.spelling(word);
      Fields fields = fields_that_begin(spelling.hash, word + 1 < end ? in_.spelling(word + 1).hash : 0);
      if (spelling.shape == Shape::digit) fields |= fields_of(Field::due);
      prior_[static_cast<std::size_t>(word)] = fields & in_the_table;
    }
  }
  // Remarks on a group of proposals name its month.
  has_remarks_ = !columns.empty() && columns.back().is_unnamed;
}

// What is known of how cells of a column begin, in cells seen.
double Model::prior(std::size_t column, int word) const {
  if (has_remarks_ && column + 1 == count_) return in_.key(word) == "thang" || in_.key(word) == "quy" ? 3 : 0;
  return fields_[column] && (prior_[static_cast<std::size_t>(word)] & fields_of(*fields_[column])) ? 1 : 0;
}

void Model::note_bare_kinds() {
  constexpr int most_words = 3;
  bare_kind_.resize(in_.words.size());
  ends_bare_.resize(in_.words.size());
  for (const auto& [first, end] : spans_) {
    for (int word = first; word < end; ++word) {
      std::uint64_t value = 0;
      for (int words = 1; words <= most_words && word + words <= end; ++words) {
        value = value * value_base + in_.spelling(word + words - 1).hash;
        if (!asks_for_name(value)) continue;
        bare_kind_[static_cast<std::size_t>(word)] = static_cast<char>(words);
        if (word > first && in_.spelling(word - 1).ends_list) ends_bare_[static_cast<std::size_t>(word + words - 1)] = 1;
      }
    }
  }
}

void Model::note_register(const Register& register_of_names) {
  const auto note = [&](const std::vector<std::string>& names, std::initializer_list<Field> fields) {
    for (const auto& name : names) {
      for (std::size_t column = 0; column < count_; ++column) {
        if (fields_[column] && std::ranges::find(fields, *fields_[column]) != fields.end()) register_.emplace_back(value_of(name), column);
      }
    }
  };
  note(register_of_names.units, {Field::lead, Field::coordinating});
  note(register_of_names.leaders, {Field::directing_leader});
  count_values({});
}

// How often a cell begins after such a blank and before such a letter.
double Model::kind_odds(const Word& word) const {
  constexpr double trust = 6;  // what the first guess weighs against the document
  const Shape shape = in_.spelling(word).shape;
  const auto& seen = gap_seen_[kind_of(word.gap, shape)];
  const double share = (seen[1] + trust * first_guess(word.gap, shape, glue_)) / (seen[0] + seen[1] + trust);
  return std::log(share / (1 - share));
}

// What the words on both sides say.
double Model::word_odds(std::size_t at) const {
  const Word& word = in_.words[at];
  const Word& last = in_.words[at - 1];
  const auto id = static_cast<std::size_t>(word.spelling), before = static_cast<std::size_t>(last.spelling);
  const double lexicon = prior_[at] != 0 ? 1 : 0;
  double odds = parts_[at];
  if (in_.spelling(last).ends_open) odds -= word.gap == Gap::blank_line ? 3 : 4;
  if (in_.spelling(last).ends_stop) odds += 0.5;
  if (learned_) {
    const double begins = std::log((starts_[id] + 0.3 + lexicon) / (std::max(0.0, uses_[id] - starts_[id]) + 1.2));
    const double ends = std::log((stops_[before] + 0.3) / (std::max(0.0, uses_[before] - stops_[before]) + 1.2));
    return odds + bounded(0.6 * (begins + 1.4), 2.0) + bounded(0.5 * (ends + 1.4), 1.5);
  }
  const double weight = glue_ && word.gap == Gap::space ? 0.3 : 1.2;
  odds += lexicon > 0 ? weight : -weight;
  // A word that heads lines more often than others heads cells.
  const double heads = std::log((heads_line_[id] + 0.5) / (uses_[id] - heads_line_[id] + 1));
  return !glue_ && lexicon > 0 ? odds + bounded(0.5 * (heads + 1.5), 1.2) : odds;
}

double Model::gap_odds(std::size_t at) const {
  return bounded(kind_odds(in_.words[at]) + word_odds(at), 8);
}

// The columns say how many cells a row has: the first guesses are moved until as many cuts are expected.
double Model::shift_to_expected(const std::vector<double>& odds) const {
  double filled = 0;
  for (std::size_t column = 1; column < count_; ++column) filled += 1 - share_of_empty_[column];
  const double wanted = filled * static_cast<double>(spans_.size()) * share_of_expected;
  double low = -3, high = 3;
  for (int step = 0; step < 8; ++step) {
    const double shift = (low + high) / 2;
    double cuts = 0;
    for (const double one : odds) cuts += 1 / (1 + std::exp(-one - shift));
    (cuts < wanted ? low : high) = shift;
  }
  return (low + high) / 2;
}

bool Model::may_cut(int word) const {
  const Word& next = in_.words[static_cast<std::size_t>(word)];
  if (next.gap == Gap::line || next.gap == Gap::blank_line || next.gap == Gap::wide) return true;
  if (glue_) return next.gap == Gap::space || (next.gap == Gap::mixed && in_.spelling(next).shape == Shape::upper);
  return in_.spelling(next).shape != Shape::lower || has_start(word);
}

template <class Visit>
void Model::each_cut(Visit&& visit) const {
  for (const auto& [first, end] : spans_) {
    for (int word = first + 1; word < end; ++word) {
      if (may_cut(word)) visit(static_cast<std::size_t>(word));
    }
  }
}

// Where nothing may be cut, all readings keep the gap: it costs nothing.
void Model::weigh_gaps() {
  std::vector<double> odds;
  each_cut([&](std::size_t at) { odds.push_back(gap_odds(at)); });
  const double shift = learned_ || glue_ ? 0 : shift_to_expected(odds);
  std::size_t next = 0;
  std::ranges::fill(keep_, 0);
  each_cut([&](std::size_t at) {
    cut_[at] = std::log1p(std::exp(-odds[next] - shift));
    keep_[at] = std::log1p(std::exp(odds[next] + shift));
    ++next;
  });
}

std::uint64_t Model::two_words(int word) const {
  const std::uint64_t first = in_.spelling(word).hash;
  const auto next = static_cast<std::size_t>(word) + 1;
  return next < in_.words.size() ? first * value_base + in_.spelling(in_.words[next]).hash : first;
}

void Model::weigh_beginnings() {
  begins_.resize(count_ * in_.words.size());
  const auto weigh = [&](std::size_t word) {
    for (std::size_t column = 1; column < count_; ++column)
      begins_[column * in_.words.size() + word] = beginning(column, static_cast<int>(word));
  };
  for (const auto& [first, end] : spans_) {
    if (first < end) weigh(static_cast<std::size_t>(first));
  }
  each_cut(weigh);
}

double Model::beginning(std::size_t column, int word) const {
  const auto id = spelling(word);
  double all = 0;
  for (std::size_t other = 0; other < count_; ++other) all += start_in_[other * spellings_ + id] + prior(other, word);
  const double mine = start_in_[column * spellings_ + id] + prior(column, word);
  const double share = (mine + 0.25) / (all + 0.25 * static_cast<double>(count_));
  double out = bounded(-std::log(share * static_cast<double>(count_)), 2.5);
  // A column whose cells begin with the words of its kind is not likely to hold one that does not.
  if (const double usual = usual_[column]; usual > 0) out -= std::log((prior(column, word) > 0 ? usual : 1 - usual) / 0.5);
  return out;
}

// A bucket of lengths in each column, against all buckets being as likely.
void Model::weigh_lengths() {
  for (std::size_t column = 0; column < count_; ++column) {
    for (std::size_t i = 0; i < buckets; ++i) {
      const double share = (lengths_[column][i] + 0.5) / (rows_[column] + 5);
      length_[column][i] = 0.7 * bounded(-std::log(share * 10 / 2), 3);
    }
  }
}

double Model::length(std::size_t column, int words) const {
  if (learned_) return length_[column][bucket(words)];
  if (column == 0) return 0;
  const auto field = fields_[column];
  const bool is_short = field == Field::lead || field == Field::directing_leader || field == Field::due;
  return 0.2 * std::max(0, words - (is_short ? 4 : 8));
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

// Lead and coordinating units are the same people: what one column says, the other may say too.
double Model::alike(std::size_t column, std::size_t other) const {
  return other == column ? 1 : names_units_[column] && names_units_[other] ? 0.2 : 0;
}

Model::Known Model::find_value(std::uint64_t value) const {
  const auto found = values_.find(value);
  return found == values_.end() ? 0 : found->second;
}

double Model::known(std::size_t column, Known value, int words, const Own& own) const {
  if (fields_[column] == Field::title) return impossible;  // titles do not repeat: their beginnings do
  double times = 0;
  for (std::size_t other = 0; other < count_; ++other) times += alike(column, other) * times_[value * count_ + other];
  for (const Taught& taught : own) {
    if (find_value(taught.value) == value) times -= alike(column, taught.column) * taught.share;
  }
  if (times < least_times) return impossible;
  return -std::log(times / (std::max(1.0, rows_[column]) + 1)) - one_word * std::min(words, first_words) -
         later_word * std::max(0, words - first_words);
}

Model::Known Model::add_value(std::uint64_t value) {
  const auto [found, is_new] = values_.emplace(value, static_cast<Known>(values_.size() + 1));
  if (is_new) times_.resize(times_.size() + count_);
  return found->second;
}

// Only what stands in several rows can confirm another one.
void Model::count_values(const std::vector<Cell>& cells) {
  values_.clear();
  times_.assign(count_, 0);
  std::unordered_map<std::uint64_t, int> first_row;
  for (const Cell& cell : cells) {
    const auto [found, is_new] = first_row.emplace(cell.value, cell.row);
    if (!is_new && found->second != cell.row) add_value(cell.value);
  }
  for (const Cell& cell : cells) {
    if (const Known known = find_value(cell.value)) times_[known * count_ + cell.column] += cell.share;
  }
  constexpr double named = 3;  // what an entry of the register weighs, in rows
  for (const auto& [value, column] : register_) times_[add_value(value) * count_ + column] += named;
}

void Model::learn(const std::vector<Cell>& cells, const std::vector<double>& empties) {
  learned_ = true;
  for (auto* counts : {&word_, &start_in_, &starts_, &stops_, &rows_}) std::ranges::fill(*counts, 0);
  for (auto& lengths : lengths_) lengths.fill(0);
  gap_seen_ = {};
  started_.clear();
  std::vector<double> cut(in_.words.size());
  count_values(cells);
  for (const Cell& cell : cells) {
    const auto row = cell.column * spellings_;
    for (int word = cell.first; word < cell.end; ++word) word_[row + spelling(word)] += cell.share;
    rows_[cell.column] += cell.share;
    lengths_[cell.column][bucket(cell.end - cell.first)] += cell.share;
    if (cell.column > 0) {
      cut[static_cast<std::size_t>(cell.first)] += cell.share;
      if (cell.end - cell.first > 1 && cell.share > 0.5) started_.insert(two_words(cell.first));
      start_in_[row + spelling(cell.first)] += cell.share;
      starts_[spelling(cell.first)] += cell.share;
    }
    stops_[spelling(cell.end - 1)] += cell.share;
  }
  for (const auto& [first, end] : spans_) {
    for (int word = first + 1; word < end; ++word) {
      const Word& next = in_.words[static_cast<std::size_t>(word)];
      const double share = std::min(1.0, cut[static_cast<std::size_t>(word)]);
      auto& seen = gap_seen_[kind_of(next.gap, in_.spelling(next).shape)];
      seen[0] += 1 - share;
      seen[1] += share;
    }
  }
  for (std::size_t column = 0; column < count_; ++column) {
    const double none = empties[column], all = none + rows_[column], share = share_of_empty_[column];
    const double likely = (none + 4 * share) / (all + 4);
    empty_[column] = -std::log(likely);
    filled_[column] = -std::log(1 - likely);
  }
  learn_beginnings(cells);
  measure(cells);
  weigh_words();
  weigh_lengths();
  weigh_gaps();
  weigh_beginnings();
}

void Model::learn_beginnings(const std::vector<Cell>& cells) {
  constexpr double trust = 8;
  std::vector<double> known(count_);
  for (const Cell& cell : cells) known[cell.column] += prior(cell.column, cell.first) > 0 ? cell.share : 0;
  for (std::size_t column = 0; column < count_; ++column) {
    const double usual = usual_beginnings(fields_[column]);
    if (usual > 0) usual_[column] = std::min(0.97, (known[column] + trust * usual) / (rows_[column] + trust));
  }
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
      if (end < cell.end && cell.share > 0.5) widths[cell.column].push_back(width_of(in_, first, end));
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
