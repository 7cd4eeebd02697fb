// Tasks given outside the programmes: the register of each year that holds them, and what gave each.
#pragma once

#include <set>

#include "domain/unplanned.h"
#include "store/store.h"

namespace tiendo::store {

std::optional<ProgrammeId> find_unplanned_register(const Reader& reader, AgencyId agency, int year);
void add_unplanned_register(Writer& writer, AgencyId agency, int year, ProgrammeId programme);
bool is_unplanned_register(const Reader& reader, AgencyId agency, ProgrammeId programme);
std::vector<int> unplanned_years(const Reader& reader, AgencyId agency);  // latest first

void add(Writer& writer, AgencyId agency, const Unplanned& unplanned);
// Of that year's register, what was entered last first.
std::vector<Unplanned> unplanned(const Reader& reader, AgencyId agency, int year);
std::set<TaskId> unplanned_tasks(const Reader& reader, AgencyId agency);  // of all years

}  // namespace tiendo::store
