// The other side of apart.h, in `tiendo-documents`.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace tiendo::formats {

// Reads the document from standard input, answers on standard output, gives the exit code.
// It gives up its rights first and never returns to a caller that needs them.
int answer_apart(const std::string& name, std::chrono::seconds computing, std::uint64_t memory);

}  // namespace tiendo::formats
