// Foreign documents are read by a process of their own: a crash in a library takes nothing else down, and what a hostile file
// makes of it can neither write, nor run a program, nor reach the network or the data of the agency.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "formats/read.h"

namespace tiendo::formats {

struct ApartLimits {
  std::chrono::seconds computing{600};  // of all its threads together
  std::chrono::seconds waiting{900};    // for its answer
  std::chrono::seconds converting{90};  // of an old Office file by LibreOffice
  std::uint64_t memory = 3ull << 30;    // address space
  std::size_t most_answer_bytes = 256u << 20;
};

// As read_paper, by `tiendo-documents`; plain text is read here. Besides, invalid "document_takes_too_long",
// "document_needs_too_much", "reader_fell".
Paper read_paper_apart(std::string_view bytes, std::string_view name, const ApartLimits& limits = {}, const Progress& progress = {});

}  // namespace tiendo::formats
