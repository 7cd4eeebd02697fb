// Lists of work: everything by its day, the same in short for boards and calendars, what waits for whom, who has how much.
#include <algorithm>
#include <map>

#include "actions/add_progress.h"
#include "actions/waiting.h"
#include "actions/workload.h"
#include "http/form.h"
#include "http/handlers.h"
#include "http/members.h"
#include "http/task_json.h"
#include "http/work_json.h"
#include "store/work_settings.h"

namespace tiendo::http {
namespace {

constexpr std::size_t most_short_rows = 5000;

template <class Items, class Write>
void write_list(JsonWriter& json, std::string_view name, const Items& items, Write write) {
  json.key(name);
  json.begin_array();
  for (const auto& item : items) write(json, item);
  json.end_array();
}

bool is_asked(const Request& request, std::string_view name) {
  return request.find_query(name).value_or("") == "true";
}

// What somebody has to look after: the own unit's work, an officer only what is theirs or free; a leader what they direct.
bool is_mine(const domain::User& user, const domain::Task& task, const domain::Work& work) {
  using enum domain::Role;
  if (work.executor == user.id) return true;
  const bool is_of_unit = user.unit && std::ranges::count(task.lead_units, *user.unit) > 0;
  if (user.role == unit_head) return is_of_unit;
  if (user.role == officer) return is_of_unit && !work.executor;
  return user.role == leader && user.person && std::ranges::count(task.directing_leaders, *user.person) > 0;
}

std::string shown_name(const domain::User& user) {
  return user.full_name.empty() ? user.name : user.full_name;
}

// When a bar of time begins: the first day of the time it was given, else the day of issue, else the day it falls due.
std::optional<Date> start_of(const domain::Task& task, const domain::Work& work, const std::optional<Date>& issued_on) {
  if (task.due_period && task.due_period->first_day() != task.due_period->last_day()) return task.due_period->first_day();
  if (issued_on && work.due_on && *issued_on < *work.due_on) return issued_on;
  return work.due_on;
}

// The rows of one answer: what they need from the agency is fetched once.
class ShortRows {
 public:
  ShortRows(const store::Reader& reader, const Context& context)
      : reader_(reader),
        context_(context),
        names_(reader.names(context.agency())),
        actor_(context.who().actor()),
        policy_(store::work_settings(reader, context.agency()).deadlines()) {
    for (const auto& user : reader.users(context.agency())) executors_[user.id] = shown_name(user);
    for (const auto& programme : reader.programmes(context.agency())) issued_on_[programme.id] = programme.issued_on;
  }

  void write(JsonWriter& json, const store::TaskAtWork& each) {
    const auto& [task, work] = each;
    json.begin_object();
    json.member("id", task.id.text());
    json.member("programme", task.programme.text());
    json.member("number", task.number);
    json.member("title", task.title);
    json.member("lead", task.lead);
    write_named(
        json, "lead_units", task.lead_units, [&](auto id) { return names_->find_unit(id); }, &domain::Unit::name);
    write_named(
        json, "leaders", task.directing_leaders, [&](auto id) { return names_->find_leader(id); }, &domain::Person::full_name);
    json.member("executor_name", work.executor ? executors_[*work.executor] : std::string());
    json.member("state", name_of(work.state));
    json.member("timing", name_of(domain::timing(work, context_.now, policy_)));
    member_or_null(json, "start_on", start_of(task, work, issued_on_[task.programme]));
    member_or_null(json, "due_on", work.due_on);
    member_or_null(json, "first_due_on", work.first_due_on);
    member_or_null(json, "completed_on", work.completed_on);
    json.member("percent", work.percent);
    json.member("may_update", actions::may_update(reader_, actor_, task, work, local_date(context_.now)));
    json.end_object();
  }

 private:
  template <class Ids, class Find, class Name>
  static void write_named(JsonWriter& json, std::string_view member, const Ids& ids, Find find, Name name) {
    json.key(member);
    json.begin_array();
    for (const auto id : ids) {
      const auto* found = find(id);
      if (!found) continue;
      json.begin_object();
      json.member("id", id.text());
      json.member("name", found->*name);
      json.end_object();
    }
    json.end_array();
  }

  const store::Reader& reader_;
  const Context& context_;
  store::HeldNames names_;
  domain::Actor actor_;
  domain::DeadlinePolicy policy_;
  std::map<domain::UserId, std::string> executors_;
  std::map<domain::ProgrammeId, std::optional<Date>> issued_on_;
};

void write_waiting(JsonWriter& json, const actions::Waiting& waiting) {
  const auto text_of = [](const auto& id) { return id ? std::optional(id->text()) : std::nullopt; };
  json.begin_object();
  json.member("kind", name_of(waiting.kind));
  member_or_null(json, "programme", text_of(waiting.programme));
  member_or_null(json, "task", text_of(waiting.task));
  member_or_null(json, "consultation", text_of(waiting.consultation));
  member_or_null(json, "letter", text_of(waiting.letter));
  json.key("report");
  if (!waiting.report) {
    json.value(nullptr);
  } else {
    json.begin_object();
    json.member("kind", name_of(waiting.report->kind));
    json.member("year", waiting.report->year);
    json.member("number", waiting.report->number);
    json.end_object();
  }
  json.member("title", waiting.title);
  json.member("by", waiting.by);
  member_or_null(json, "since", waiting.since);
  member_or_null(json, "due_on", waiting.due_on);
  json.member("count", waiting.count);
  json.end_object();
}

}  // namespace

Response list_work(const Request& request, Context& context) {
  store::WorkFilter filter;
  const bool is_own = is_asked(request, "mine");
  filter.programme = find_id<domain::ProgrammeId>(request, "programme");
  filter.lead_unit = find_id<domain::UnitId>(request, "unit");
  filter.leader = find_id<domain::PersonId>(request, "leader");
  filter.limit = find_number(request, "limit", 1, store::most_tasks_a_page).value_or(store::most_tasks_a_page);
  if (is_own) filter.limit = -1;
  if (const auto state = request.find_query("state")) {
    filter.state = domain::find_work_state(*state);
    if (!filter.state) refuse_value("state");
  }
  filter.open_only = !filter.state;
  const auto reader = context.store.read();
  const auto names = reader.names(context.agency());
  const auto actor = context.who().actor();
  const auto policy = store::work_settings(reader, context.agency()).deadlines();
  JsonWriter json;
  json.begin_object();
  auto rows = reader.tasks_at_work(context.agency(), filter);
  if (is_own) std::erase_if(rows, [&](const store::TaskAtWork& each) { return !is_mine(context.who().user, each.task, each.work); });
  write_list(json, "items", rows, [&](JsonWriter& out, const store::TaskAtWork& each) {
    out.begin_object();
    out.key("task");
    out.begin_object();
    write_task_members(out, each.task, *names);
    out.end_object();
    out.key("work");
    out.begin_object();
    write_work_members(out, each.work, policy, context.now);
    write_own(out, reader, actor, each.task, each.work, local_date(context.now));
    out.end_object();
    out.end_object();
  });
  json.end_object();
  return json_response(json.take());
}

Response list_short_work(const Request& request, Context& context) {
  const store::WorkFilter filter{.programme = find_id<domain::ProgrammeId>(request, "programme"),
                                 .lead_unit = find_id<domain::UnitId>(request, "unit"),
                                 .leader = find_id<domain::PersonId>(request, "leader"),
                                 .open_only = !is_asked(request, "done"),
                                 .limit = -1};
  const auto reader = context.store.read();
  auto rows = reader.tasks_at_work(context.agency(), filter);
  if (is_asked(request, "mine"))
    std::erase_if(rows, [&](const store::TaskAtWork& each) { return !is_mine(context.who().user, each.task, each.work); });
  const std::size_t total = rows.size();
  if (total > most_short_rows) rows.resize(most_short_rows);
  ShortRows rest(reader, context);
  JsonWriter json;
  json.begin_object();
  write_list(json, "items", rows, [&](JsonWriter& out, const store::TaskAtWork& each) { rest.write(out, each); });
  json.member("total", total);
  json.end_object();
  return json_response(json.take());
}

Response list_waiting(const Request&, Context& context) {
  const auto reader = context.store.read();
  const auto lists = actions::waiting(reader, context.who().actor(), local_date(context.now));
  JsonWriter json;
  json.begin_object();
  write_list(json, "for_me", lists.for_me, write_waiting);
  write_list(json, "for_others", lists.for_others, write_waiting);
  json.end_object();
  return json_response(json.take());
}

Response list_workloads(const Request&, Context& context) {
  const auto reader = context.store.read();
  const auto names = reader.names(context.agency());
  JsonWriter json;
  json.begin_object();
  write_list(json, "items", actions::workloads(reader, context.who().actor(), local_date(context.now)),
             [&](JsonWriter& out, const actions::Workload& load) {
               const auto* unit = load.user.unit ? names->find_unit(*load.user.unit) : nullptr;
               out.begin_object();
               out.member("account", load.user.id.text());
               out.member("name", shown_name(load.user));
               out.member("role", name_of(load.user.role));
               member_or_null(out, "unit", load.user.unit ? std::optional(load.user.unit->text()) : std::nullopt);
               out.member("unit_name", unit ? unit->name : std::string());
               out.member("is_disabled", load.user.disabled_at.has_value());
               out.member("open", load.open);
               out.member("overdue", load.overdue);
               out.member("assigned", load.counted.assigned);
               out.member("completed", load.counted.completed);
               out.member("given_away", load.counted.given_away);
               out.member("unplanned", load.counted.unplanned);
               out.member("unplanned_completed", load.counted.unplanned_completed);
               out.member("received", load.counted.received);
               out.member("received_completed", load.counted.received_completed);
               out.member("may_hand_over", load.may_hand_over);
               out.end_object();
             });
  json.end_object();
  return json_response(json.take());
}

}  // namespace tiendo::http
