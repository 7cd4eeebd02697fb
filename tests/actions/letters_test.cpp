#include "actions/letters.h"

#include <gtest/gtest.h>

#include "actions/add_progress.h"
#include "actions/edit_unit.h"
#include "actions/life.h"
#include "actions/move_work.h"
#include "actions/tasks_to_urge.h"
#include "reports/letter.h"
#include "store/key_of_error.h"
#include "store/letters.h"

namespace tiendo::actions {
namespace {

using domain::Letter;
using domain::LetterKind;
using domain::LetterState;

// 11 August 2025, a Monday: what fell due with July is 11 days overdue.
Instant monday() {
  return Instant{std::chrono::sys_days{2025y / 8 / 11} + 3h};
}

struct Letters : Life, testing::Test {
  domain::Unit other{domain::UnitId::make(noon()), "Phòng Quản lý công nghệ", "QLCN", {}, 1};
  domain::Actor other_head;

  Letters() {
    auto writer = store.begin();
    writer.add(agency.id, other);
    domain::User user{domain::UserId::make(noon()), agency.id, "khac", "Vũ Khác", 1, domain::Role::unit_head};
    user.unit = other.id;
    writer.add(user, "", noon());
    writer.commit();
    other_head = {user.id, agency.id, "Vũ Khác"};
  }

  Letter draft(LetterKind kind = LetterKind::urging, Instant now = monday()) {
    return draft_letter(store, office, {kind, unit.id, {tasks[0].id, tasks[1].id}}, now);
  }
  Letter issued(LetterKind kind = LetterKind::urging) {
    const auto letter = draft(kind);
    return issue_letter(store, office, letter.id, letter.version, issue(), monday());
  }
  static LetterIssue issue(std::string number = "5") {
    return {std::move(number), "SKHCN-VP", 2025y / 8 / 11, "TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG", "Lê Văn Thư"};
  }
  Letter kept(const Letter& letter) const { return store::letter(store.read(), agency.id, letter.id); }
  domain::LetterReply reply(const Letter& letter, const domain::Actor& who, Instant now, std::string words = "Do chờ ý kiến các sở") {
    return answer_letter(store, who, letter.id, {.words = std::move(words)}, now);
  }
  std::vector<std::string> kinds_of_events(const Letter& letter) const {
    std::vector<std::string> kinds;
    for (const auto& event : store.read().events_of(agency.id, "letter", letter.id.value())) kinds.push_back(event.kind);
    return kinds;
  }
};

TEST_F(Letters, KeepTheTasksAsTheyStoodOnThatDay) {
  add_progress(store, head, tasks[0].id, 1, {.words = "Đã dự thảo", .percent = 40}, august());
  const auto letter = kept(draft());
  ASSERT_EQ(letter.tasks.size(), 2);
  const auto& first = letter.tasks[0].task == tasks[0].id ? letter.tasks[0] : letter.tasks[1];
  EXPECT_EQ(first.title, "Ban hành Kế hoạch đo lường");
  EXPECT_EQ(first.percent, 40);
  EXPECT_EQ(first.days_overdue, 11);
  EXPECT_EQ(first.heard_on, Date{2025y / 8 / 10});
  EXPECT_EQ(reports::standing_in_words(first), "Quá hạn 11 ngày; đang thực hiện, 40%; cập nhật lần cuối ngày 10/08/2025");
  add_progress(store, head, tasks[0].id, 2, {.percent = 90}, monday());
  const auto later = kept(letter);
  EXPECT_EQ((later.tasks[0].task == tasks[0].id ? later.tasks[0] : later.tasks[1]).percent, 40) << "the letter says what it said";
}

TEST_F(Letters, ProposeTheHeadOfTheAgencyAndThenWhatWasWrittenTheLastTime) {
  auto first = draft();
  EXPECT_EQ(first.form.superior, "UBND tỉnh Bình Minh");
  EXPECT_EQ(first.form.issuer, "Sở Khoa học và Công nghệ");
  EXPECT_EQ(first.form.place, "Bình Minh");
  EXPECT_EQ(first.form.basis, "Chương trình công tác 6 tháng cuối năm 2025");
  first.form.symbol = "SKHCN-VP";
  first.form.capacity = "TL. GIÁM ĐỐC";
  first.form.answer_days = 5;
  first.form.words = "Riêng lần này";
  edit_letter(store, office, first.id, first.version, first.form, monday());
  const auto second = draft(LetterKind::explanation);
  EXPECT_EQ(second.form.symbol, "SKHCN-VP");
  EXPECT_EQ(second.form.capacity, "TL. GIÁM ĐỐC");
  EXPECT_EQ(second.form.answer_days, 5);
  EXPECT_EQ(second.form.words, "");
  EXPECT_EQ(second.form.signer, "");
  EXPECT_NE(second.form.subject, first.form.subject) << "another kind, another subject";
}

TEST_F(Letters, AreAboutOpenTasksThatTheUnitLeads) {
  const auto key = [&](domain::UnitId to, std::vector<domain::TaskId> about) {
    return key_of_error([&] { draft_letter(store, office, {LetterKind::urging, to, about}, monday()); });
  };
  EXPECT_EQ(key(other.id, {tasks[0].id}), "letter_task_of_other_unit");
  EXPECT_EQ(key(unit.id, {}), "bad_field");
  EXPECT_EQ(key(domain::UnitId::make(noon()), {tasks[0].id}), "unit_not_found");
  const auto version = store.read().work(agency.id, tasks[2].id).version;
  move_work(store, office, tasks[2].id, version, domain::WorkMove::stop, "Không còn phù hợp", monday());
  EXPECT_EQ(key(unit.id, {tasks[2].id}), "work_is_over");
  EXPECT_EQ(key_of_error([&] { draft_letter(store, head, {LetterKind::urging, unit.id, {tasks[0].id}}, monday()); }), "not_yours_to_do");
}

TEST_F(Letters, CountTheDaysToAnswerFromTheDayOfIssueInWorkingDays) {
  const auto draft_one = draft();
  EXPECT_EQ(draft_one.answer_due, std::nullopt);
  LetterIssue thursday = issue();
  thursday.issued_on = 2025y / 8 / 14;
  const auto on_friday = Instant{std::chrono::sys_days{2025y / 8 / 15}};
  const auto letter = issue_letter(store, office, draft_one.id, draft_one.version, thursday, on_friday);
  EXPECT_EQ(letter.answer_due, Date{2025y / 8 / 19}) << "three working days after Thursday: Friday, Monday, Tuesday";
  EXPECT_EQ(kept(letter).answer_due, letter.answer_due);
}

TEST_F(Letters, AreNotIssuedOutsideTheirTime) {
  const auto one = draft();
  const auto key = [&](LetterIssue with) {
    return key_of_error([&] { issue_letter(store, office, one.id, one.version, with, monday()); });
  };
  LetterIssue before = issue(), after = issue(), nameless = issue();
  before.issued_on = 2025y / 8 / 10;
  after.issued_on = 2025y / 8 / 12;
  nameless.signer = " ";
  EXPECT_EQ(key(before), "bad_field") << "what it says was not yet so";
  EXPECT_EQ(key(after), "bad_field") << "not yet";
  EXPECT_EQ(key(nameless), "bad_field");
  EXPECT_EQ(key(issue("")), "bad_field");
  EXPECT_EQ(kept(one).state, LetterState::drafted);
}

TEST_F(Letters, HaveANumberOfTheirOwnInTheYear) {
  issued();
  const auto second = draft();
  EXPECT_EQ(key_of_error([&] { issue_letter(store, office, second.id, second.version, issue(), monday()); }), "letter_number_taken");
  EXPECT_EQ(issue_letter(store, office, second.id, second.version, issue("6"), monday()).number, "6");
}

TEST_F(Letters, DoNotChangeOnceTheyAreIssued) {
  const auto letter = issued();
  EXPECT_EQ(key_of_error([&] { edit_letter(store, office, letter.id, letter.version, letter.form, monday()); }),
            "letter_move_not_possible");
  EXPECT_EQ(key_of_error([&] { issue_letter(store, office, letter.id, letter.version, issue("9"), monday()); }),
            "letter_move_not_possible");
  const auto one = draft();
  EXPECT_EQ(key_of_error([&] { edit_letter(store, office, one.id, one.version + 1, one.form, monday()); }), "stale_version");
}

TEST_F(Letters, AreAnsweredByTheHeadOfTheUnitOrTheOffice) {
  const auto letter = issued(LetterKind::explanation);
  EXPECT_EQ(key_of_error([&] { reply(letter, other_head, monday()); }), "not_yours_to_do");
  EXPECT_EQ(key_of_error([&] { reply(letter, leader, monday()); }), "not_yours_to_do");
  EXPECT_EQ(key_of_error([&] { reply(letter, head, monday(), " "); }), "reply_empty");
  const auto first = reply(letter, head, monday());
  const auto second =
      answer_letter(store, office, letter.id, {.number = "35", .symbol = "BC-CĐS", .issued_on = 2025y / 8 / 12}, monday() + 24h);
  const auto now = kept(letter);
  EXPECT_EQ(now.state, LetterState::answered);
  ASSERT_EQ(now.replies.size(), 2);
  EXPECT_EQ(now.replies[0].words, "Do chờ ý kiến các sở");
  EXPECT_EQ(now.replies[0].by.name, "Phan Văn Hiếu");
  EXPECT_EQ(now.replies[1].symbol, "BC-CĐS");
  EXPECT_EQ(now.answered_on, Date{2025y / 8 / 11}) << "what is added does not make the answer later";
  EXPECT_LT(first.id, second.id);
}

TEST_F(Letters, AreNotAnsweredBeforeTheyAreIssued) {
  const auto one = draft();
  EXPECT_EQ(key_of_error([&] { reply(one, head, monday()); }), "letter_move_not_possible");
}

TEST_F(Letters, KeepTheFileOfAReplyAsItCame) {
  const auto letter = issued();
  const auto said = reply(letter, head, monday());
  const auto put = [&](const domain::Actor& who, std::string_view bytes) {
    return put_reply_file(store, who, letter.id, said.id, "giải trình.pdf", bytes, monday());
  };
  EXPECT_EQ(key_of_error([&] { put(head, "MZ"); }), "evidence_kind");
  EXPECT_EQ(key_of_error([&] { put(other_head, "%PDF-1.7"); }), "not_yours_to_do");
  put(head, "%PDF-1.7 lý do");
  const auto now = kept(letter).replies.at(0);
  EXPECT_EQ(now.file_name, "giải trình.pdf");
  EXPECT_EQ(store.read().file(agency.id, now.file_sha256), "%PDF-1.7 lý do");
  EXPECT_EQ(key_of_error([&] { put(head, "%PDF-1.7 khác"); }), "reply_has_file") << "what was handed in is not exchanged";
}

TEST_F(Letters, AreAskedAgainWithTheSameDays) {
  const auto letter = issued(LetterKind::explanation);
  reply(letter, head, monday());
  const auto answered = kept(letter);
  EXPECT_EQ(key_of_error([&] { ask_letter_again(store, office, letter.id, answered.version, "", monday()); }), "reason_missing");
  const auto again = ask_letter_again(store, office, letter.id, answered.version, "Chưa nêu giải pháp", monday() + 24h * 9);
  EXPECT_EQ(again.state, LetterState::issued);
  EXPECT_EQ(again.answer_due, Date{2025y / 8 / 25}) << "three working days after Wednesday 20 August";
  EXPECT_EQ(kept(again).reason, "Chưa nêu giải pháp");
  reply(again, head, monday() + 24h * 15);
  EXPECT_TRUE(was_answered_late(kept(again))) << "the first answer does not stand for the second";
  EXPECT_EQ(kinds_of_events(letter),
            (std::vector<std::string>{"letter_drafted", "letter_issued", "letter_answered", "letter_asked_again", "letter_answered"}));
}

TEST_F(Letters, AreReadByTheUnitOnceTheyAreIssuedAndByNoOther) {
  const auto one = draft();
  const auto reader = store.read();
  const auto may = [&](const domain::Actor& who, const Letter& letter) {
    return may_read(reader, *reader.find_user(agency.id, who.user), letter);
  };
  EXPECT_TRUE(may(office, one));
  EXPECT_FALSE(may(head, one)) << "a draft is the office's";
  EXPECT_FALSE(may(leader, one));
  const auto letter = issued();
  EXPECT_TRUE(may(head, letter));
  EXPECT_TRUE(may(leader, letter));
  EXPECT_FALSE(may(other_head, letter));
}

TEST_F(Letters, AreAnsweredForAUnitThatIsGoneByTheOneItWentInto) {
  const auto letter = issued();
  const auto version = (*store.read().names(agency.id)).find_unit(unit.id)->version;
  merge_units(store, office, unit.id, version, other.id, 2025y / 8 / 12, monday());
  const auto reader = store.read();
  EXPECT_TRUE(may_read(reader, *reader.find_user(agency.id, other_head.user), letter));
  EXPECT_NO_THROW(reply(letter, other_head, monday() + 24h));
  EXPECT_EQ(kept(letter).unit_name, "Phòng Chuyển đổi số") << "the letter says whom it was written to";
}

TEST_F(Letters, StandWithTheirTasks) {
  const auto letter = issued();
  draft();
  const auto about = store::letters_about(store.read(), agency.id, tasks[0].id);
  ASSERT_EQ(about.size(), 2);
  EXPECT_TRUE(store::letters_about(store.read(), agency.id, tasks[2].id).empty());
  const auto units = tasks_to_urge(store.read(), agency.id, {}, {}, 2025y / 8 / 20);
  ASSERT_EQ(units.size(), 1);
  ASSERT_EQ(units[0].tasks.size(), 3);
  for (const auto& one : units[0].tasks) {
    EXPECT_EQ(one.days_overdue, 20);
    EXPECT_EQ(one.urged_on, one.task.id == tasks[2].id ? std::nullopt : letter.issued_on) << "drafts have urged nobody";
  }
}

TEST_F(Letters, AreAboutWhatIsOverdueOrSilentUnlessTasksAreChosen) {
  const auto titles = [&](std::vector<domain::TaskId> chosen, Date day) {
    std::vector<std::string> all;
    for (const auto& of_unit : tasks_to_urge(store.read(), agency.id, unit.id, chosen, day))
      for (const auto& one : of_unit.tasks) all.push_back(one.task.title);
    return all;
  };
  EXPECT_TRUE(titles({}, 2025y / 7 / 20).empty()) << "neither overdue nor silent yet";
  EXPECT_EQ(titles({tasks[1].id}, 2025y / 7 / 20), std::vector<std::string>{"Tổ chức hội nghị chuyển đổi số"});
  EXPECT_EQ(titles({}, 2025y / 8 / 1).size(), 3);
  const auto report = [&](int at, domain::WorkMove move, const char* words) {
    move_work(store, head, tasks[static_cast<std::size_t>(at)].id, 1, move, words, monday());
  };
  report(0, domain::WorkMove::report, "Đã ban hành");
  report(1, domain::WorkMove::refuse, "Không thuộc chức năng");
  EXPECT_EQ(titles({}, 2025y / 8 / 12), std::vector<std::string>{"Bản tin tháng 7"}) << "the others wait for somebody else";
}

}  // namespace
}  // namespace tiendo::actions
