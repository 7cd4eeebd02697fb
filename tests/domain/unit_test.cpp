#include "domain/unit.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace tiendo::domain {
namespace {

using namespace std::chrono_literals;

Unit unit(std::int64_t id, std::optional<std::int64_t> parent = {}) {
  Unit made{.id = UnitId(id), .name = "Phòng " + std::to_string(id)};
  if (parent) made.parent = UnitId(*parent);
  return made;
}

std::string refusal(const Unit& changed, std::vector<Unit> others = {}) {
  try {
    check(changed, others);
  } catch (const Error& error) {
    return error.key();
  }
  return "";
}

TEST(Unit, HasAnIdentifierOfGroupsFromTheTopDown) {
  EXPECT_TRUE(is_identifier("H56"));
  EXPECT_TRUE(is_identifier("H56.12.3"));
  EXPECT_TRUE(is_identifier("Z0112345678901234567890123456789012"));
  EXPECT_FALSE(is_identifier("H56.12..3"));
  EXPECT_FALSE(is_identifier("H56."));
  EXPECT_FALSE(is_identifier("H5612"));
  EXPECT_FALSE(is_identifier("h56"));
  EXPECT_FALSE(is_identifier("H56.1234567890123456789012345678901234"));
  EXPECT_FALSE(is_identifier(""));
}

TEST(Unit, HasAnOldIdentifierOfThirteenCharacters) {
  EXPECT_TRUE(is_old_identifier("000.01.12.H28"));
  EXPECT_FALSE(is_old_identifier("H28.12.01.000"));
  EXPECT_FALSE(is_old_identifier("000.01.12.H2"));
}

TEST(Unit, StandsUnderNoUnitOfItsOwn) {
  EXPECT_EQ(refusal(unit(1, 2), {unit(1), unit(2, 1)}), "unit_parent");
  EXPECT_EQ(refusal(unit(1, 1), {unit(1)}), "unit_parent");
  EXPECT_EQ(refusal(unit(1, 9), {unit(1)}), "unit_parent");
  EXPECT_EQ(refusal(unit(2, 1), {unit(1), unit(2)}), "");
}

TEST(Unit, HasANameAndEndsAfterItBegins) {
  EXPECT_EQ(refusal(Unit{.id = UnitId(1)}), "unit_name_missing");
  Unit dated = unit(1);
  dated.valid_from = 2025y / 7 / 1;
  dated.valid_to = 2025y / 6 / 30;
  EXPECT_EQ(refusal(dated), "unit_dates");
  EXPECT_FALSE(dated.is_in_force(2025y / 7 / 1));
  dated.valid_to = 2025y / 12 / 31;
  EXPECT_TRUE(dated.is_in_force(2025y / 12 / 31));
  EXPECT_FALSE(dated.is_in_force(2026y / 1 / 1));
}

}  // namespace
}  // namespace tiendo::domain
