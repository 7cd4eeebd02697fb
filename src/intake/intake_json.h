// An Intake as JSON and back without loss: the preview of the command line, the review page, the stored draft.
#pragma once

#include <boost/json/value.hpp>

#include "base/sentences.h"
#include "intake/intake.h"

namespace tiendo::intake {

// Problems carry their sentence in `language`.
boost::json::value to_json(const Intake& intake, Language language);
// Throws invalid "bad_intake" where the value is none.
Intake intake_from_json(const boost::json::value& value);

}  // namespace tiendo::intake
