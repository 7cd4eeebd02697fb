#include "domain/unit.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::domain {
namespace {

constexpr std::array<const char*, 6> kind_names = {"department", "division", "centre", "office", "public_service_unit", "other"};
constexpr std::size_t longest_identifier = 35;
constexpr std::string_view old_form = "000.00.00.A00";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool has_form(std::string_view text, std::string_view form) {
  return std::ranges::equal(text, form, [](char c, char wanted) {
    return wanted == '.' ? c == '.' : wanted == 'A' ? is_capital(c) : is_digit(c);
  });
}

const Unit* find(std::span<const Unit> units, UnitId id) {
  const auto found = std::ranges::find(units, id, &Unit::id);
  return found == units.end() ? nullptr : &*found;
}

// Upwards from the parent: the unit itself must not stand there.
bool is_below(std::span<const Unit> others, UnitId parent, UnitId unit) {
  std::size_t steps = 0;
  for (const Unit* above = find(others, parent); above; above = above->parent ? find(others, *above->parent) : nullptr) {
    if (above->id == unit || ++steps > others.size()) return true;
  }
  return false;
}

}  // namespace

const char* name_of(UnitKind kind) {
  return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<UnitKind> find_unit_kind(std::string_view name) {
  const auto found = std::ranges::find(kind_names, name);
  return found == kind_names.end() ? std::nullopt : std::optional(static_cast<UnitKind>(found - kind_names.begin()));
}

UnitKind kind_by_name(std::string_view unit_name) {
  static constexpr std::pair<std::string_view, UnitKind> openings[] = {
      {"van phong ", UnitKind::office}, {"vp ", UnitKind::office},     {"phong ", UnitKind::division}, {"trung tam ", UnitKind::centre},
      {"tt ", UnitKind::centre},        {"so ", UnitKind::department}, {"bo ", UnitKind::department},  {"ban ", UnitKind::department}};
  const std::string key = search_key(unit_name) + " ";
  const auto found = std::ranges::find_if(openings, [&](const auto& opening) { return key.starts_with(opening.first); });
  return found == std::end(openings) ? UnitKind::other : found->second;
}

bool is_identifier(std::string_view text) {
  if (text.size() > longest_identifier || !has_form(text.substr(0, 3), "A00")) return false;
  char before = '.';
  for (const char c : text) {
    if (!is_digit(c) && !is_capital(c) && (c != '.' || before == '.')) return false;
    before = c;
  }
  return before != '.' && (text.size() == 3 || text[3] == '.' || text[0] == 'Z');
}

bool is_old_identifier(std::string_view text) {
  return has_form(text, old_form);
}

void check(const Unit& unit, std::span<const Unit> others) {
  if (unit.name.empty()) throw Error(ErrorCode::invalid, "unit_name_missing");
  if (!unit.identifier.empty() && !is_identifier(unit.identifier)) throw Error(ErrorCode::invalid, "bad_identifier");
  if (!unit.old_identifier.empty() && !is_old_identifier(unit.old_identifier)) throw Error(ErrorCode::invalid, "bad_old_identifier");
  if (unit.valid_from && unit.valid_to && *unit.valid_to < *unit.valid_from) throw Error(ErrorCode::invalid, "unit_dates");
  if (unit.parent && (*unit.parent == unit.id || !find(others, *unit.parent) || is_below(others, *unit.parent, unit.id)))
    throw Error(ErrorCode::invalid, "unit_parent");
}

}  // namespace tiendo::domain
