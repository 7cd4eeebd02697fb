// Who decides on a task: the leaders who direct it as it is, or as it shall be.
#pragma once

#include "store/store.h"

namespace tiendo::actions {

// Those that the register knows.
std::vector<domain::PersonId> directors(const store::Reader& reader, domain::AgencyId agency, const std::optional<domain::Task>& before,
                                        const std::optional<domain::Task>& after);

// A leader whose account stands for one of them; any leader where there is none.
bool is_decider(const store::Reader& reader, const domain::Actor& actor, const std::vector<domain::PersonId>& directors);

}  // namespace tiendo::actions
