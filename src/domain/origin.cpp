#include "domain/origin.h"

namespace tiendo::domain {

const char* name_of(OriginKind kind) {
  return kind == OriginKind::carried ? "carried" : "repeated";
}

std::optional<OriginKind> find_origin_kind(std::string_view name) {
  if (name == "carried") return OriginKind::carried;
  if (name == "repeated") return OriginKind::repeated;
  return std::nullopt;
}

}  // namespace tiendo::domain
