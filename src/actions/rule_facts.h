// Rules as an event keeps them.
#pragma once

#include <boost/json.hpp>

#include "domain/rule.h"

namespace tiendo::actions {

template <class Rules>
std::string rule_facts(const Rules& rules) {
  boost::json::object all;
  for (const auto& rule : Rules::table()) all[rule.name] = rules.*rule.value;
  return boost::json::serialize(all);
}

}  // namespace tiendo::actions
