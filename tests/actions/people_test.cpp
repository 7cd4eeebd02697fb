#include <gmock/gmock.h>

#include "actions/amend_programme.h"
#include "actions/delegate.h"
#include "actions/edit_person.h"
#include "actions/edit_unit.h"
#include "actions/move_work.h"
#include "actions/register.h"
#include "store/key_of_error.h"
#include "store/office.h"

namespace tiendo::actions {
namespace {

using namespace std::chrono_literals;
using domain::PersonId;
using domain::WorkMove;
using store::noon;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Instant noon_of(Date day) {
  return Instant{std::chrono::sys_days{day}} + 5h;
}

struct PeopleDesk : store::Office {
  domain::Person owner = made("Phan Văn Hiếu"), delegate = made("Trần Thị Thu Hà");

  domain::Person made(std::string name, domain::Service service = {}) {
    return add_person(store, clerk, {{.full_name = std::move(name)}, std::move(service)}, noon()).person;
  }
  domain::Actor account(domain::Role role, const domain::Person& person) {
    const domain::User user{.id = domain::UserId::make(noon()),
                            .agency = agency.id,
                            .name = person.full_name,
                            .full_name = person.full_name,
                            .role = role,
                            .person = person.id};
    auto writer = store.begin();
    writer.add(user, "hash", noon());
    writer.commit();
    return {user.id, agency.id, user.full_name};
  }
  domain::Task directed_by(std::vector<PersonId> leaders, int position = 0) {
    auto task = this->task("Ban hành kế hoạch", position);
    task.directing_leaders = std::move(leaders);
    add(std::vector{task});
    return task;
  }
  domain::Delegation away(Date from, Date to) {
    return add_delegation(store, clerk, {owner.id, delegate.id, from, to, "12/TB-SKHCN"}, noon());
  }
  std::vector<std::string> kinds_of(PersonId id) const {
    std::vector<std::string> kinds;
    for (const auto& event : store.read().events_of(agency.id, "person", id.value())) kinds.push_back(event.kind);
    return kinds;
  }
};

TEST(Delegation, LetsTheDelegateDecideOnTheDaysOfAbsenceAndNamesBothInTheHistory) {
  PeopleDesk desk;
  const auto owner = desk.account(domain::Role::leader, desk.owner), delegate = desk.account(domain::Role::leader, desk.delegate);
  const auto task = desk.directed_by({desk.owner.id});
  desk.away(2025y / 12 / 1, 2025y / 12 / 10);
  const auto move = [&](const domain::Actor& who, WorkMove how, Date day) {
    return key_of_error([&] {
      move_work(desk.store, who, task.id, desk.store.read().work(desk.agency.id, task.id).version, how, "Chờ ngân sách", noon_of(day));
    });
  };
  EXPECT_EQ(move(delegate, WorkMove::pause, 2025y / 11 / 30), "not_yours_to_do");
  EXPECT_EQ(move(owner, WorkMove::pause, 2025y / 12 / 5), "not_yours_to_do");
  EXPECT_EQ(move(delegate, WorkMove::pause, 2025y / 12 / 5), "");
  EXPECT_EQ(move(delegate, WorkMove::resume, 2025y / 12 / 11), "not_yours_to_do");
  EXPECT_EQ(move(owner, WorkMove::resume, 2025y / 12 / 11), "");
  std::vector<std::string> by;
  for (const auto& entry : desk.store.read().work_entries(desk.agency.id, task.id)) by.push_back(entry.by.name);
  EXPECT_THAT(by, ElementsAre("Trần Thị Thu Hà thay Phan Văn Hiếu", "Phan Văn Hiếu"));
}

TEST(Delegation, LetsAnAccountThatIsNoLeadersConfirmForTheAbsentOneOnly) {
  PeopleDesk desk;
  const auto acting = desk.account(domain::Role::unit_head, desk.delegate);
  const auto task = desk.directed_by({desk.delegate.id}, 0), other = desk.directed_by({desk.owner.id}, 1);
  desk.away(2025y / 12 / 1, 2025y / 12 / 10);
  const auto moves = [&](const domain::Task& of) {
    const auto reader = desk.store.read();
    return moves_for(reader, acting, of, reader.work(desk.agency.id, of.id), 2025y / 12 / 5);
  };
  EXPECT_THAT(moves(task), IsEmpty());
  EXPECT_THAT(moves(other), Contains(WorkMove::pause));
}

TEST(Delegation, EndsWhenTheAbsentOneIsBackAndKeepsTheDaysThatHavePassed) {
  PeopleDesk desk;
  const auto made = desk.away(2025y / 12 / 1, 2025y / 12 / 10);
  const auto ended = end_delegation(desk.store, desk.clerk, made.id, 1, 2025y / 12 / 2, noon_of(2025y / 12 / 5));
  EXPECT_EQ(ended->to, 2025y / 12 / 4);
  const auto holder = [&](Date day) { return holder_of(desk.store.read(), desk.agency.id, desk.owner.id, day).person; };
  EXPECT_EQ(holder(2025y / 12 / 4), desk.delegate.id);
  EXPECT_EQ(holder(2025y / 12 / 5), desk.owner.id);
  EXPECT_EQ(key_of_error([&] { end_delegation(desk.store, desk.clerk, made.id, 1, 2025y / 12 / 4, noon()); }), "stale_version");
  EXPECT_EQ(key_of_error([&] { end_delegation(desk.store, desk.clerk, made.id, 2, 2025y / 12 / 4, noon()); }), "delegation_over");
  const auto coming = desk.away(2026y / 1 / 5, 2026y / 1 / 6);
  EXPECT_EQ(end_delegation(desk.store, desk.clerk, coming.id, 1, 2025y / 12 / 31, noon_of(2025y / 12 / 31)), std::nullopt);
  EXPECT_THAT(store::delegations(desk.store.read(), desk.agency.id), SizeIs(1));
}

TEST(HoldersOfUnit, AreThoseInWhoseFieldItLiesOrWhoStandInForThem) {
  PeopleDesk desk;
  const auto unit = add_unit(desk.store, desk.clerk, {.name = "Phòng Chuyển đổi số"}, noon());
  auto owner = desk.owner;
  edit_person(desk.store, desk.clerk, {owner, {{}, {{"Chuyển đổi số", {unit.id}, {2025y / 1 / 1, {}}}}}}, noon());
  desk.away(2025y / 12 / 1, 2025y / 12 / 10);
  const auto holders = [&](Date day) { return holders_of_unit(desk.store.read(), desk.agency.id, unit.id, day); };
  EXPECT_THAT(holders(2024y / 12 / 31), IsEmpty());
  EXPECT_THAT(holders(2025y / 11 / 30), ElementsAre(domain::Holder{owner.id, std::nullopt}));
  EXPECT_THAT(holders(2025y / 12 / 5), ElementsAre(domain::Holder{desk.delegate.id, owner.id}));
}

TEST(EditPerson, KeepsTheNameThatTheyHadAsASpellingAndRefusesAnothers) {
  PeopleDesk desk;
  auto person = desk.owner;
  person.full_name = "Phan  Minh Hiếu";
  const domain::Service service{{{"Phó Giám đốc", std::nullopt, {2025y / 1 / 1, {}}}}, {}};
  const auto edited = edit_person(desk.store, desk.clerk, {person, service}, noon());
  EXPECT_EQ(edited.person.full_name, "Phan Minh Hiếu");
  EXPECT_THAT(edited.person.aliases, ElementsAre("Phan Văn Hiếu"));
  EXPECT_EQ(store::services(desk.store.read(), desk.agency.id).at(person.id), service);
  const auto refused = [&](actions::PersonForm form) {
    return key_of_error([&] { edit_person(desk.store, desk.clerk, std::move(form), noon()); });
  };
  auto taken = edited;
  taken.person.aliases.push_back("trần thị thu hà");
  EXPECT_EQ(refused(taken), "person_name_taken");
  EXPECT_EQ(refused({desk.owner, {}}), "stale_version");
  taken.person.aliases.clear();
  taken.service.posts[0].unit = domain::UnitId(9);
  EXPECT_EQ(refused(taken), "unit_not_found");
  EXPECT_THAT(desk.kinds_of(person.id), ElementsAre("person_added", "person_edited"));
}

TEST(JoinPeople, LeavesNothingThatSpeaksOfTheOneWhoIsGone) {
  PeopleDesk desk;
  const auto wrong = desk.made("Phan Văn Hiểu B", {{{"Phó Giám đốc", std::nullopt, {}}}, {}});
  const auto account = desk.account(domain::Role::leader, wrong);
  const auto first = desk.directed_by({wrong.id}, 0), both = desk.directed_by({wrong.id, desk.owner.id}, 1);
  add_delegation(desk.store, desk.clerk, {wrong.id, desk.delegate.id, 2025y / 8 / 1, 2025y / 8 / 2, "TB 1"}, noon());
  add_delegation(desk.store, desk.clerk, {wrong.id, desk.owner.id, 2025y / 9 / 1, 2025y / 9 / 2, "TB 2"}, noon());

  EXPECT_EQ(key_of_error([&] { join_people(desk.store, desk.clerk, wrong.id, 7, desk.owner.id, noon()); }), "stale_version");
  const auto joined = join_people(desk.store, desk.clerk, wrong.id, 1, desk.owner.id, noon());
  EXPECT_EQ(joined.tasks, 2);
  const auto reader = desk.store.read();
  EXPECT_THAT(reader.task(desk.agency.id, first.id).directing_leaders, ElementsAre(desk.owner.id));
  EXPECT_THAT(reader.task(desk.agency.id, both.id).directing_leaders, ElementsAre(desk.owner.id));
  EXPECT_EQ(reader.find_user(desk.agency.id, account.user)->person, desk.owner.id);
  EXPECT_EQ((*reader.names(desk.agency.id)).find_leader(wrong.id), nullptr);
  EXPECT_THAT((*reader.names(desk.agency.id)).find_leader(desk.owner.id)->aliases, ElementsAre("Phan Văn Hiểu B"));
  EXPECT_THAT(store::services(reader, desk.agency.id).at(desk.owner.id).posts, SizeIs(1));
  const auto delegations = store::delegations(reader, desk.agency.id);
  ASSERT_THAT(delegations, SizeIs(1)) << "nobody stands in for themselves";
  EXPECT_EQ(delegations[0].absent, desk.owner.id);
  for (const auto& row : reader.tallies(desk.agency.id, "leader", {})) {
    EXPECT_TRUE(row.open == 0 || row.member == std::to_string(desk.owner.id.value()));
  }
  auto writer = desk.store.begin();
  RegisterBook book(writer, desk.clerk, noon());
  EXPECT_EQ(book.leader("Phan Văn Hiểu B"), desk.owner.id) << "an older annex still finds them";
}

TEST(MergeUnits, TakesPostsAndFieldsAlong) {
  PeopleDesk desk;
  const auto from = add_unit(desk.store, desk.clerk, {.name = "Phòng Bưu chính"}, noon());
  const auto into = add_unit(desk.store, desk.clerk, {.name = "Phòng Chuyển đổi số"}, noon());
  const auto person = desk.made("Lê Văn Nam", {{{"Trưởng phòng", from.id, {}}}, {{"", {from.id, into.id}, {}}}});
  merge_units(desk.store, desk.clerk, from.id, 1, into.id, 2025y / 6 / 30, noon());
  const auto service = store::services(desk.store.read(), desk.agency.id).at(person.id);
  EXPECT_EQ(service.posts[0].unit, into.id);
  EXPECT_THAT(service.responsibilities[0].units, ElementsAre(into.id));
}

}  // namespace
}  // namespace tiendo::actions
