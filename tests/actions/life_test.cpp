// A programme from draft to issue and amendment, and into the next year.
#include "actions/life.h"

#include <gmock/gmock.h>

#include "actions/amend_programme.h"
#include "actions/completeness.h"
#include "actions/freeze_version.h"
#include "actions/merge_intake.h"
#include "actions/move_programme.h"
#include "actions/move_work.h"
#include "actions/next_programme.h"
#include "store/amendments.h"
#include "store/key_of_error.h"
#include "store/origins.h"

namespace tiendo::actions {
namespace {

using namespace std::chrono_literals;
using domain::Consent;
using domain::Period;
using domain::Stage;
using domain::StageMove;
using store::noon;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tiendo::key_of_error;

TEST(TheLifeOfAProgramme, GoesFromDraftToIssueAndKeepsWhatWasSubmittedAndIssued) {
  Life life;
  life.issue();
  EXPECT_EQ(life.now_as().stage, Stage::issued);
  EXPECT_EQ(life.now_as().attachment.decision_number, "617");
  const auto kept = life.kept();
  ASSERT_THAT(kept, SizeIs(2));
  EXPECT_EQ(kept[0].stage, Stage::submitted);
  EXPECT_EQ(kept[1].stage, Stage::issued);
  EXPECT_EQ(kept[1].number, 2);
  EXPECT_EQ(kept[1].decision->signer, "Nguyễn Văn An");
  EXPECT_EQ(version_file(life.store.read(), life.agency.id, kept[1].id).tasks.size(), 3u);
}

TEST(TheLifeOfAProgramme, IsMovedOnOnlyByWhoeverMay) {
  Life life;
  EXPECT_EQ(key_of_error([&] { life.move(life.leader, {StageMove::submit}); }), "not_yours_to_do");
  life.move(life.office, {StageMove::submit});
  EXPECT_EQ(key_of_error([&] { life.move(life.office, {StageMove::approve}); }), "not_yours_to_do");
  EXPECT_EQ(key_of_error([&] { life.move(life.office, {StageMove::issue, "", Life::decision()}); }), "stage_move_not_possible");
  EXPECT_EQ(key_of_error([&] { life.move(life.leader, {StageMove::send_back}); }), "reason_missing");
  EXPECT_EQ(life.move(life.leader, {StageMove::send_back, "Còn thiếu nhiệm vụ quý IV"}).stage, Stage::draft);
}

TEST(TheLifeOfAProgramme, IsNotIssuedWithoutNumberDayAndSigner) {
  Life life;
  life.move(life.office, {StageMove::submit});
  life.move(life.leader, {StageMove::approve});
  EXPECT_EQ(key_of_error([&] { life.move(life.office, {StageMove::issue}); }), "decision_missing");
  auto unsigned_one = Life::decision();
  unsigned_one.signer = " ";
  EXPECT_EQ(key_of_error([&] { life.move(life.office, {StageMove::issue, "", unsigned_one}); }), "decision_missing");
}

TEST(TheLifeOfAProgramme, AsksOneLeadOfEveryTaskBeforeItIsSubmitted) {
  Life life;
  auto two = life.whole("Hai đơn vị chủ trì");
  two.lead_units = {life.unit.id, life.unit.id};
  life.add(std::vector{two});
  EXPECT_EQ(key_of_error([&] { life.move(life.office, {StageMove::submit}); }), "leads_not_single");
}

TEST(TheLifeOfAProgramme, IsApprovedWithWhatIsMissingOnlyAsAnException) {
  Life life;
  auto open = life.whole("Chưa có lãnh đạo chỉ đạo");
  open.directing_leader.clear();
  life.add(std::vector{open});
  const auto found = completeness(life.store.read(), life.agency.id, life.programme.id);
  ASSERT_THAT(found.open, SizeIs(1));
  EXPECT_THAT(found.open[0].missing, ElementsAre(domain::Item::responsibility));
  life.move(life.office, {StageMove::submit});
  EXPECT_EQ(key_of_error([&] { life.move(life.leader, {StageMove::approve}); }), "incomplete");
  EXPECT_EQ(life.move(life.leader, {StageMove::approve, "Phân công sau"}).stage, Stage::approved);
}

TEST(TheLifeOfAProgramme, AsksWhatTheAgencyAsks) {
  Life life;
  ask_items(life.store, life.office, {domain::Item::work, domain::Item::coordination}, noon());
  EXPECT_THAT(completeness(life.store.read(), life.agency.id, life.programme.id).open, SizeIs(3));
  ask_items(life.store, life.office, {}, noon());
  EXPECT_THAT(completeness(life.store.read(), life.agency.id, life.programme.id).open, IsEmpty());
}

TEST(TheLifeOfAProgramme, LeavesNoTextToBeChangedOnceSubmitted) {
  Life life;
  const auto task = life.tasks[0];
  EXPECT_EQ(edit_task(life.store, life.office, task.id, 1, life.titled("Ban hành Kế hoạch đo lường 2025"), noon()).version, 2);
  life.move(life.office, {StageMove::submit});
  EXPECT_EQ(key_of_error([&] { edit_task(life.store, life.office, task.id, 2, life.titled("Khác"), noon()); }), "programme_not_in_draft");
}

TEST(TheLifeOfAProgramme, CountsLatenessFromTheIssueWhereThatIsLater) {
  Life life;
  life.move(life.office, {StageMove::submit});
  life.move(life.leader, {StageMove::approve});
  domain::Decision august{"700", "/QĐ-SKHCN", Date{2025y / 8 / 15}, "Nguyễn Văn An"};
  move_programme(life.store, life.office, life.programme.id, life.now_as().version, {StageMove::issue, "", august}, noon() + 24h * 60);
  const auto work = life.store.read().work(life.agency.id, life.tasks[0].id);
  EXPECT_EQ(work.due_on, (Date{2025y / 8 / 15}));
  EXPECT_EQ(work.first_due_on, (Date{2025y / 7 / 31}));
}

TEST(TheLifeOfAProgramme, PrintsAnIssuedVersionTheSameToTheByteForEver) {
  Life life;
  life.issue();
  const auto issued = life.kept().back().id;
  std::map<std::string, std::string> first;
  for (const char* format : {"docx", "xlsx", "pdf", "json", "csv"})
    first[format] = version_print(life.store.read(), life.agency.id, issued, format);
  const auto amendment =
      ask_change(life.store, life.office, life.programme.id,
                 {domain::AmendmentKind::change, life.tasks[1].id, life.titled("Tổ chức hội nghị và triển lãm"), "Theo chỉ đạo"}, noon());
  answer_change(life.store, life.leader, amendment.id, amendment.changes[0].id, Consent::consented, "", noon());
  const auto open = store::amendment(life.store.read(), life.agency.id, amendment.id);
  issue_amendment(life.store, life.office, open.id, open.version, Life::decision(22), "Điều chỉnh lần 1", august());
  for (const auto& [format, bytes] : first) EXPECT_EQ(version_print(life.store.read(), life.agency.id, issued, format), bytes) << format;
  EXPECT_NE(version_print(life.store.read(), life.agency.id, life.kept().back().id, "json"), first["json"]);
  EXPECT_EQ(life.now_as().stage, Stage::amended);
}

TEST(AnAmendment, LeavesTheTaskAsIssuedUntilItsLeaderHasConsentedAndADecisionSaysSo) {
  Life life;
  life.issue();
  const auto task = life.tasks[0].id;
  const auto asked = ask_change(life.store, life.office, life.programme.id,
                                {domain::AmendmentKind::change, task, life.titled("Ban hành Quy chế đo lường"), "Đổi hình thức"}, noon());
  const auto title = [&] { return life.store.read().task(life.agency.id, task).title; };
  EXPECT_EQ(title(), "Ban hành Kế hoạch đo lường");
  EXPECT_EQ(key_of_error([&] { issue_amendment(life.store, life.office, asked.id, asked.version, Life::decision(), "x", august()); }),
            "consent_missing");
  const auto consent = [&](const domain::Actor& who) {
    return answer_change(life.store, who, asked.id, asked.changes[0].id, Consent::consented, "", noon());
  };
  EXPECT_EQ(key_of_error([&] { consent(life.office); }), "not_yours_to_do");
  EXPECT_EQ(key_of_error([&] { consent(life.other_leader); }), "not_yours_to_do");
  const auto answered = consent(life.leader);
  EXPECT_EQ(title(), "Ban hành Kế hoạch đo lường");
  auto undecided = Life::decision();
  undecided.number.clear();
  EXPECT_EQ(key_of_error([&] { issue_amendment(life.store, life.office, asked.id, answered.version, undecided, "x", august()); }),
            "decision_missing");
  issue_amendment(life.store, life.office, asked.id, answered.version, Life::decision(), "Điều chỉnh", august());
  EXPECT_EQ(title(), "Ban hành Quy chế đo lường");
}

TEST(AnAmendment, AddsAndDropsTasksAndLeavesOutWhatWasRefused) {
  Life life;
  life.issue();
  auto added = life.titled("Nhiệm vụ mới");
  added.texts["lead"] = life.unit.name;
  added.month = 8;
  auto asked = ask_change(life.store, life.office, life.programme.id, {domain::AmendmentKind::add, {}, added, "Giao thêm"}, noon());
  asked = ask_change(life.store, life.office, life.programme.id, {domain::AmendmentKind::drop, life.tasks[1].id, {}, "Không còn"}, noon());
  asked = ask_change(life.store, life.office, life.programme.id,
                     {domain::AmendmentKind::change, life.tasks[0].id, life.titled("Tên khác"), "Đổi"}, noon());
  ASSERT_THAT(asked.changes, SizeIs(3));
  answer_change(life.store, life.leader, asked.id, asked.changes[0].id, Consent::consented, "", noon());
  answer_change(life.store, life.leader, asked.id, asked.changes[1].id, Consent::consented, "", noon());
  EXPECT_EQ(key_of_error([&] { answer_change(life.store, life.leader, asked.id, asked.changes[2].id, Consent::refused, " ", noon()); }),
            "reason_missing");
  asked = answer_change(life.store, life.leader, asked.id, asked.changes[2].id, Consent::refused, "Giữ tên", noon());
  issue_amendment(life.store, life.office, asked.id, asked.version, Life::decision(), "Điều chỉnh", august());
  std::vector<std::string> rows;
  for (const auto& task : programme_file(life.store.read(), life.agency.id, life.programme.id).tasks)
    rows.push_back(task.number + " " + task.title);
  EXPECT_THAT(rows, ElementsAre("1 Ban hành Kế hoạch đo lường", "3 Bản tin tháng 7", "4 Nhiệm vụ mới"));
}

TEST(AnAmendment, IsOnlyOfAProgrammeInForceAndSaysWhy) {
  Life life;
  const ChangeWish wish{domain::AmendmentKind::drop, life.tasks[0].id, {}, "Không còn"};
  EXPECT_EQ(key_of_error([&] { ask_change(life.store, life.office, life.programme.id, wish, noon()); }), "programme_not_in_force");
  life.issue();
  auto silent = wish;
  silent.reason = " ";
  EXPECT_EQ(key_of_error([&] { ask_change(life.store, life.office, life.programme.id, silent, noon()); }), "reason_missing");
  EXPECT_EQ(key_of_error([&] {
              ask_change(life.store, life.office, life.programme.id,
                         {domain::AmendmentKind::change, life.tasks[0].id, life.titled(life.tasks[0].title), "Như cũ"}, noon());
            }),
            "nothing_changes");
}

struct YearEnd : Life {
  YearEnd() {
    std::vector<domain::Task> series;
    for (int month = 8; month <= 12; ++month) {
      auto task = whole("Bản tin tháng " + std::to_string(month));
      task.month = month;
      task.quarter = (month + 2) / 3;
      task.due_period = Period::month(2025, month);
      series.push_back(task);
    }
    add(series);
    finish(tasks[0].id);
  }
  void finish(domain::TaskId task) {
    auto writer = store.begin();
    auto work = writer.work(agency.id, task);
    work.state = domain::WorkState::completed;
    work.completed_on = Date{2025y / 7 / 20};
    writer.save(work, noon());
    writer.commit();
  }
  NextProgramme next(NextWish wish = {"Chương trình công tác năm 2026", 2026, "Chờ ý kiến Bộ", {}}) {
    return make_next(store, office, programme.id, wish, noon());
  }
};

TEST(TheNextProgramme, CarriesWhatIsUnfinishedAndRepeatsWhatRecurs) {
  YearEnd end;
  const auto made = end.next();
  EXPECT_EQ(made.carried, 1);   // the conference; the plan is done
  EXPECT_EQ(made.repeated, 6);  // bulletins of July to December
  const auto rows = programme_file(end.store.read(), end.agency.id, made.id).tasks;
  ASSERT_THAT(rows, SizeIs(7));
  EXPECT_EQ(rows[0].title, "Tổ chức hội nghị chuyển đổi số");
  EXPECT_EQ(rows[1].due_period, Period::month(2026, 7));
  const auto origin = store::find_origin(end.store.read(), end.agency.id, rows[0].id);
  ASSERT_TRUE(origin);
  EXPECT_EQ(origin->first_due_on, (Date{2025y / 7 / 31}));
  EXPECT_EQ(origin->reason, "Chờ ý kiến Bộ");
  EXPECT_EQ(origin->delays, 1);
}

TEST(TheNextProgramme, IsCountedNowhereUntilItIsIssuedAndThenNothingTwice) {
  YearEnd end;
  const auto total = [&] {
    std::int64_t tasks = 0;
    for (const auto& row : end.store.read().tallies(end.agency.id, "programme", std::nullopt)) tasks += row.open + row.on_time + row.late;
    return tasks;
  };
  const auto before = total();
  const auto made = end.next();
  EXPECT_EQ(total(), before);
  move_programme(end.store, end.office, made.id, 1, {StageMove::record_issue, "", Life::decision()}, august());
  EXPECT_EQ(total(), before + made.repeated);  // what was carried is one task, not two
  EXPECT_EQ(end.store.read().work(end.agency.id, end.tasks[1].id).state, domain::WorkState::stopped);
}

TEST(TheNextProgramme, LeavesWhatTheClerkLeavesAndRemembersDelaysOfEarlierYears) {
  YearEnd end;
  const auto made = end.next();
  move_programme(end.store, end.office, made.id, 1, {StageMove::record_issue, "", Life::decision()}, august());
  const auto plan = plan_next(end.store.read(), end.agency.id, made.id);
  NextWish wish{"Chương trình công tác năm 2027", 2027, "Vẫn chờ", {}};
  for (const auto& series : plan.series)
    for (const auto& task : series.tasks) wish.left.insert(task.id);
  const auto again = make_next(end.store, end.office, made.id, wish, noon());
  EXPECT_EQ(again.repeated, 0);
  const auto origin = store::origins(end.store.read(), end.agency.id, again.id).front();
  EXPECT_EQ(origin.delays, 2);
  EXPECT_EQ(origin.first_due_on, (Date{2025y / 7 / 31}));
}

}  // namespace
}  // namespace tiendo::actions
