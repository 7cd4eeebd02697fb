// What waits for a person, and what the person waits for.
#include "actions/waiting.h"

#include <gmock/gmock.h>

#include "actions/amend_programme.h"
#include "actions/consultation.h"
#include "actions/extend_deadline.h"
#include "actions/letters.h"
#include "actions/life.h"
#include "actions/move_work.h"
#include "actions/propose.h"
#include "actions/workload.h"
#include "store/consultations.h"

namespace tiendo::actions {
namespace {

using domain::Role;
using domain::WorkMove;
using testing::ElementsAre;
using testing::IsEmpty;

using Said = std::vector<std::string>;

Said kinds(const std::vector<Waiting>& list) {
  Said all;
  for (const auto& each : list) all.push_back(name_of(each.kind));
  return all;
}

struct Desks : Life {
  int made_ = 0;
  domain::Actor auditor = another(Role::auditor, std::nullopt);

  domain::Actor another(Role role, std::optional<domain::UnitId> of) {
    domain::User user{domain::UserId::make(noon()),     agency.id, "nguoi" + std::to_string(++made_),
                      "Người " + std::to_string(made_), 1,         role};
    user.unit = of;
    auto writer = store.begin();
    writer.add(user, "", noon());
    writer.commit();
    return {user.id, agency.id, user.full_name};
  }
  WaitingLists of(const domain::Actor& who) const { return waiting(store.read(), who, local_date(noon())); }
  Said for_me(const domain::Actor& who) const { return kinds(of(who).for_me); }
  Said for_others(const domain::Actor& who) const { return kinds(of(who).for_others); }
  void move(const domain::Actor& who, WorkMove how, std::string_view words = "") {
    move_work(store, who, tasks[0].id, store.read().work(agency.id, tasks[0].id).version, how, words, noon());
  }
};

TEST(AReport, WaitsForWhoeverConfirmsAndTheReporterWaitsForIt) {
  Desks desks;
  EXPECT_THAT(desks.for_me(desks.leader), IsEmpty());
  desks.move(desks.head, WorkMove::report);
  EXPECT_THAT(desks.for_me(desks.leader), ElementsAre("confirm"));
  EXPECT_THAT(desks.for_others(desks.head), ElementsAre("own_report"));
  EXPECT_EQ(desks.of(desks.head).for_others.at(0).by, desks.director.full_name) << "whom one waits for";
  EXPECT_THAT(desks.for_me(desks.head), IsEmpty());
  const auto report = desks.of(desks.leader).for_me.at(0);
  EXPECT_EQ(report.title, desks.tasks[0].title);
  EXPECT_EQ(report.by, desks.store.read().find_user(desks.agency.id, desks.head.user)->full_name);
  desks.move(desks.leader, WorkMove::confirm, "Đã xem");
  EXPECT_THAT(desks.for_me(desks.leader), IsEmpty());
  EXPECT_THAT(desks.for_others(desks.head), IsEmpty());
}

TEST(WorkThatCameBack, WaitsForTheUnitAndNotForTheOfficeThatMayDoEverything) {
  Desks desks;
  desks.move(desks.head, WorkMove::report);
  desks.move(desks.leader, WorkMove::send_back, "Thiếu phụ lục");
  EXPECT_THAT(desks.for_me(desks.head), ElementsAre("redo"));
  EXPECT_THAT(desks.for_me(desks.office), IsEmpty());
}

TEST(WorkThatWasRefused, WaitsForWhoeverAssignedIt) {
  Desks desks;
  desks.move(desks.head, WorkMove::refuse, "Không thuộc chức năng");
  EXPECT_THAT(desks.for_me(desks.leader), ElementsAre("assign_anew"));
  EXPECT_THAT(desks.for_me(desks.head), IsEmpty());
}

TEST(ALaterDeadline, WaitsForTheAnswerAndAnOfferedDayForTheRequester) {
  Desks desks;
  desks.move(desks.head, WorkMove::begin);
  const auto asked =
      ask_extension(desks.store, desks.head, desks.tasks[0].id, Period::month(2025, 9), "Chờ ý kiến", noon(), "Công văn 15/SKHCN");
  EXPECT_EQ(desks.store.read().extensions(desks.agency.id, desks.tasks[0].id).at(0).document, "Công văn 15/SKHCN");
  EXPECT_THAT(desks.for_me(desks.leader), ElementsAre("answer_extension"));
  EXPECT_THAT(desks.for_others(desks.head), ElementsAre("own_extension"));
  answer_extension(desks.store, desks.leader, desks.tasks[0].id, asked.id, asked.version,
                   {domain::ExtensionAnswer::offered, "Sớm hơn", Period::month(2025, 8)}, noon());
  EXPECT_THAT(desks.for_me(desks.leader), IsEmpty());
  EXPECT_THAT(desks.for_me(desks.head), ElementsAre("take_offer"));
  EXPECT_THAT(desks.for_others(desks.head), IsEmpty());
}

TEST(WhatMayBeDoneAboutADeadline, IsAskingThenAnsweringBySomebodyElse) {
  Desks desks;
  desks.move(desks.head, WorkMove::begin);
  const auto ways = [&](const domain::Actor& who) {
    const auto reader = desks.store.read();
    const auto id = desks.tasks[0].id;
    const auto found = extension_ways(reader, who, reader.task(desks.agency.id, id), reader.work(desks.agency.id, id),
                                      reader.extensions(desks.agency.id, id), local_date(noon()));
    return std::string(found.ask ? "ask " : "") + (found.answer ? "answer " : "") + (found.take_back ? "take_back" : "");
  };
  EXPECT_EQ(ways(desks.head), "ask ");
  EXPECT_EQ(ways(desks.leader), "");
  EXPECT_EQ(ways(desks.auditor), "");
  ask_extension(desks.store, desks.head, desks.tasks[0].id, Period::month(2025, 9), "Chờ ý kiến", noon());
  EXPECT_EQ(ways(desks.head), "take_back");
  EXPECT_EQ(ways(desks.leader), "answer ");
  EXPECT_EQ(ways(desks.auditor), "");
}

TEST(AConsultation, WaitsForTheUnitsHeadThenItsProposalsForTheLeader) {
  Desks desks;
  const auto sent = send_consultation(desks.store, desks.office, desks.programme.id, desks.now_as().version, {}, noon());
  EXPECT_THAT(desks.for_me(desks.head), ElementsAre("answer_consultation"));
  EXPECT_THAT(desks.for_me(desks.office), IsEmpty());
  propose(desks.store, desks.head, sent.id, desks.unit.id, {domain::ProposalKind::drop, desks.tasks[0].id, {}, "Không còn phù hợp"},
          noon());
  finish_answer(desks.store, desks.head, sent.id, desks.unit.id, noon());
  EXPECT_THAT(desks.for_me(desks.head), IsEmpty());
  EXPECT_THAT(desks.for_others(desks.head), ElementsAre("own_proposals"));
  EXPECT_THAT(desks.for_me(desks.leader), IsEmpty()) << "not before it is closed";
  close_consultation(desks.store, desks.office, sent.id, store::consultation(desks.store.read(), desks.agency.id, sent.id).version, noon());
  EXPECT_THAT(desks.for_me(desks.leader), ElementsAre("decide_proposals"));
}

TEST(ALetter, WaitsForTheUnitsAnswerUntilItIsGiven) {
  Desks desks;
  const Instant later = noon() + 24h * 41;  // what fell due with July is overdue
  const auto drafted = draft_letter(desks.store, desks.office, {domain::LetterKind::urging, desks.unit.id, {desks.tasks[0].id}}, later);
  EXPECT_THAT(desks.for_me(desks.head), IsEmpty()) << "not before it is issued";
  issue_letter(desks.store, desks.office, drafted.id, drafted.version,
               {"5", "SKHCN-VP", local_date(later), "CHÁNH VĂN PHÒNG", "Lê Văn Thư"}, later);
  EXPECT_THAT(desks.for_me(desks.head), ElementsAre("answer_letter"));
  EXPECT_THAT(desks.for_others(desks.office), ElementsAre("own_letter"));
  EXPECT_THAT(desks.for_me(desks.another(Role::unit_head, std::nullopt)), IsEmpty());
  answer_letter(desks.store, desks.head, drafted.id, {.words = "Do chờ ý kiến các sở"}, later);
  EXPECT_THAT(desks.for_me(desks.head), IsEmpty());
  EXPECT_THAT(desks.for_others(desks.office), IsEmpty());
}

TEST(AnAuditor, IsWaitedForByNobody) {
  Desks desks;
  desks.move(desks.head, WorkMove::report);
  EXPECT_THAT(desks.for_me(desks.auditor), IsEmpty());
  EXPECT_THAT(desks.for_others(desks.auditor), IsEmpty());
}

TEST(TheLoadOfPeople, CountsWhatIsOpenAndSaysWhoMayHandItOver) {
  Desks desks;
  const auto officer = desks.another(Role::officer, desks.unit.id);
  auto writer = desks.store.begin();
  auto work = writer.work(desks.agency.id, desks.tasks[0].id);
  work.executor = officer.user;
  writer.save(work, noon());
  writer.commit();
  const auto of = [&](const domain::Actor& who, Date today) {
    for (const auto& each : workloads(desks.store.read(), who, today))
      if (each.user.id == officer.user) return each;
    return Workload{};
  };
  const auto seen = of(desks.head, local_date(noon()));
  EXPECT_EQ(seen.open, 1);
  EXPECT_EQ(seen.overdue, 0);
  EXPECT_TRUE(seen.may_hand_over);
  EXPECT_EQ(of(desks.office, (Date{2025y / 8 / 1})).overdue, 1);
  EXPECT_TRUE(of(desks.office, local_date(noon())).may_hand_over);
  EXPECT_FALSE(of(officer, local_date(noon())).may_hand_over);
  EXPECT_FALSE(of(desks.leader, local_date(noon())).may_hand_over);
}

}  // namespace
}  // namespace tiendo::actions
