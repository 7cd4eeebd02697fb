#include "store/search.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <vector>

#include "base/text.h"

namespace tiendo::store {
namespace {

constexpr std::size_t longest_word = 60;
constexpr std::string_view with_marks = "\u00A4";  // stands in no word: tells the marked words from the folded

// How many bytes at `at` belong to a word; 0 where a word ends. Punctuation of Unicode's general blocks parts words as
// that of ASCII does.
std::size_t in_word(std::string_view key, std::size_t at) {
  const auto lead = static_cast<unsigned char>(key[at]);
  if (lead < 0x80) return std::isalnum(lead) ? 1 : 0;
  const std::size_t bytes = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (at + bytes > key.size() || lead == 0xC2) return 0;  // U+0080…U+00BF
  const auto second = static_cast<unsigned char>(key[at + 1]);
  if (lead == 0xE2 && second <= 0x83) return 0;  // U+2000…U+20FF
  if (lead == 0xE3 && second == 0x80) return 0;  // U+3000…U+303F
  if (lead == 0xEF && second >= 0xBB) return 0;  // U+FEC0…: byte order mark, U+FFFD
  return bytes;
}

std::size_t bytes_of(std::string_view key, std::size_t at) {
  const auto lead = static_cast<unsigned char>(key[at]);
  const std::size_t bytes = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(bytes, key.size() - at);
}

std::vector<std::string> parted(std::string_view key) {
  std::vector<std::string> words;
  bool open = false;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t bytes = in_word(key, at);
    if (bytes == 0) {
      open = false;
      at += bytes_of(key, at);
      continue;
    }
    if (!open) words.emplace_back();
    open = true;
    if (words.back().size() + bytes <= longest_word) words.back().append(key, at, bytes);
    at += bytes;
  }
  return words;
}

std::string all_of(const std::string& prefix, const std::vector<std::string>& words) {
  std::string query;
  for (const std::string& word : words) query += (query.empty() ? "\"" : " AND \"") + prefix + word + '"';
  if (!words.empty() && words.back().size() > 1) query += " *";
  return query;
}

}  // namespace

std::string index_words(const domain::Task& task) {
  std::string text;
  for (const std::string* field :
       {&task.number, &task.title, &task.lead, &task.coordinating, &task.deliverable, &task.directing_leader, &task.note, &task.due}) {
    text += *field + "\n";
  }
  for (const auto& [header, value] : task.extra) text += value + "\n";
  const std::string prefix = task.agency.text();
  std::set<std::string> once;
  for (const std::string& word : parted(search_key(text))) once.insert(prefix + word);
  for (const std::string& word : parted(marked_key(text))) once.insert(prefix + std::string(with_marks) + word);
  std::string words;
  for (const std::string& word : once) words += word + ' ';
  return words;
}

WordSearch word_search(domain::AgencyId agency, std::string_view typed) {
  auto folded = parted(search_key(typed)), marked = parted(marked_key(typed));
  folded.resize(std::min(folded.size(), most_search_words));
  marked.resize(std::min(marked.size(), most_search_words));
  return {all_of(agency.text(), folded), all_of(agency.text() + std::string(with_marks), marked)};
}

std::string number_key(std::string_view number) {
  std::string key;
  for (std::size_t at = 0; at < number.size();) {
    std::size_t end = at;
    while (end < number.size() && number[end] >= '0' && number[end] <= '9') ++end;
    if (end == at) {
      key += number[at++];
      continue;
    }
    const std::string_view digits = number.substr(at, end - at);
    if (digits.size() < 8) key.append(8 - digits.size(), '0');
    key += digits;
    at = end;
  }
  return key;
}

}  // namespace tiendo::store
