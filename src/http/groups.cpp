// Open groups of units, and what is proposed for the register.
#include <unordered_map>

#include "actions/edit_group.h"
#include "actions/register_proposals.h"
#include "base/text.h"
#include "http/form.h"
#include "http/handlers.h"
#include "http/members.h"

namespace tiendo::http {
namespace {

using actions::RegisterProposal;
using domain::UnitGroup;
using domain::UnitGroupId;
using domain::UnitId;

constexpr std::size_t most_aliases = 100, most_members = 1'000;

std::vector<std::string> texts_member(const boost::json::object& form, std::string_view name, std::size_t most) {
  const auto* value = find_member(form, name);
  const auto* list = value ? value->if_array() : nullptr;
  if (!list || list->size() > most) refuse_value(name);
  std::vector<std::string> texts;
  for (const auto& each : *list) texts.push_back(text_of(each, name));
  return texts;
}

UnitGroup group_from(const Request& request) {
  const auto form = json_body(request);
  UnitGroup group{.name = text_member(form, "name"), .aliases = texts_member(form, "aliases", most_aliases)};
  for (const auto& unit : texts_member(form, "members", most_members)) group.members.push_back(UnitId::parse(unit));
  return group;
}

void write_members(JsonWriter& json, const UnitGroup& group) {
  json.member("id", group.id.text());
  json.member("name", group.name);
  list_member(json, "aliases", group.aliases, [](const std::string& alias) { return alias; });
  list_member(json, "members", group.members, [](UnitId unit) { return unit.text(); });
  json.member("version", group.version);
}

Response group_response(const UnitGroup& group, int status = 200) {
  JsonWriter json;
  json.begin_object();
  write_members(json, group);
  json.end_object();
  auto response = json_response(json.take(), status);
  response.etag(group.version);
  return response;
}

void write_entry(JsonWriter& json, std::string_view name, std::int64_t id, const std::string& text, std::int64_t tasks) {
  json.key(name);
  json.begin_object();
  json.member("id", id_text(id));
  json.member("name", text);
  json.member("tasks", tasks);
  json.end_object();
}

void write_proposal(JsonWriter& json, const RegisterProposal& proposal) {
  const bool is_group = proposal.kind == RegisterProposal::Kind::open_group;
  json.begin_object();
  json.member("kind", name_of(proposal.kind));
  json.member("key", proposal.key);
  if (is_group) {
    json.member("name", proposal.name);
    json.member("tasks", proposal.tasks);
    json.member("led", proposal.led);
    list_member(json, "members", proposal.members, [](UnitId unit) { return unit.text(); });
  } else {
    json.member("likeness", actions::name_of(proposal.likeness));
    json.member("version", proposal.version);
    write_entry(json, "suspect", proposal.suspect, proposal.name, proposal.tasks);
    write_entry(json, "other", proposal.other, proposal.other_name, proposal.other_tasks);
  }
  json.end_object();
}

}  // namespace

Response list_groups(const Request&, Context& context) {
  const auto reader = context.store.read();
  std::unordered_map<std::string, std::int64_t> tasks;
  for (const auto& written : store::written_groups(reader, context.agency())) tasks[written.key] = written.tasks;
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& group : store::groups(reader, context.agency())) {
    std::int64_t named = tasks[search_key(group.name)];
    for (const auto& alias : group.aliases) named += tasks[search_key(alias)];
    json.begin_object();
    write_members(json, group);
    json.member("tasks", named);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response create_group(const Request& request, Context& context) {
  return group_response(actions::add_group(context.store, context.who().actor(), group_from(request), context.now), 201);
}

Response put_group(const Request& request, Context& context) {
  UnitGroup group = group_from(request);
  group.id = UnitGroupId::parse(request.path_value("group"));
  group.version = version_wanted(request);
  return group_response(actions::edit_group(context.store, context.who().actor(), std::move(group), context.now));
}

Response remove_group(const Request& request, Context& context) {
  actions::remove_group(context.store, context.who().actor(), UnitGroupId::parse(request.path_value("group")), version_wanted(request),
                        context.now);
  return no_content();
}

Response list_register_proposals(const Request&, Context& context) {
  const auto all = actions::register_proposals(context.store.read(), context.agency(), local_date(context.now));
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& proposal : all) write_proposal(json, proposal);
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response set_proposal_aside(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto* is_aside = find_member(form, "is_set_aside");
  if (!is_aside || !is_aside->is_bool()) refuse_value("is_set_aside");
  actions::set_aside(context.store, context.who().actor(), text_member(form, "key"), is_aside->as_bool(), context.now);
  return no_content();
}

}  // namespace tiendo::http
