// What the agency asks of its programmes.
#pragma once

#include "domain/completeness.h"
#include "store/store.h"

namespace tiendo::store {

std::vector<Item> items_asked(const Reader& reader, AgencyId agency);  // items_by_default until the agency has said
void ask_items(Writer& writer, AgencyId agency, const std::vector<Item>& items);

}  // namespace tiendo::store
