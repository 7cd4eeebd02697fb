#include "actions/keep_report.h"

#include <gmock/gmock.h>

#include "actions/add_progress.h"
#include "actions/life.h"
#include "actions/make_notices.h"
#include "actions/move_work.h"
#include "actions/waiting.h"
#include "reports/period_report_json.h"
#include "store/kept_reports.h"
#include "store/key_of_error.h"

namespace tiendo::actions {
namespace {

using domain::KeptReport;
using domain::ReportKind;
using domain::ReportMove;
using domain::ReportPeriod;
using domain::ReportState;
using testing::ElementsAre;
using testing::HasSubstr;

// Ids never run backwards in one process: the period is the one after the tasks were made.
struct KeptReports : Life, testing::Test {
  static Instant on(Date day) { return Instant{std::chrono::sys_days{day}}; }
  const ReportPeriod period =
      domain::report_after(domain::report_counting(local_date(made_at(tasks.at(2).id.value())), ReportKind::month, {}).value());
  const Date first_day = domain::counted_days(period, {}).first_day(), last_day = domain::counted_days(period, {}).last_day();
  const Instant now = on(last_day) + 24h * 5;

  KeptReport begin(const domain::Actor& who, std::optional<domain::UnitId> of) { return begin_report(store, who, period, of, now); }
  KeptReport move(const domain::Actor& who, const KeptReport& report, ReportMove how, const char* reason = "", Instant at = {}) {
    const auto known = store::kept_report(store.read(), agency.id, report.id);
    return move_report(store, who, report.id, known.version, how, reason, at == Instant{} ? now : at);
  }
  std::string kept(const KeptReport& report) {
    const auto reader = store.read();
    return reports::to_json(content_of(reader, store::kept_report(reader, agency.id, report.id), now));
  }
  std::vector<std::string> moves(const domain::Actor& who, const KeptReport& report) {
    const auto reader = store.read();
    std::vector<std::string> names;
    for (const auto one : moves_for(reader, who, store::kept_report(reader, agency.id, report.id))) names.emplace_back(name_of(one));
    return names;
  }
  KeptReport locked_report() {
    const auto report = begin(head, unit.id);
    move(head, report, ReportMove::submit);
    move(office, report, ReportMove::approve);
    return move(office, report, ReportMove::lock);
  }
};

TEST_F(KeptReports, GoFromTheUnitThroughTheOfficeToTheLock) {
  const auto report = begin(head, unit.id);
  EXPECT_THAT(moves(head, report), ElementsAre("edit", "submit"));
  EXPECT_EQ(move(head, report, ReportMove::submit).state, ReportState::submitted);
  EXPECT_THAT(moves(head, report), ElementsAre("take_back"));
  EXPECT_THAT(moves(leader, report), ElementsAre("send_back", "approve"));
  EXPECT_EQ(move(office, report, ReportMove::approve).approved_by->user, office.user);
  const auto locked = move(office, report, ReportMove::lock);
  EXPECT_EQ(locked.state, ReportState::locked);
  EXPECT_THAT(moves(head, report), ElementsAre());
  EXPECT_THAT(moves(office, report), ElementsAre("unlock"));
}

TEST_F(KeptReports, SayTheSameOnceSubmittedWhateverHappensLater) {
  const auto report = locked_report();
  const auto before = kept(report);
  auto renamed = unit;
  renamed.name = "Phòng Số hóa";
  {
    auto writer = store.begin();
    writer.save(agency.id, renamed);
    writer.record(office, "unit_edited", "unit", unit.id.value(), "", "{}", now);  // names are read anew
    writer.commit();
  }
  EXPECT_EQ(kept(report), before);
  EXPECT_THAT(before, HasSubstr("Phòng Chuyển đổi số"));
  move(office, report, ReportMove::unlock, "Đơn vị đổi tên");
  EXPECT_THAT(kept(report), HasSubstr("Phòng Số hóa")) << "a draft follows the record";
  const auto reader = store.read();
  EXPECT_EQ(store::report_round(reader, agency.id, report.id, 1).content, before) << "what was locked stays as its first round";
}

TEST_F(KeptReports, OpenAgainOnlyWithAReasonThatStaysWithThem) {
  const auto report = locked_report();
  EXPECT_EQ(key_of_error([&] { move(office, report, ReportMove::unlock); }), "reason_missing");
  EXPECT_EQ(key_of_error([&] { move(head, report, ReportMove::unlock, "Sai"); }), "not_yours_to_do");
  const auto opened = move(office, report, ReportMove::unlock, "Bổ sung   kiến nghị");
  EXPECT_EQ(opened.reason, "Bổ sung kiến nghị");
  EXPECT_EQ(opened.state, ReportState::draft);
  EXPECT_FALSE(opened.locked_by) << "nobody has signed what may change again";
  EXPECT_EQ(move(head, report, ReportMove::submit).round, 2);
}

TEST_F(KeptReports, AreNotApprovedByWhoeverSubmittedThem) {
  const auto report = begin(office, unit.id);
  move(office, report, ReportMove::submit);
  EXPECT_EQ(key_of_error([&] { move(office, report, ReportMove::approve); }), "not_your_own_report");
  EXPECT_EQ(key_of_error([&] { move(head, report, ReportMove::approve); }), "not_yours_to_do");
  EXPECT_EQ(key_of_error([&] { move(leader, report, ReportMove::approve); }), "");
}

TEST_F(KeptReports, OfTheAgencyAreALeadersToApprove) {
  const auto other_office = account(domain::Role::office, "Ngô Minh", false);
  const auto report = begin(office, {});
  EXPECT_EQ(key_of_error([&] { begin(head, {}); }), "not_yours_to_do");
  move(office, report, ReportMove::submit);
  EXPECT_EQ(key_of_error([&] { move(other_office, report, ReportMove::approve); }), "not_yours_to_do");
  EXPECT_EQ(move(leader, report, ReportMove::approve).state, ReportState::approved);
}

TEST_F(KeptReports, BeginWithWhatWasSaidInThePeriod) {
  const auto id = tasks.at(0).id;
  const auto say = [&](const char* difficulties, const char* requests, Date day) {
    add_progress(store, head, id, store.read().work(agency.id, id).version,
                 {.words = "Đang làm", .difficulties = difficulties, .requests = requests}, on(day));
  };
  say("Chưa có kinh phí", "", Date(std::chrono::sys_days(first_day) - std::chrono::days(1)));
  say("Thiếu số liệu của xã", "Đề nghị các xã gửi số liệu", first_day);
  const auto report = begin(head, unit.id);
  EXPECT_EQ(report.words.difficulties, "- Ban hành Kế hoạch đo lường: Thiếu số liệu của xã");
  EXPECT_EQ(report.words.requests, "- Ban hành Kế hoạch đo lường: Đề nghị các xã gửi số liệu");
}

TEST_F(KeptReports, SayThatNothingAroseOnlyWhereNothingDid) {
  auto report = begin(head, unit.id);
  report = edit_report(store, head, report.id, report.version, {}, true, now);
  EXPECT_EQ(key_of_error([&] { move(head, report, ReportMove::submit); }), "report_has_work") << "three tasks are overdue";
}

TEST_F(KeptReports, AreThereOnceAndNotBeforeThePeriodIsOver) {
  begin(head, unit.id);
  EXPECT_EQ(key_of_error([&] { begin(office, unit.id); }), "report_exists");
  EXPECT_EQ(key_of_error([&] { begin_report(store, head, domain::report_after(period), unit.id, now); }), "report_period_not_over");
}

TEST_F(KeptReports, AreListedWithWhoHasNotSent) {
  const auto reader = store.read();
  const auto owed = reports_of_period(reader, office, period, local_date(now + 24h * 10));
  ASSERT_EQ(owed.size(), 2u);
  EXPECT_EQ(owed[0].unit, std::nullopt);
  EXPECT_EQ(owed[1].name, "Phòng Chuyển đổi số");
  EXPECT_TRUE(owed[1].is_overdue);
  EXPECT_TRUE(owed[1].may_begin);
  EXPECT_FALSE(reports_of_period(reader, leader, period, local_date(now + 24h * 10))[1].may_begin);
}

TEST_F(KeptReports, OfPeriodsBeforeTheFirstProgrammeAreNotAskedFor) {
  EXPECT_TRUE(reports_owed(store.read(), agency.id, {ReportKind::month, 2020, 8}, local_date(now)).empty());
}

TEST_F(KeptReports, AreRemindedOfBeforeTheDayOnItAndOnceItHasPassed) {
  const auto told = [&](Date day) {
    std::vector<std::pair<std::string, domain::NoticeKind>> all;
    for (const auto& each : planned_reports(store.read(), agency.id, day))
      if (each.period == period) all.emplace_back(each.user.name, each.kind);
    return all;
  };
  const auto days = store.read().working_days(agency.id);
  const Date send_by = reports_owed(store.read(), agency.id, period, last_day).front().send_by;
  using Told = std::vector<std::pair<std::string, domain::NoticeKind>>;
  EXPECT_EQ(told(days.add_working_days(send_by, -1)),
            (Told{{"Lê Văn Thư", domain::NoticeKind::due_soon}, {"Phan Văn Hiếu", domain::NoticeKind::due_soon}}));
  EXPECT_EQ(told(send_by).size(), 2u);
  move(head, begin(head, unit.id), ReportMove::submit);
  const Date after = days.add_working_days(send_by, 1);
  EXPECT_EQ(told(after), (Told{{"Lê Văn Thư", domain::NoticeKind::overdue}})) << "who has sent is not reminded";
}

TEST_F(KeptReports, WaitForWhoeverSendsThemAndWhoeverApproves) {
  const auto waited = [&](const domain::Actor& who) {
    std::vector<std::string> all;
    const auto lists = waiting(store.read(), who, local_date(now));
    for (const auto* list : {&lists.for_me, &lists.for_others})
      for (const auto& each : *list)
        if (each.report == period) all.push_back(std::string(name_of(each.kind)) + " " + each.title);
    return all;
  };
  EXPECT_THAT(waited(head), ElementsAre("send_report Phòng Chuyển đổi số"));
  EXPECT_THAT(waited(leader), ElementsAre());
  move(head, begin(head, unit.id), ReportMove::submit);
  EXPECT_THAT(waited(head), ElementsAre("own_period_report Phòng Chuyển đổi số"));
  EXPECT_THAT(waited(leader), ElementsAre("approve_report Phòng Chuyển đổi số"));
}

TEST_F(KeptReports, OfOthersAreReadWhenTheyAreDone) {
  const auto report = begin(office, {});
  const auto reads = [&](const domain::Actor& who) {
    const auto reader = store.read();
    return may_read(reader, *reader.find_user(agency.id, who.user), store::kept_report(reader, agency.id, report.id));
  };
  EXPECT_TRUE(reads(office));
  EXPECT_FALSE(reads(leader));
  move(office, report, ReportMove::submit);
  EXPECT_TRUE(reads(leader));
  EXPECT_FALSE(reads(head));
  move(leader, report, ReportMove::approve);
  EXPECT_TRUE(reads(head));
}

TEST_F(KeptReports, OfAnEarlierVersionAreNotMoved) {
  const auto report = begin(head, unit.id);
  edit_report(store, head, report.id, report.version, {.assessment = "Tốt"}, false, now);
  EXPECT_EQ(key_of_error([&] { edit_report(store, head, report.id, report.version, {.assessment = "Khá"}, false, now); }), "stale_version");
  EXPECT_EQ(store::kept_report(store.read(), agency.id, report.id).words.assessment, "Tốt");
}

}  // namespace
}  // namespace tiendo::actions
