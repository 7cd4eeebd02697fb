#include "cli/source.h"

#include <fstream>
#include <sstream>

#include "actions/source_drafts.h"
#include "base/error.h"
#include "cli/progress.h"
#include "intake/check.h"

namespace tiendo::cli {
namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  if (!file || !(bytes << file.rdbuf())) throw Error(ErrorCode::not_found, "file_not_found", {path});
  return std::move(bytes).str();
}

std::string name_of(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

}  // namespace

SourceFile source_file(const std::string& path) {
  return {name_of(path), bytes_of(path)};
}

intake::Intake read_source(const std::string& path) {
  const SourceFile source = source_file(path);
  auto intake = actions::source_drafts(source.bytes, source.name, {}, progress_on_terminal());
  for (auto& problem : intake::check(intake)) intake.problems.push_back(std::move(problem));
  return intake;
}

}  // namespace tiendo::cli
