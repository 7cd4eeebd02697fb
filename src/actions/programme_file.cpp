#include "actions/programme_file.h"

#include <algorithm>
#include <iterator>

#include "intake/header.h"

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

reports::AnnexForm annex_form(const domain::Programme& programme, const std::string& agency) {
  reports::AnnexForm form;
  form.agency = agency;
  for (const auto& header : programme.column_headers)
    if (const auto meaning = intake::meaning_of_header(header); meaning.field) form.headings.emplace(*meaning.field, header);
  return form;
}

}  // namespace tiendo::actions
