// Gives up the rights that reading a document does not need.
#pragma once

#include <chrono>
#include <cstdint>

namespace tiendo::formats {

// For the whole process, for good. Throws internal where the kernel refuses.
void confine(std::chrono::seconds computing, std::uint64_t memory);

// For a foreign program that must start others and write: only below this folder, without the network.
void confine_to(const char* folder, std::chrono::seconds computing, std::uint64_t memory);

}  // namespace tiendo::formats
