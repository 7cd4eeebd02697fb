#include "intake/title_key.h"

#include <algorithm>

#include "base/text.h"
#include "domain/citation.h"
#include "domain/tokens.h"

namespace tiendo::intake {

TitleWords title_words(std::string_view title) {
  TitleWords out;
  for (const auto& token : domain::tokens(title)) {
    if (token.is_word()) out.push_back(domain::folded(token));
    if (token.is_number()) out.push_back(domain::plain_number(token.text));
  }
  return out;
}

bool same_with_initials(const TitleWords& a, const TitleWords& b) {
  constexpr std::size_t fewest = 2, most = 6;  // letters of an abbreviation
  std::size_t i = 0, j = 0;
  const auto spells = [](const std::string& initials, const TitleWords& words, std::size_t& at) {
    if (initials.size() < fewest || initials.size() > most) return false;
    std::size_t k = 0;
    while (k < initials.size() && at + k < words.size() && words[at + k][0] == initials[k]) ++k;
    // "số" before an issue's number is taken for the word of the number: "Chuyển đổi số 9/2025".
    const bool lacks_so = k + 1 == initials.size() && initials[k] == 's' && at + k == words.size();
    if (k < initials.size() && !lacks_so) return false;
    at += k;
    return true;
  };
  while (i < a.size() && j < b.size()) {
    if (a[i] == b[j])
      ++i, ++j;
    else if (spells(a[i], b, j))
      ++i;
    else if (spells(b[j], a, i))
      ++j;
    else
      return false;
  }
  const auto is_left_so = [](const TitleWords& words, std::size_t at) { return at + 1 == words.size() && words[at] == "so"; };
  return (i == a.size() && j == b.size()) || (i == a.size() && is_left_so(b, j)) || (j == b.size() && is_left_so(a, i));
}

double similarity_of_sorted(const TitleWords& a, const TitleWords& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t both = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    const int order = left->compare(*right);
    both += order == 0;
    if (order <= 0) ++left;
    if (order >= 0) ++right;
  }
  return 2.0 * static_cast<double>(both) / static_cast<double>(a.size() + b.size());
}

double similarity(TitleWords a, TitleWords b) {
  std::ranges::sort(a);
  std::ranges::sort(b);
  return similarity_of_sorted(a, b);
}

std::set<std::string> cited_symbols(std::string_view title) {
  std::set<std::string> out;
  for (const auto& citation : domain::citations(title)) {
    if (!citation.symbol.empty()) out.insert(citation.number + "/" + search_key(citation.symbol));
  }
  return out;
}

bool cite_other_documents(const std::set<std::string>& a, const std::set<std::string>& b) {
  return !a.empty() && !b.empty() && std::ranges::none_of(a, [&](const auto& symbol) { return b.contains(symbol); });
}

}  // namespace tiendo::intake
