// The fields of a task as an annex writes them, and the fields of a unit's proposal.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace tiendo::domain {

enum class Field { number, title, lead, coordinating, deliverable, directing_leader, note, due, issuing_level };

inline constexpr std::size_t field_count = 9;
inline constexpr std::array<Field, field_count> all_fields = {Field::number,       Field::title,       Field::lead,
                                                              Field::coordinating, Field::deliverable, Field::directing_leader,
                                                              Field::note,         Field::due,         Field::issuing_level};

// One spelling everywhere: the column in SQL, the key in JSON, the property in TypeScript.
std::string_view name_of(Field field);
std::optional<Field> find_field(std::string_view name);

}  // namespace tiendo::domain
