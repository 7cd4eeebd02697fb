// Who decides on a task: the leaders who direct it as it is, or as it shall be.
#pragma once

#include "actions/delegate.h"

namespace tiendo::actions {

// Those that the register knows.
std::vector<domain::PersonId> directors(const store::Reader& reader, domain::AgencyId agency, const std::optional<domain::Task>& before,
                                        const std::optional<domain::Task>& after);

// As what a leader decides on that day: as one of them, or for one who is away (R17); any leader where there is none.
std::optional<domain::Holder> decides_as(const store::Reader& reader, const domain::Actor& actor,
                                         const std::vector<domain::PersonId>& directors, Date today);

}  // namespace tiendo::actions
