// An official document that a text names: "Quyết định số 826/QĐ-BTTTT ngày 21/5/2024", "Nghị quyết số 57-NQ/TW", "Đề án 06".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "domain/tokens.h"

namespace tiendo::domain {

struct Citation {
  std::string kind;  // "Quyết định"; from the word, or from the symbol where no word stands; empty where neither says
  bool kind_is_written = false;
  std::string number;        // "826"
  std::optional<int> year;   // in the symbol: 107/2021/NĐ-CP
  std::string symbol;        // what follows the number: "QĐ-BTTTT", "NQ/TW"
  std::string kind_code;     // "QĐ"; empty for an official letter ("1552/BTTTT-TTH")
  std::string issuer_code;   // "BTTTT", "TW"
  std::string date_written;  // "16-6-2022"; may name a day that never was
  std::optional<Date> date;
  std::string issuer;  // "Thủ tướng Chính phủ", after "của", as far as it is given
  std::string as_written;
  TextPlace place;
  bool operator==(const Citation&) const = default;
};

std::vector<Citation> citations(std::string_view text);

// What contradicts itself within one citation. `key` names a sentence "problem.<key>".
struct CitationDoubt {
  std::string key;
  std::vector<std::string> arguments;
};
std::vector<CitationDoubt> doubts(const Citation& citation);

}  // namespace tiendo::domain
