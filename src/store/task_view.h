// A task as it lies in its row: for long lists, where a Task of its own for each row costs more than the query.
#pragma once

#include <optional>
#include <string_view>

#include "domain/programme.h"

namespace tiendo::store {

using namespace domain;

// Ids kept in a column as a JSON array of numbers.
template <class Entity>
struct IdList {
  std::string_view json;

  template <class Visit>
  void each(Visit visit) const {
    for (std::size_t at = 0; at < json.size(); ++at) {
      if (!is_digit(json[at])) continue;
      std::int64_t value = 0;
      for (; at < json.size() && is_digit(json[at]); ++at) value = value * 10 + (json[at] - '0');  // we wrote them: they fit
      visit(Id<Entity>(value));
    }
  }

 private:
  static bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
};

// Each text holds until the next row. The fields of Task; lists and objects are JSON, days are ISO, empty where there is none.
struct TaskView {
  TaskId id;
  ProgrammeId programme;
  int position = 0;
  std::string_view section;
  std::optional<int> quarter, month;
  std::string_view number, title, lead, coordinating, deliverable, directing_leader, note, due;
  std::string_view extra;
  IdList<UnitEntity> lead_units, coordinating_units;
  IdList<PersonEntity> directing_leaders;
  std::string_view labels;
  std::string_view due_from, due_to;
  int version = 1;
};

}  // namespace tiendo::store
