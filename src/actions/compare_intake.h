// A newer file beside the programme it may be a newer version of. Changes nothing.
#pragma once

#include <map>
#include <set>

#include "intake/intake.h"
#include "intake/match_tasks.h"
#include "store/store.h"

namespace tiendo::actions {

struct Comparison {
  store::ProgrammeRecord programme;
  std::vector<domain::Task> before;       // what is kept, in its order
  std::vector<domain::Task> after;        // the drafts, row by row, under the programme's sections
  std::vector<domain::Section> sections;  // the programme's, with what the newer file says of them and adds
  intake::TaskMatches matches;
  std::string seen;  // changes when the programme or any task of it does: what was looked at is what is merged
};

// Throws not_found "programme_not_found".
Comparison compare_intake(const store::Reader& reader, domain::AgencyId agency, const intake::Intake& intake,
                          domain::ProgrammeId programme);

// Whether the clerk takes what the row says in this field. "place" stands for section, quarter, month and order together: a task
// is moved or it is not.
bool is_taken(const intake::TaskDraft& draft, const intake::MergeChoice& choice, std::string_view field);

// A programme that the document may be a newer version of.
struct LikelyProgramme {
  store::ProgrammeRecord programme;
  int same_titles = 0;  // of the document's tasks, how many it has by identity or title
};

// Of the newest programmes, those that share titles with the document, most first.
std::vector<LikelyProgramme> likely_programmes(const store::Reader& reader, domain::AgencyId agency, const intake::Intake& intake);

}  // namespace tiendo::actions
