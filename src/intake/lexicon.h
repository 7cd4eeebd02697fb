// How cells of each kind usually begin in the language of the trade: common nouns only, no names.
#pragma once

#include <string_view>

#include "domain/field.h"

namespace tiendo::intake {

// Whether cells of the field often begin with this word (search_key).
bool often_begins(domain::Field field, std::string_view key);

// A word (lower case, as written) that hardly ever ends a cell: "của", "và".
bool asks_for_more(std::string_view word);

}  // namespace tiendo::intake
