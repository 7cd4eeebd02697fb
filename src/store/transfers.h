// Work that went from one person to another.
#pragma once

#include "domain/transfer.h"
#include "store/store.h"

namespace tiendo::store {

void add(Writer& writer, AgencyId agency, const Transfer& transfer);
std::vector<Transfer> transfers(const Reader& reader, AgencyId agency);  // in the order of time

// Of all work that somebody has, or had before it went back to the unit; stopped and refused work, and what is planned, left out.
std::vector<Holding> holdings(const Reader& reader, AgencyId agency);

}  // namespace tiendo::store
