#include "formats/documents_program.h"

#include <filesystem>

#include <unistd.h>

#include "base/error.h"

namespace tiendo::formats {
namespace {

std::string& chosen() {
  static std::string path;
  return path;
}

}  // namespace

std::string documents_program() {
  if (!chosen().empty()) return chosen();
  std::error_code unknown;
  const auto path = std::filesystem::read_symlink("/proc/self/exe", unknown).replace_filename("tiendo-documents").string();
  if (access(path.c_str(), X_OK) != 0) throw Error(ErrorCode::internal, "documents_program_missing", {path});
  return path;
}

void use_documents_program(std::string path) {
  chosen() = std::move(path);
}

}  // namespace tiendo::formats
