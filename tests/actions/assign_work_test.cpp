// Inside a unit somebody carries a task out; who leaves hands everything over.
#include "actions/assign_work.h"

#include <gmock/gmock.h>

#include "actions/add_progress.h"
#include "actions/workload.h"
#include "store/key_of_error.h"
#include "store/office.h"

namespace tiendo::actions {
namespace {

using domain::Role;
using domain::User;
using domain::UserId;
using store::noon;
using testing::ElementsAre;
using tiendo::key_of_error;

struct Division : store::Office {
  domain::Unit unit{.id = domain::UnitId::make(noon()), .name = "Phòng Chuyển đổi số"};
  domain::Unit other{.id = domain::UnitId::make(noon()), .name = "Phòng Kế hoạch"};
  domain::Actor head, an, binh, stranger;
  domain::Task first, second;

  Division() {
    enter_units();
    head = account(Role::unit_head, "Phan Văn Hiếu", unit.id);
    an = account(Role::officer, "Lê Thị An", unit.id);
    binh = account(Role::officer, "Trần Bình", unit.id);
    stranger = account(Role::officer, "Vũ Lạ", other.id);
    first = of_unit("Ban hành Kế hoạch đo lường");
    second = of_unit("Tổ chức hội nghị");
  }

  void enter_units() {
    auto writer = store.begin();
    writer.add(agency.id, unit);
    writer.add(agency.id, other);
    writer.commit();
  }

  domain::Actor account(Role role, const std::string& name, domain::UnitId of) {
    User user{domain::UserId::make(noon()), agency.id, name, name, 1, role};
    user.unit = of;
    auto writer = store.begin();
    writer.add(user, "", noon());
    writer.commit();
    return {user.id, agency.id, name};
  }

  domain::Task of_unit(const std::string& title) {
    domain::Task made = task(title);
    made.lead_units = {unit.id};
    add(std::vector{made});
    return made;
  }

  domain::Work work(const domain::Task& of) const { return store.read().work(agency.id, of.id); }
  domain::Work give(const domain::Actor& by, const domain::Task& of, std::optional<UserId> to) {
    return assign_work(store, by, of.id, work(of).version, to, "", noon());
  }
  std::string refusal(const domain::Actor& by, const domain::Task& of, std::optional<UserId> to) {
    return key_of_error([&] { give(by, of, to); });
  }
  std::int64_t load(UserId of) const {
    std::int64_t open = 0;
    for (const auto& row : store.read().tallies(agency.id, "executor", {}))
      if (row.member == std::to_string(of.value())) open += row.open;
    return open;
  }
};

TEST(AssigningWork, IsForTheHeadOfTheUnitThatLeadsIt) {
  Division division;
  EXPECT_EQ(division.give(division.head, division.first, division.an.user).executor, division.an.user);
  EXPECT_EQ(division.load(division.an.user), 1);
  const auto entries = division.store.read().work_entries(division.agency.id, division.first.id);
  EXPECT_EQ(entries.back().kind, domain::WorkEntry::Kind::assignment);
  EXPECT_EQ(entries.back().words, "Lê Thị An");
}

TEST(AssigningWork, OffersThePeopleOfTheUnitByGivenName) {
  Division division;
  std::vector<std::string> names;
  for (const auto& user : executors_for(division.store.read(), division.agency.id, division.first)) names.push_back(user.name);
  EXPECT_THAT(names, ElementsAre("Lê Thị An", "Trần Bình", "Phan Văn Hiếu"));
}

TEST(AssigningWork, GoesToNobodyOfAnotherUnit) {
  Division division;
  EXPECT_EQ(division.refusal(division.head, division.first, division.stranger.user), "executor_of_other_unit");
  EXPECT_EQ(division.refusal(division.stranger, division.first, division.stranger.user), "not_yours_to_do");
}

TEST(AssigningWork, LetsAnOfficerTakeAFreeTaskAndNoOther) {
  Division division;
  EXPECT_EQ(division.refusal(division.an, division.first, division.binh.user), "not_yours_to_do") << "gives it to a colleague";
  division.give(division.an, division.first, division.an.user);
  EXPECT_EQ(division.refusal(division.binh, division.first, division.binh.user), "not_yours_to_do") << "it is somebody's already";
  EXPECT_EQ(division.give(division.an, division.first, std::nullopt).executor, std::nullopt);
  EXPECT_EQ(division.load(division.an.user), 0);
}

TEST(AssigningWork, LeavesTheUpdateToWhomeverItWasGivenTo) {
  Division division;
  division.give(division.head, division.first, division.an.user);
  const auto today = local_date(noon());
  EXPECT_TRUE(may_update(division.store.read(), division.an, division.first, division.work(division.first), today));
  EXPECT_FALSE(may_update(division.store.read(), division.binh, division.first, division.work(division.first), today));
}

TEST(HandingOver, TakesAllOpenWorkOfOneToAnotherAndNothingElse) {
  Division division;
  division.give(division.head, division.first, division.an.user);
  division.give(division.head, division.second, division.an.user);
  EXPECT_EQ(hand_over(division.store, division.head, division.an.user, division.binh.user, "Chuyển công tác", noon()), 2);
  EXPECT_EQ(division.work(division.first).executor, division.binh.user);
  EXPECT_EQ(division.load(division.an.user), 0);
  EXPECT_EQ(division.load(division.binh.user), 2);
  EXPECT_EQ(division.store.read().work_entries(division.agency.id, division.first.id).back().words, "Trần Bình. Chuyển công tác");
}

TEST(HandingOver, IsNotForAnOfficerWhoGivesOneTaskToNobodyElseEither) {
  Division division;
  division.give(division.an, division.first, division.an.user);
  EXPECT_EQ(key_of_error([&] { hand_over(division.store, division.an, division.an.user, division.binh.user, "", noon()); }),
            "not_yours_to_do");
}

TEST(HandingOver, IsAllOrNothing) {
  Division division;
  division.give(division.head, division.first, division.an.user);
  EXPECT_EQ(key_of_error([&] { hand_over(division.store, division.head, division.an.user, division.stranger.user, "", noon()); }),
            "executor_of_other_unit");
  EXPECT_EQ(division.work(division.first).executor, division.an.user);
  EXPECT_EQ(key_of_error([&] { hand_over(division.store, division.binh, division.an.user, division.binh.user, "", noon()); }),
            "not_yours_to_do");
}

TEST(WorkThatWasBegun, IsTransferredAndCountsForBoth) {
  Division division;
  division.give(division.head, division.first, division.an.user);
  division.give(division.head, division.second, division.an.user);
  division.give(division.head, division.second, division.binh.user);  // not begun: only assigned anew
  add_progress(division.store, division.an, division.first.id, division.work(division.first).version, {.percent = 30}, noon());
  division.give(division.head, division.first, division.binh.user);
  const auto counted = [&](const domain::Actor& who) {
    for (const auto& each : workloads(division.store.read(), division.head, local_date(noon())))
      if (each.user.id == who.user) return each.counted;
    return domain::PersonCount{};
  };
  EXPECT_EQ(counted(division.an), (domain::PersonCount{.assigned = 1, .given_away = 1}));
  EXPECT_EQ(counted(division.binh), (domain::PersonCount{.assigned = 1, .received = 1}));
  division.give(division.head, division.first, {});
  EXPECT_EQ(counted(division.an), (domain::PersonCount{.assigned = 1, .given_away = 1})) << "also when it lies with the unit again";
}

}  // namespace
}  // namespace tiendo::actions
