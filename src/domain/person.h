// A person's posts and fields over time, and who stands in for whom while away (R17).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/agency.h"

namespace tiendo::domain {

struct DelegationEntity;
using DelegationId = Id<DelegationEntity>;

// First and last day, both in; open where there is none.
struct Days {
  std::optional<Date> from, to;

  bool has(Date day) const { return (!from || *from <= day) && (!to || day <= *to); }
  bool meets(const Days& other) const;
  bool operator==(const Days&) const = default;
};

// Chức vụ.
struct Post {
  std::string position;
  std::optional<UnitId> unit;  // none: of the agency itself
  Days days;
  bool operator==(const Post&) const = default;
};

// Lĩnh vực phụ trách: in words, as units directed, or both.
struct Responsibility {
  std::string words;
  std::vector<UnitId> units;
  Days days;
  bool operator==(const Responsibility&) const = default;
};

struct Service {
  std::vector<Post> posts;
  std::vector<Responsibility> responsibilities;
  bool operator==(const Service&) const = default;
};

// Throws invalid "post_missing" (no position), "responsibility_missing" (neither words nor units), "days_backwards".
void check(const Service& service);

bool directs(const Service& service, UnitId unit, Date day);

// Ủy quyền khi vắng: from the first to the last day the delegate holds whatever the absent one has to decide.
struct Delegation {
  DelegationId id;
  AgencyId agency;
  PersonId absent, delegate;
  Date from, to;
  std::string document;  // number of the paper, or the words of the notice
  std::string entered_by;
  Instant entered_at{};
  int version = 1;

  Days days() const { return {from, to}; }
};

struct Holder {
  PersonId person;
  std::optional<PersonId> instead_of;  // whose it is otherwise
  bool operator==(const Holder&) const = default;
};

// Exactly one person holds a matter on a day. What is delegated is not passed on (NĐ 30/2020/NĐ-CP Điều 13).
Holder holder(std::span<const Delegation> delegations, PersonId person, Date day);

// Throws invalid "delegation_to_oneself", "days_backwards"; conflict "delegation_overlaps" (of the same person),
// "delegate_absent" (on one of the days), "delegation_passed_on" (the absent one stands in for another on one of the days).
void check(const Delegation& delegation, std::span<const Delegation> others);

}  // namespace tiendo::domain
