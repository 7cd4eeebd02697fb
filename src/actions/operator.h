// Whoever works at the machine itself, with the command line.
#pragma once

#include "domain/agency.h"

namespace tiendo::actions {

inline domain::Actor the_operator(domain::AgencyId agency) {
  return {{}, agency, "tiendo"};
}

}  // namespace tiendo::actions
