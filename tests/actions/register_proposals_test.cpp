#include "actions/register_proposals.h"

#include <fstream>

#include <gmock/gmock.h>

#include "actions/confirm_intake.h"
#include "actions/create_intake.h"
#include "actions/edit_group.h"
#include "actions/edit_person.h"
#include "actions/edit_unit.h"
#include "actions/register.h"
#include "actions/understand.h"
#include "base/text.h"
#include "store/key_of_error.h"
#include "store/office.h"

namespace tiendo::actions {
namespace {

using namespace std::chrono_literals;
using Kind = RegisterProposal::Kind;
using store::noon;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const Date today = 2025y / 7 / 1;

struct RegisterDesk : store::Office {
  // As importing does it: the words are understood, units and people are entered.
  domain::Task written(const std::string& lead, const std::string& coordinating = "", const std::string& leader = "") {
    auto task = this->task("Nhiệm vụ " + std::to_string(count_), count_);
    ++count_;
    task.lead = lead;
    task.coordinating = coordinating;
    task.directing_leader = leader;
    auto writer = store.begin();
    RegisterBook book(writer, clerk, noon());
    understand(task, 2025, book);
    writer.add(task, std::nullopt, "{}");
    writer.record(clerk, "task_created", "task", task.id.value(), "", "{}", noon());
    writer.commit();
    return task;
  }
  std::vector<RegisterProposal> proposals() const { return register_proposals(store.read(), agency.id, today); }
  std::vector<RegisterProposal> proposals(Kind kind) const {
    auto all = proposals();
    std::erase_if(all, [&](const auto& each) { return each.kind != kind; });
    return all;
  }
  // One click each, until nothing is proposed that is more than a likeness.
  int join_all() {
    int clicks = 0;
    for (auto all = proposals(Kind::same_unit); !all.empty(); all = proposals(Kind::same_unit), ++clicks)
      merge_units(store, clerk, domain::UnitId(all[0].suspect), all[0].version, domain::UnitId(all[0].other), today, noon());
    return clicks;
  }
  std::string unit_of(const std::string& spelling) {
    auto writer = store.begin();
    const auto id = RegisterBook(writer, clerk, noon()).unit(spelling);
    const auto names = writer.names(agency.id);
    return names->find_unit(id)->name;
  }
  bool are_one(const std::string& spelling, const std::string& other) {
    auto writer = store.begin();
    RegisterBook book(writer, clerk, noon());
    return book.unit(spelling) == book.unit(other);
  }
  const domain::Unit& unit(const std::string& name) {
    names_.emplace(store.read().names(agency.id));
    return *std::ranges::find((*names_)->units, name, &domain::Unit::name);
  }
  std::vector<std::string> of_unit(const std::string& name, store::UnitRole role = store::UnitRole::any) {
    store::TaskFilter filter;
    filter.unit = unit(name).id;
    filter.unit_role = role;
    return titles(filter);
  }

  template <class Change>
  void in_one(const Change& change) {
    auto writer = store.begin();
    change(writer);
    writer.commit();
  }

 private:
  int count_ = 1;
  std::optional<store::HeldNames> names_;
};

TEST(RegisterProposals, BringAllSpellingsOfAUnitTogetherInOneClickEach) {
  RegisterDesk desk;
  for (int i = 0; i < 4; ++i) {
    desk.written("Văn phòng", "Phòng QLĐN&TC");
    desk.written("Trung tâm UDS&ĐMST");
    desk.written("Phòng KTTCĐLCL");
  }
  desk.written("Văn Phòng");
  desk.written("TTUDS&ĐMST");
  desk.written("Phòng ĐN&TC");
  desk.written("Phòng KTTCĐKCL");
  std::vector<std::string> said;
  for (const auto& each : desk.proposals(Kind::same_unit))
    said.push_back(each.name + " = " + each.other_name + ": " + name_of(each.likeness));
  EXPECT_THAT(said, UnorderedElementsAre("TTUDS&ĐMST = Trung tâm UDS&ĐMST: several_spellings",
                                         "Phòng KTTCĐKCL = Phòng KTTCĐLCL: typing_error", "Phòng ĐN&TC = Phòng QLĐN&TC: maybe_same"));
  EXPECT_EQ(desk.join_all(), 3);
  EXPECT_EQ(desk.unit_of("Văn Phòng"), desk.unit_of("Văn phòng"));
  EXPECT_EQ(desk.unit_of("TTUDS&ĐMST"), "Trung tâm UDS&ĐMST");
  EXPECT_EQ(desk.unit_of("Phòng ĐN&TC"), "Phòng QLĐN&TC");
  EXPECT_EQ(desk.unit_of("Phòng KTTCĐKCL"), "Phòng KTTCĐLCL");
  EXPECT_EQ(desk.unit("Phòng KTTCĐLCL").kind, domain::UnitKind::division) << "by the words that the name opens with";
}

TEST(RegisterProposals, AreNotMadeAgainOnceSetAside) {
  RegisterDesk desk;
  for (int i = 0; i < 2; ++i) desk.written("Phòng BCVT&CĐS");
  desk.written("Phòng BCVT&CNTT");
  const auto all = desk.proposals(Kind::same_unit);
  ASSERT_EQ(all.size(), 1);
  set_aside(desk.store, desk.clerk, all[0].key, true, noon());
  EXPECT_THAT(desk.proposals(Kind::same_unit), IsEmpty());
  set_aside(desk.store, desk.clerk, all[0].key, false, noon());
  EXPECT_EQ(desk.proposals(Kind::same_unit).size(), 1);
}

TEST(RegisterProposals, FindPeopleSpelledInTwoWays) {
  RegisterDesk desk;
  for (int i = 0; i < 2; ++i) desk.written("Văn phòng", "", "PGĐ Sở Trần Thị Thu Hà; Phan Văn Hiếu; Lê Đình Nam");
  desk.written("Văn phòng", "", "Thu Hà; Phan Văng Hiếu");
  std::vector<std::string> said;
  for (const auto& each : desk.proposals(Kind::same_person)) said.push_back(each.name + " = " + each.other_name);
  EXPECT_THAT(said, UnorderedElementsAre("Thu Hà = Trần Thị Thu Hà", "Phan Văng Hiếu = Phan Văn Hiếu"));
  for (const auto& each : desk.proposals(Kind::same_person))
    join_people(desk.store, desk.clerk, domain::PersonId(each.suspect), each.version, domain::PersonId(each.other), noon());
  EXPECT_THAT(desk.proposals(Kind::same_person), IsEmpty());
  EXPECT_EQ((*desk.store.read().names(desk.agency.id)).leaders.size(), 3);
}

TEST(Groups, MeanTheirUnitsOnceThatIsSaidAndCountAsCoordinating) {
  RegisterDesk desk;
  desk.written("Văn phòng", "Các phòng, đơn vị thuộc Sở");
  desk.written("Phòng Kế hoạch", "Trung tâm Kỹ thuật");
  desk.written("Các phòng, đơn vị thuộc Sở");
  const auto proposed = desk.proposals(Kind::open_group);
  ASSERT_EQ(proposed.size(), 1);
  EXPECT_EQ(proposed[0].name, "Các phòng, đơn vị thuộc Sở");
  EXPECT_EQ(proposed[0].tasks, 2);
  EXPECT_EQ(proposed[0].led, 1);
  EXPECT_EQ(proposed[0].members.size(), 3) << "the office, the division and the centre";
  EXPECT_THAT(desk.of_unit("Phòng Kế hoạch"), ElementsAre("Nhiệm vụ 2"));

  const auto made = add_group(desk.store, desk.clerk, {.name = proposed[0].name}, noon());
  EXPECT_FALSE(made.is_resolved());
  EXPECT_THAT(desk.proposals(Kind::open_group), IsEmpty());
  EXPECT_THAT(desk.of_unit("Phòng Kế hoạch"), ElementsAre("Nhiệm vụ 2")) << "known, and not resolved";

  auto group = made;
  group.members = {desk.unit("Phòng Kế hoạch").id};
  group = edit_group(desk.store, desk.clerk, group, noon());
  EXPECT_THAT(desk.of_unit("Phòng Kế hoạch"), ElementsAre("Nhiệm vụ 1", "Nhiệm vụ 2", "Nhiệm vụ 3"));
  EXPECT_THAT(desk.of_unit("Phòng Kế hoạch", store::UnitRole::lead), ElementsAre("Nhiệm vụ 2")) << "a group leads nothing";
  EXPECT_THAT(desk.of_unit("Trung tâm Kỹ thuật"), ElementsAre("Nhiệm vụ 2"));

  const auto into = desk.unit("Trung tâm Kỹ thuật");
  merge_units(desk.store, desk.clerk, group.members[0], 1, into.id, today, noon());
  EXPECT_THAT(desk.of_unit("Trung tâm Kỹ thuật"), ElementsAre("Nhiệm vụ 1", "Nhiệm vụ 2", "Nhiệm vụ 3")) << "membership follows a merger";
  EXPECT_EQ(key_of_error([&] { add_group(desk.store, desk.clerk, {.name = "các phòng, đơn vị thuộc  sở"}, noon()); }), "group_name_taken");
  remove_group(desk.store, desk.clerk, group.id, 2, noon());
  EXPECT_THAT(desk.of_unit("Trung tâm Kỹ thuật"), ElementsAre("Nhiệm vụ 2"));
  EXPECT_EQ(desk.proposals(Kind::open_group).size(), 1);
}

TEST(Groups, FollowTheWordsOfATask) {
  RegisterDesk desk;
  auto task = desk.written("Văn phòng", "Các sở, ban, ngành");
  task.coordinating = "Các đơn vị sự nghiệp";
  desk.in_one([&](auto& writer) { writer.save(task, noon()); });
  std::vector<std::string> said;
  for (const auto& each : store::written_groups(desk.store.read(), desk.agency.id)) said.push_back(each.name);
  EXPECT_THAT(said, ElementsAre("Các đơn vị sự nghiệp"));
  desk.in_one([&](auto& writer) { writer.remove_task(writer.task(desk.agency.id, task.id), noon()); });
  EXPECT_THAT(store::written_groups(desk.store.read(), desk.agency.id), IsEmpty());
}

// domain facts of the reference annex: one unit, many spellings.
TEST(RegisterProposals, BringTheSpellingsOfTheReferenceAnnexTogether) {
  std::ifstream file(std::string(TIENDO_SOURCE_DIR) + "/../shared/annexes/quang-ngai-2025-h2.txt", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (bytes.empty()) GTEST_SKIP() << "the reference annex is not here: ../shared/annexes/quang-ngai-2025-h2.txt";
  RegisterDesk desk;
  const auto intake = create_intake(desk.store, desk.clerk, bytes, "phu-luc.txt", noon());
  confirm_intake(desk.store, desk.clerk, intake.id, intake.version, noon());
  std::vector<std::string> said;
  for (const auto& each : desk.proposals(Kind::same_unit)) said.push_back(each.name + " = " + each.other_name);
  EXPECT_THAT(said, Contains("Trung tâm KTTCĐKCL = Trung tâm KTTCĐLCL"));
  EXPECT_THAT(desk.proposals(Kind::open_group), Contains(testing::Field(&RegisterProposal::name, "Các phòng, đơn vị thuộc Sở")));
  EXPECT_LE(desk.join_all(), 6) << "clicks";
  for (const auto& [one, other] : {std::pair{"Văn Phòng", "Văn phòng"},
                                   {"Phòng BCVT&CNTT", "Phòng BCVT&CĐS"},
                                   {"TTCĐS&ĐMST", "Trung tâm CĐS&ĐMST"},
                                   {"Phòng QLCN&CN", "Phòng CN&CN"},
                                   {"Trung tâm KTTCĐKCL", "Trung tâm KTTCĐLCL"}})
    EXPECT_TRUE(desk.are_one(one, other)) << one << ", " << other;
}

}  // namespace
}  // namespace tiendo::actions
