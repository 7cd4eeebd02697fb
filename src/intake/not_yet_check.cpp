// Lets the program be linked until soát lands. Whoever brings `check` deletes this file.
#include "intake/check.h"

namespace tiendo::intake {

std::vector<domain::Problem> check(const Intake&, const Register&) { return {}; }

}  // namespace tiendo::intake
