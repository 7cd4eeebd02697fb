// A letter to a unit about its tasks in the form of an official letter (công văn) of Decree 30/2020, Annex III, form 1.5.
#pragma once

#include "domain/letter.h"
#include "formats/sheet.h"

namespace tiendo::reports {

// What it says around the table of tasks.
struct LetterText {
  std::string opening;
  std::vector<std::string> asks;  // paragraphs behind the table; the last ends with "./."
};
LetterText letter_text(const domain::Letter& letter);

// "Quá hạn 12 ngày; đang thực hiện, 40%; cập nhật lần cuối ngày 02/07/2025".
std::string standing_in_words(const domain::LetterTask& task);

// A4 upright. Number, day and signer are open while it is a draft.
formats::Sheet letter_sheet(const domain::Letter& letter);

}  // namespace tiendo::reports
