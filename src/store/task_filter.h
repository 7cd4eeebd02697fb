// A filter as conditions of SQL, and a cursor as the place where a page ended.
#pragma once

#include <string>
#include <vector>

#include "store/database.h"
#include "store/records.h"
#include "store/task_view.h"

namespace tiendo::store {

// SQL put together from fixed pieces; every value is an argument. `?` in a piece becomes the next `$n`.
class Query {
 public:
  Query& add(std::string_view piece, std::vector<Argument> values = {});
  Rows ask(Database& database) const { return database.query_with(sql_, arguments_); }

 private:
  std::string sql_;
  std::vector<Argument> arguments_;
};

// " where t.agency_id = … and …" for everything but the words. `id` is the task's id as the query has it at hand first.
void add_conditions(Query& query, AgencyId agency, const TaskFilter& filter, std::string_view id = "t.id");
bool has_conditions(const TaskFilter& filter);                  // beside the programme and the words
std::string key_of(AgencyId agency, const TaskFilter& filter);  // the same for filters that find the same tasks

struct Cursor {
  int stage = 0;  // of a search: 0 among exact marks, 1 after them
  std::int64_t programme = 0, position = 0, id = 0;
  std::string key;

  std::string text() const;
  // Throws invalid "bad_cursor".
  static Cursor parse(std::string_view text);
  static Cursor after(const TaskView& task, TaskOrder order, int stage);
};

// "(key, id) > (…)" in the order asked for, and the order itself.
void add_after(Query& query, const Cursor& cursor, TaskOrder order);
std::string_view order_by(TaskOrder order);

}  // namespace tiendo::store
