// A rule that an agency may set within bounds: how the tables of rules are written (domain/account_rules.h, domain/work_settings.h).
#pragma once

#include <span>
#include <string>

#include "base/error.h"

namespace tiendo::domain {

template <class Rules>
struct Rule {
  const char* name;  // also the key of its words: "ui.rules.idle_minutes"
  int Rules::*value;
  int least, most;
  const char* source = "";  // empty where no regulation of grade A says it
};

// Throws invalid "rule_out_of_range" with the rule's name and bounds.
template <class Rules>
void check_bounds(const Rules& rules) {
  for (const Rule<Rules>& rule : Rules::table()) {
    const int value = rules.*rule.value;
    if (value < rule.least || value > rule.most)
      throw Error(ErrorCode::invalid, "rule_out_of_range", {rule.name, std::to_string(rule.least), std::to_string(rule.most)});
  }
}

}  // namespace tiendo::domain
