// A task as the log of changes keeps it.
#pragma once

#include <boost/json.hpp>

#include "domain/programme.h"

namespace tiendo::actions {

boost::json::object facts_of(const domain::Task& task);

struct Difference {
  boost::json::object before, after;  // the fields that differ
};
Difference difference(const domain::Task& before, const domain::Task& after);

}  // namespace tiendo::actions
