#include "store/search_index.h"

#include "store/search.h"
#include "store/task_rows.h"

namespace tiendo::store {

void refresh_search_index(Database& database) {
  const std::string layout = std::to_string(search_layout);
  {
    auto rows = database.query("select value from settings where name = 'search_layout'");
    if (rows.next() && rows.view(0) == layout) return;
  }
  Transaction transaction(database);
  database.run("insert into task_words (task_words) values ('delete-all')");
  {
    auto rows = database.query("select " TIENDO_TASK_COLUMNS ", t.agency_id from tasks t");
    while (rows.next()) {
      const domain::Task task = task_from(view_of(rows), domain::AgencyId(rows.number(task_columns)));
      database.run("insert into task_words (rowid, words) values ($1, $2)", task.id, index_words(task));
    }
  }
  database.run("insert into settings values ('search_layout', $1) on conflict (name) do update set value = excluded.value", layout);
  transaction.commit();
}

}  // namespace tiendo::store
