// The parts that documents of Decree 30/2020 have in common: the head with the national title, paragraphs of the body, the foot.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "formats/sheet.h"

namespace tiendo::reports {

// Letters of the boxes of the diagram (Annex I), in points.
inline constexpr double name_letters = 13, body_letters = 14, table_letters = 12, recipients_heading = 12, recipients_letters = 11;

struct OfficialHead {
  std::string superior, issuer;  // printed in capitals; the superior may be empty
  std::string number;            // "Số: 05/SKHCN-VP"
  std::string subject;           // behind "V/v" of an official letter; empty where the document has a title of its own
  std::string place_and_day;     // "Bình Minh, ngày 05 tháng 8 năm 2025"
};
formats::SheetTable official_head(const OfficialHead& head, double width);

struct OfficialFoot {
  std::vector<std::string> recipients;  // without dashes and ends
  std::string capacity;                 // line by line
  std::string signer;                   // empty until it is signed
};
formats::SheetTable official_foot(const OfficialFoot& foot, double width);

formats::SheetParagraph body_paragraph(std::string text);

// "Bình Minh, ngày 05 tháng 8 năm 2025": days below 10 and the months 1 and 2 with a leading 0; open where there is no day yet.
std::string place_and_day(const std::string& place, const std::optional<Date>& day);

std::vector<std::string> lines_of(std::string_view text);

}  // namespace tiendo::reports
