// What every check is given: the drafts, the register, the programme's year; and where it puts what it finds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/check.h"

namespace tiendo::intake::checks {

using domain::Field;
using domain::Problem;
using domain::ProblemPlace;
using domain::Severity;

struct Desk {
  const Intake& intake;
  const Register& known;
  int year = 0;  // 0 where the document names none
};

using Problems = std::vector<Problem>;
using Check = void (*)(const Desk& desk, Problems& problems);

ProblemPlace document_place();
ProblemPlace section_place(const Intake& intake, const domain::Section& section);
ProblemPlace task_place(const Intake& intake, std::size_t row, std::string_view field = {});
ProblemPlace proposal_place(const Intake& intake, std::size_t row, std::string_view field = {});

// What a reader would say: "Quý III", "Mục II", "Quý III, số 12".
std::string section_label(const Intake& intake, std::string_view section_id);
std::string task_label(const Intake& intake, std::size_t row);

bool has_column(const Intake& intake, Field field);
std::string quoted(std::string_view text);                  // “…”, long text shortened
std::string listed(const std::vector<std::string>& items);  // "a, b, c"

// The year that the title, the attachment or the deadlines name most; 0 for none.
int programme_year(const Intake& intake);

// The checks, one function each.
void check_declared_counts(const Desk&, Problems&);
void check_numbers(const Desk&, Problems&);
void check_missing_cells(const Desk&, Problems&);
void check_deadlines(const Desk&, Problems&);
void check_leads(const Desk&, Problems&);
void check_spellings(const Desk&, Problems&);
void check_repeats(const Desk&, Problems&);
void check_quantities(const Desk&, Problems&);
void check_citations(const Desk&, Problems&);
void check_evidence(const Desk&, Problems&);
void check_abolished_levels(const Desk&, Problems&);
void check_secret_marks(const Desk&, Problems&);
void check_proposals(const Desk&, Problems&);
void check_proposal_totals(const Desk&, Problems&);

}  // namespace tiendo::intake::checks
