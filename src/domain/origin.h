// Where a task came from: an unfinished one that is carried over (R15), or one of a series repeated for another year (R14).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/programme.h"

namespace tiendo::domain {

enum class OriginKind { carried, repeated };

struct Origin {
  TaskId task;
  OriginKind kind = OriginKind::carried;
  TaskId from_task;
  ProgrammeId from_programme;
  std::string reason;
  std::optional<Date> first_due_on;  // the deadline it had at the very first
  int delays = 0;                    // extensions granted and times carried before, all told
};

const char* name_of(OriginKind kind);
std::optional<OriginKind> find_origin_kind(std::string_view name);

}  // namespace tiendo::domain
