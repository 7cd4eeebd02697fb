#include "actions/simulation.h"

#include <algorithm>

#include <fmt/format.h>

#include "actions/add_progress.h"
#include "actions/add_user.h"
#include "actions/assign_work.h"
#include "actions/confirm_intake.h"
#include "actions/create_intake.h"
#include "actions/edit_task.h"
#include "actions/evidence.h"
#include "actions/extend_deadline.h"
#include "actions/move_programme.h"
#include "actions/move_work.h"
#include "actions/save_calendar.h"
#include "domain/holidays.h"

namespace tiendo::actions {
namespace {

using namespace std::chrono_literals;
using domain::Period;
using domain::Role;
using domain::StageMove;
using domain::TaskId;
using domain::WorkMove;
using domain::WorkState;
using std::chrono::days;
using std::chrono::sys_days;
using store::TaskAtWork;

constexpr std::size_t most_people = 40;
constexpr int nearness = 75;  // days before the deadline when a task is taken up

Instant morning(Date day) {
  return Instant(sys_days(day) - local_offset) + 8h;
}

Date plus(Date day, int more) {
  return sys_days(day) + days(more);
}

bool is_friday(Date day) {
  return std::chrono::weekday(sys_days(day)) == std::chrono::Friday;
}

}  // namespace

Simulation::Simulation(std::string_view document) {
  now_ = morning(2025y / 6 / 30);
  people_.push_back(hired(Role::office, "Lê Thị Sen", {}));
  clerk = people_.front().actor;
  take_in(document);
  choose_leads();
  confirm_holidays();
  hire();
  issue();
}

void Simulation::take_in(std::string_view document) {
  const auto record = create_intake(store, clerk, document, "phu-luc.txt", tick());
  issued_ = confirm_intake(store, clerk, record.id, record.version, tick()).programme;
}

// R07: the office settles on the first unit where the annex names several, and on the first of the register where it names none.
void Simulation::choose_leads() {
  const auto reader = store.read();
  const auto names = reader.names(agency.id);
  for (const auto& task : reader.tasks(agency.id, {.programme = issued_, .limit = store::most_tasks_a_page}).tasks) {
    if (task.lead_units.size() == 1) continue;
    TaskEdit edit;
    edit.texts["lead"] = task.lead_units.empty() ? names->units.front().name : names->find_unit(task.lead_units.front())->name;
    edit_task(store, clerk, task.id, task.version, edit, tick());
    ++leads_chosen_;
  }
}

void Simulation::confirm_holidays() {
  std::vector<domain::CalendarDay> free;
  for (auto day : domain::proposed_holidays(2025)) {
    day.is_confirmed = true;
    free.push_back(day);
  }
  save_calendar(store, clerk, store.read().calendar(agency.id).version, {.year = 2025, .days = free}, tick());
}

Simulation::Person Simulation::hired(Role role, const std::string& name, domain::UnitId unit, std::optional<domain::PersonId> person) {
  const auto user = add_user(store, agency.id,
                             {.name = fmt::format("nguoi{:02}", people_.size() + 1),
                              .full_name = name,
                              .password = "mật khẩu của buổi diễn",
                              .role = role,
                              .unit = unit.value() ? std::optional(unit) : std::nullopt,
                              .person = person},
                             tick());
  return {{user.id, agency.id, name}, role, unit};
}

// The leaders whom the annex names, a head for each unit that leads a task, and officers where most of the work lies.
void Simulation::hire() {
  const auto reader = store.read();
  const auto names = reader.names(agency.id);
  std::map<domain::UnitId, int> load;
  for (const auto& task : reader.tasks(agency.id, {.programme = issued_, .limit = store::most_tasks_a_page}).tasks)
    ++load[task.lead_units.front()];
  for (const auto& leader : names->leaders) people_.push_back(hired(Role::leader, leader.full_name, {}, leader.id));
  std::vector<std::pair<int, domain::UnitId>> units;
  for (const auto& [unit, tasks] : load) {
    people_.push_back(hired(Role::unit_head, "Trưởng " + names->find_unit(unit)->name, unit));
    units.push_back({-tasks, unit});
  }
  std::ranges::sort(units);
  silent_ = units[std::min<std::size_t>(3, units.size() - 1)].second;
  for (std::size_t turn = 0; people_.size() < most_people; ++turn)
    people_.push_back(hired(Role::officer, fmt::format("Chuyên viên {:02}", turn + 1), units[turn % units.size()].second));
}

void Simulation::issue() {
  const auto leader = std::ranges::find(people_, Role::leader, &Person::role);
  const auto move = [&](const domain::Actor& actor, StageStep step) {
    move_programme(store, actor, issued_, store.read().programme(agency.id, issued_).version, step, tick());
  };
  move(clerk, {StageMove::submit});
  move(leader->actor, {StageMove::approve, "Theo đề nghị của Văn phòng"});
  now_ = morning(first_day);
  move(clerk, {StageMove::issue, "", domain::Decision{"617", "/QĐ-SKHCN", first_day, leader->actor.name}});
}

void Simulation::count(const char* kind, TaskId task, int entries) {
  deeds_.entries[task] += entries;
  ++deeds_.kinds[kind];
  ++deeds_.all;
}

const Simulation::Person& Simulation::doer_of(const TaskAtWork& at) const {
  const auto is_doer = [&](const Person& person) {
    return at.work.executor ? person.actor.user == *at.work.executor
                            : person.role == Role::unit_head && person.unit == at.task.lead_units.front();
  };
  return *std::ranges::find_if(people_, is_doer);
}

const Simulation::Person* Simulation::director_of(const domain::Task& task) const {
  for (const auto& person : people_) {
    const auto user = store.read().find_user(agency.id, person.actor.user);
    if (user->person && std::ranges::count(task.directing_leaders, *user->person)) return &person;
  }
  return nullptr;
}

Simulation::Plan& Simulation::plan_of(const TaskAtWork& at) {
  const auto [place, is_new] = plans_.try_emplace(at.task.id);
  Plan& plan = place->second;
  if (!is_new) return plan;
  const Date due = at.work.due_on.value_or(plus(last_day, -static_cast<int>(below(60))));
  const unsigned fate = below(100);
  const int shift = fate < 62 ? -static_cast<int>(1 + below(9)) : fate < 77 ? 0 : static_cast<int>(1 + below(25));
  plan.finish = std::max(plus(due, shift), plus(first_day, 3));
  plan.is_never_done = fate >= 97;
  plan.asks_for_time = shift > 3 && in_a_hundred(75);
  plan.document_days_before = in_a_hundred(15) ? static_cast<int>(1 + below(6)) : 0;
  return plan;
}

void Simulation::live(Date day) {
  now_ = std::max(now_, morning(day));
  confirm(day);
  answer_extensions();
  if (day.month() == std::chrono::September && static_cast<unsigned>(day.day()) >= 15) hand_over_once();
  const auto open = store.read().tasks_at_work(agency.id, {.programme = issued_, .open_only = true, .limit = -1});
  for (const auto& at : open) {
    const bool is_near = !at.work.due_on || sys_days(*at.work.due_on) - sys_days(day) <= days(nearness);
    if (is_near && at.task.lead_units.front() != silent_) work_on(at, day);
  }
  if (is_friday(day)) say_nothing_new(store.read().tasks_at_work(agency.id, {.programme = issued_, .open_only = true, .limit = -1}));
}

void Simulation::work_on(const TaskAtWork& at, Date day) {
  using enum WorkState;
  const WorkState state = at.work.state;
  if (state == refused) {
    move_work(store, clerk, at.task.id, at.work.version, WorkMove::assign_anew, "", tick());
    return count("giao lại", at.task.id);
  }
  if (state == assigned) return begin(at);
  if (state == awaiting_confirmation) return;
  const Plan& plan = plan_of(at);
  const bool is_due_soon = at.work.due_on && sys_days(*at.work.due_on) - sys_days(day) <= days(6);
  if (plan.asks_for_time && is_due_soon && at.work.extensions == 0) return ask_for_time(at, day);
  if (day >= plan.finish && !plan.is_never_done) return finish(at, day);
  if (in_a_hundred(is_friday(day) ? 60 : 3)) speak(at);
}

// The head gives the task to somebody of the unit; once in a while the unit gives it back as not its own.
void Simulation::begin(const TaskAtWork& at) {
  const Person& head = doer_of(at);
  if (deeds_.kinds["trả lại vì giao nhầm"] < 3 && in_a_hundred(4)) {
    move_work(store, head.actor, at.task.id, at.work.version, WorkMove::refuse, "Không thuộc chức năng của đơn vị", tick());
    return count("trả lại vì giao nhầm", at.task.id);
  }
  std::vector<const Person*> officers;
  for (const auto& person : people_)
    if (person.role == Role::officer && person.unit == head.unit) officers.push_back(&person);
  int version = at.work.version;
  if (!at.work.executor && !officers.empty()) {
    version =
        assign_work(store, head.actor, at.task.id, version, officers[below(static_cast<unsigned>(officers.size()))]->actor.user, "", tick())
            .version;
    count("giao trong đơn vị", at.task.id);
  }
  const TaskAtWork given{at.task, store.read().work(agency.id, at.task.id)};
  move_work(store, doer_of(given).actor, at.task.id, version, WorkMove::begin, "", tick());
  count("bắt đầu", at.task.id);
}

void Simulation::ask_for_time(const TaskAtWork& at, Date day) {
  plan_of(at).asks_for_time = false;
  const Date until = plus(std::max(*at.work.due_on, day), static_cast<int>(10 + below(20)));
  ask_extension(store, doer_of(at).actor, at.task.id, Period::day(until), "Chờ ý kiến của các sở, ngành", tick());
  count("xin gia hạn", at.task.id);
}

void Simulation::finish(const TaskAtWork& at, Date day) {
  const Person& doer = doer_of(at);
  const Date signed_on = plus(day, -plan_of(at).document_days_before);
  add_evidence(store, doer.actor, at.task.id,
               {.kind = "Văn bản", .number = std::to_string(100 + deeds_.all), .symbol = "SKHCN", .issued_on = signed_on}, tick());
  ++deeds_.evidence[at.task.id];
  ++deeds_.kinds["minh chứng"];
  ++deeds_.all;
  move_work(store, doer.actor, at.task.id, at.work.version, WorkMove::report, "Đã hoàn thành", tick());
  reported_on_[at.task.id] = day;
  count("báo cáo kết quả", at.task.id);
}

void Simulation::speak(const TaskAtWork& at) {
  const int percent = std::min(90, at.work.percent + static_cast<int>(5 + below(25)));
  add_progress(store, doer_of(at).actor, at.task.id, at.work.version,
               {.words = fmt::format("Đã làm được {} %", percent), .percent = percent}, tick());
  count("cập nhật", at.task.id);
}

void Simulation::confirm(Date day) {
  for (const auto& at :
       store.read().tasks_at_work(agency.id, {.programme = issued_, .state = WorkState::awaiting_confirmation, .limit = -1})) {
    if (reported_on_[at.task.id] == day || in_a_hundred(30)) continue;
    const Person* director = director_of(at.task);
    const domain::Actor& who = director ? director->actor : clerk;
    if (in_a_hundred(12)) {
      move_work(store, who, at.task.id, at.work.version, WorkMove::send_back, "Bổ sung số liệu và phụ lục", tick());
      plans_[at.task.id].finish = plus(day, static_cast<int>(4 + below(6)));
      count("trả lại làm lại", at.task.id);
    } else {
      move_work(store, who, at.task.id, at.work.version, WorkMove::confirm, "", tick());
      count("xác nhận", at.task.id);
    }
  }
}

void Simulation::answer_extensions() {
  for (const auto& request : store.read().open_extensions(agency.id)) {
    if (request.state == domain::Extension::State::offered) {
      close_extension(store, request.asked_by, request.task, request.id, request.version, true, tick());
      count("nhận hạn được đề nghị", request.task);
      continue;
    }
    const Person* director = director_of(store.read().task(agency.id, request.task));
    const unsigned dice = below(10);
    ExtensionReply reply{.reason = "Việc không thể chậm"};
    if (dice < 7) reply = {domain::ExtensionAnswer::granted, "Đồng ý", {}};
    if (dice == 9) reply = {domain::ExtensionAnswer::offered, "Sớm hơn", Period::day(plus(request.wanted.last_day(), -3))};
    if (dice == 7 || dice == 8) reply.answer = domain::ExtensionAnswer::refused;
    const auto answered =
        answer_extension(store, director ? director->actor : clerk, request.task, request.id, request.version, reply, tick());
    if (answered.state == domain::Extension::State::granted) plans_[request.task].finish = request.wanted.last_day();
    count(dice < 7 ? "cho gia hạn" : dice == 9 ? "đề nghị hạn khác" : "không cho gia hạn", request.task);
  }
}

// One click for all of one's own that moved no further this week.
void Simulation::say_nothing_new(const std::vector<TaskAtWork>& open) {
  std::map<domain::UserId, std::vector<TaskId>> quiet;
  for (const auto& at : open) {
    const bool is_begun = at.work.state == WorkState::in_progress || at.work.state == WorkState::sent_back;
    const bool was_heard = at.work.heard_at && local_date(*at.work.heard_at) == local_date(now_);
    if (is_begun && !was_heard) quiet[doer_of(at).actor.user].push_back(at.task.id);
  }
  for (const auto& [user, tasks] : quiet) {
    const auto who = std::ranges::find_if(people_, [&](const Person& person) { return person.actor.user == user; });
    say_no_news(store, who->actor, tasks, tick());
    for (const auto task : tasks) count("chưa có gì mới", task);
  }
}

// Somebody leaves in September; all that is open goes to a colleague.
void Simulation::hand_over_once() {
  if (is_handed_over_) return;
  is_handed_over_ = true;
  for (const auto& leaver : people_) {
    if (leaver.role != Role::officer || leaver.unit == silent_) continue;
    const auto colleague = std::ranges::find_if(people_, [&](const Person& other) {
      return other.role == Role::officer && other.unit == leaver.unit && other.actor.user != leaver.actor.user;
    });
    if (colleague == people_.end()) continue;
    std::vector<TaskId> open;
    for (const auto& at : store.read().tasks_at_work(agency.id, {.executor = leaver.actor.user, .open_only = true, .limit = -1}))
      open.push_back(at.task.id);
    if (open.empty()) continue;
    hand_over(store, clerk, leaver.actor.user, colleague->actor.user, "Chuyển công tác", tick());
    for (const auto task : open) count("bàn giao", task);
    return;
  }
}

}  // namespace tiendo::actions
