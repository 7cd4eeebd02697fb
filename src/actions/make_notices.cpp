#include "actions/make_notices.h"

#include <algorithm>
#include <map>
#include <set>

#include <boost/json.hpp>

#include "actions/delegate.h"
#include "actions/digest.h"
#include "actions/keep_report.h"
#include "actions/operator.h"
#include "actions/sub_tasks.h"
#include "store/report_notices.h"
#include "store/report_settings.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;
using domain::Notice;
using domain::NoticeKind;
using domain::NoticeStep;
using domain::Role;
using domain::User;

// The people of an agency as the notices of one day see them.
class Addressees {
 public:
  Addressees(const store::Reader& reader, domain::AgencyId agency, Date day)
      : day_(day), delegations_(store::delegations(reader, agency)), services_(store::services(reader, agency)) {
    for (auto& user : reader.users(agency))
      if (!user.disabled_at && domain::may(user.role, domain::Right::work_on_tasks)) users_.push_back(std::move(user));
  }

  std::vector<const User*> of(const store::TaskAtWork& at, const Notice& notice) const {
    std::vector<const User*> all;
    const auto add = [&](auto is_one) {
      for (const auto& user : users_)
        if (is_one(user) && std::ranges::find(all, &user) == all.end()) all.push_back(&user);
    };
    const bool is_answered_for = notice.kind == NoticeKind::awaiting;
    if (!is_answered_for) {
      add([&](const User& user) { return at.work.executor ? user.id == *at.work.executor : is_of_lead(user, at.task); });
      // Whoever it was given to may have gone.
      if (notice.step >= NoticeStep::head || all.empty())
        add([&](const User& user) { return user.role == Role::unit_head && is_of_lead(user, at.task); });
    }
    if (is_answered_for || notice.step == NoticeStep::leader) {
      const auto leaders = holders(at.task);
      add([&](const User& user) { return user.person && std::ranges::find(leaders, *user.person) != leaders.end(); });
    }
    return all;
  }

 private:
  static bool is_of_lead(const User& user, const domain::Task& task) {
    const bool works = user.role == Role::unit_head || user.role == Role::officer;
    return works && user.unit && std::ranges::find(task.lead_units, *user.unit) != task.lead_units.end();
  }

  // Whoever directs the task, or where nobody is named the field of its units; each as who holds it on the day (R17).
  std::vector<domain::PersonId> holders(const domain::Task& task) const {
    std::vector<domain::PersonId> all;
    for (const auto person : task.directing_leaders) all.push_back(domain::holder(delegations_, person, day_).person);
    if (!all.empty()) return all;
    for (const auto& [person, service] : services_)
      if (std::ranges::any_of(task.lead_units, [&](domain::UnitId unit) { return directs(service, unit, day_); }))
        all.push_back(domain::holder(delegations_, person, day_).person);
    return all;
  }

  Date day_;
  std::vector<domain::Delegation> delegations_;
  store::ServiceByPerson services_;
  std::vector<User> users_;
};

// The day before the last working day's notices: what fell on free days since is said now.
Date last_day_of(const store::Reader& reader, domain::AgencyId agency, const domain::WorkingDays& days, Date day) {
  const Date before(std::chrono::sys_days(day) - std::chrono::days(1));
  return store::last_reminder_day(reader, agency).value_or(days.working_day_until(before));
}

int weight(const PlannedNotice& planned) {
  constexpr std::array order{2, 1, 0, 4, 3};  // overdue, today, soon, awaiting, silent
  return order[static_cast<std::size_t>(planned.notice.kind)];
}

// What a day says to one person after the other.
template <class Each>
void each_person(const std::vector<PlannedNotice>& tasks, const std::vector<PlannedReport>& reports, Each each) {
  std::map<domain::UserId, OwnNotices> all;
  for (const auto& one : tasks) all[one.user.id].tasks.push_back(&one);
  for (const auto& one : reports) all[one.user.id].reports.push_back(&one);
  for (const auto& [user, own] : all) each(user, own);
}

std::vector<const User*> senders(const std::vector<User>& users, std::optional<domain::UnitId> unit) {
  std::vector<const User*> all;
  for (const auto& user : users) {
    if (user.disabled_at) continue;
    if (unit ? user.role == Role::unit_head && user.unit == unit : user.role == Role::office) all.push_back(&user);
  }
  return all;
}

// Whoever hears the same of the task as a whole needs not hear it of a part.
void leave_out_told_by_task(std::vector<PlannedNotice>& planned) {
  std::set<std::tuple<domain::UserId, domain::TaskId, NoticeKind>> told;
  for (const auto& each : planned)
    if (!each.part) told.emplace(each.user.id, each.task.id, each.notice.kind);
  std::erase_if(planned, [&](const auto& each) { return each.part && told.contains({each.user.id, each.task.id, each.notice.kind}); });
}

}  // namespace

std::vector<PlannedNotice> planned_notices(const store::Reader& reader, domain::AgencyId agency, Date day) {
  const auto rules = store::reminder_settings(reader, agency).rules;
  const auto days = reader.working_days(agency);
  if (!days.is_working_day(day)) return {};
  const Date last = last_day_of(reader, agency, days, day);
  const Addressees addressees(reader, agency, day);
  std::vector<PlannedNotice> planned;
  const auto plan = [&](const store::TaskAtWork& at, std::int64_t made, domain::SubTaskId part) {
    const auto notice = find_notice(at.work, local_date(at.work.heard_at.value_or(made_at(made))), rules, days, last, day);
    if (!notice) return;
    for (const auto* user : addressees.of(at, *notice)) planned.push_back({*user, at.task, at.work, *notice, part});
  };
  const auto parts = open_parts(reader, agency);
  for (const auto& at : reader.tasks_at_work(agency, {.open_only = true, .limit = -1})) {
    plan(at, at.task.id.value(), {});
    const auto [first, end] = parts.equal_range(at.task.id);
    for (auto part = first; part != end; ++part) plan(as_task(at, part->second), part->second.id.value(), part->second.id);
  }
  leave_out_told_by_task(planned);
  const auto order = [](const PlannedNotice& each) {
    return std::tuple(each.user.id, weight(each), -each.notice.days, each.task.id, each.part);
  };
  std::ranges::sort(planned, {}, order);
  return planned;
}

std::vector<PlannedReport> planned_reports(const store::Reader& reader, domain::AgencyId agency, Date day) {
  const auto settings = store::report_settings(reader, agency);
  const auto days = reader.working_days(agency);
  if (!days.is_working_day(day)) return {};
  const Date last = last_day_of(reader, agency, days, day);
  const auto users = reader.users(agency);
  std::vector<PlannedReport> planned;
  for (const auto& period : domain::reports_owed(settings, day))
    for (const auto& owed : reports_owed(reader, agency, period, day)) {
      const auto kind = domain::find_report_notice(owed.send_by, settings.remind_before, days, last, day);
      if (owed.is_sent() || !kind) continue;
      for (const auto* user : senders(users, owed.unit))
        planned.push_back({*user, owed.unit ? owed.name : "", owed.unit, period, owed.send_by, *kind});
    }
  std::ranges::stable_sort(planned, {}, [](const PlannedReport& each) { return each.user.id; });
  return planned;
}

bool is_time_for_notices(const store::Reader& reader, domain::AgencyId agency, Instant now) {
  const auto settings = store::reminder_settings(reader, agency);
  const Date today = local_date(now);
  const auto time = std::chrono::floor<std::chrono::minutes>(now + local_offset - std::chrono::sys_days(today));
  if (!settings.is_on || time < settings.rules.sends_at) return false;
  const auto last = store::last_reminder_day(reader, agency);
  return (!last || *last < today) && reader.working_days(agency).is_working_day(today);
}

int make_notices(store::Store& store, domain::AgencyId agency, Date day, Instant now) {
  std::vector<PlannedNotice> planned;
  std::vector<PlannedReport> reports;
  {
    const auto reader = store.read();
    const auto last = store::last_reminder_day(reader, agency);
    if (last && *last >= day) return 0;
    planned = planned_notices(reader, agency, day);
    reports = planned_reports(reader, agency, day);
  }
  auto writer = store.begin();
  if (const auto last = store::last_reminder_day(writer, agency); last && *last >= day) return 0;
  if (!writer.working_days(agency).is_working_day(day)) return 0;
  const auto settings = store::reminder_settings(writer, agency);
  const auto own = store::all_own_reminders(writer, agency);
  const auto name = writer.find_agency(agency)->name;
  int made = 0;
  for (const auto& each : planned)
    made += store::add(writer, agency, {store::NoticeId::make(now), each.user.id, day, each.task.id, each.notice, {}, each.part}, now);
  for (const auto& each : reports)
    made += store::add(writer, agency, {store::NoticeId::make(now), each.user.id, day, each.unit_id, each.period, each.send_by, {}}, now);
  if (!settings.mail.host.empty()) {
    each_person(planned, reports, [&](domain::UserId user, const OwnNotices& mine) {
      const auto wish = own.find(user);
      if (wish == own.end() || !wish->second.by_email || wish->second.email.empty()) return;
      store::add(writer, {.id = store::MessageId::make(now),
                          .agency = agency,
                          .channel = store::Channel::email,
                          .user = user,
                          .day = day,
                          .payload = mail_payload(mine, wish->second.email, name, settings.page_address, day),
                          .next_try_at = now});
    });
  }
  if (!settings.webhook.address.empty() && !(planned.empty() && reports.empty()))
    store::add(writer, {.id = store::MessageId::make(now),
                        .agency = agency,
                        .channel = store::Channel::webhook,
                        .day = day,
                        .payload = webhook_payload(planned, reports, agency, day),
                        .next_try_at = now});
  store::save_reminder_day(writer, agency, day);
  writer.record(the_operator(agency), "notices_made", "agency", agency.value(), "",
                json::serialize(json::object{{"day", iso(day)}, {"notices", made}}), now);
  writer.commit();
  return made;
}

}  // namespace tiendo::actions
