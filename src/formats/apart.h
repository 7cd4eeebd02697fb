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

// The program that offers the hidden command `read-paper`; said once at the start of main. Until then, and where the text is
// plain, documents are read in this process.
void read_apart_with(std::string program);

// As read_paper; besides, invalid "document_takes_too_long", "document_needs_too_much", "reader_fell".
Paper read_paper_apart(std::string_view bytes, std::string_view name, const ApartLimits& limits = {}, const Progress& progress = {});

// The other side: reads the document from standard input, answers on standard output, gives the exit code.
// It gives up its rights first and never returns to a caller that needs them.
int answer_apart(const std::string& name, std::chrono::seconds computing, std::uint64_t memory);

}  // namespace tiendo::formats
