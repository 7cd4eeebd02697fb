// From a draft to the task it becomes.
#pragma once

#include <boost/json.hpp>

#include "intake/intake.h"

namespace tiendo::actions {

// As written; what it means is understood afterwards (understand.h). Has no id yet, unless the document carried one.
domain::Task task_from(const intake::TaskDraft& draft, const intake::Intake& intake, const domain::Programme& programme, int position);

// Each cell's places, as the preview shows them.
std::string places_of(const boost::json::value& preview, std::size_t row);

}  // namespace tiendo::actions
