// Identifiers of our own: 63 bits, ordered by time, one type an entity.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace tiendo {

// 13 letters of Crockford's base 32, without I, L, O, U.
std::string id_text(std::int64_t value);
std::optional<std::int64_t> find_id(std::string_view text);

// Milliseconds since 2020 (41 bits), node (10 bits), counter (12 bits). Thread-safe; never gives a value twice in one process,
// and never a smaller one when the clock steps back.
std::int64_t next_id(Instant now);

// Smaller than every value made at `instant` or later, larger than those made before.
std::int64_t least_id(Instant instant);
Instant made_at(std::int64_t id);

template <class Entity>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::int64_t value) : value_(value) {}
  static Id make(Instant now) { return Id(next_id(now)); }
  static std::optional<Id> find(std::string_view text) {
    const auto value = find_id(text);
    return value ? std::optional<Id>(Id(*value)) : std::nullopt;
  }
  // Throws invalid "bad_id" where the text is none.
  static Id parse(std::string_view text);

  constexpr std::int64_t value() const { return value_; }
  std::string text() const { return id_text(value_); }
  constexpr explicit operator bool() const { return value_ != 0; }
  auto operator<=>(const Id&) const = default;

 private:
  std::int64_t value_ = 0;
};

[[noreturn]] void throw_bad_id(std::string_view text);

template <class Entity>
Id<Entity> Id<Entity>::parse(std::string_view text) {
  const auto id = find(text);
  if (!id) throw_bad_id(text);
  return *id;
}

}  // namespace tiendo

template <class Entity>
struct std::hash<tiendo::Id<Entity>> {
  std::size_t operator()(const tiendo::Id<Entity>& id) const noexcept { return std::hash<std::int64_t>{}(id.value()); }
};
