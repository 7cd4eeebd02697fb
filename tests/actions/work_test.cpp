#include <gmock/gmock.h>

#include "actions/add_progress.h"
#include "actions/evidence.h"
#include "actions/extend_deadline.h"
#include "actions/move_work.h"
#include "actions/save_calendar.h"
#include "actions/save_work_settings.h"
#include "store/amounts.h"
#include "store/key_of_error.h"
#include "store/office.h"

namespace tiendo::actions {
namespace {

using namespace std::chrono_literals;
using domain::Period;
using domain::WorkMove;
using domain::WorkState;
using store::noon;
using testing::ElementsAre;
using testing::SizeIs;
using tiendo::key_of_error;

Date noon_day() {
  return local_date(noon());
}

struct WorkDesk : store::Office {
  bool has_register_ = false;
  domain::Unit unit{domain::UnitId::make(noon()), "Phòng Chuyển đổi số", "CĐS", {}, 1};
  domain::Person director{domain::PersonId::make(noon()), "Trần Thị Thu Hà", {}, 1};
  domain::Actor head = account(domain::Role::unit_head, "Phan Văn Hiếu");
  domain::Actor leader = account(domain::Role::leader, "Trần Thị Thu Hà");
  domain::Task task = this->task_due();

  domain::Task task_due() {
    domain::Task made = Office::task("Ban hành Kế hoạch đo lường");
    made.due_period = Period::month(2025, 7);
    return given(made);
  }

  // To the unit, under the director.
  domain::Task given(domain::Task made) {
    if (!has_register_) enter_register();
    made.lead_units = {unit.id};
    made.directing_leaders = {director.id};
    add(std::vector{made});
    return made;
  }

  void enter_register() {
    auto writer = store.begin();
    writer.add(agency.id, unit);
    writer.add(agency.id, director);
    writer.commit();
    has_register_ = true;
  }

  domain::Actor account(domain::Role role, std::string name, bool of_unit = true) {
    domain::User user{domain::UserId::make(noon()), agency.id, name, name, 1, role};
    if (of_unit) user.unit = unit.id;
    if (of_unit) user.person = director.id;
    auto writer = store.begin();
    writer.add(user, "", noon());
    writer.commit();
    return {user.id, agency.id, name};
  }

  domain::Work work() const { return store.read().work(agency.id, task.id); }
  domain::Work move(const domain::Actor& who, WorkMove how, std::string_view words = "", Instant at = noon()) {
    return move_work(store, who, task.id, work().version, how, words, at);
  }
  std::string refusal(const domain::Actor& who, WorkMove how, std::string_view words = "") {
    return key_of_error([&] { move(who, how, words); });
  }
  domain::Evidence prove(std::optional<Date> issued_on) {
    return add_evidence(store, head, task.id, {.kind = "Kế hoạch", .number = "12", .symbol = "KH-SKHCN", .issued_on = issued_on}, noon());
  }
};

TEST(MoveWork, GoesFromAssignmentToConfirmation) {
  WorkDesk desk;
  desk.move(desk.head, WorkMove::begin);
  desk.prove(2025y / 7 / 1);
  desk.move(desk.head, WorkMove::report, "Đã ban hành");
  const auto done = desk.move(desk.leader, WorkMove::confirm, "", noon() + 24h);
  EXPECT_EQ(done.state, WorkState::completed);
  EXPECT_EQ(done.completed_on, 2025y / 7 / 1) << "the document's day counts, not the confirmation's";
  EXPECT_EQ(done.confirmed_at, noon() + 24h);
  std::vector<std::string> said;
  for (const auto& entry : desk.store.read().work_entries(desk.agency.id, desk.task.id))
    said.push_back(entry.by.name + ": " + name_of(*entry.move));
  EXPECT_THAT(said, ElementsAre("Phan Văn Hiếu: begin", "Phan Văn Hiếu: report", "Trần Thị Thu Hà: confirm"));
}

TEST(MoveWork, LetsNobodyConfirmTheirOwnReport) {
  WorkDesk desk;
  const auto office = desk.account(domain::Role::office, "Lê Thị Sen");
  desk.prove({});
  desk.move(office, WorkMove::report);
  EXPECT_EQ(desk.refusal(office, WorkMove::confirm), "own_report");
  const auto task = desk.task;
  EXPECT_THAT(moves_for(desk.store.read(), office, task, desk.work(), local_date(noon())),
              testing::Not(testing::Contains(WorkMove::confirm)));
  EXPECT_THAT(moves_for(desk.store.read(), desk.leader, task, desk.work(), local_date(noon())), testing::Contains(WorkMove::confirm));
}

TEST(MoveWork, ConfirmsNothingThatIsNeitherProvedNorWaived) {
  WorkDesk desk;
  desk.move(desk.head, WorkMove::report);
  EXPECT_EQ(desk.refusal(desk.leader, WorkMove::confirm), "evidence_missing");
  EXPECT_EQ(desk.move(desk.leader, WorkMove::confirm, "Đã tổ chức, không có văn bản").state, WorkState::completed);
}

TEST(MoveWork, SentBackCountsAsNotCompleted) {
  WorkDesk desk;
  desk.prove(2025y / 7 / 1);
  desk.move(desk.head, WorkMove::report);
  desk.move(desk.leader, WorkMove::confirm);
  EXPECT_EQ(desk.refusal(desk.leader, WorkMove::send_back), "reason_missing");
  const auto back = desk.move(desk.leader, WorkMove::send_back, "Thiếu phụ lục");
  EXPECT_EQ(back.sent_back, 1);
  EXPECT_EQ(back.completed_on, std::nullopt);
  const auto tallies = desk.store.read().tallies(desk.agency.id, "programme", {});
  ASSERT_THAT(tallies, SizeIs(1));
  EXPECT_EQ(tallies[0].open, 1);
  EXPECT_EQ(tallies[0].on_time + tallies[0].late, 0);
}

TEST(MoveWork, RefusesWhatSomebodyElseHasMovedMeanwhile) {
  WorkDesk desk;
  const int seen = desk.work().version;
  desk.move(desk.head, WorkMove::begin);
  EXPECT_EQ(key_of_error([&] { move_work(desk.store, desk.head, desk.task.id, seen, WorkMove::report, "", noon()); }), "stale_version");
}

TEST(MoveWork, IsForTheUnitThatLeadsAndTheLeaderWhoDirects) {
  WorkDesk desk;
  const auto stranger = desk.account(domain::Role::unit_head, "Võ Minh Khôi", false);
  const auto other_leader = desk.account(domain::Role::leader, "Lê Ngọc Ân", false);
  const auto auditor = desk.account(domain::Role::auditor, "Đặng Quang Tín");
  const auto officer = desk.account(domain::Role::officer, "Nguyễn Hoàng Đăng");
  EXPECT_EQ(desk.refusal(stranger, WorkMove::begin), "not_yours_to_do");
  EXPECT_EQ(desk.refusal(auditor, WorkMove::begin), "not_yours_to_do");
  EXPECT_EQ(desk.refusal(desk.leader, WorkMove::begin), "not_yours_to_do") << "a leader does not carry out";
  desk.move(officer, WorkMove::begin);
  desk.prove(2025y / 7 / 1);
  desk.move(officer, WorkMove::report);
  EXPECT_EQ(desk.refusal(desk.head, WorkMove::confirm), "not_yours_to_do") << "an executor does not confirm";
  EXPECT_EQ(desk.refusal(other_leader, WorkMove::confirm), "not_yours_to_do");
  EXPECT_EQ(desk.move(desk.leader, WorkMove::confirm).state, WorkState::completed);
}

TEST(AddProgress, BeginsTheWorkAndIsHeard) {
  WorkDesk desk;
  const auto work = add_progress(desk.store, desk.head, desk.task.id, 1, {.words = "Đã dự thảo", .percent = 40}, noon());
  EXPECT_EQ(work.state, WorkState::in_progress);
  EXPECT_EQ(work.percent, 40);
  EXPECT_EQ(desk.work().heard_at, noon());
}

TEST(AddProgress, SaysSomething) {
  WorkDesk desk;
  EXPECT_EQ(key_of_error([&] { add_progress(desk.store, desk.head, desk.task.id, 1, {.words = "  "}, noon()); }), "progress_empty");
  EXPECT_EQ(key_of_error([&] { add_progress(desk.store, desk.head, desk.task.id, 1, {.percent = 101}, noon()); }), "bad_field");
}

TEST(AddProgress, AddsAmountsUpMonthByMonth) {
  WorkDesk desk;
  auto made = desk.Office::task("Kiểm định 700 phương tiện đo các loại");
  made.due_period = Period::month(2025, 9);
  desk.task = desk.given(made);
  const auto say = [&](double amount, Instant at) {
    return add_progress(desk.store, desk.head, desk.task.id, desk.work().version, {.done = {{"phương tiện đo", amount}}}, at);
  };
  EXPECT_EQ(say(280, noon()).percent, 40);
  EXPECT_EQ(say(300, noon() + 24h * 31).percent, 82);
  EXPECT_EQ(say(-20, noon() + 24h * 32).percent, 80) << "an earlier figure set right";
  const auto targets = store::targets(desk.store.read(), desk.task);
  ASSERT_THAT(targets, SizeIs(1));
  EXPECT_EQ(targets[0].done, 560);
  EXPECT_EQ(key_of_error([&] { say(-561, noon()); }), "amount_below_zero");
  EXPECT_EQ(store::targets(desk.store.read(), desk.task)[0].done, 560) << "nothing of a refused word is kept";
}

struct SeriesDesk : WorkDesk {
  domain::Task of_month(int month, std::string title) {
    auto made = Office::task(std::move(title), month);
    made.month = month;
    made.due_period = Period::month(2025, static_cast<unsigned>(month));
    return given(made);
  }

  void say(const domain::Task& one, double amount, Instant at) {
    const int version = store.read().work(agency.id, one.id).version;
    add_progress(store, head, one.id, version, {.done = {{"phương tiện đo", amount}}}, at);
  }

  void rename(domain::TaskId id, std::string title) {
    auto writer = store.begin();
    auto renamed = writer.task(agency.id, id);
    renamed.title = std::move(title);
    writer.save(renamed, noon());
    writer.commit();
  }

  std::vector<store::SeriesTarget> sums(std::optional<Instant> until = {}) const {
    return store::yearly_targets(store.read(), agency.id, 2025, {}, until);
  }
};

TEST(YearlyTargets, AddASeriesUpOverItsMonths) {
  SeriesDesk desk;
  const auto july = desk.of_month(7, "Kiểm định 700 phương tiện đo tháng 7"),
             august = desk.of_month(8, "Kiểm định 650 phương tiện đo tháng 8");
  desk.of_month(8, "Mở 02 lớp tập huấn");
  desk.say(july, 700, noon());
  desk.say(august, 100, noon() + 24h * 31);
  const auto sums = desk.sums();
  ASSERT_THAT(sums, SizeIs(2));
  EXPECT_EQ(sums[0].total.least, 1350);
  EXPECT_EQ(sums[0].total.done, 800);
  ASSERT_THAT(sums[0].tasks, SizeIs(2));
  EXPECT_EQ(sums[0].tasks[1].target.done, 100) << "each task's own part stands behind the sum";
  EXPECT_EQ(desk.sums(noon() + 24h)[0].total.done, 700) << "as it was said by then";
  EXPECT_TRUE(store::yearly_targets(desk.store.read(), desk.agency.id, 2026).empty());
  EXPECT_THAT(store::target_years(desk.store.read(), desk.agency.id), ElementsAre(2025));
}

TEST(YearlyTargets, FollowTitlesAndLeaveOutWhatIsStopped) {
  SeriesDesk desk;
  const auto july = desk.of_month(7, "Kiểm định 700 phương tiện đo tháng 7");
  desk.task = desk.of_month(8, "Kiểm định 650 phương tiện đo tháng 8");
  desk.rename(july.id, "Kiểm định 500 phương tiện đo tháng 7");
  EXPECT_EQ(desk.sums().at(0).total.least, 1150);
  desk.move(desk.leader, WorkMove::stop, "Không còn phù hợp");
  EXPECT_EQ(desk.sums().at(0).total.least, 500);
  auto remover = desk.store.begin();
  remover.remove_task(remover.task(desk.agency.id, july.id), noon());
  remover.commit();
  EXPECT_TRUE(desk.sums().empty());
}

TEST(SayNoNews, NotesManyTasksAtOnceAndPassesByThoseThatAreOver) {
  WorkDesk desk;
  const auto other = desk.given(desk.Office::task("Báo cáo quý III", 1));
  desk.move(desk.leader, WorkMove::stop, "Không còn phù hợp");
  EXPECT_EQ(say_no_news(desk.store, desk.head, {desk.task.id, other.id}, noon()), 1);
  EXPECT_EQ(desk.store.read().work(desk.agency.id, other.id).heard_at, noon());
}

TEST(Evidence, IsADocumentOrWords) {
  WorkDesk desk;
  EXPECT_EQ(key_of_error([&] { add_evidence(desk.store, desk.head, desk.task.id, {.issuer = "Sở"}, noon()); }), "evidence_empty");
  desk.prove({});
  EXPECT_THAT(desk.store.read().evidence(desk.agency.id, desk.task.id), SizeIs(1));
}

TEST(Evidence, TakesAFileOfAKindThatIsKept) {
  WorkDesk desk;
  const auto evidence = desk.prove({});
  EXPECT_EQ(key_of_error([&] { put_evidence_file(desk.store, desk.head, desk.task.id, evidence.id, "a.exe", "MZ....", noon()); }),
            "evidence_kind");
  const auto with_file = put_evidence_file(desk.store, desk.head, desk.task.id, evidence.id, "ke-hoach.pdf", "%PDF-1.7 ...", noon());
  EXPECT_EQ(desk.store.read().file(desk.agency.id, with_file.file_sha256), "%PDF-1.7 ...");
  EXPECT_EQ(desk.store.read().evidence(desk.agency.id, desk.task.id)[0].file_name, "ke-hoach.pdf");
}

TEST(Evidence, StaysOnceTheResultIsConfirmed) {
  WorkDesk desk;
  const auto evidence = desk.prove(2025y / 7 / 1);
  desk.move(desk.head, WorkMove::report);
  desk.move(desk.leader, WorkMove::confirm);
  EXPECT_EQ(key_of_error([&] { remove_evidence(desk.store, desk.head, desk.task.id, evidence.id, noon()); }), "work_is_over");
}

TEST(Extension, PutsTheDeadlineOffOnlyWhenItIsGranted) {
  WorkDesk desk;
  const auto office = desk.account(domain::Role::office, "Lê Thị Sen");
  const auto asked = ask_extension(desk.store, office, desk.task.id, Period::month(2025, 8), "Chờ ý kiến các sở", noon());
  EXPECT_EQ(desk.work().due_on, 2025y / 7 / 31);
  EXPECT_EQ(key_of_error([&] { answer_extension(desk.store, office, desk.task.id, asked.id, 1, {}, noon()); }), "extension_own_request");
  answer_extension(desk.store, desk.leader, desk.task.id, asked.id, 1, {}, noon());
  EXPECT_EQ(desk.work().due_on, 2025y / 8 / 29);
  EXPECT_EQ(desk.work().first_due_on, 2025y / 7 / 31) << "the first deadline is never overwritten";
  EXPECT_EQ(desk.work().extensions, 1);
}

TEST(Extension, IsLateAgainstTheFirstDeadlineAndOnTimeAgainstTheNewOne) {
  WorkDesk desk;
  const auto asked = ask_extension(desk.store, desk.head, desk.task.id, Period::month(2025, 8), "Chờ ý kiến", noon());
  answer_extension(desk.store, desk.leader, desk.task.id, asked.id, 1, {}, noon());
  desk.prove(2025y / 8 / 15);
  desk.move(desk.head, WorkMove::report, "", noon() + std::chrono::days{45});
  desk.move(desk.leader, WorkMove::confirm, "", noon() + std::chrono::days{46});
  EXPECT_FALSE(is_late(desk.work()));
  EXPECT_TRUE(is_first_late(desk.work()));
}

TEST(Extension, OffersAnotherDateThatTheRequesterMayTake) {
  WorkDesk desk;
  const auto asked = ask_extension(desk.store, desk.head, desk.task.id, Period::month(2025, 9), "Chờ ý kiến", noon());
  const auto offered = answer_extension(desk.store, desk.leader, desk.task.id, asked.id, 1,
                                        {.answer = domain::ExtensionAnswer::offered, .offered = Period::day(2025y / 8 / 15)}, noon());
  EXPECT_EQ(desk.work().due_on, 2025y / 7 / 31);
  close_extension(desk.store, desk.head, desk.task.id, asked.id, offered.version, true, noon());
  EXPECT_EQ(desk.work().due_on, 2025y / 8 / 15);
}

TEST(Extension, RefusedLeavesTheDeadlineAndMayBeAskedForAgain) {
  WorkDesk desk;
  const auto asked = ask_extension(desk.store, desk.head, desk.task.id, Period::month(2025, 8), "Chờ", noon());
  EXPECT_EQ(key_of_error([&] { ask_extension(desk.store, desk.head, desk.task.id, Period::month(2025, 9), "Chờ", noon()); }),
            "extension_open");
  answer_extension(desk.store, desk.leader, desk.task.id, asked.id, 1, {.answer = domain::ExtensionAnswer::refused, .reason = "Việc gấp"},
                   noon());
  EXPECT_EQ(desk.work().due_on, 2025y / 7 / 31);
  EXPECT_NO_THROW(ask_extension(desk.store, desk.head, desk.task.id, Period::month(2025, 9), "Chờ", noon()));
}

TEST(Extension, IsNotGrantedOnceTheWorkIsDone) {
  WorkDesk desk;
  const auto asked = ask_extension(desk.store, desk.head, desk.task.id, Period::month(2025, 8), "Chờ", noon());
  const Instant late = noon() + std::chrono::days{40};
  move_work(desk.store, desk.head, desk.task.id, desk.work().version, WorkMove::report, "Xong", late);
  move_work(desk.store, desk.leader, desk.task.id, desk.work().version, WorkMove::confirm, "Đã xem", late);
  EXPECT_TRUE(domain::is_late(desk.work()));
  EXPECT_EQ(key_of_error([&] { answer_extension(desk.store, desk.leader, desk.task.id, asked.id, 2, {}, late); }), "extension_answered");
  EXPECT_TRUE(domain::is_late(desk.work())) << "no later word makes it on time";
}

TEST(Extension, GivesNoDayThatHasPassedOrIsNoLater) {
  WorkDesk desk;
  const auto asked = ask_extension(desk.store, desk.head, desk.task.id, Period::month(2025, 8), "Chờ", noon());
  const auto offer = [&](Period until) {
    return key_of_error([&] {
      answer_extension(desk.store, desk.leader, desk.task.id, asked.id, 1, {.answer = domain::ExtensionAnswer::offered, .offered = until},
                       noon());
    });
  };
  EXPECT_EQ(offer(Period::month(2025, 7)), "extension_not_later");
  EXPECT_EQ(key_of_error([&] { answer_extension(desk.store, desk.leader, desk.task.id, asked.id, 1, {}, noon() + std::chrono::days{90}); }),
            "extension_in_the_past");
}

struct SettingsDesk : WorkDesk {
  template <class Change>
  void set(Change change) {
    auto settings = store::work_settings(store.read(), agency.id);
    change(settings);
    save_work_settings(store, clerk, settings, noon());
  }
  domain::Task due_in(int month) {
    domain::Task made = Office::task("Việc của tháng " + std::to_string(month));
    made.due_period = Period::month(2025, month);
    return given(made);
  }
  domain::Work work_on(const domain::Task& of) const { return store.read().work(agency.id, of.id); }
};

TEST(WorkSettings, ReadOpenDeadlinesAnewAndLeaveWhatIsDone) {
  SettingsDesk desk;
  const auto august = desk.due_in(8);
  ASSERT_EQ(desk.work_on(august).due_on, 2025y / 8 / 29) << "31/8/2025 is a Sunday";
  desk.task = desk.due_in(8);
  desk.move(desk.head, WorkMove::report);
  desk.move(desk.leader, WorkMove::confirm, "Đã xem");
  desk.set([](auto& settings) { settings.last_working_day = 0; });
  EXPECT_EQ(desk.work_on(august).due_on, 2025y / 8 / 31);
  EXPECT_EQ(desk.work_on(august).first_due_on, 2025y / 8 / 31);
  EXPECT_EQ(desk.work().due_on, 2025y / 8 / 29) << "completed work stays as it was counted";
}

TEST(WorkSettings, LeaveADayThatADecisionGave) {
  SettingsDesk desk;
  desk.task = desk.due_in(8);
  const auto asked = ask_extension(desk.store, desk.head, desk.task.id, Period::day(2025y / 9 / 15), "Chờ ý kiến", noon());
  answer_extension(desk.store, desk.leader, desk.task.id, asked.id, 1, {}, noon());
  desk.set([](auto& settings) { settings.last_working_day = 0; });
  EXPECT_EQ(desk.work().due_on, 2025y / 9 / 15);
  EXPECT_EQ(desk.work().first_due_on, 2025y / 8 / 31);
}

TEST(WorkSettings, FollowAHolidayThatIsConfirmed) {
  SettingsDesk desk;
  const auto august = desk.due_in(8);
  const domain::CalendarDay day{2025y / 8 / 29, domain::DayKind::day_off, "Nghỉ hoán đổi", "", true};
  save_calendar(desk.store, desk.clerk, 1, {.year = 2025, .days = {day}}, noon());
  EXPECT_EQ(desk.work_on(august).due_on, 2025y / 8 / 28);
}

TEST(WorkSettings, StayWithinTheirBounds) {
  SettingsDesk desk;
  EXPECT_EQ(key_of_error([&] { desk.set([](auto& settings) { settings.closing_minutes = 24 * 60; }); }), "rule_out_of_range");
  EXPECT_EQ(desk.work().due_on, 2025y / 7 / 31);
}

TEST(WorkSettings, SayWhichDayAResultCountsFor) {
  SettingsDesk desk;
  desk.set([](auto& settings) { settings.document_day = 0; });
  desk.prove(noon_day());
  desk.move(desk.head, WorkMove::report);
  EXPECT_EQ(desk.move(desk.leader, WorkMove::confirm, "", noon() + 48h).completed_on, local_date(noon() + 48h));
}

TEST(WorkSettings, SayHowLongATaskMayBeGivenBack) {
  SettingsDesk desk;
  const Instant given = made_at(desk.task.id.value());
  desk.set([](auto& settings) { settings.refusal_days = 3; });
  EXPECT_EQ(key_of_error([&] { desk.move(desk.head, WorkMove::refuse, "Không thuộc chức năng", given + 24h * 4); }), "refusal_too_late");
  EXPECT_EQ(desk.move(desk.head, WorkMove::refuse, "Không thuộc chức năng", given + 24h * 3).state, WorkState::refused);
  desk.move(desk.leader, WorkMove::assign_anew, "", given + 24h * 5);
  EXPECT_EQ(desk.move(desk.head, WorkMove::refuse, "Vẫn không phải", given + 24h * 8).state, WorkState::refused)
      << "the days count anew from the new assignment";
}

TEST(WorkSettings, SayWhichFilesAreKept) {
  SettingsDesk desk;
  const auto evidence = desk.prove(noon_day());
  const auto put = [&](std::string_view bytes) {
    return key_of_error([&] { put_evidence_file(desk.store, desk.head, desk.task.id, evidence.id, "tep", bytes, noon()); });
  };
  EXPECT_EQ(put("\x89PNG...."), "");
  desk.set([](auto& settings) { settings.evidence_pictures = 0, settings.evidence_megabytes = 1; });
  EXPECT_EQ(put("\x89PNG...."), "evidence_kind");
  EXPECT_EQ(put("%PDF-" + std::string(1u << 20, ' ')), "evidence_too_large");
  EXPECT_EQ(put("%PDF-1.7"), "");
}

TEST(WorkSettings, HoldForExtensions) {
  SettingsDesk desk;
  const auto ask = [&](Instant at) {
    return key_of_error([&] { ask_extension(desk.store, desk.head, desk.task.id, Period::month(2025, 9), "Chờ ý kiến", at); });
  };
  desk.set([](auto& settings) { settings.extension_days_before = 5; });
  EXPECT_EQ(ask(std::chrono::sys_days{2025y / 7 / 29}), "extension_too_late");
  EXPECT_EQ(ask(std::chrono::sys_days{2025y / 7 / 20}), "");
}

TEST(MoveWork, SentBackStandsWhereItStoodBefore) {
  WorkDesk desk;
  add_progress(desk.store, desk.head, desk.task.id, desk.work().version, {.words = "Đã dự thảo", .percent = 60}, noon());
  desk.prove({});
  desk.move(desk.head, WorkMove::report);
  EXPECT_EQ(desk.move(desk.leader, WorkMove::confirm).percent, 100);
  EXPECT_EQ(desk.move(desk.leader, WorkMove::send_back, "Thiếu phụ lục").percent, 60);
}

TEST(Extension, IsWithdrawnWhenTheResultIsConfirmed) {
  WorkDesk desk;
  const auto asked = ask_extension(desk.store, desk.head, desk.task.id, Period::month(2025, 9), "Chờ ý kiến", noon());
  desk.move(desk.head, WorkMove::report);
  desk.move(desk.leader, WorkMove::confirm, "Đã xem");
  const auto all = desk.store.read().extensions(desk.agency.id, desk.task.id);
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].id, asked.id);
  EXPECT_EQ(all[0].state, domain::Extension::State::withdrawn);
}

}  // namespace
}  // namespace tiendo::actions
