// What a task shall say, out of the body of a request.
#pragma once

#include <boost/json/object.hpp>

#include "actions/edit_task.h"

namespace tiendo::http {

// The members of PATCH /tasks/{task}. Throws invalid "bad_value" with the name of what is wrong; nothing named is wrong too.
actions::TaskEdit task_edit_from(const boost::json::object& form);

}  // namespace tiendo::http
