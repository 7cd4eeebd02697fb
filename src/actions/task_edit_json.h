// What a task shall say, as JSON that is kept until a leader has consented to it: the members of PATCH /tasks/{task}.
#pragma once

#include <boost/json.hpp>

#include "actions/edit_task.h"

namespace tiendo::actions {

boost::json::object edit_as_json(const TaskEdit& edit);
TaskEdit edit_from_json(const boost::json::object& object);  // what edit_as_json wrote

}  // namespace tiendo::actions
