// A work programme (chương trình công tác) and its tasks, as the agency keeps them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "domain/field.h"
#include "domain/period.h"

namespace tiendo::domain {

struct AgencyEntity;
struct UnitEntity;
struct PersonEntity;
struct UserEntity;
struct ProgrammeEntity;
struct TaskEntity;
struct IntakeEntity;
struct VersionEntity;
using AgencyId = Id<AgencyEntity>;
using UnitId = Id<UnitEntity>;
using PersonId = Id<PersonEntity>;
using UserId = Id<UserEntity>;
using ProgrammeId = Id<ProgrammeEntity>;
using TaskId = Id<TaskEntity>;
using IntakeId = Id<IntakeEntity>;
using VersionId = Id<VersionEntity>;

// The "(Kèm theo Quyết định số … ngày … của …)" line, as far as it is filled in.
struct Attachment {
  std::string decision_number;  // "617"; empty where left blank
  std::string decision_symbol;  // "/QĐ-SKHCN": all that stands behind the number
  std::string decision_date;    // as written: "/9/2025", "01/12/2025"
  std::string issuer;
  std::string as_written;
};

// A heading of the annex under which tasks stand: "I", "Quý III", 96 declared.
struct Section {
  std::string id;
  std::string heading;
  std::optional<int> quarter;
  std::optional<int> declared_tasks;
};

// How far a programme has come; what moves it on stands in domain/version.h.
enum class Stage {
  draft,      // dự thảo
  consulted,  // đang lấy ý kiến
  submitted,  // đã trình
  approved,   // đã duyệt, chưa ban hành
  issued,     // đã ban hành: frozen
  amended,    // đã điều chỉnh by a further decision
};

struct Programme {
  ProgrammeId id;
  AgencyId agency;
  std::string title;
  std::optional<int> year;
  Attachment attachment;
  std::vector<std::string> column_headers;  // as written, in order
  std::vector<Section> sections;
  Stage stage = Stage::draft;
  std::optional<Date> issued_on;         // day of the decision that put it in force
  bool is_planned = false;               // drafted here for a time to come: no work of the agency until it is issued
  std::optional<Instant> planned_until;  // when it was issued after having been planned: figures of an earlier day leave it out
  int version = 1;
};

// The printed number is not an identity (R03): `number` is a fact about one printed version, `id` is ours.
struct Task {
  TaskId id;
  AgencyId agency;
  ProgrammeId programme;
  int position = 0;  // place in the annex, counted from 0
  std::string section;
  std::optional<int> quarter, month;
  // As written; what they mean stands beside them.
  std::string number, title, lead, coordinating, deliverable, directing_leader, note, due;
  std::map<std::string, std::string> extra;  // columns without a field, under their own header
  std::vector<UnitId> lead_units, coordinating_units;
  std::vector<PersonId> directing_leaders;
  std::vector<std::string> labels;
  std::optional<Period> due_period;
  int version = 1;
};

}  // namespace tiendo::domain
