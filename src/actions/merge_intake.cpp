#include "actions/merge_intake.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include <boost/json.hpp>

#include "actions/column_words.h"
#include "actions/compare_intake.h"
#include "actions/edit_task.h"
#include "actions/facts.h"
#include "actions/merge_undo.h"
#include "actions/task_drafts.h"
#include "actions/understand.h"
#include "base/error.h"
#include "intake/intake_json.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;
using domain::Task;
using intake::CellChange;

std::optional<int> number_from(const std::string& text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc{} ? std::optional(number) : std::nullopt;
}

void write(Task& task, const CellChange& change) {
  constexpr std::string_view extra = "extra.";
  constexpr std::pair<std::string_view, std::string Task::*> texts[] = {{"section", &Task::section},
                                                                        {"number", &Task::number},
                                                                        {"title", &Task::title},
                                                                        {"lead", &Task::lead},
                                                                        {"coordinating", &Task::coordinating},
                                                                        {"deliverable", &Task::deliverable},
                                                                        {"directing_leader", &Task::directing_leader},
                                                                        {"note", &Task::note},
                                                                        {"due", &Task::due}};
  if (change.field == "quarter") task.quarter = number_from(change.after);
  if (change.field == "month") task.month = number_from(change.after);
  if (change.field.starts_with(extra)) task.extra[change.field.substr(extra.size())] = change.after;
  for (const auto& [field, text] : texts) {
    if (field == change.field) task.*text = change.after;
  }
}

std::string place_key(const Task& task) {
  return task.section + '/' + std::to_string(task.quarter.value_or(0)) + '/' + std::to_string(task.month.value_or(0));
}

// The whole programme in its new order: rows of the newer file as they stand there; a task that stays where it was follows the one
// it followed, within its month.
class Order {
 public:
  void add(const Task& task) { tasks_.push_back(&task); }

  // After the one that stood before it in its month; else first of its month; else after whatever stood before it.
  void follow(const Task& task, const Task* of_month, const Task* upper) {
    const auto is_of_month = [&](const Task* other) { return place_key(*other) == place_key(task); };
    auto at = std::ranges::find(tasks_, of_month);
    if (at == tasks_.end()) {
      at = std::ranges::find_if(tasks_, is_of_month);
      if (at == tasks_.end()) at = after(upper);
    } else {
      ++at;
    }
    tasks_.insert(at, &task);
  }

  const std::vector<const Task*>& tasks() const { return tasks_; }

 private:
  std::vector<const Task*>::iterator after(const Task* upper) {
    const auto found = std::ranges::find(tasks_, upper);
    return found == tasks_.end() ? tasks_.begin() : found + 1;
  }

  std::vector<const Task*> tasks_;
};

class Merge {
 public:
  Merge(store::Writer& writer, const domain::Actor& actor, const intake::Intake& intake, const json::value& preview, domain::IntakeId id,
        Instant now)
      : writer_(writer),
        actor_(actor),
        intake_(intake),
        choice_(*intake.merge),
        preview_(preview),
        id_(id),
        now_(now),
        book_(writer, actor, now),
        comparison_(compare_intake(writer, actor.agency, intake, choice_.programme)) {
    undo_.programme = comparison_.programme;
  }

  const Comparison& comparison() const { return comparison_; }
  const MergeUndo& undo() const { return undo_; }

  Merged run() {
    Merged merged{comparison_.programme.id};
    tasks_.reserve(comparison_.before.size() + comparison_.after.size());  // the order points into it
    for (const auto row : comparison_.matches.missing) merged.dropped += drop(comparison_.before[row]);
    std::unordered_map<std::size_t, const intake::TaskPair*> pairs;
    for (const auto& pair : comparison_.matches.pairs) pairs[pair.after] = &pair;
    Order order;
    for (std::size_t row = 0; row < comparison_.after.size(); ++row) {
      const auto pair = pairs.find(row);
      if (pair == pairs.end()) {
        merged.added += add(row, order);
      } else {
        merged.changed += change(*pair->second, order);
      }
    }
    seat_the_rest(order);
    settle(order);
    save_programme(merged);
    return merged;
  }

 private:
  const intake::TaskDraft& draft(std::size_t row) const { return intake_.tasks[row]; }
  int year() const { return comparison_.programme.year.value_or(year_of(intake_, local_date(now_))); }

  bool drop(const Task& task) {
    if (!choice_.dropped.contains(task.id)) return false;
    if (writer_.work(actor_.agency, task.id).version > 1) throw Error(ErrorCode::conflict, "task_at_work", {task.title});
    undo_.dropped.push_back({task, writer_.source_of(actor_.agency, task.id), 0});
    writer_.remove_task(task, now_);
    writer_.record(actor_, "task_removed", "task", task.id.value(), json::serialize(facts_of(task)), "", now_);
    return true;
  }

  bool add(std::size_t row, Order& order) {
    if (draft(row).left.contains(std::string(intake::whole_row))) return false;
    Task& task = tasks_.emplace_back(comparison_.after[row]);
    task.id = domain::TaskId::make(now_);
    understand(task, year(), book_);
    writer_.add(task, id_, places_of(preview_, row));
    writer_.record(actor_, "task_created", "task", task.id.value(), "", json::serialize(facts_of(task)), now_);
    added_.insert(task.id);
    order.add(task);
    return true;
  }

  bool change(const intake::TaskPair& pair, Order& order) {
    const Task& before = comparison_.before[pair.before];
    Task& task = tasks_.emplace_back(before);
    for (const auto& cell : pair.changes) {
      if (is_taken(draft(pair.after), choice_, cell.field)) write(task, cell);
    }
    now_as_[before.id] = &task;
    if (is_taken(draft(pair.after), choice_, "month") || !intake::is_moved(pair)) order.add(task);
    understand_changes(before, task, year(), book_);
    const auto facts = difference(before, task);
    if (facts.after.empty()) return pair.is_reordered && is_taken(draft(pair.after), choice_, "month");
    keep(before, task);
    writer_.save_source(actor_.agency, task.id, {id_, places_of(preview_, pair.after)});
    writer_.record(actor_, "task_edited", "task", task.id.value(), json::serialize(facts.before), json::serialize(facts.after), now_);
    return true;
  }

  void keep(const Task& before, Task& task) {
    undo_.changed.push_back({before, writer_.source_of(actor_.agency, before.id), before.version + 1});
    writer_.save(task, now_);
    ++task.version;
  }

  // Tasks that the newer file does not place: missing ones that stay, and moved ones that the clerk left.
  void seat_the_rest(Order& order) {
    const Task* upper = nullptr;
    std::unordered_map<std::string, const Task*> last_of_month;
    std::set<const Task*> seated(order.tasks().begin(), order.tasks().end());
    for (const Task& before : comparison_.before) {
      if (choice_.dropped.contains(before.id) && !now_as_.contains(before.id)) continue;
      const auto changed = now_as_.find(before.id);
      const Task* task = changed == now_as_.end() ? &before : changed->second;
      const Task*& of_month = last_of_month[place_key(*task)];
      if (seated.insert(task).second) order.follow(*task, of_month, upper);
      upper = of_month = task;
    }
  }

  // Only places that changed are written.
  void settle(const Order& order) {
    for (std::size_t at = 0; at < order.tasks().size(); ++at) {
      const Task& task = *order.tasks()[at];
      const int position = static_cast<int>(at);
      if (task.position == position) continue;
      writer_.place(actor_.agency, task.id, position);
      new_places_[task.id] = position;
      if (!added_.contains(task.id)) undo_.places.emplace_back(task.id, task.position);
    }
  }

  void save_programme(const Merged& merged) {
    domain::Programme programme = comparison_.programme;
    for (const auto& column : intake_.columns) {
      if (!column.field && std::ranges::find(programme.column_headers, column.header) == programme.column_headers.end()) {
        programme.column_headers.push_back(column.header);
      }
    }
    const bool has_new_columns = programme.column_headers.size() > comparison_.programme.column_headers.size();
    if (merged.is_same() && !has_new_columns) return;
    programme.sections = comparison_.sections;
    if (programme.attachment.decision_number.empty() && !intake_.attachment.decision_number.empty()) {
      programme.attachment = intake_.attachment;
    }
    writer_.save(programme);
    record_order(programme);
  }

  // Positions are no part of a task's own history: the programme's tells them, of those that went elsewhere.
  void record_order(const domain::Programme& programme) {
    json::object before, after;
    for (const auto& [task, position] : undo_.places) before[task.text()] = position;
    for (const auto& [task, position] : undo_.places) after[task.text()] = new_places_.at(task);
    writer_.record(actor_, "programme_merged", "programme", programme.id.value(), json::serialize(json::object{{"positions", before}}),
                   json::serialize(json::object{{"positions", after}, {"intake", id_.text()}}), now_);
  }

  store::Writer& writer_;
  domain::Actor actor_;
  const intake::Intake& intake_;
  const intake::MergeChoice& choice_;
  const json::value& preview_;
  domain::IntakeId id_;
  Instant now_;
  RegisterBook book_;
  Comparison comparison_;
  MergeUndo undo_;
  std::vector<Task> tasks_;  // changed and added ones, as they are now
  std::unordered_map<domain::TaskId, const Task*> now_as_;
  std::set<domain::TaskId> added_;
  std::unordered_map<domain::TaskId, int> new_places_;
};

}  // namespace

Merged merge_intake(store::Store& store, const domain::Actor& actor, domain::IntakeId id, int version, std::string_view seen, Instant now) {
  auto writer = store.begin();
  store::IntakeRecord record = writer.intake(actor.agency, id);
  if (record.version != version) throw Error(ErrorCode::conflict, "stale_version");
  if (record.state != store::IntakeState::open) throw Error(ErrorCode::conflict, "intake_not_open");
  const auto preview = json::parse(record.draft);
  const intake::Intake intake = intake::intake_from_json(preview);
  if (!intake.merge) throw Error(ErrorCode::conflict, "intake_is_no_merge");

  refuse_unless_drafted(writer.programme(actor.agency, intake.merge->programme));
  Merge merge(writer, actor, intake, preview, id, now);
  if (merge.comparison().seen != seen) throw Error(ErrorCode::conflict, "programme_changed");
  const Merged merged = merge.run();
  writer.keep_undo(actor.agency, id, json::serialize(to_json(merge.undo())));
  remember_columns(writer, actor, intake, now);
  record.state = store::IntakeState::confirmed;
  record.programme = merged.programme;
  writer.save(record, actor.agency);
  writer.record(
      actor, "intake_merged", "intake", id.value(), "",
      json::serialize(json::object{
          {"programme", merged.programme.text()}, {"added", merged.added}, {"changed", merged.changed}, {"dropped", merged.dropped}}),
      now);
  writer.commit();
  return merged;
}

}  // namespace tiendo::actions
