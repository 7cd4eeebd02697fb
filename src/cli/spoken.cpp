#include "cli/spoken.h"

#include <cstdlib>

namespace tiendo::cli {

Language spoken() {
  const char* chosen = std::getenv("TIENDO_LANG");
  return chosen && std::string_view(chosen) == "en" ? Language::en : Language::vi;
}

std::string said(std::string_view key, const std::vector<std::string>& arguments) {
  return sentence(spoken(), key, arguments);
}

}  // namespace tiendo::cli
