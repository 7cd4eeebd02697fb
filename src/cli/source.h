// A document on the disk, read and checked, for the commands that look at one without storing it.
#pragma once

#include <string>

#include "intake/intake.h"

namespace tiendo::cli {

struct SourceFile {
  std::string name, bytes;
};

// Throws not_found "file_not_found".
SourceFile source_file(const std::string& path);

// Throws as source_file does, and what the readers throw. The problems of soát stand beside those of the reading.
intake::Intake read_source(const std::string& path);

}  // namespace tiendo::cli
