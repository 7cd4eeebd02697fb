// Soát: what a careful clerk would ask about a programme. Reads drafts, changes nothing.
#pragma once

#include "intake/intake.h"

namespace tiendo::intake {

// Problems in the order of the document. `known` is the register of units and leaders, where there is one.
std::vector<domain::Problem> check(const Intake& intake, const Register& known = {});

}  // namespace tiendo::intake
