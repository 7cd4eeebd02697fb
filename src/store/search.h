// The words of a task as the index holds them, and a search as the index is asked.
#pragma once

#include <string>
#include <string_view>

#include "domain/programme.h"

namespace tiendo::store {

// Raised when words are folded or parted otherwise than before: the index is then built anew at start.
inline constexpr int search_layout = 1;

inline constexpr std::size_t most_search_words = 16;

// Each word twice: folded, and with its marks. Every word begins with its agency (adr/0031).
std::string index_words(const domain::Task& task);

struct WordSearch {
  std::string folded;  // all words; empty where nothing was typed that is a word
  std::string marked;  // all words with the marks as typed
};

// The last word may go on; a single letter may not.
WordSearch word_search(domain::AgencyId agency, std::string_view typed);

// Numbers inside sort by value: "2" < "10" < "10a".
std::string number_key(std::string_view number);

}  // namespace tiendo::store
