#include "domain/amendment.h"

#include <algorithm>
#include <array>

#include "base/error.h"

namespace tiendo::domain {
namespace {

constexpr std::array state_names{"open", "issued", "withdrawn"};
constexpr std::array kind_names{"change", "add", "drop"};
constexpr std::array consent_names{"unanswered", "consented", "refused"};

template <class Value, std::size_t size>
std::optional<Value> find_named(const std::array<const char*, size>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name, [](const char* known) { return std::string_view(known); });
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace

void check_can_be_issued(const Amendment& amendment) {
  if (amendment.state != AmendmentState::open) throw Error(ErrorCode::conflict, "amendment_not_open");
  const auto waiting = std::ranges::count(amendment.changes, Consent::unanswered, &AmendmentChange::consent);
  if (waiting > 0) throw Error(ErrorCode::conflict, "consent_missing", {std::to_string(waiting)});
  if (std::ranges::count(amendment.changes, Consent::consented, &AmendmentChange::consent) == 0)
    throw Error(ErrorCode::conflict, "amendment_empty");
}

const char* name_of(AmendmentState state) {
  return state_names[static_cast<std::size_t>(state)];
}

const char* name_of(AmendmentKind kind) {
  return kind_names[static_cast<std::size_t>(kind)];
}

const char* name_of(Consent consent) {
  return consent_names[static_cast<std::size_t>(consent)];
}

std::optional<AmendmentState> find_amendment_state(std::string_view name) {
  return find_named<AmendmentState>(state_names, name);
}

std::optional<AmendmentKind> find_amendment_kind(std::string_view name) {
  return find_named<AmendmentKind>(kind_names, name);
}

std::optional<Consent> find_consent(std::string_view name) {
  return find_named<Consent>(consent_names, name);
}

}  // namespace tiendo::domain
