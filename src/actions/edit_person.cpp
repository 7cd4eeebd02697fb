#include "actions/edit_person.h"

#include <algorithm>

#include <boost/json.hpp>

#include "actions/unit_today.h"
#include "base/error.h"
#include "base/text.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;
using domain::Person;
using domain::PersonId;

constexpr std::size_t longest_name = 300, most_spellings = 100;

json::object days_facts(json::object facts, const domain::Days& days) {
  facts["from"] = days.from ? json::value(iso(*days.from)) : json::value();
  facts["to"] = days.to ? json::value(iso(*days.to)) : json::value();
  return facts;
}

std::string facts(const PersonForm& form) {
  json::array posts, fields;
  for (const auto& post : form.service.posts)
    posts.push_back(
        days_facts({{"position", post.position}, {"unit", post.unit ? json::value(post.unit->text()) : json::value()}}, post.days));
  for (const auto& field : form.service.responsibilities) {
    json::array units;
    for (const auto unit : field.units) units.push_back(json::value(unit.text()));
    fields.push_back(days_facts({{"words", field.words}, {"units", std::move(units)}}, field.days));
  }
  return json::serialize(json::object{{"name", form.person.full_name},
                                      {"aliases", json::value_from(form.person.aliases)},
                                      {"posts", std::move(posts)},
                                      {"responsibilities", std::move(fields)}});
}

std::string tidied(const std::string& text, std::size_t longest, const char* field) {
  if (text.size() > longest) throw Error(ErrorCode::invalid, "bad_field", {field});
  return collapse_blanks(nfc(text));
}

void tidy_spellings(Person& person) {
  std::vector<std::string> kept;
  for (const std::string& each : person.aliases) {
    std::string spelling = tidied(each, longest_name, "aliases");
    if (!spelling.empty() && spelling != person.full_name && std::ranges::find(kept, spelling) == kept.end())
      kept.push_back(std::move(spelling));
  }
  if (kept.size() > most_spellings) throw Error(ErrorCode::invalid, "bad_field", {"aliases"});
  person.aliases = std::move(kept);
}

void tidy(PersonForm& form) {
  form.person.full_name = tidied(form.person.full_name, longest_name, "name");
  if (form.person.full_name.empty()) throw Error(ErrorCode::invalid, "person_name_missing");
  tidy_spellings(form.person);
  if (form.service.posts.size() > most_service_rows) throw Error(ErrorCode::invalid, "bad_field", {"posts"});
  if (form.service.responsibilities.size() > most_service_rows) throw Error(ErrorCode::invalid, "bad_field", {"responsibilities"});
  for (auto& post : form.service.posts) post.position = tidied(post.position, longest_person_words, "position");
  for (auto& field : form.service.responsibilities) field.words = tidied(field.words, longest_person_words, "words");
}

std::vector<std::string> keys_of(const Person& person) {
  std::vector<std::string> keys{search_key(person.full_name)};
  for (const std::string& alias : person.aliases) keys.push_back(search_key(alias));
  return keys;
}

void refuse_taken(const store::Names& names, const Person& person) {
  const auto mine = keys_of(person);
  for (const Person& other : names.leaders) {
    if (other.id == person.id) continue;
    for (const std::string& key : keys_of(other))
      if (std::ranges::find(mine, key) != mine.end()) throw Error(ErrorCode::conflict, "person_name_taken", {other.full_name});
  }
}

void check_units(const store::Names& names, domain::Service& service) {
  const auto check_unit = [&](domain::UnitId id) {
    if (!names.find_unit(id)) throw Error(ErrorCode::not_found, "unit_not_found", {id.text()});
  };
  for (auto& post : service.posts) {
    if (!post.unit) continue;
    check_unit(*post.unit);
    post.unit = unit_today(names, *post.unit);
  }
  for (auto& field : service.responsibilities) {
    for (const auto unit : field.units) check_unit(unit);
    follow_units(names, field.units);
  }
}

void check_form(const store::Names& names, PersonForm& form) {
  tidy(form);
  check(form.service);
  check_units(names, form.service);
  refuse_taken(names, form.person);
}

PersonForm known(const store::Reader& reader, domain::AgencyId agency, PersonId id) {
  const auto names = reader.names(agency);
  const Person* person = names->find_leader(id);
  if (!person) throw Error(ErrorCode::not_found, "person_not_found");
  auto all = store::services(reader, agency);
  return {*person, all[id]};
}

int move_tasks(store::Writer& writer, const domain::Actor& actor, PersonId from, PersonId into, Instant now) {
  const auto tasks = store::tasks_of_leader(writer, actor.agency, from);
  const auto leaders = [](const domain::Task& task) {
    json::array list;
    for (const PersonId leader : task.directing_leaders) list.push_back(json::value(leader.text()));
    return json::serialize(json::object{{"directing_leaders", std::move(list)}});
  };
  for (domain::Task task : tasks) {
    const std::string before = leaders(task);
    auto& list = task.directing_leaders;
    if (std::ranges::find(list, into) != list.end())
      std::erase(list, from);
    else
      std::ranges::replace(list, from, into);
    writer.save(task, now);
    writer.record(actor, "task_followed_leader", "task", task.id.value(), before, leaders(task), now);
  }
  return static_cast<int>(tasks.size());
}

void move_users(store::Writer& writer, const domain::Actor& actor, PersonId from, PersonId into, Instant now) {
  const auto person = [](PersonId id) { return json::serialize(json::object{{"person", id.text()}}); };
  for (domain::User user : writer.users(actor.agency)) {
    if (user.person != from) continue;
    user.person = into;
    writer.save(user);
    writer.record(actor, "user_followed_person", "user", user.id.value(), person(from), person(into), now);
  }
}

}  // namespace

PersonForm add_person(store::Store& store, const domain::Actor& actor, PersonForm form, Instant now) {
  auto writer = store.begin();
  form.person.id = PersonId::make(now);
  form.person.version = 1;
  check_form(*writer.names(actor.agency), form);
  writer.add(actor.agency, form.person);
  store::save(writer, actor.agency, form.person.id, form.service);
  writer.record(actor, "person_added", "person", form.person.id.value(), "", facts(form), now);
  writer.commit();
  return form;
}

PersonForm edit_person(store::Store& store, const domain::Actor& actor, PersonForm form, Instant now) {
  auto writer = store.begin();
  const PersonForm before = known(writer, actor.agency, form.person.id);
  if (before.person.version != form.person.version) throw Error(ErrorCode::conflict, "stale_version");
  if (collapse_blanks(nfc(form.person.full_name)) != before.person.full_name) form.person.aliases.push_back(before.person.full_name);
  check_form(*writer.names(actor.agency), form);
  if (facts(form) == facts(before)) return form;
  writer.save(actor.agency, form.person);
  store::save(writer, actor.agency, form.person.id, form.service);
  writer.record(actor, "person_edited", "person", form.person.id.value(), facts(before), facts(form), now);
  writer.commit();
  ++form.person.version;
  return form;
}

JoinedPeople join_people(store::Store& store, const domain::Actor& actor, PersonId from_id, int version, PersonId into_id, Instant now) {
  if (from_id == into_id) throw Error(ErrorCode::invalid, "person_joined_with_oneself");
  auto writer = store.begin();
  const PersonForm from = known(writer, actor.agency, from_id), into = known(writer, actor.agency, into_id);
  if (from.person.version != version) throw Error(ErrorCode::conflict, "stale_version");

  PersonForm stays = into;
  stays.person.aliases.push_back(from.person.full_name);
  stays.person.aliases.insert(stays.person.aliases.end(), from.person.aliases.begin(), from.person.aliases.end());
  tidy_spellings(stays.person);
  auto& [posts, fields] = stays.service;
  posts.insert(posts.end(), from.service.posts.begin(), from.service.posts.end());
  fields.insert(fields.end(), from.service.responsibilities.begin(), from.service.responsibilities.end());

  const int tasks = move_tasks(writer, actor, from_id, into_id, now);
  move_users(writer, actor, from_id, into_id, now);
  store::move_delegations(writer, actor.agency, from_id, into_id);
  store::remove_person(writer, actor.agency, from_id);
  writer.save(actor.agency, stays.person);
  store::save(writer, actor.agency, into_id, stays.service);
  writer.record(actor, "people_joined", "person", into_id.value(), facts(into), facts(stays), now);
  writer.record(actor, "person_removed", "person", from_id.value(), facts(from), "", now);
  writer.commit();
  ++stays.person.version;
  return {stays.person, tasks};
}

}  // namespace tiendo::actions
