// A unit that tasks are given to: of the agency, or one that it works with (R08).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/programme.h"

namespace tiendo::domain {

enum class UnitKind { department, division, centre, office, public_service_unit, other };

const char* name_of(UnitKind kind);
std::optional<UnitKind> find_unit_kind(std::string_view name);
// By the words that a unit's name opens with: "Trung tâm …" is a centre.
UnitKind kind_by_name(std::string_view unit_name);

struct Unit {
  UnitId id;
  std::string name;  // as the agency writes it in full
  std::string abbreviation;
  std::vector<std::string> aliases;  // other spellings met in its documents
  int version = 1;
  UnitKind kind = UnitKind::other;
  std::optional<UnitId> parent;
  std::optional<Date> valid_from, valid_to;  // first and last day
  std::optional<UnitId> successor;           // the unit that it went into
  std::string identifier;                    // QĐ 20/2020/QĐ-TTg: "H56.12.3"
  std::string old_identifier;                // "000.01.12.H28"
  bool operator==(const Unit&) const = default;

  bool is_in_force(Date day) const { return (!valid_from || *valid_from <= day) && (!valid_to || day <= *valid_to); }
};

// At most 35 characters 0-9 and A-Z in groups parted by "."; the first group is a letter and two digits (QĐ 20/2020/QĐ-TTg).
bool is_identifier(std::string_view text);
// 13 characters in four groups, as 000.01.12.H28.
bool is_old_identifier(std::string_view text);

// Throws invalid "unit_name_missing", "bad_identifier", "bad_old_identifier", "unit_dates" (ends before it begins),
// "unit_parent" (not there, or below the unit itself).
void check(const Unit& unit, std::span<const Unit> others);

}  // namespace tiendo::domain
