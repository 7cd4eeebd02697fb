// The operations of PATCH /intakes/{intake} as corrections of the clerk.
#pragma once

#include <vector>

#include <boost/json/object.hpp>

#include "actions/correct_intake.h"

namespace tiendo::http {

std::vector<actions::Correction> corrections_of(const boost::json::object& form);

}  // namespace tiendo::http
