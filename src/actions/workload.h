// Who carries out how much: the people to whom work may be given, with what each has open.
#pragma once

#include "domain/transfer.h"
#include "store/store.h"

namespace tiendo::actions {

struct Workload {
  domain::User user;
  int open = 0, overdue = 0;
  domain::PersonCount counted;  // of all work, done or not
  bool may_hand_over = false;   // whether the one who asks may give all of it to somebody else
};

// Heads and officers by given name; one whose account is locked out stands there while something is still theirs.
std::vector<Workload> workloads(const store::Reader& reader, const domain::Actor& actor, Date today);

}  // namespace tiendo::actions
