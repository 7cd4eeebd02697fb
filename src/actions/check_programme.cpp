#include "actions/check_programme.h"

#include "actions/programme_file.h"
#include "actions/register.h"
#include "intake/check.h"
#include "intake/stored_drafts.h"

namespace tiendo::actions {

std::vector<domain::Problem> check_programme(const store::Reader& reader, domain::AgencyId agency, domain::ProgrammeId programme) {
  const auto file = programme_file(reader, agency, programme);
  return intake::check(intake::drafts_of(file.programme, file.tasks), known_names(*reader.names(agency)));
}

}  // namespace tiendo::actions
