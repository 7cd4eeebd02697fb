#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>

#include "actions/add_progress.h"
#include "actions/delegate.h"
#include "actions/send_messages.h"
#include "store/office.h"
#include "store/sub_tasks.h"

namespace tiendo::actions {
namespace {

using namespace std::chrono_literals;
using domain::Role;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Instant at(Date day, std::chrono::minutes local_time) {
  return Instant(std::chrono::sys_days(day)) + local_time - local_offset;
}

constexpr Date due = 2025y / 7 / 31;        // a Thursday
constexpr Date day_after = 2025y / 8 / 1;   // overdue
constexpr Date two_weeks = 2025y / 8 / 15;  // the leader hears it

struct Taken {
  std::string to, text, id;
};

// Takes what it is given, or says why it does not.
struct Pigeon : Carrier {
  std::vector<Taken> taken;
  std::string fault;
  Carried::How refusal = Carried::How::not_now;
  int tries = 0;
  std::function<void()> on_the_way = [] {};

  Carried carry(const domain::MailSettings&, const Mail& mail, std::string_view id, Instant) override {
    return take({mail.to, mail.text, std::string(id)});
  }
  Carried carry(const domain::WebhookSettings& settings, std::string_view body, std::string_view id, Instant) override {
    return take({settings.address, std::string(body), std::string(id)});
  }
  Carried take(Taken one) {
    ++tries;
    on_the_way();
    if (!fault.empty()) return {refusal, fault};
    taken.push_back(std::move(one));
    return {};
  }
  std::vector<std::string> addresses() const {
    std::vector<std::string> all;
    for (const auto& each : taken) all.push_back(each.to);
    std::ranges::sort(all);
    return all;
  }
};

struct ReminderDesk : store::Office {
  domain::Unit unit{domain::UnitId::make(noon()), "Phòng Chuyển đổi số", "CĐS", {}, 1};
  domain::Person director{domain::PersonId::make(noon()), "Trần Thị Thu Hà", {}, 1};
  domain::Person deputy{domain::PersonId::make(noon()), "Lương Thị Phượng", {}, 1};
  domain::User officer, head, leader, stand_in;
  domain::Task made = Office::task("Ban hành Kế hoạch đo lường <năm>");

  static Instant noon() { return store::noon(); }

  ReminderDesk() {
    enter_people();
    made.due_period = domain::Period::month(2025, 7);
    made.lead_units = {unit.id};
    made.directing_leaders = {director.id};
    add(std::vector{made});
  }

  void enter_people() {
    auto writer = store.begin();
    writer.add(agency.id, unit);
    writer.add(agency.id, director);
    writer.add(agency.id, deputy);
    officer = account(writer, Role::officer, "Cao Thị Hoa");
    head = account(writer, Role::unit_head, "Phan Văn Hiếu");
    leader = account(writer, Role::leader, "Trần Thị Thu Hà", director.id);
    stand_in = account(writer, Role::leader, "Lương Thị Phượng", deputy.id);
    auto settings = store::reminder_settings(writer, agency.id);
    settings.mail.host = "mail.example";
    settings.mail.from = "nhac@example.vn";
    settings.page_address = "https://tiendo.example.vn";
    store::save(writer, agency.id, settings);
    writer.commit();
  }

  domain::User account(store::Writer& writer, Role role, std::string name, std::optional<domain::PersonId> person = {}) {
    domain::User user{domain::UserId::make(noon()), agency.id, id_text(next_id(noon())), name, 1, role};
    if (!person) user.unit = unit.id;
    user.person = person;
    writer.add(user, "", noon());
    store::save(writer, agency.id, user.id, {.email = user.name + "@example.vn", .by_email = true});
    return user;
  }

  std::vector<std::string> told(Date day) const {
    std::vector<std::string> all;
    for (const auto& each : planned_notices(store.read(), agency.id, day)) all.push_back(each.user.full_name);
    std::ranges::sort(all);
    return all;
  }
  std::vector<store::NoticeOnTask> notices_of(const domain::User& user) const {
    return store::notices_of(store.read(), agency.id, user.id);
  }
  int make(Date day) { return make_notices(store, agency.id, day, at(day, 7h + 30min)); }
};

TEST(Reminders, GoFromTheUnitToTheHeadToTheLeader) {
  ReminderDesk desk;
  EXPECT_THAT(desk.told(2025y / 7 / 24), ElementsAre("Cao Thị Hoa", "Phan Văn Hiếu")) << "a unit without an executor hears it whole";
  auto writer = desk.store.begin();
  auto work = writer.work(desk.agency.id, desk.made.id);
  work.executor = desk.officer.id;
  writer.save(work, store::noon());
  writer.commit();
  EXPECT_THAT(desk.told(day_after), ElementsAre("Cao Thị Hoa"));
  EXPECT_THAT(desk.told(2025y / 8 / 8), ElementsAre("Cao Thị Hoa", "Phan Văn Hiếu"));
  EXPECT_THAT(desk.told(two_weeks), ElementsAre("Cao Thị Hoa", "Phan Văn Hiếu", "Trần Thị Thu Hà"));
}

struct SplitDesk : ReminderDesk {
  domain::Unit other{domain::UnitId::make(noon()), "Văn phòng Sở", "VP", {}, 1};
  domain::User helper;
  domain::SubTask part{.words = "Lấy ý kiến các sở", .share = 100, .due_on = 2025y / 7 / 17};

  SplitDesk() {
    auto writer = store.begin();
    writer.add(agency.id, other);
    helper = {domain::UserId::make(noon()), agency.id, "hang", "Vũ Thị Hằng", 1, Role::officer};
    helper.unit = other.id;
    writer.add(helper, "", noon());
    part.id = domain::SubTaskId::make(noon());
    part.task = made.id;
    part.unit = other.id;
    part.executor = helper.id;
    store::save(writer, agency.id, made.id, {part});
    writer.commit();
  }

  void settle(domain::SubTaskState state) {
    part.state = state;
    auto writer = store.begin();
    store::save(writer, agency.id, made.id, {part});
    writer.commit();
  }
};

TEST(Reminders, TellWhoeverHasAPartOfTheDayOfThePart) {
  SplitDesk desk;
  EXPECT_THAT(desk.told(2025y / 7 / 16), ElementsAre("Vũ Thị Hằng")) << "the task itself has time yet";
  desk.make(2025y / 7 / 18);
  const auto told = desk.notices_of(desk.helper);
  ASSERT_THAT(told, SizeIs(1));
  EXPECT_EQ(told[0].part_words, "Lấy ý kiến các sở");
  EXPECT_EQ(told[0].due_on, 2025y / 7 / 17);
  EXPECT_EQ(told[0].notice.kind, domain::NoticeKind::overdue);
  EXPECT_FALSE(told[0].is_resolved);
  EXPECT_EQ(desk.make(2025y / 7 / 18), 0) << "once";
  desk.settle(domain::SubTaskState::closed);
  EXPECT_TRUE(desk.notices_of(desk.helper)[0].is_resolved);
}

TEST(Reminders, OfAPartEndWhenItIsReported) {
  SplitDesk desk;
  desk.settle(domain::SubTaskState::reported);
  EXPECT_THAT(desk.told(2025y / 7 / 16), IsEmpty());
}

TEST(Reminders, OfAPartRestWhileItsTaskDoes) {
  SplitDesk desk;
  {
    auto writer = desk.store.begin();
    auto work = writer.work(desk.agency.id, desk.made.id);
    work.state = domain::WorkState::paused;
    writer.save(work, store::noon());
    writer.commit();
  }
  EXPECT_THAT(desk.told(2025y / 7 / 16), IsEmpty());
}

TEST(Reminders, SayThingsOnceToWhoeverHasTheTaskAndAPartOfIt) {
  SplitDesk desk;
  desk.part.unit = desk.unit.id;
  desk.part.executor = desk.officer.id;
  desk.part.due_on = {};
  desk.settle(domain::SubTaskState::open);
  EXPECT_THAT(desk.told(day_after), ElementsAre("Cao Thị Hoa", "Phan Văn Hiếu"));
}

TEST(Reminders, GoToWhoeverHoldsTheFieldOnThatDay) {
  ReminderDesk desk;
  add_delegation(desk.store, desk.clerk, {desk.director.id, desk.deputy.id, 2025y / 8 / 11, 2025y / 8 / 20, "Thông báo 12"}, store::noon());
  EXPECT_THAT(desk.told(two_weeks), ElementsAre("Cao Thị Hoa", "Lương Thị Phượng", "Phan Văn Hiếu"));
  EXPECT_THAT(desk.told(2025y / 8 / 22), ElementsAre("Cao Thị Hoa", "Phan Văn Hiếu", "Trần Thị Thu Hà")) << "after the absence";
}

TEST(Reminders, AreMadeOnceADayWhateverHappens) {
  ReminderDesk desk;
  EXPECT_EQ(desk.make(day_after), 2);
  EXPECT_EQ(desk.make(day_after), 0) << "again";
  EXPECT_EQ(desk.make(due), 0) << "with the clock set back";
  EXPECT_EQ(desk.make(2025y / 8 / 2), 0) << "on a Saturday";
  EXPECT_EQ(desk.make(2025y / 8 / 4), 0) << "and nothing new on the Monday";
  EXPECT_THAT(desk.notices_of(desk.head), SizeIs(1));
}

TEST(Reminders, WaitForTheirHourOnAWorkingDay) {
  ReminderDesk desk;
  const auto is_time = [&](Date day, std::chrono::minutes time) {
    return is_time_for_notices(desk.store.read(), desk.agency.id, at(day, time));
  };
  EXPECT_FALSE(is_time(day_after, 7h + 29min));
  EXPECT_TRUE(is_time(day_after, 7h + 30min));
  EXPECT_TRUE(is_time(day_after, 16h)) << "started late in the day";
  EXPECT_FALSE(is_time(2025y / 8 / 2, 8h)) << "a Saturday";
  desk.make(day_after);
  EXPECT_FALSE(is_time(day_after, 8h));
  EXPECT_FALSE(is_time(due, 8h));
}

TEST(Reminders, AreReadByTheirOwnersAlone) {
  ReminderDesk desk;
  desk.make(day_after);
  const auto mine = desk.notices_of(desk.head);
  ASSERT_THAT(mine, SizeIs(1));
  EXPECT_EQ(mine[0].title, desk.made.title);
  EXPECT_EQ(mine[0].notice, (domain::Notice{domain::NoticeKind::overdue, domain::NoticeStep::unit, 1}));
  auto writer = desk.store.begin();
  store::mark_read(writer, desk.agency.id, desk.officer.id, mine[0].id, store::noon());
  EXPECT_EQ(store::unread_notices(writer, desk.agency.id, desk.head.id), 1) << "not by somebody else";
  store::mark_read(writer, desk.agency.id, desk.head.id, mine[0].id, store::noon());
  EXPECT_EQ(store::unread_notices(writer, desk.agency.id, desk.head.id), 0);
  writer.commit();
}

TEST(Reminders, PutADayIntoOneMailAPerson) {
  ReminderDesk desk;
  auto second = desk.Office::task("Tổ chức 2 lớp tập huấn", 1);
  second.due_period = domain::Period::day(2025y / 8 / 4);
  second.lead_units = {desk.unit.id};
  desk.add(std::vector{second});
  desk.make(day_after);
  Pigeon pigeon;
  EXPECT_EQ(send_messages(desk.store, pigeon, at(day_after, 7h + 30min)), 2);
  ASSERT_THAT(pigeon.addresses(), ElementsAre(desk.officer.name + "@example.vn", desk.head.name + "@example.vn"));
  EXPECT_THAT(pigeon.taken[0].text,
              testing::AllOf(HasSubstr("Quá hạn\n- 1. Ban hành Kế hoạch đo lường <năm> (quá hạn 1 ngày; hạn 31/07/2025)"),
                             HasSubstr("Sắp đến hạn\n- 2. Tổ chức 2 lớp tập huấn (còn 3 ngày; hạn 04/08/2025)"),
                             HasSubstr("https://tiendo.example.vn/programmes/")));
  EXPECT_EQ(send_messages(desk.store, pigeon, at(day_after, 8h)), 0) << "what was taken is not sent again";
}

TEST(Reminders, LetNoMarkupIntoTheMail) {
  ReminderDesk desk;
  const auto planned = planned_notices(desk.store.read(), desk.agency.id, day_after);
  const auto mail = digest({.tasks = {&planned.front()}}, "a@example.vn", "Sở", "", day_after);
  EXPECT_THAT(mail.html, HasSubstr("&lt;năm&gt;"));
  EXPECT_THAT(mail.html, testing::Not(HasSubstr("<năm>")));
}

TEST(Reminders, TryAgainAfterGrowingPausesAndGiveUpInTheEnd) {
  ReminderDesk desk;
  desk.make(day_after);
  Pigeon pigeon;
  pigeon.fault = "the other side is not there";
  Instant now = at(day_after, 8h);
  send_messages(desk.store, pigeon, now);
  EXPECT_EQ(pigeon.tries, 2);
  send_messages(desk.store, pigeon, now + 59s);
  EXPECT_EQ(pigeon.tries, 2) << "not before the pause is over";
  send_messages(desk.store, pigeon, now + 60s);
  EXPECT_EQ(pigeon.tries, 4);
  EXPECT_EQ(pause_after(3), 4min);
  EXPECT_EQ(pause_after(most_attempts), 6h);
  for (int i = 0; i < most_attempts * 8; ++i) send_messages(desk.store, pigeon, now += 3h);
  EXPECT_EQ(pigeon.tries, 2 * most_attempts);
  for (const auto& message : store::messages(desk.store.read(), desk.agency.id, 10)) {
    EXPECT_EQ(message.state, store::MessageState::given_up);
    EXPECT_EQ(message.fault, pigeon.fault);
  }
}

TEST(Reminders, AreNotSentAgainWhereTheOtherSideWillNeverTakeThem) {
  ReminderDesk desk;
  desk.make(day_after);
  Pigeon pigeon;
  pigeon.fault = "no such user here (550)";
  pigeon.refusal = Carried::How::never;
  EXPECT_EQ(send_messages(desk.store, pigeon, at(day_after, 8h)), 0);
  EXPECT_EQ(pigeon.tries, 2) << "each message is of another person";
  pigeon.fault.clear();
  EXPECT_EQ(send_messages(desk.store, pigeon, at(day_after, 14h)), 0);
  for (const auto& message : store::messages(desk.store.read(), desk.agency.id, 10)) {
    EXPECT_EQ(message.state, store::MessageState::given_up);
    EXPECT_EQ(message.fault, "no such user here (550)");
  }
}

TEST(Reminders, AskAHostThatIsOutOfReachOnceForAllThatWaits) {
  ReminderDesk desk;
  desk.make(day_after);
  Pigeon pigeon;
  pigeon.fault = "timeout";
  pigeon.refusal = Carried::How::out_of_reach;
  send_messages(desk.store, pigeon, at(day_after, 8h));
  EXPECT_EQ(pigeon.tries, 1);
  for (const auto& message : store::messages(desk.store.read(), desk.agency.id, 10)) {
    EXPECT_EQ(message.attempts, 1) << "a try of its own for each";
    EXPECT_EQ(message.fault, "timeout");
  }
  pigeon.fault.clear();
  EXPECT_EQ(send_messages(desk.store, pigeon, at(day_after, 8h)), 0) << "not before the pause is over";
  EXPECT_EQ(send_messages(desk.store, pigeon, at(day_after, 8h + 1min)), 2);
}

TEST(Reminders, LeaveTheHouseOutsideQuietHoursOnly) {
  ReminderDesk desk;
  desk.make(day_after);
  Pigeon pigeon;
  EXPECT_EQ(send_messages(desk.store, pigeon, at(day_after, 19h)), 0);
  EXPECT_EQ(pigeon.tries, 0);
  EXPECT_EQ(send_messages(desk.store, pigeon, at(2025y / 8 / 2, 7h)), 2);
}

TEST(Reminders, AreNotHeldUpByAClockSetBack) {
  ReminderDesk desk;
  desk.make(day_after);
  Pigeon pigeon;
  EXPECT_EQ(send_messages(desk.store, pigeon, at(2025y / 7 / 22, 10h)), 2) << "ten days back";
}

TEST(Reminders, SendNothingOutWhereTheAgencySetNothing) {
  ReminderDesk desk;
  {
    auto writer = desk.store.begin();
    auto settings = store::reminder_settings(writer, desk.agency.id);
    settings.mail.host.clear();
    store::save(writer, desk.agency.id, settings);
    writer.commit();
  }
  EXPECT_EQ(desk.make(day_after), 2);
  EXPECT_THAT(store::messages(desk.store.read(), desk.agency.id, 10), IsEmpty());
}

// No transaction is open while a message is on its way: somebody saves meanwhile.
TEST(Reminders, LetOthersSaveWhileAMessageIsOnItsWay) {
  ReminderDesk desk;
  desk.make(day_after);
  Pigeon pigeon;
  pigeon.on_the_way = [&] { desk.add("Nhiệm vụ khác", 7); };
  EXPECT_EQ(send_messages(desk.store, pigeon, at(day_after, 8h)), 2);
}

// Lives and dies in a process of its own.
template <class Work>
void in_a_process_that_is_killed(Work work) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

TEST(Reminders, AreNeitherLostNorDoubledByAKillBetweenMakingAndSending) {
  ReminderDesk desk;
  in_a_process_that_is_killed([&] {
    store::Store store(desk.store.path());
    make_notices(store, desk.agency.id, day_after, at(day_after, 7h + 30min));
    raise(SIGKILL);
  });
  EXPECT_EQ(desk.make(day_after), 0);
  EXPECT_THAT(desk.notices_of(desk.head), SizeIs(1));
  Pigeon pigeon;
  EXPECT_EQ(send_messages(desk.store, pigeon, at(day_after, 7h + 31min)), 2);
  EXPECT_EQ(send_messages(desk.store, pigeon, at(day_after, 9h)), 0);
}

TEST(Reminders, AreSentAgainUnderTheSameIdAfterAKillOnTheWay) {
  ReminderDesk desk;
  desk.make(day_after);
  in_a_process_that_is_killed([&] {
    store::Store store(desk.store.path());
    Pigeon doomed;
    doomed.on_the_way = [] { raise(SIGKILL); };
    send_messages(store, doomed, at(day_after, 8h));
  });
  const auto waiting = store::messages(desk.store.read(), desk.agency.id, 10);
  EXPECT_EQ(waiting[0].attempts + waiting[1].attempts, 1) << "the try was written down before it began";
  Pigeon pigeon;
  EXPECT_EQ(send_messages(desk.store, pigeon, at(day_after, 8h)), 1) << "the other one at once";
  EXPECT_EQ(send_messages(desk.store, pigeon, at(day_after, 8h + 1min)), 1) << "the one that was on its way after its pause";
  std::vector<std::string> ids{pigeon.taken[0].id, pigeon.taken[1].id}, kept{waiting[0].id.text(), waiting[1].id.text()};
  EXPECT_THAT(ids, testing::UnorderedElementsAreArray(kept));
}

}  // namespace
}  // namespace tiendo::actions
