// The figures leaders ask for: now from the counts that are kept, as of a past instant from the history; and the tasks behind each.
#include <map>

#include "domain/labels.h"
#include "http/form.h"
#include "http/handlers.h"
#include "http/work_json.h"
#include "store/figures.h"
#include "store/oversight.h"
#include "store/work_settings.h"

namespace tiendo::http {
namespace {

using store::Figure;
using store::Grouping;

constexpr int most_rows = 200;

using Tallies = std::map<std::string, domain::Tally>;

// What is asked for. Labels that name an upper programme (R12) are a grouping of their own on the page.
struct Asked {
  Figure figure;
  bool is_upper = false;
};

std::optional<std::string> member_of(const Request& request, Grouping by) {
  const auto member = request.find_query("member");
  if (!member) return std::nullopt;
  if (by == Grouping::label || by == Grouping::month || by == Grouping::programme || by == Grouping::kind) return std::string(*member);
  const auto id = tiendo::find_id(*member);
  if (!id) refuse_value("member");
  return std::to_string(*id);
}

std::optional<domain::Period> due_of(const Request& request) {
  const auto from = find_day(request, "from"), to = find_day(request, "to");
  if (!from && !to) return std::nullopt;
  if (!from || !to || *to < *from) refuse_value("to");
  return domain::Period::span(*from, *to);
}

Asked asked_of(const Request& request) {
  Asked asked;
  const auto by = request.find_query("by").value_or("programme");
  asked.is_upper = by == "upper";
  const auto grouping = store::find_grouping(asked.is_upper ? "label" : by);
  if (!grouping) refuse_value("by");
  asked.figure = {*grouping, member_of(request, *grouping), find_id<domain::ProgrammeId>(request, "programme"), due_of(request)};
  return asked;
}

domain::DeadlinePolicy policy_of(const store::Reader& reader, const Context& context) {
  return store::work_settings(reader, context.agency()).deadlines();
}

Tallies tallies_now(const store::Reader& reader, const Context& context, const Asked& asked) {
  const Date closed = domain::last_closed_day(context.now, policy_of(reader, context));
  Tallies tallies = store::tallies_by_member(reader, context.agency(), asked.figure, closed);
  std::erase_if(tallies, [&](const auto& each) {
    return asked.figure.by == Grouping::label && domain::names_upper_programme(each.first) != asked.is_upper;
  });
  return tallies;
}

// A past day is taken at its end; none where it is not over yet.
std::optional<Instant> past_instant(const Request& request, const Context& context) {
  const auto day = find_day(request, "as_of");
  if (!day) return std::nullopt;
  const Instant end = Instant{std::chrono::sys_days{*day} + std::chrono::days{1}} - local_offset;
  return end < context.now ? std::optional(end) : std::nullopt;
}

// The history knows each task's lead units, not its leaders and labels.
Tallies tallies_as_of(const store::Reader& reader, domain::AgencyId agency, const Figure& figure, Instant at) {
  if ((figure.by != Grouping::programme && figure.by != Grouping::unit) || figure.due || figure.member) refuse_value("by");
  const Date closed = domain::last_closed_day(at, store::work_settings(reader, agency).deadlines());
  return store::tallies_as_of(reader, agency, figure, at, closed);
}

domain::Tally whole_of(const Tallies& tallies) {
  const auto whole = tallies.find("");
  return whole == tallies.end() ? domain::Tally{} : whole->second;
}

std::string key_of(Grouping by, const std::string& member) {
  const bool is_id = by == Grouping::unit || by == Grouping::leader || by == Grouping::executor;
  return is_id ? id_text(std::stoll(member)) : member;
}

class MemberNames {
 public:
  MemberNames(const store::Reader& reader, const Context& context, Grouping by) : by_(by), names_(reader.names(context.agency())) {
    if (by == Grouping::executor)
      for (const auto& user : reader.users(context.agency())) users_[user.id.value()] = user.full_name;
  }

  std::string of(const std::string& member) const {
    if (by_ == Grouping::unit) {
      const auto* unit = names_->find_unit(domain::UnitId(std::stoll(member)));
      return unit ? unit->name : std::string();
    }
    if (by_ == Grouping::leader) {
      const auto* leader = names_->find_leader(domain::PersonId(std::stoll(member)));
      return leader ? leader->full_name : std::string();
    }
    if (by_ == Grouping::executor) {
      const auto user = users_.find(std::stoll(member));
      return user == users_.end() ? std::string() : user->second;
    }
    return member;
  }

 private:
  Grouping by_;
  store::HeldNames names_;
  std::map<std::int64_t, std::string> users_;
};

void write_tally(JsonWriter& json, const std::string& key, const std::string& name, const domain::Tally& tally) {
  json.begin_object();
  json.member("key", key);
  json.member("name", name);
  write_tally_members(json, tally);
  json.end_object();
}

void write_behind(JsonWriter& json, const domain::Task& task, const domain::Work& work, const domain::DeadlinePolicy& policy, Instant now) {
  json.begin_object();
  json.member("task", task.id.text());
  json.member("programme", task.programme.text());
  json.member("number", task.number);
  json.member("title", task.title);
  json.member("lead", task.lead);
  json.member("state", name_of(work.state));
  json.member("timing", name_of(domain::timing(work, now, policy)));
  work.due_on ? json.member("due_on", iso(*work.due_on)) : json.member("due_on", nullptr);
  json.member("percent", work.percent);
  json.end_object();
}

}  // namespace

Response list_tallies(const Request& request, Context& context) {
  const auto asked = asked_of(request);
  const auto past = past_instant(request, context);
  const auto reader = context.store.read();
  const auto tallies = past ? tallies_as_of(reader, context.agency(), asked.figure, *past) : tallies_now(reader, context, asked);
  const MemberNames names(reader, context, asked.figure.by);
  JsonWriter json;
  json.begin_object();
  json.member("as_of", iso(past.value_or(context.now)));
  json.key("items");
  json.begin_array();
  for (const auto& [member, tally] : tallies) write_tally(json, key_of(asked.figure.by, member), names.of(member), tally);
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

// Sums only, and only of the agencies that the asking one oversees; each counts by its own reading of deadlines.
Response list_agency_tallies(const Request& request, Context& context) {
  const Figure figure{.due = due_of(request)};
  const auto past = past_instant(request, context);
  const auto reader = context.store.read();
  domain::Tally whole;
  JsonWriter json;
  json.begin_object();
  json.member("as_of", iso(past.value_or(context.now)));
  json.key("items");
  json.begin_array();
  for (const auto& agency : store::overseen_by(reader, context.agency())) {
    const auto closed = [&] { return domain::last_closed_day(context.now, store::work_settings(reader, agency.id).deadlines()); };
    const domain::Tally tally =
        whole_of(past ? tallies_as_of(reader, agency.id, figure, *past) : store::tallies_by_member(reader, agency.id, figure, closed()));
    write_tally(json, agency.id.text(), agency.name, tally);
    whole += tally;
  }
  json.end_array();
  json.key("whole");
  write_tally(json, "", "", whole);
  json.end_object();
  return json_response(json.take());
}

Response show_trend(const Request& request, Context& context) {
  const auto asked = asked_of(request);
  const auto reader = context.store.read();
  const Date closed = domain::last_closed_day(context.now, policy_of(reader, context));
  const auto trend = store::trend(reader, context.agency(), asked.figure, closed);
  JsonWriter json;
  json.begin_object();
  json.member("as_of", iso(context.now));
  json.key("months");
  json.begin_array();
  for (const auto& [month, tally] : trend.months) write_tally(json, month, "", tally);
  json.end_array();
  json.key("ageing");
  json.begin_array();
  for (const auto& band : trend.ageing) {
    json.begin_object();
    // The days on which tasks of this band fell due, as the tasks behind them are asked for.
    const auto before = [&](int days) { return iso(Date(std::chrono::sys_days{closed} + std::chrono::days{1 - days})); };
    json.member("least_days", band.least_days);
    band.most_days ? json.member("most_days", *band.most_days) : json.member("most_days", nullptr);
    json.member("tasks", band.tasks);
    band.most_days ? json.member("from", before(*band.most_days)) : json.member("from", nullptr);
    json.member("to", before(band.least_days));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response list_tasks_behind(const Request& request, Context& context) {
  const auto asked = asked_of(request);
  const auto part = domain::find_part(request.find_query("part").value_or("assigned"));
  if (!part) refuse_value("part");
  const int limit = find_number(request, "limit", 1, most_rows).value_or(most_rows);
  const auto reader = context.store.read();
  const auto policy = policy_of(reader, context);
  const auto behind = store::tasks_behind(reader, context.agency(), asked.figure, *part, domain::last_closed_day(context.now, policy),
                                          limit, std::string(request.find_query("cursor").value_or("")));
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto id : behind.tasks)
    write_behind(json, reader.task(context.agency(), id), reader.work(context.agency(), id), policy, context.now);
  json.end_array();
  json.member("total", behind.total);
  behind.next.empty() ? json.member("next", nullptr) : json.member("next", behind.next);
  json.end_object();
  return json_response(json.take());
}

}  // namespace tiendo::http
