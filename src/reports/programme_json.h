// A programme and everything about its tasks as JSON, with the names of the API, and back without loss.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/programme.h"

namespace tiendo::reports {

struct ProgrammeFile {
  domain::Programme programme;
  std::vector<domain::Task> tasks;
};

inline constexpr std::size_t most_tasks_of_file = 100'000;

std::string programme_as_json(const ProgrammeFile& file);
// Throws invalid "bad_programme_file".
ProgrammeFile programme_from_json(std::string_view text);

}  // namespace tiendo::reports
