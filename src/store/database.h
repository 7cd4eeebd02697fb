// SQLite behind three small classes: a connection, the rows of a query, a transaction. Nothing outside src/store sees it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/id.h"

struct sqlite3;
struct sqlite3_stmt;

namespace tiendo::store {

struct KeptFigures;

struct Blob {
  std::string_view bytes;
};

struct Real {
  double value = 0;
};

// A prepared statement. `$1` is the first argument wherever it stands, and however often.
class Statement {
 public:
  Statement(sqlite3* connection, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void bind(int parameter, std::nullptr_t);
  void bind(int parameter, std::int64_t value);
  void bind(int parameter, std::string_view text);
  void bind(int parameter, Blob blob);
  void bind(int parameter, Real real);
  bool step();
  void reset();
  sqlite3_stmt* handle() const { return handle_; }

  bool is_busy = false;
  bool copies = true;  // text is copied when bound, so that it need not outlive the rows

 private:
  int place_of(int parameter) const;
  void expect(int result) const;

  sqlite3_stmt* handle_ = nullptr;
  std::vector<int> places_;  // of $1, $2 … in SQLite's own order
};

// The answer of a query, row by row; gives its statement back when it goes.
class Rows {
 public:
  explicit Rows(std::shared_ptr<Statement> statement) : statement_(std::move(statement)) { statement_->is_busy = true; }
  ~Rows();
  Rows(Rows&& other) noexcept = default;
  Rows& operator=(Rows&&) = delete;

  bool next() { return statement_->step(); }
  bool is_null(int column) const;
  std::int64_t number(int column) const;
  int small(int column) const { return static_cast<int>(number(column)); }
  double real(int column) const;
  std::string_view view(int column) const;  // until the next row
  std::string text(int column) const { return std::string(view(column)); }
  std::optional<int> find_small(int column) const;
  std::optional<std::string> find_text(int column) const;
  Instant instant(int column) const { return Instant{std::chrono::milliseconds{number(column)}}; }
  template <class Entity>
  void read(int column, Id<Entity>& id) const {
    id = Id<Entity>(number(column));
  }

 private:
  std::shared_ptr<Statement> statement_;
};

namespace detail {
inline void bind(Statement& s, int at, std::nullptr_t) {
  s.bind(at, nullptr);
}
inline void bind(Statement& s, int at, std::int64_t value) {
  s.bind(at, value);
}
inline void bind(Statement& s, int at, int value) {
  s.bind(at, static_cast<std::int64_t>(value));
}
inline void bind(Statement& s, int at, Blob blob) {
  s.bind(at, blob);
}
inline void bind(Statement& s, int at, Real real) {
  s.bind(at, real);
}
inline void bind(Statement& s, int at, std::string_view text) {
  s.bind(at, text);
}
inline void bind(Statement& s, int at, const std::string& text) {
  s.bind(at, std::string_view(text));
}
inline void bind(Statement& s, int at, const char* text) {
  s.bind(at, std::string_view(text));
}
inline void bind(Statement& s, int at, Instant instant) {
  s.bind(at, static_cast<std::int64_t>(instant.time_since_epoch().count()));
}
template <class Entity>
void bind(Statement& s, int at, Id<Entity> id) {
  s.bind(at, id.value());
}
template <class Value>
void bind(Statement& s, int at, const std::optional<Value>& value) {
  if (value)
    bind(s, at, *value);
  else
    s.bind(at, nullptr);
}
}  // namespace detail

// One value bound to a query that is put together at run time.
using Argument = std::variant<std::nullptr_t, std::int64_t, std::string>;

class Database {
 public:
  enum class Mode { read, write };
  Database(const std::filesystem::path& path, Mode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Several statements at once, without arguments or answer.
  void script(std::string_view sql);

  // Each SQL text is prepared once per connection.
  template <class... Arguments>
  Rows query(std::string_view sql, const Arguments&... arguments) {
    return bound(true, sql, arguments...);
  }
  Rows query_with(std::string_view sql, std::span<const Argument> arguments);

  // A statement that answers nothing; gives the number of rows it changed.
  template <class... Arguments>
  int run(std::string_view sql, const Arguments&... arguments) {
    bound(false, sql, arguments...).next();
    return changes();
  }

  int changes() const;
  void back_up_to(const std::filesystem::path& path) const;  // SQLite's own copy of a consistent state
  // Folds the write-ahead log into the file; false where another connection has the database open.
  bool close_log();
  sqlite3* handle() const { return connection_; }

  KeptFigures* kept_figures = nullptr;  // of the store, for those who read; who writes works figures out anew

 private:
  template <class... Arguments>
  Rows bound(bool copies, std::string_view sql, const Arguments&... arguments) {
    auto statement = prepared(sql);
    statement->copies = copies;
    int at = 0;
    (detail::bind(*statement, ++at, arguments), ...);
    return Rows(std::move(statement));
  }
  std::shared_ptr<Statement> prepared(std::string_view sql);

  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  sqlite3* connection_ = nullptr;
  std::unordered_map<std::string, std::shared_ptr<Statement>, TextHash, std::equal_to<>> statements_;
};

// BEGIN IMMEDIATE: a deferred transaction that has read fails at its first write when anyone else wrote meanwhile.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();  // rolls back unless committed
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool is_open_ = true;
};

}  // namespace tiendo::store
