#include "domain/problem.h"

namespace tiendo::domain {

const char* name_of(Severity severity) {
  constexpr const char* names[] = {"info", "warning", "error"};
  return names[static_cast<int>(severity)];
}

}  // namespace tiendo::domain
