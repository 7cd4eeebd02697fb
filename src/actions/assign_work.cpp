#include "actions/assign_work.h"

#include <algorithm>

#include "actions/standing.h"
#include "actions/sub_tasks.h"
#include "actions/work_entry.h"
#include "base/error.h"
#include "base/text.h"
#include "store/transfers.h"

namespace tiendo::actions {
namespace {

using domain::Role;
using domain::User;
using domain::UserId;
using domain::Work;

bool is_of(const std::optional<domain::UnitId>& unit, const domain::Task& task) {
  return unit && std::ranges::count(task.lead_units, *unit) > 0;
}

bool may_execute(const User& user, const domain::Task& task) {
  const bool is_role = user.role == Role::unit_head || user.role == Role::officer;
  return is_role && !user.disabled_at && is_of(user.unit, task);
}

// An officer takes a free task, and gives an own one back; nothing else.
bool takes_for_oneself(const User& user, const domain::Task& task, const Work& work) {
  return user.role == Role::officer && is_of(user.unit, task) && (!work.executor || work.executor == user.id);
}

void check_executor(const store::Reader& reader, const domain::Actor& actor, const domain::Task& task, UserId executor) {
  const auto user = reader.find_user(actor.agency, executor);
  if (!user || !may_execute(*user, task)) throw Error(ErrorCode::invalid, "executor_of_other_unit");
}

std::string name_of(const User& user) {
  return user.full_name.empty() ? user.name : user.full_name;
}

void give(store::Writer& writer, const domain::Actor& actor, Work work, const User* executor, const std::string& words, Instant now) {
  const auto before = work.executor;
  work.executor = executor ? std::optional(executor->id) : std::nullopt;
  writer.save(work, now);
  if (before && work.executor && *before != *work.executor && domain::is_transferred(work.state))
    store::add(writer, work.agency, {.id = next_id(now), .task = work.task, .from = *before, .to = *work.executor, .at = now});
  const std::string to = executor ? name_of(*executor) : std::string();
  write_entry(writer, {.task = work.task,
                       .at = now,
                       .by = actor,
                       .kind = domain::WorkEntry::Kind::assignment,
                       .state = work.state,
                       .words = to.empty() || words.empty() ? to + words : to + ". " + words});
}

}  // namespace

std::vector<User> executors_for(const store::Reader& reader, domain::AgencyId agency, const domain::Task& task) {
  auto all = reader.users(agency);
  std::erase_if(all, [&](const User& user) { return !may_execute(user, task); });
  std::ranges::sort(all, {}, [](const User& user) { return person_sort_key(name_of(user)); });
  return all;
}

bool may_assign(const store::Reader& reader, const domain::Actor& actor, const domain::Task& task, const Work& work, Date today) {
  if (!domain::is_open(work.state)) return false;
  if (standing(reader, actor, task, work, today).is_assigner) return true;
  const auto user = reader.find_user(actor.agency, actor.user);
  return user && ((user->role == Role::unit_head && is_of(user->unit, task)) || takes_for_oneself(*user, task, work));
}

Work assign_work(store::Store& store, const domain::Actor& actor, domain::TaskId id, int version, std::optional<UserId> executor,
                 const std::string& words, Instant now) {
  auto writer = store.begin();
  const domain::Task task = writer.task(actor.agency, id);
  Work work = writer.work(actor.agency, id);
  if (work.version != version) throw Error(ErrorCode::conflict, "stale_version");
  if (!domain::is_open(work.state)) throw Error(ErrorCode::conflict, "work_is_over");
  if (!may_assign(writer, actor, task, work, local_date(now))) throw Error(ErrorCode::forbidden, "not_yours_to_do");
  if (executor) check_executor(writer, actor, task, *executor);
  const auto user = writer.find_user(actor.agency, actor.user);
  const bool is_for_another = executor && executor != actor.user;
  if (user && takes_for_oneself(*user, task, work) && is_for_another) throw Error(ErrorCode::forbidden, "not_yours_to_do");
  const auto given_to = executor ? writer.find_user(actor.agency, *executor) : std::nullopt;
  give(writer, actor, work, given_to ? &*given_to : nullptr, collapse_blanks(words), now);
  writer.commit();
  return store.read().work(actor.agency, id);
}

int hand_over(store::Store& store, const domain::Actor& actor, UserId from, UserId to, const std::string& words, Instant now) {
  auto writer = store.begin();
  const auto giver = writer.find_user(actor.agency, actor.user);
  if (giver && giver->role == Role::officer) throw Error(ErrorCode::forbidden, "not_yours_to_do");  // as one by one
  const auto receiver = writer.find_user(actor.agency, to);
  if (!receiver || from == to) throw Error(ErrorCode::invalid, "bad_field", {"to"});
  int handed = 0;
  for (const auto& [task, work] : writer.tasks_at_work(actor.agency, {.executor = from, .open_only = true, .limit = -1})) {
    if (!may_assign(writer, actor, task, work, local_date(now))) throw Error(ErrorCode::forbidden, "not_yours_to_do");
    check_executor(writer, actor, task, to);
    give(writer, actor, work, &*receiver, collapse_blanks(words), now);
    ++handed;
  }
  handed += hand_over_sub_tasks(writer, actor, from, to, now);
  writer.commit();
  return handed;
}

}  // namespace tiendo::actions
