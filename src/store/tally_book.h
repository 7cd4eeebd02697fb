// What a transaction changes in the counts, added up and written once at its end.
#pragma once

#include <map>
#include <string>
#include <tuple>

#include "domain/work.h"
#include "store/database.h"

namespace tiendo::store {

using namespace domain;

class TallyBook {
 public:
  // Counts a task with its work once more (+1) or once less (-1), wherever it is counted; `kind` as store/steps.h keeps it.
  void count(const Task& task, const Work& work, const std::string& kind, int times);
  void write(Database& database);

 private:
  struct Change {
    std::int64_t open = 0, on_time = 0, late = 0;
  };
  using Place = std::tuple<std::int64_t, std::string, std::string, std::int64_t, std::string>;  // agency, grouping, member, programme, due

  std::map<Place, Change> changes_;
};

// '9999-12-31' where there is no deadline.
std::string due_text(const std::optional<Date>& due_on);
std::optional<Date> due_from(std::string_view text);

}  // namespace tiendo::store
