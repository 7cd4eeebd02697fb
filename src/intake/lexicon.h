// How cells of each kind usually begin in the language of the trade, and which words lean on others: general words, no agency's.
#pragma once

#include <cstdint>
#include <string_view>

#include "domain/field.h"

namespace tiendo::intake {

// A set of fields, a bit each.
using Fields = std::uint32_t;
constexpr Fields fields_of(domain::Field field) {
  return 1u << static_cast<unsigned>(field);
}

// The fields whose cells often begin with these two words (value_of_word of each; 0 for none).
Fields fields_that_begin(std::uint64_t word, std::uint64_t next);

// Words (value_of) for a kind of body, office or person that a name must follow: "phòng", "trung tâm".
bool asks_for_name(std::uint64_t words);

// A word that hardly ever ends a cell: "của", "và".
bool asks_for_more(std::string_view word);

}  // namespace tiendo::intake
