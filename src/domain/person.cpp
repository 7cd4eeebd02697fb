#include "domain/person.h"

#include <algorithm>

#include "base/error.h"

namespace tiendo::domain {
namespace {

void check_days(const Days& days) {
  if (days.from && days.to && *days.to < *days.from) throw Error(ErrorCode::invalid, "days_backwards");
}

}  // namespace

bool Days::meets(const Days& other) const {
  return (!from || !other.to || *from <= *other.to) && (!other.from || !to || *other.from <= *to);
}

void check(const Service& service) {
  for (const Post& post : service.posts) {
    if (post.position.empty()) throw Error(ErrorCode::invalid, "post_missing");
    check_days(post.days);
  }
  for (const Responsibility& responsibility : service.responsibilities) {
    if (responsibility.words.empty() && responsibility.units.empty()) throw Error(ErrorCode::invalid, "responsibility_missing");
    check_days(responsibility.days);
  }
}

bool directs(const Service& service, UnitId unit, Date day) {
  return std::ranges::any_of(service.responsibilities, [&](const Responsibility& responsibility) {
    return responsibility.days.has(day) && std::ranges::find(responsibility.units, unit) != responsibility.units.end();
  });
}

Holder holder(std::span<const Delegation> delegations, PersonId person, Date day) {
  const auto found =
      std::ranges::find_if(delegations, [&](const Delegation& each) { return each.absent == person && each.days().has(day); });
  return found == delegations.end() ? Holder{person, std::nullopt} : Holder{found->delegate, person};
}

void check(const Delegation& delegation, std::span<const Delegation> others) {
  if (delegation.absent == delegation.delegate) throw Error(ErrorCode::invalid, "delegation_to_oneself");
  check_days(delegation.days());
  for (const Delegation& other : others) {
    if (other.id == delegation.id || !other.days().meets(delegation.days())) continue;
    if (other.absent == delegation.absent) throw Error(ErrorCode::conflict, "delegation_overlaps");
    if (other.absent == delegation.delegate) throw Error(ErrorCode::conflict, "delegate_absent");
    if (other.delegate == delegation.absent) throw Error(ErrorCode::conflict, "delegation_passed_on");
  }
}

}  // namespace tiendo::domain
