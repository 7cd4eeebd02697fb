// A version goes out to the units, comes back with proposals, is decided on, and becomes the next version.
#include "actions/consultation.h"

#include <gmock/gmock.h>

#include "actions/consultation_table.h"
#include "actions/edit_unit.h"
#include "actions/freeze_version.h"
#include "actions/life.h"
#include "actions/propose.h"
#include "intake/match_tasks.h"
#include "store/consultations.h"
#include "store/key_of_error.h"

namespace tiendo::actions {
namespace {

using domain::ConsultationState;
using domain::Opinion;
using domain::ProposalKind;
using domain::Stage;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tiendo::key_of_error;

Instant next_week() {
  return noon() + 24h * 8;
}

struct Consulting : Life {
  domain::Actor head_of(domain::UnitId of) {
    domain::User user{domain::UserId::make(noon()), agency.id, "truongmoi", "Lương Thị Mai", 1, domain::Role::unit_head};
    user.unit = of;
    auto writer = store.begin();
    writer.add(user, "", noon());
    writer.commit();
    return {user.id, agency.id, user.full_name};
  }

  domain::Consultation sent = send_consultation(store, office, programme.id, now_as().version, {}, noon());

  domain::Proposal said(ProposalKind kind, std::size_t task, TaskEdit edit = {}, std::string words = "Không còn phù hợp") {
    return propose(store, head, sent.id, unit.id, {kind, tasks[task].id, std::move(edit), std::move(words)}, noon());
  }
  domain::Consultation as_it_is() const { return store::consultation(store.read(), agency.id, sent.id); }
  domain::Consultation close() { return close_consultation(store, office, sent.id, as_it_is().version, next_week()); }
  std::vector<domain::Proposal> proposals() const { return store::proposals(store.read(), agency.id, sent.id); }
  void decide(const domain::Actor& who, Opinion opinion) {
    std::vector<ProposalDecision> all;
    for (const auto& each : proposals())
      if (!each.asks_nothing()) all.push_back({each.id, opinion, ""});
    decide_proposals(store, who, sent.id, all, next_week());
  }
  domain::Version settle() { return settle_consultation(store, office, sent.id, as_it_is().version, next_week()); }
  std::vector<std::string> titles() const {
    std::vector<std::string> all;
    for (const auto& task : programme_file(store.read(), agency.id, programme.id).tasks)
      all.push_back(task.number + " T" + std::to_string(task.month.value_or(0)) + " " + task.title);
    return all;
  }
  static TaskEdit in_month(int month) {
    TaskEdit edit;
    edit.month = month;
    return edit;
  }
};

TEST(AConsultation, KeepsTheVersionThatIsSentAndAsksTheUnitsThatLeadTasks) {
  Consulting office;
  EXPECT_EQ(office.now_as().stage, Stage::consulted);
  ASSERT_THAT(office.sent.units, SizeIs(1));
  EXPECT_EQ(office.sent.units[0].unit, office.unit.id);
  EXPECT_EQ(version_file(office.store.read(), office.agency.id, office.sent.sent).tasks.size(), 3u);
  EXPECT_EQ(office.sent.due_on, (Date{2025y / 7 / 4})) << "three working days after Tuesday 1/7/2025";
}

TEST(AConsultation, GivesTwoToFiveWorkingDaysAndRunsOnceAtATime) {
  Life life;
  const auto send = [&](int days) {
    send_consultation(life.store, life.office, life.programme.id, life.now_as().version, {{}, days, ""}, noon());
  };
  EXPECT_EQ(key_of_error([&] { send(1); }), "bad_field");
  EXPECT_EQ(key_of_error([&] { send(6); }), "bad_field");
  send(5);
  EXPECT_EQ(key_of_error([&] { send(5); }), "consultation_running");
}

TEST(AConsultation, IsAnsweredByTheHeadForTheOwnUnitOnly) {
  Consulting office;
  office.said(ProposalKind::drop, 0);
  const ProposalWish wish{ProposalKind::drop, office.tasks[1].id, {}, "x"};
  for (const auto& who : {office.leader, office.other_leader})
    EXPECT_EQ(key_of_error([&] { propose(office.store, who, office.sent.id, office.unit.id, wish, noon()); }), "not_yours_to_do");
  EXPECT_EQ(key_of_error([&] { propose(office.store, office.head, office.sent.id, domain::UnitId::make(noon()), wish, noon()); }),
            "not_yours_to_do");
}

TEST(AConsultation, TakesOneProposalForATaskAndTheLastOneCounts) {
  Consulting office;
  office.said(ProposalKind::drop, 0);
  office.said(ProposalKind::move, 0, Consulting::in_month(9), "Chờ kinh phí");
  ASSERT_THAT(office.proposals(), SizeIs(1));
  EXPECT_EQ(office.proposals()[0].kind, ProposalKind::move);
  EXPECT_EQ(key_of_error([&] { office.said(ProposalKind::drop, 1, {}, " "); }), "reason_missing");
  EXPECT_EQ(key_of_error([&] { office.said(ProposalKind::move, 1); }), "bad_field");
}

TEST(AConsultation, TakesSilenceAsAgreementOnlyOnceTheDaysAreOver) {
  Consulting office;
  EXPECT_EQ(key_of_error([&] { close_consultation(office.store, office.office, office.sent.id, 1, noon()); }), "consultation_not_due");
  const auto closed = office.close();
  EXPECT_EQ(answer_of(closed, closed.units[0]), domain::Answer::silent);
  EXPECT_EQ(key_of_error([&] { office.said(ProposalKind::drop, 0); }), "consultation_over");
}

TEST(AConsultation, ClosesAtOnceWhenEverybodyHasAnswered) {
  Consulting office;
  office.said(ProposalKind::drop, 0);
  finish_answer(office.store, office.head, office.sent.id, office.unit.id, noon());
  const auto closed = close_consultation(office.store, office.office, office.sent.id, office.as_it_is().version, noon());
  EXPECT_EQ(answer_of(closed, closed.units[0]), domain::Answer::answered);
}

TEST(AConsultation, CountsWhatAUnitPutDownWithoutSendingItAsItsAnswer) {
  Consulting office;
  office.said(ProposalKind::drop, 0);
  const auto closed = office.close();
  EXPECT_EQ(answer_of(closed, closed.units[0]), domain::Answer::answered);
}

TEST(AConsultation, LetsTheHeadNotAnswerAfterTheLastDayButTheOfficePutDownWhatCameLate) {
  Consulting office;
  const ProposalWish late{ProposalKind::drop, office.tasks[0].id, {}, "Muộn"};
  EXPECT_EQ(key_of_error([&] { propose(office.store, office.head, office.sent.id, office.unit.id, late, next_week()); }),
            "consultation_over");
  propose(office.store, office.office, office.sent.id, office.unit.id, late, next_week());
  EXPECT_THAT(office.proposals(), SizeIs(1));
}

TEST(AConsultation, IsDecidedByTheLeaderWhoDirectsTheTaskAndNobodyElse) {
  Consulting office;
  office.said(ProposalKind::drop, 0);
  EXPECT_EQ(key_of_error([&] { office.decide(office.leader, Opinion::accept); }), "consultation_not_closed");
  office.close();
  for (const auto& who : {office.office, office.head, office.other_leader})
    EXPECT_EQ(key_of_error([&] { office.decide(who, Opinion::accept); }), "not_yours_to_do");
  EXPECT_EQ(key_of_error([&] { office.settle(); }), "proposals_undecided");
  office.decide(office.leader, Opinion::accept);
  EXPECT_EQ(office.proposals()[0].decided_by->name, "Trần Thị Thu Hà");
}

TEST(AConsultation, MakesTheNextVersionOfWhatWasAcceptedWithNumbersAnew) {
  Consulting office;
  office.said(ProposalKind::drop, 0);
  office.said(ProposalKind::move, 1, Consulting::in_month(9), "Chờ kinh phí");
  auto added = office.titled("Nhiệm vụ bổ sung");
  added.texts["lead"] = office.unit.name;
  added.month = 8;
  propose(office.store, office.head, office.sent.id, office.unit.id, {ProposalKind::add, {}, added, "Giao thêm"}, noon());
  office.close();
  std::vector<ProposalDecision> all;
  for (const auto& each : office.proposals()) all.push_back({each.id, Opinion::accept, ""});
  decide_proposals(office.store, office.leader, office.sent.id, all, next_week());
  const auto kept = office.settle();
  EXPECT_EQ(kept.number, 2);
  EXPECT_THAT(office.titles(), ElementsAre("1 T7 Bản tin tháng 7", "2 T8 Nhiệm vụ bổ sung", "3 T9 Tổ chức hội nghị chuyển đổi số"));
  EXPECT_EQ(office.as_it_is().state, ConsultationState::settled);
  const auto before = version_file(office.store.read(), office.agency.id, office.sent.sent).tasks;
  const auto after = version_file(office.store.read(), office.agency.id, kept.id).tasks;
  const auto matches = intake::match_tasks(before, after, intake::EmptyColumn::says_empty);
  EXPECT_THAT(matches.missing, SizeIs(1));
  EXPECT_THAT(matches.added, SizeIs(1));
}

TEST(AConsultation, LeavesWhatWasRefusedAsItWas) {
  Consulting office;
  office.said(ProposalKind::drop, 0);
  office.close();
  office.decide(office.leader, Opinion::refuse);
  office.settle();
  EXPECT_THAT(office.titles(), SizeIs(3));
}

TEST(AConsultation, CanBeTakenBackToTheDraftAndSentAgain) {
  Consulting office;
  withdraw_consultation(office.store, office.office, office.sent.id, office.as_it_is().version, noon());
  EXPECT_EQ(office.now_as().stage, Stage::draft);
  send_consultation(office.store, office.office, office.programme.id, office.now_as().version, {}, noon());
  EXPECT_THAT(store::consultations(office.store.read(), office.agency.id, office.programme.id), SizeIs(2));
}

constexpr const char* answer_of_unit =
    "CÁC NHIỆM VỤ PHÒNG CHUYỂN ĐỔI SỐ\n\n"
    "| STT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Cấp ban hành | Chỉ đạo | Ghi chú |\n"
    "|---|---|---|---|---|---|---|\n"
    "| 1 | Ban hành Kế hoạch đo lường | Phòng Chuyển đổi số | Văn phòng Sở | | | Đề xuất bỏ vì đã ban hành |\n"
    "| 2 | Tổ chức hội nghị chuyển đổi số | Phòng Chuyển đổi số | | | | Đề nghị chuyển sang tháng 9 |\n"
    "| 9 | Biên soạn sổ tay an toàn thông tin | Phòng Chuyển đổi số | | | | Bổ sung |\n"
    "| 8 | Một việc không có trong danh sách | Phòng Chuyển đổi số | | | | Đề nghị bỏ |\n";

TEST(AConsultation, TakesAFileAsTheUnitsAnswerAndLosesNoRowOfIt) {
  Consulting office;
  const auto answer = answer_by_file(office.store, office.head, office.sent.id, office.unit.id, answer_of_unit, "y-kien.md", noon());
  EXPECT_EQ(answer.taken, 4);
  ASSERT_THAT(answer.unplaced, SizeIs(1));
  const auto proposals = office.proposals();
  std::vector<std::string> said;
  for (const auto& each : proposals) said.push_back(std::string(name_of(each.kind)) + (each.task ? " " + each.number : ""));
  EXPECT_THAT(said, ElementsAre("drop 1", "move 2", "add", "drop"));
  EXPECT_EQ(office.as_it_is().units[0].answered_by, "Phan Văn Hiếu");

  office.close();
  decide_proposals(office.store, office.other_leader, office.sent.id, {{answer.unplaced[0], Opinion::accept, ""}}, next_week());
  EXPECT_EQ(key_of_error([&] {
              place_proposal(office.store, office.office, office.sent.id, answer.unplaced[0], office.tasks[2].id, {}, next_week());
            }),
            "proposal_decided");
}

TEST(AConsultation, AsksTheOfficeWhichTaskARowOfAFileMeans) {
  Consulting office;
  const auto answer = answer_by_file(office.store, office.head, office.sent.id, office.unit.id, answer_of_unit, "y-kien.md", noon());
  office.close();
  place_proposal(office.store, office.office, office.sent.id, answer.unplaced[0], office.tasks[2].id, {}, next_week());
  office.decide(office.leader, Opinion::accept);
  office.settle();
  EXPECT_THAT(office.titles(), ElementsAre("1 T0 Biên soạn sổ tay an toàn thông tin", "2 T9 Tổ chức hội nghị chuyển đổi số"));
}

std::string file_of(const std::string& rows) {
  return "| STT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Ghi chú |\n|---|---|---|---|---|\n" + rows;
}

TEST(AConsultation, LeavesAMoveWithoutAMonthForTheOfficeToAsk) {
  Consulting office;
  const auto file = file_of("| 1 | Ban hành Kế hoạch đo lường | Phòng Chuyển đổi số | | Đề nghị lùi thời gian sang quý IV |\n");
  const auto answer = answer_by_file(office.store, office.head, office.sent.id, office.unit.id, file, "y-kien.md", noon());
  ASSERT_THAT(answer.unplaced, SizeIs(1));
  office.close();
  office.decide(office.leader, Opinion::accept);
  EXPECT_EQ(key_of_error([&] { office.settle(); }), "proposals_unplaced");
}

TEST(AConsultation, PlacesAMoveInTheMonthThatTheOfficeWasTold) {
  Consulting office;
  const auto file = file_of("| 1 | Ban hành Kế hoạch đo lường | Phòng Chuyển đổi số | | Đề nghị lùi thời gian sang quý IV |\n");
  const auto answer = answer_by_file(office.store, office.head, office.sent.id, office.unit.id, file, "y-kien.md", noon());
  place_proposal(office.store, office.office, office.sent.id, answer.unplaced[0], office.tasks[0].id, 10, noon());
  office.close();
  office.decide(office.leader, Opinion::accept);
  office.settle();
  EXPECT_EQ(office.titles().back(), "3 T10 Ban hành Kế hoạch đo lường");
}

TEST(AConsultation, LetsNoFileSpeakOfAnotherUnitsTask) {
  Life life;
  const auto centre = add_unit(life.store, life.office, {.name = "Trung tâm Kỹ thuật"}, noon());
  auto other = life.whole("Kiểm định phương tiện đo lường nhóm hai");
  other.lead = centre.name;
  other.lead_units = {centre.id};
  life.add(std::vector{other});
  const auto sent = send_consultation(life.store, life.office, life.programme.id, life.now_as().version, {{life.unit.id}, 3, ""}, noon());
  const auto file = file_of("| 4 | Kiểm định phương tiện đo lường nhóm hai | Trung tâm Kỹ thuật | | Đề xuất bỏ |\n");
  const auto answer = answer_by_file(life.store, life.head, sent.id, life.unit.id, file, "y-kien.md", noon());
  EXPECT_THAT(answer.unplaced, SizeIs(1));
}

TEST(AConsultation, ShowsBothThingsThatAFileSaysToOneTask) {
  Consulting office;
  const auto file = file_of(
      "| 1 | Ban hành Kế hoạch đo lường | Phòng Chuyển đổi số | | Đề xuất bỏ |\n"
      "| 1 | Ban hành Kế hoạch đo lường | Phòng Chuyển đổi số | | Đề nghị chuyển sang tháng 9 |\n");
  answer_by_file(office.store, office.head, office.sent.id, office.unit.id, file, "y-kien.md", noon());
  const auto table = consultation_table(office.store.read(), office.as_it_is());
  const auto& july = table.units[0].months[0];
  EXPECT_THAT(july.tasks, SizeIs(4));
  EXPECT_EQ(reports::totals_in_words(july), "Tháng 7: có 3 nhiệm vụ (số 1, 2, 3), đề xuất bỏ 1 (số 1), chuyển thời gian 1 (số 1)");
}

TEST(AConsultation, TakesFromAFilesAmendmentOnlyWhatReadsOtherwise) {
  Consulting office;
  const auto file =
      file_of("| 1 | Ban hành Kế hoạch đo lường | Phòng chuyển đổi số | Văn phòng Sở | Đề nghị điều chỉnh đơn vị phối hợp |\n");
  answer_by_file(office.store, office.head, office.sent.id, office.unit.id, file, "y-kien.md", noon());
  EXPECT_EQ(office.proposals()[0].kind, ProposalKind::amend);
  EXPECT_EQ(office.proposals()[0].edit, R"({"coordinating":"Văn phòng Sở"})");
}

TEST(AConsultation, FollowsAUnitThatGoesIntoAnother) {
  Consulting office;
  office.said(ProposalKind::drop, 0);
  const auto into = add_unit(office.store, office.office, {.name = "Phòng Công nghệ số"}, noon());
  merge_units(office.store, office.office, office.unit.id,
              (*office.store.read().names(office.agency.id)).find_unit(office.unit.id)->version, into.id, Date{2025y / 7 / 2}, noon());
  EXPECT_EQ(office.as_it_is().units[0].unit, into.id);
  EXPECT_EQ(office.proposals()[0].unit, into.id);

  const auto successor = office.head_of(into.id);
  EXPECT_NO_THROW(
      propose(office.store, successor, office.sent.id, into.id, {ProposalKind::drop, office.tasks[1].id, {}, "Không còn phù hợp"}, noon()))
      << "the tasks that were sent to the old unit are the new one's to answer for";
  const auto table = consultation_table(office.store.read(), office.as_it_is());
  ASSERT_THAT(table.units, SizeIs(1));
  EXPECT_THAT(table.units[0].months, SizeIs(1)) << "they stand under it";
}

TEST(TheTableOfAnswers, SaysWhoIsSilentWhatIsWantedAndWhichMonthsHaveNoTask) {
  Consulting office;
  office.said(ProposalKind::move, 0, Consulting::in_month(9), "Chờ kinh phí");
  office.said(ProposalKind::amend, 1, office.titled("Tổ chức diễn đàn chuyển đổi số"), "Cho rõ");
  auto table = consultation_table(office.store.read(), office.as_it_is());
  table.units.push_back({.unit = "Phòng Kế hoạch", .answer = domain::Answer::silent, .idle_months = {7, 9}});
  std::string text;
  for (const auto& block : reports::consultation_sheet(table).blocks)
    if (const auto* rows = std::get_if<formats::SheetTable>(&block))
      for (const auto& cell : rows->cells)
        for (const auto& paragraph : cell.paragraphs)
          for (const auto& run : paragraph.runs) text += run.text + "\n";
  EXPECT_THAT(text, testing::HasSubstr("Chuyển thời gian sang tháng 9: Chờ kinh phí"));
  EXPECT_THAT(text, testing::HasSubstr("Sửa nội dung thành “Tổ chức diễn đàn chuyển đổi số”: Cho rõ"));
  EXPECT_THAT(text, testing::HasSubstr("Không có ý kiến (coi là đồng ý)"));
  EXPECT_THAT(text, testing::HasSubstr("Tháng 7, 9: không có nhiệm vụ"));
}

}  // namespace
}  // namespace tiendo::actions
