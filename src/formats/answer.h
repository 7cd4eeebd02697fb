// The other side of apart.h and draw.h, in `tiendo-documents`.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace tiendo::formats {

// Reads the document from standard input, answers on standard output, gives the exit code.
// It gives up its rights first and never returns to a caller that needs them.
int answer_reading(const std::string& name, std::chrono::seconds computing, std::uint64_t memory);

// Draws the sheet from standard input to standard output; 1 and what was wrong instead where it cannot be drawn.
int answer_drawing(const std::string& format);

}  // namespace tiendo::formats
