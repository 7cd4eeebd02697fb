// A document on the disk, read and checked, for the commands that look at one without storing it.
#pragma once

#include <string>

#include "intake/intake.h"

namespace tiendo::cli {

// Throws not_found "file_not_found", and what the readers throw. The problems of soát stand beside those of the reading.
intake::Intake read_source(const std::string& path);

}  // namespace tiendo::cli
