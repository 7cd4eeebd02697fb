#include "store/store.h"

#include "base/embedded.h"
#include "base/error.h"
#include "store/access_log.h"
#include "store/database.h"
#include "store/deadlines.h"
#include "store/groups.h"
#include "store/kept.h"
#include "store/log_chain.h"
#include "store/migrate.h"
#include "store/search_index.h"
#include "store/tally_book.h"

namespace tiendo::store {

const char* name_of(IntakeState state) {
  constexpr const char* names[] = {"open", "confirmed", "withdrawn"};
  return names[static_cast<int>(state)];
}

Store::Store(const std::filesystem::path& path) : path_(path), kept_(std::make_unique<Kept>()) {
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path());
  const bool is_new = !std::filesystem::exists(path);
  writer_ = std::make_unique<Database>(path, Database::Mode::write);
  if (is_new) std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  migrate(*writer_, path, embedded_migrations());
  refresh_search_index(*writer_);
  read_groups_of_all_tasks(*writer_);
}

Store::~Store() = default;

Reader Store::read() const {
  std::unique_ptr<Database> reader;
  {
    const std::lock_guard lock(leasing_);
    if (!readers_.empty()) {
      reader = std::move(readers_.back());
      readers_.pop_back();
    }
  }
  if (!reader) reader = std::make_unique<Database>(path_, Database::Mode::read);
  reader->kept_figures = &kept_->figures;
  return Reader(*this, std::move(reader));
}

Writer Store::begin() {
  return Writer(*this, *writer_, std::unique_lock(writing_));
}

void Store::give_back(std::unique_ptr<Database> reader) const {
  const std::lock_guard lock(leasing_);
  readers_.push_back(std::move(reader));
}

Reader::Reader(const Store& store, std::unique_ptr<Database> lease) : store_(&store), lease_(std::move(lease)), database_(lease_.get()) {
  database_->run("begin");
}

Reader::Reader(const Store& store, Database& writer) : store_(&store), database_(&writer) {}

Reader::Reader(Reader&&) noexcept = default;

Reader::~Reader() {
  if (!lease_) return;
  try {
    database_->run("commit");
    store_->give_back(std::move(lease_));
  } catch (const Error&) {
    // A reader that cannot end its moment is closed instead of kept.
  }
}

Writer::Writer(const Store& store, Database& database, std::unique_lock<std::mutex> lock)
    : Reader(store, database),
      lock_(std::move(lock)),
      transaction_(std::make_unique<Transaction>(database)),
      tallies_(std::make_unique<TallyBook>()),
      logs_(std::make_unique<LogBook>()) {}

Writer::Writer(Writer&&) noexcept = default;

Writer::~Writer() {
  transaction_.reset();
}

void Writer::commit() {
  tallies_->write(database());
  log_request(*this);
  logs_->write(database());
  transaction_->commit();
  note_request_logged(*this);
}

}  // namespace tiendo::store
