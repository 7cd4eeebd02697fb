// Builds the index of words anew when this program folds or parts words otherwise than the one that wrote it.
#pragma once

#include "store/database.h"

namespace tiendo::store {

void refresh_search_index(Database& database);

}  // namespace tiendo::store
