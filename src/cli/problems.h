// What soát found, as the command line says it.
#pragma once

#include <iosfwd>
#include <vector>

#include "base/sentences.h"
#include "domain/problem.h"

namespace tiendo::cli {

// One line a problem, with its place, errors first; then one line with the counts. The same for a file and a stored programme.
void print_problems(std::ostream& out, const std::vector<domain::Problem>& problems, Language language);

// {"problems":[{"key","severity","where","arguments","message"}]}
void print_problems_json(std::ostream& out, const std::vector<domain::Problem>& problems, Language language);

}  // namespace tiendo::cli
