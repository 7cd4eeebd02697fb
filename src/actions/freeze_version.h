// What a programme says at this moment is kept as a version, and opened and printed again as it was (R04).
#pragma once

#include "actions/programme_file.h"
#include "store/versions.h"

namespace tiendo::actions {

// Inside the caller's transaction. The next number of the programme; of a version in force the prints are kept too, so that
// they stay the same to the byte for ever.
domain::Version freeze_version(store::Writer& writer, const domain::Actor& actor, const domain::Programme& programme, domain::Stage stage,
                               const std::string& words, const std::optional<domain::Decision>& decision, Instant now);

// The programme and its tasks as they were kept. Throws not_found "version_not_found".
reports::ProgrammeFile version_file(const store::Reader& reader, domain::AgencyId agency, domain::VersionId version);
// The version as units are asked about it: tasks of a unit that has gone into another since are the other's.
reports::ProgrammeFile version_of_units_today(const store::Reader& reader, domain::AgencyId agency, domain::VersionId version);

// The print as kept, or made from the kept rows where none was kept.
std::string version_print(const store::Reader& reader, domain::AgencyId agency, domain::VersionId version, std::string_view format);

}  // namespace tiendo::actions
