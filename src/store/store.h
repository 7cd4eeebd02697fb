// The only door to what is kept. `read()` gives one consistent moment, `begin()` the one writer.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "store/records.h"
#include "store/task_view.h"

namespace tiendo::store {

class Database;
struct Deadlines;
class LogBook;
class TallyBook;
class Transaction;
class Store;

// The units and people of an agency, by id. Kept in memory until the agency's next change.
struct Names {
  std::vector<Unit> units;      // by name, in Vietnamese order
  std::vector<Person> leaders;  // by given name
  const Unit* find_unit(UnitId id) const;
  const Person* find_leader(PersonId id) const;

  std::unordered_map<UnitId, std::size_t> unit_places;
  std::unordered_map<PersonId, std::size_t> leader_places;
};

// Names as of one change, for as long as somebody holds them. They cannot be looked into unheld: a loop over `reader.names(agency)->units`
// would go on after another thread has dropped them.
class HeldNames {
 public:
  explicit HeldNames(std::shared_ptr<const Names> names) : names_(std::move(names)) {}
  const Names& operator*() const { return *names_; }
  const Names* operator->() const& { return names_.get(); }
  const Names* operator->() const&& = delete;

 private:
  std::shared_ptr<const Names> names_;
};

struct ProgrammeRecord : Programme {
  std::int64_t tasks = 0;
  std::map<std::string, std::int64_t> tasks_by_section;  // by Section::id; filled for one programme, not for lists
};

// Reads as of the moment it was made. Short-lived: one answer, one reader. `find_…` may find nothing, the others throw not_found.
class Reader {
 public:
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) = delete;
  virtual ~Reader();

  std::vector<Agency> agencies() const;
  std::optional<Agency> find_agency(AgencyId agency) const;
  // Grows with every change of the agency: what was worked out at one number holds until the next.
  std::int64_t changes_of(AgencyId agency) const;

  HeldNames names(AgencyId agency) const;

  Calendar calendar(AgencyId agency) const;
  WorkingDays working_days(AgencyId agency) const;

  std::vector<User> users(AgencyId agency) const;
  std::optional<User> find_user(AgencyId agency, UserId user) const;
  std::optional<Credentials> find_credentials(std::string_view name) const;
  std::optional<Session> find_session(AgencyId agency, std::string_view token_hash) const;

  std::vector<ProgrammeRecord> programmes(AgencyId agency) const;
  ProgrammeRecord programme(AgencyId agency, ProgrammeId programme) const;

  TaskPage tasks(AgencyId agency, const TaskFilter& filter) const;
  // The same page without a copy of its rows: each is visited as it lies in the store.
  PageEnd each_task(AgencyId agency, const TaskFilter& filter, const std::function<void(const TaskView& task)>& visit) const;
  Task task(AgencyId agency, TaskId task) const;
  std::vector<Task> tasks_of_intake(AgencyId agency, IntakeId intake) const;
  std::vector<Task> tasks_of_unit(AgencyId agency, UnitId unit) const;  // as lead or coordinating
  TaskSource source_of(AgencyId agency, TaskId task) const;
  // By unit, month, leader, label; by status "overdue", "open", "no_deadline" as of `today`.
  std::vector<NamedCount> counts(AgencyId agency, std::optional<ProgrammeId> programme, CountBy by, Date today) const;

  Work work(AgencyId agency, TaskId task) const;
  std::vector<WorkEntry> work_entries(AgencyId agency, TaskId task) const;
  std::vector<Evidence> evidence(AgencyId agency, TaskId task) const;
  std::vector<Extension> extensions(AgencyId agency, TaskId task) const;
  std::vector<Extension> open_extensions(AgencyId agency) const;     // asked for or offered, and not answered yet
  std::string file(AgencyId agency, std::string_view sha256) const;  // throws internal "file_changed" where its content is another
  std::vector<TaskAtWork> tasks_at_work(AgencyId agency, const WorkFilter& filter) const;  // by the day they fall due
  // By "programme", "unit", "leader", "label" or "month". As of the last commit, also inside a Writer.
  std::vector<TallyRow> tallies(AgencyId agency, std::string_view grouping, std::optional<ProgrammeId> programme) const;
  std::vector<WorkAsOf> work_as_of(AgencyId agency, std::optional<ProgrammeId> programme, Instant at) const;

  std::vector<IntakeSummary> intakes(AgencyId agency) const;
  IntakeRecord intake(AgencyId agency, IntakeId intake) const;
  std::string intake_source(AgencyId agency, IntakeId intake) const;
  ColumnWords column_words(AgencyId agency) const;
  std::optional<std::string> find_undo(AgencyId agency, IntakeId intake) const;  // JSON (actions/merge_undo.h)

  std::vector<Event> events_of(AgencyId agency, std::string_view entity, std::int64_t entity_id) const;
  std::vector<Event> events(AgencyId agency, std::int64_t after_sequence, int limit) const;
  // The first event whose hash does not fit, where somebody changed the store by hand.
  std::optional<std::int64_t> find_broken_event(AgencyId agency) const;

  // For the headers of this room that keep one thing each (store/versions.h); nobody else knows what a Database is.
  Database& database() const { return *database_; }

 protected:
  friend class Store;
  Reader(const Store& store, std::unique_ptr<Database> lease);
  Reader(const Store& store, Database& writer);

 private:
  std::int64_t total_of(AgencyId agency, const TaskFilter& filter) const;

  const Store* store_;
  std::unique_ptr<Database> lease_;  // goes back to the store
  Database* database_;
};

// The one transaction that may change things; everybody else's waits. Rolls back unless committed.
class Writer : public Reader {
 public:
  Writer(Writer&&) noexcept;
  ~Writer() override;

  void add(const Agency& agency);
  void add(const User& user, std::string_view password_hash, Instant now);
  // All but the name and the password. Throws conflict "stale_version".
  void save(const User& user);
  void remove_sessions_of(AgencyId agency, UserId user);
  void save_password(AgencyId agency, UserId user, std::string_view password_hash);
  void add(const Session& session);
  void save(const Session& session);  // last seen, expiry
  void remove_session(AgencyId agency, std::string_view token_hash);
  void remove_sessions_before(Instant expired);

  void add(AgencyId agency, const Unit& unit);
  void save(AgencyId agency, const Unit& unit);
  void add(AgencyId agency, const Person& person);
  void save(AgencyId agency, const Person& person);

  // All of the calendar. Throws conflict "stale_version" as save(task) does.
  void save(AgencyId agency, const Calendar& calendar);

  void add(const Programme& programme);
  void save(const Programme& programme);  // throws conflict "stale_version" as save(task) does
  void remove_programme(AgencyId agency, ProgrammeId programme);

  // The work on a task begins, follows and ends with the task itself.
  void add(const Task& task, std::optional<IntakeId> intake, std::string_view places);
  // Throws conflict "stale_version" unless the stored version is task.version; the stored one becomes task.version + 1.
  void save(const Task& task, Instant now);
  void remove_task(const Task& task, Instant now);
  // Another place in the annex; the task's version stays, for nobody edits it.
  void place(AgencyId agency, TaskId task, int position);
  void save_source(AgencyId agency, TaskId task, const TaskSource& source);

  // The day on which a deadline falls due, as the agency reads deadlines now.
  Date due_day(AgencyId agency, const Period& due);
  // Throws conflict "stale_version" as save(task) does.
  void save(const Work& work, Instant now);
  void add(const WorkEntry& entry);
  void add(AgencyId agency, const Evidence& evidence);
  void remove_evidence(AgencyId agency, std::int64_t evidence);
  std::string add_file(AgencyId agency, std::string_view bytes);  // its SHA-256; the same content is kept once
  void add(AgencyId agency, const Extension& extension);
  void save(AgencyId agency, const Extension& extension);

  void add(const IntakeRecord& intake, AgencyId agency, std::string_view source_bytes);
  // Throws conflict "stale_version" as save(task) does.
  void save(const IntakeRecord& intake, AgencyId agency);
  void save_column_word(AgencyId agency, const std::string& header, std::optional<Field> field);
  // What a merge found, so that it can be taken back.
  void keep_undo(AgencyId agency, IntakeId intake, std::string_view undo);
  void forget_undo(AgencyId agency, IntakeId intake);

  void record(const Actor& actor, std::string_view kind, std::string_view entity, std::int64_t entity_id, std::string_view before,
              std::string_view after, Instant now);

  // The agency reads deadlines another way from now on; what is kept of the reading is forgotten.
  void deadlines_changed();

  void commit();

  LogBook& logs() { return *logs_; }  // for the headers that keep a log of their own (store/access_log.h)

 private:
  friend class Store;
  Writer(const Store& store, Database& database, std::unique_lock<std::mutex> lock);

  bool is_in_force(const Task& task) const;

  void begin_work(const Task& task);
  void follow_task(const Task& before, const Task& after, Instant now);
  void end_work(const Task& task, Instant now);

  std::unique_lock<std::mutex> lock_;
  std::unique_ptr<Transaction> transaction_;
  std::unique_ptr<TallyBook> tallies_;
  std::unique_ptr<LogBook> logs_;
  std::unique_ptr<Deadlines> deadlines_;  // as the agency reads them, for this transaction
};

class Store {
 public:
  // Makes the folder and the file where they are missing and brings an older file up to date, after a copy of it beside it.
  // Throws conflict "database_newer" or "migration_changed" where the file is not ours to touch.
  explicit Store(const std::filesystem::path& path);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  Reader read() const;
  Writer begin();

  const std::filesystem::path& path() const { return path_; }

 private:
  friend class Reader;
  struct Kept;  // names and totals, each good for one number of changes

  void give_back(std::unique_ptr<Database> reader) const;

  std::filesystem::path path_;
  std::unique_ptr<Database> writer_;
  std::mutex writing_;
  mutable std::mutex leasing_;
  mutable std::vector<std::unique_ptr<Database>> readers_;
  std::unique_ptr<Kept> kept_;
};

}  // namespace tiendo::store
