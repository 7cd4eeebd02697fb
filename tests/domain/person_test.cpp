#include "domain/person.h"

#include <gmock/gmock.h>

#include "base/error.h"

namespace tiendo::domain {
namespace {

using namespace std::chrono_literals;

const PersonId owner{1}, delegate{2}, third{3};

Delegation absence(PersonId absent, PersonId by, Date from, Date to) {
  return {.id = DelegationId(from.day() == 1d ? 7 : 8), .absent = absent, .delegate = by, .from = from, .to = to};
}

std::string refusal(const Delegation& delegation, const std::vector<Delegation>& others) {
  try {
    check(delegation, others);
    return "";
  } catch (const Error& error) {
    return error.key();
  }
}

TEST(Holder, IsTheDelegateFromTheFirstToTheLastDayAndTheOwnerOnAllOthers) {
  const std::vector all{absence(owner, delegate, 2026y / 12 / 1, 2026y / 12 / 10)};
  const auto on = [&](unsigned day) { return holder(all, owner, 2026y / 12 / day); };
  EXPECT_EQ(on(5), (Holder{delegate, owner}));
  EXPECT_EQ(on(11), (Holder{owner, std::nullopt}));
  EXPECT_EQ(on(1).person, delegate);
  EXPECT_EQ(on(10).person, delegate);
  EXPECT_EQ(holder(all, owner, 2026y / 11 / 30).person, owner);
  EXPECT_EQ(holder(all, delegate, 2026y / 12 / 5), (Holder{delegate, std::nullopt})) << "the delegate keeps what is their own";
}

TEST(Delegation, IsOneToAnotherAndNotPassedOn) {
  const std::vector known{absence(owner, delegate, 2026y / 12 / 1, 2026y / 12 / 10)};
  const auto refused = [&](PersonId absent, PersonId by, unsigned from, unsigned to) {
    return refusal(absence(absent, by, 2026y / 12 / from, 2026y / 12 / to), known);
  };
  EXPECT_EQ(refused(third, third, 2, 3), "delegation_to_oneself");
  EXPECT_EQ(refused(third, owner, 20, 12), "days_backwards");
  EXPECT_EQ(refused(owner, third, 10, 12), "delegation_overlaps");
  EXPECT_EQ(refused(third, owner, 5, 12), "delegate_absent");
  EXPECT_EQ(refused(delegate, third, 5, 12), "delegation_passed_on");
  EXPECT_EQ(refused(owner, third, 11, 12), "");
  EXPECT_EQ(refused(third, delegate, 5, 12), "") << "one person may stand in for two";
}

TEST(Responsibility, DirectsAUnitOnItsDaysOnly) {
  Service service;
  service.responsibilities = {{"", {UnitId(4)}, {2026y / 1 / 1, 2026y / 6 / 30}}};
  check(service);
  EXPECT_TRUE(directs(service, UnitId(4), 2026y / 6 / 30));
  EXPECT_FALSE(directs(service, UnitId(4), 2026y / 7 / 1));
  EXPECT_FALSE(directs(service, UnitId(5), 2026y / 6 / 30));
  service.responsibilities.push_back({"", {}, {}});
  EXPECT_THROW(check(service), Error);
}

}  // namespace
}  // namespace tiendo::domain
