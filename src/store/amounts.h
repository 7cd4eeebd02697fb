// How much of their targets tasks have done, word by word.
#pragma once

#include <map>

#include "domain/target.h"
#include "store/store.h"

namespace tiendo::store {

void add(Writer& writer, AgencyId agency, TaskId task, std::int64_t entry, std::span<const Amount> amounts);

// By the entry that said it.
std::map<std::int64_t, std::vector<Amount>> amounts_said(const Reader& reader, AgencyId agency, TaskId task);

// The targets of its title with what is done; amounts of a unit that the title no longer names are left out.
std::vector<Target> targets(const Reader& reader, const Task& task);

}  // namespace tiendo::store
