#include "store/database.h"

#include <boost/json.hpp>
#include <fmt/format.h>
#include <sqlite3.h>

#include "base/error.h"
#include "domain/series.h"
#include "domain/steps.h"
#include "domain/target.h"

namespace tiendo::store {
namespace {

constexpr int busy_timeout_ms = 10'000;
constexpr std::size_t most_kept_statements = 400;

[[noreturn]] void fail(sqlite3* connection, int result) {
  const std::string detail = fmt::format("sqlite {}: {}", result, connection ? sqlite3_errmsg(connection) : sqlite3_errstr(result));
  const int primary = result & 0xFF;
  if (primary == SQLITE_BUSY || primary == SQLITE_LOCKED) throw Error(ErrorCode::internal, "database_busy", {}, detail);
  if (primary == SQLITE_FULL) throw Error(ErrorCode::internal, "disk_full", {}, detail);
  if (primary == SQLITE_NOTADB || primary == SQLITE_CORRUPT) throw Error(ErrorCode::internal, "database_damaged", {}, detail);
  if (result == SQLITE_CONSTRAINT_UNIQUE || result == SQLITE_CONSTRAINT_PRIMARYKEY) {
    throw Error(ErrorCode::conflict, "already_exists", {}, detail);
  }
  throw Error(ErrorCode::internal, "internal", {}, detail);
}

std::string_view text_of(sqlite3_value* value) {
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
  return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))) : std::string_view();
}

// kind_told(title, deliverable): for the migration that counts by kind. Empty where the words do not tell.
void tell_kind(sqlite3_context* context, int, sqlite3_value** words) noexcept {
  try {
    const auto kind = domain::kind_told(text_of(words[0]), text_of(words[1]));
    sqlite3_result_text(context, kind ? domain::name_of(*kind) : "", -1, SQLITE_STATIC);
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);
  }
}

// targets_told(title): for the migration that keeps targets. A list of [unit, least, most, approximate].
void tell_targets(sqlite3_context* context, int, sqlite3_value** words) noexcept {
  try {
    boost::json::array all;
    for (const auto& one : domain::targets_of(text_of(words[0])))
      all.push_back({one.unit, one.least, one.most ? boost::json::value(*one.most) : boost::json::value(nullptr), one.approximate});
    sqlite3_result_text(context, boost::json::serialize(all).c_str(), -1, SQLITE_TRANSIENT);
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);
  }
}

// series_told(title): as the above.
void tell_series(sqlite3_context* context, int, sqlite3_value** words) noexcept {
  try {
    sqlite3_result_int64(context, domain::series_key(text_of(words[0])));
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);
  }
}

void give(sqlite3* connection, const char* name, int arguments, void (*function)(sqlite3_context*, int, sqlite3_value**)) {
  sqlite3_create_function_v2(connection, name, arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr, function,
                             nullptr, nullptr, nullptr);
}

}  // namespace

Statement::Statement(sqlite3* connection, std::string_view sql) {
  const int result = sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle_, nullptr);
  if (result != SQLITE_OK) fail(connection, result);
  // SQLite numbers named parameters as it meets them; ours are numbered by their name.
  const int count = sqlite3_bind_parameter_count(handle_);
  places_.assign(static_cast<std::size_t>(count) + 1, 0);
  for (int place = 1; place <= count; ++place) {
    const auto parameter = static_cast<std::size_t>(std::atoi(sqlite3_bind_parameter_name(handle_, place) + 1));
    if (parameter >= places_.size()) places_.resize(parameter + 1, 0);
    places_[parameter] = place;
  }
}

Statement::~Statement() {
  sqlite3_finalize(handle_);
}

int Statement::place_of(int parameter) const {
  const auto at = static_cast<std::size_t>(parameter);
  return at < places_.size() ? places_[at] : 0;  // an argument that the text does not name is left out
}

void Statement::expect(int result) const {
  if (result != SQLITE_OK) fail(sqlite3_db_handle(handle_), result);
}

void Statement::bind(int parameter, std::nullptr_t) {
  if (const int place = place_of(parameter)) expect(sqlite3_bind_null(handle_, place));
}

void Statement::bind(int parameter, std::int64_t value) {
  if (const int place = place_of(parameter)) expect(sqlite3_bind_int64(handle_, place, value));
}

void Statement::bind(int parameter, std::string_view text) {
  const char* data = text.data() ? text.data() : "";
  if (const int place = place_of(parameter))
    expect(sqlite3_bind_text64(handle_, place, data, text.size(), copies ? SQLITE_TRANSIENT : SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind(int parameter, Blob blob) {
  const char* data = blob.bytes.data() ? blob.bytes.data() : "";
  if (const int place = place_of(parameter))
    expect(sqlite3_bind_blob64(handle_, place, data, blob.bytes.size(), copies ? SQLITE_TRANSIENT : SQLITE_STATIC));
}

void Statement::bind(int parameter, Real real) {
  if (const int place = place_of(parameter)) expect(sqlite3_bind_double(handle_, place, real.value));
}

bool Statement::step() {
  const int result = sqlite3_step(handle_);
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  fail(sqlite3_db_handle(handle_), sqlite3_extended_errcode(sqlite3_db_handle(handle_)));
}

void Statement::reset() {
  sqlite3_reset(handle_);
  sqlite3_clear_bindings(handle_);
}

Rows::~Rows() {
  if (!statement_) return;
  statement_->reset();
  statement_->is_busy = false;
}

bool Rows::is_null(int column) const {
  return sqlite3_column_type(statement_->handle(), column) == SQLITE_NULL;
}

std::int64_t Rows::number(int column) const {
  return sqlite3_column_int64(statement_->handle(), column);
}

double Rows::real(int column) const {
  return sqlite3_column_double(statement_->handle(), column);
}

std::string_view Rows::view(int column) const {
  // One thread at a time has a connection (SQLITE_OPEN_NOMUTEX), so the value may be asked itself: found once, not twice.
  return text_of(sqlite3_column_value(statement_->handle(), column));
}

std::optional<int> Rows::find_small(int column) const {
  return is_null(column) ? std::nullopt : std::optional(small(column));
}

std::optional<std::string> Rows::find_text(int column) const {
  return is_null(column) ? std::nullopt : std::optional(text(column));
}

Database::Database(const std::filesystem::path& path, Mode mode) {
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE;  // a reader, too, may have to make the shared memory file
  if (mode == Mode::write) flags |= SQLITE_OPEN_CREATE;
  const int result = sqlite3_open_v2(path.c_str(), &connection_, flags, nullptr);
  if (result != SQLITE_OK) {
    const std::string detail = fmt::format("{}: {}", path.string(), sqlite3_errstr(result));
    sqlite3_close_v2(connection_);
    throw Error(ErrorCode::internal, "database_not_opened", {path.string()}, detail);
  }
  sqlite3_extended_result_codes(connection_, 1);
  sqlite3_busy_timeout(connection_, busy_timeout_ms);
  try {
    // FULL: an acknowledged change survives the loss of power, not only of the process.
    script("pragma foreign_keys = on; pragma mmap_size = 268435456; pragma synchronous = full; pragma temp_store = memory");
    if (mode == Mode::write) {
      script("pragma journal_mode = wal; pragma trusted_schema = off");
      give(connection_, "kind_told", 2, &tell_kind);
      give(connection_, "targets_told", 1, &tell_targets);
      give(connection_, "series_told", 1, &tell_series);
    }
    if (mode == Mode::read) script("pragma query_only = on");
  } catch (...) {
    sqlite3_close_v2(connection_);
    throw;
  }
}

Database::~Database() {
  statements_.clear();
  sqlite3_close_v2(connection_);
}

void Database::script(std::string_view sql) {
  char* message = nullptr;
  const int result = sqlite3_exec(connection_, std::string(sql).c_str(), nullptr, nullptr, &message);
  sqlite3_free(message);
  if (result != SQLITE_OK) fail(connection_, sqlite3_extended_errcode(connection_));
}

Rows Database::query_with(std::string_view sql, std::span<const Argument> arguments) {
  auto statement = prepared(sql);
  statement->copies = true;
  for (int at = 0; const Argument& argument : arguments) {
    ++at;
    std::visit([&](const auto& value) { detail::bind(*statement, at, value); }, argument);
  }
  return Rows(std::move(statement));
}

int Database::changes() const {
  return sqlite3_changes(connection_);
}

std::shared_ptr<Statement> Database::prepared(std::string_view sql) {
  if (statements_.size() > most_kept_statements) statements_.clear();
  auto found = statements_.find(sql);
  if (found == statements_.end()) {
    found = statements_.emplace(std::string(sql), std::make_shared<Statement>(connection_, sql)).first;
  }
  return found->second->is_busy ? std::make_shared<Statement>(connection_, sql) : found->second;
}

void Database::back_up_to(const std::filesystem::path& path) const {
  sqlite3* target = nullptr;
  int result = sqlite3_open_v2(path.c_str(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  if (result == SQLITE_OK) {
    sqlite3_backup* backup = sqlite3_backup_init(target, "main", connection_, "main");
    result = backup ? sqlite3_backup_step(backup, -1) : sqlite3_errcode(target);
    if (backup) sqlite3_backup_finish(backup);
    if (result == SQLITE_DONE) result = SQLITE_OK;
  }
  // One file, nothing beside it.
  if (result == SQLITE_OK) result = sqlite3_exec(target, "pragma journal_mode = delete", nullptr, nullptr, nullptr);
  const std::string detail = fmt::format("{}: {}", path.string(), sqlite3_errstr(result));
  sqlite3_close_v2(target);
  if (result != SQLITE_OK) throw Error(ErrorCode::internal, "backup_failed", {path.string()}, detail);
}

bool Database::close_log() {
  sqlite3_busy_timeout(connection_, 0);
  const int result = sqlite3_exec(connection_, "pragma journal_mode = delete", nullptr, nullptr, nullptr);
  sqlite3_busy_timeout(connection_, busy_timeout_ms);
  if (result != SQLITE_OK && (result & 0xFF) != SQLITE_BUSY && (result & 0xFF) != SQLITE_LOCKED) fail(connection_, result);
  return result == SQLITE_OK;
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.run("begin immediate");
}

Transaction::~Transaction() {
  if (!is_open_) return;
  try {
    database_.run("rollback");
  } catch (const Error&) {
    // SQLite has rolled back by itself (disk full, damaged file).
  }
}

void Transaction::commit() {
  database_.run("commit");
  is_open_ = false;
}

}  // namespace tiendo::store
