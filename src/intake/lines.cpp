#include "intake/lines.h"

#include <algorithm>
#include <cctype>
#include <functional>

#include "base/text.h"
#include "intake/lexicon.h"
#include "intake/value.h"

namespace tiendo::intake {
namespace {

struct Letter {
  char32_t code = 0;
  std::size_t bytes = 1;
};

Letter letter_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (bytes == 1 || at + bytes > text.size()) return {lead, 1};
  char32_t code = lead & (0xFFu >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) code = (code << 6) | (byte(at + i) & 0x3Fu);
  return {code, bytes};
}

bool is_no_break(char32_t code) {
  return code == 0xA0 || code == 0x202F || code == 0x2007;
}
bool is_blank(char32_t code) {
  return code == ' ' || (code >= 9 && code <= 13) || code == 0x85 || code == 0x1680 || (code >= 0x2000 && code <= 0x200B) ||
         code == 0x2028 || code == 0x2029 || code == 0x205F || code == 0x3000 || code == 0xFEFF || is_no_break(code);
}

struct Blanks {
  int plain = 0, no_break = 0;
  bool tab = false;
  void add(char32_t code) {
    if (is_no_break(code))
      ++no_break;
    else
      ++plain;
    tab = tab || code == '\t';
  }
  Gap kind() const {
    return tab || (plain >= 2 && no_break == 0) ? Gap::wide : no_break > 0 ? (plain > 0 ? Gap::mixed : Gap::glued) : Gap::space;
  }
};

constexpr std::string_view open_ends[] = {",", ";", "-", "–", "(", "[", "“", "/", "&", "+"};

Shape shape_of(std::string_view text) {
  const Letter first = letter_at(text, 0);
  if (first.code >= '0' && first.code <= '9') return Shape::digit;
  const bool is_letter = first.code < 0x80 ? std::isalpha(static_cast<int>(first.code)) != 0 : first.code >= 0xC0 && first.code < 0x2000;
  if (!is_letter) return Shape::mark;
  const std::string_view letter = text.substr(0, first.bytes);
  return upper(letter) == letter ? Shape::upper : Shape::lower;
}

double width_of(char32_t code) {
  if (code == 'm' || code == 'w' || code == 'M' || code == 'W' || code == '&' || code == '%') return 1.6;
  if (code < 0x80 && std::string_view("iljtfrI.,;:()[]'!|/-").find(static_cast<char>(code)) != std::string_view::npos) return 0.65;
  return code >= 'A' && code <= 'Z' ? 1.35 : 1;
}

Spelling spell(std::string_view text) {
  Spelling out;
  out.key = search_key(text);
  out.hash = value_of_word(text);
  out.shape = shape_of(text);
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    out.width += width_of(letter.code);
    if (letter.code == '(' || letter.code == 0x201C) ++out.brackets;
    if (letter.code == ')' || letter.code == 0x201D) --out.brackets;
    if (letter.code == '"') out.odd_quotes = !out.odd_quotes;
    at += letter.bytes;
  }
  out.ends_open = std::ranges::any_of(open_ends, [&](std::string_view end) { return text.ends_with(end); });
  out.ends_open = out.ends_open || asks_for_more(text);
  out.ends_list = text.ends_with(',') || text.ends_with(';');
  out.ends_stop = text.ends_with('.') && text.size() > 2;
  return out;
}

// "QĐ-" + "TTg", "16-6-" + "2022": a symbol or a date goes on. "Kiến -" + "trúc" and "chuyển đổi-" + "số" do not.
bool breaks_inside_symbol(std::string_view before, std::string_view after) {
  const auto blank = before.find_last_of(" \n");
  std::string_view word = blank == before.npos ? before : before.substr(blank + 1);
  if (word.size() < 2 || !(word.ends_with('-') || word.ends_with('/'))) return false;
  const std::string_view next = after.substr(0, after.find(' '));
  if (next.empty()) return false;
  const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  if (is_digit(word[word.size() - 2]) && is_digit(next[0])) return true;
  if (word.ends_with('/')) return false;
  const bool has_number = std::ranges::any_of(word, is_digit) || word.find('/') != word.npos;
  return has_number && shape_of(next) == Shape::upper;
}

}  // namespace

int Lines::intern(std::string_view text) {
  const auto found = known_.find(text);
  if (found != known_.end()) return found->second;
  spellings_.push_back(spell(text));
  const int id = static_cast<int>(spellings_.size()) - 1;
  known_.emplace(text, id);
  return id;
}

void Lines::add(const formats::Paragraph& paragraph) {
  new_page_ = new_page_ || (paragraph.place.page != page_ && page_ >= 0);
  page_ = paragraph.place.page;
  const std::string_view text = paragraph.text;
  int offset = 0;
  for (std::size_t first = 0; first <= text.size();) {
    const auto end = std::min(text.find('\n', first), text.size());
    add_line(text.substr(first, end - first), paragraph, offset);
    offset += static_cast<int>(code_points(text.substr(first, end - first))) + 1;
    first = end + 1;
  }
}

void Lines::add_line(std::string_view text, const formats::Paragraph& paragraph, int offset) {
  Line line{text, &paragraph, paragraph.place, static_cast<int>(words.size()), 0, blanks_, new_page_};
  Blanks blanks;
  int at_letter = offset;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    if (is_blank(letter.code)) {
      if (letter.code == '\f') line.new_page = true;
      blanks.add(letter.code);
      at += letter.bytes;
      ++at_letter;
      continue;
    }
    const bool starts_line = static_cast<int>(words.size()) == line.first;
    Word word{{}, 0, static_cast<int>(lines.size()), at_letter, 0, starts_line ? (blanks_ ? Gap::blank_line : Gap::line) : blanks.kind()};
    const std::size_t first = at;
    while (at < text.size()) {
      const Letter next = letter_at(text, at);
      if (is_blank(next.code)) break;
      at += next.bytes;
      ++at_letter;
    }
    word.text = text.substr(first, at - first);
    word.to = at_letter;
    word.spelling = intern(word.text);
    words.push_back(word);
    glued_ += word.gap <= Gap::mixed;
    spaces_ += word.gap == Gap::space || word.gap == Gap::wide;
    blanks = {};
  }
  line.end = static_cast<int>(words.size());
  if (line.first == line.end) {
    ++blanks_;
    new_page_ = line.new_page;
    return;
  }
  lines.push_back(line);
  blanks_ = 0;
  new_page_ = false;
}

Lines Lines::part(int first, int end) const {
  Lines out;
  out.glued_ = glued_;
  out.spaces_ = spaces_;
  std::unordered_map<int, int> known;
  for (int at = first; at < end; ++at) {
    Word word = words[static_cast<std::size_t>(at)];
    if (at == first || word.line != words[static_cast<std::size_t>(at) - 1].line) {
      Line line = lines[static_cast<std::size_t>(word.line)];
      line.first = std::max(line.first, first) - first;
      line.end = std::min(line.end, end) - first;
      out.lines.push_back(line);
    }
    const auto [found, is_new] = known.emplace(word.spelling, static_cast<int>(out.spellings_.size()));
    if (is_new) out.spellings_.push_back(spelling(word));
    word.spelling = found->second;
    word.line = static_cast<int>(out.lines.size()) - 1;
    out.words.push_back(word);
  }
  return out;
}

std::string Lines::key(int first, int end) const {
  std::string out;
  for (int word = first; word < end; ++word) out += (word > first ? " " : "") + key(word);
  return out;
}

std::string joined(std::string_view before, std::string_view after) {
  std::string out(before);
  if (!before.empty() && !after.empty() && !breaks_inside_symbol(before, after)) out += ' ';
  out += after;
  return out;
}

std::string joined(const Lines& in, const std::vector<int>& words) {
  std::string out;
  int line = -1;
  for (const int index : words) {
    const Word& word = in.words[static_cast<std::size_t>(index)];
    const bool breaks = line >= 0 && word.line != line;
    if (breaks)
      out = joined(out, word.text);
    else
      out.append(out.empty() ? "" : " ").append(word.text);
    line = word.line;
  }
  return out;
}

std::vector<formats::Place> places(const Lines& in, const std::vector<int>& words) {
  std::vector<formats::Place> out;
  int last = -2;
  for (const int index : words) {
    const Word& word = in.words[static_cast<std::size_t>(index)];
    if (index == last + 1 && in.words[static_cast<std::size_t>(last)].line == word.line) {
      out.back().to = word.to;
    } else {
      formats::Place place = in.lines[static_cast<std::size_t>(word.line)].place;
      place.from = word.from;
      place.to = word.to;
      out.push_back(std::move(place));
    }
    last = index;
  }
  return out;
}

}  // namespace tiendo::intake
