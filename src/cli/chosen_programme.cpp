#include "cli/chosen_programme.h"

#include "base/error.h"
#include "base/text.h"

namespace tiendo::cli {

std::pair<domain::Agency, domain::ProgrammeId> chosen_programme(const store::Reader& reader, const std::string& words) {
  std::vector<std::pair<domain::Agency, domain::ProgrammeId>> found;
  const auto wanted = search_key(words);
  for (const auto& agency : reader.agencies())
    for (const auto& programme : reader.programmes(agency.id)) {
      if (programme.id.text() == words) return {agency, programme.id};
      if (search_key(programme.title).find(wanted) != std::string::npos) found.emplace_back(agency, programme.id);
    }
  if (found.empty()) throw Error(ErrorCode::not_found, "programme_not_found");
  if (found.size() > 1) throw Error(ErrorCode::conflict, "several_programmes", {words});
  return found.front();
}

}  // namespace tiendo::cli
