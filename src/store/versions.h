// The versions of programmes: kept as they were, never changed or removed.
#pragma once

#include "domain/version.h"
#include "store/store.h"

namespace tiendo::store {

// What is kept beside a version: the file of its rows, and its prints by format.
struct KeptVersion : Version {
  std::string rows_sha256;
};

std::vector<KeptVersion> versions(const Reader& reader, AgencyId agency, ProgrammeId programme);  // by number
KeptVersion version(const Reader& reader, AgencyId agency, VersionId id);                         // throws not_found "version_not_found"
void add(Writer& writer, const KeptVersion& version);

// SHA-256 of the print, where one was kept.
std::optional<std::string> find_print(const Reader& reader, AgencyId agency, VersionId version, std::string_view format);
void keep_print(Writer& writer, AgencyId agency, VersionId version, std::string_view format, std::string_view sha256);

}  // namespace tiendo::store
