// Files that are built into the program (cmake/embed.cmake).
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace tiendo {

struct EmbeddedFile {
  std::string_view path;  // relative to the embedded folder
  std::string_view bytes;
};

std::span<const EmbeddedFile> embedded_text();
std::span<const EmbeddedFile> embedded_migrations();
std::span<const EmbeddedFile> embedded_web();

}  // namespace tiendo
