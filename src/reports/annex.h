// The annex of a decision: a programme and its tasks as the table that is signed, in the form of Decree 30/2020 (R42, R43).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/programme.h"
#include "formats/sheet.h"

namespace tiendo::reports {

struct AnnexForm {
  std::string agency;  // whose document it is
  // Headings of the columns where the agency writes its own; the rest are those of the model annex.
  std::map<domain::Field, std::string> headings;
  double table_letters = 12;
};

// Tasks in the order of their position. The seven columns stand always; deadline and further columns where a task fills them.
formats::Sheet annex(const domain::Programme& programme, std::vector<domain::Task> tasks, const AnnexForm& form = {});

// "PHỤ LỤC II. Nhiệm vụ cụ thể" -> "Phụ lục II" and "Nhiệm vụ cụ thể"; a title that names no annex -> "Phụ lục" and itself.
std::pair<std::string, std::string> annex_and_title(const std::string& title);

}  // namespace tiendo::reports
