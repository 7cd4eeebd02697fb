#include "actions/programme_file.h"

#include <algorithm>
#include <iterator>

namespace tiendo::actions {

reports::ProgrammeFile programme_file(const store::Reader& reader, domain::AgencyId agency, domain::ProgrammeId programme) {
  reports::ProgrammeFile file;
  file.programme = reader.programme(agency, programme);
  store::TaskFilter filter;
  filter.programme = programme;
  filter.limit = store::most_tasks_a_page;
  do {
    auto page = reader.tasks(agency, filter);
    std::ranges::move(page.tasks, std::back_inserter(file.tasks));
    filter.cursor = page.next;
  } while (!filter.cursor.empty());
  return file;
}

}  // namespace tiendo::actions
