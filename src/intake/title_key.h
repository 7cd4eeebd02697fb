// Titles compared as a clerk compares them: by their words, not by case, marks, blanks or punctuation.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "domain/series.h"

namespace tiendo::intake {

using domain::series_words;
using domain::TitleWords;

// Folded words and numbers ("02" is "2").
TitleWords title_words(std::string_view title);

// "CĐS" and "Chuyển đổi số": the same words where one side may spell initials.
bool same_with_initials(const TitleWords& a, const TitleWords& b);

// Share of words in common, 0..1.
double similarity(TitleWords a, TitleWords b);
// The same of words that are in order already: for looking through many titles.
double similarity_of_sorted(const TitleWords& a, const TitleWords& b);

// The documents that a title names: "3445/qd-ubnd".
std::set<std::string> cited_symbols(std::string_view title);
// Reports on two different plans read alike but for the plan.
bool cite_other_documents(const std::set<std::string>& a, const std::set<std::string>& b);

}  // namespace tiendo::intake
