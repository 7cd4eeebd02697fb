// What somebody is to a task at this moment: which moves of its work are theirs to make.
#pragma once

#include "store/store.h"

namespace tiendo::actions {

struct Standing {
  bool is_executor = false, is_assigner = false, is_confirmer = false;
  std::optional<domain::PersonId> instead_of = {};  // the absent leader whose part it is to assign and confirm (R17)

  bool may(domain::Doer doer) const {
    return doer == domain::Doer::executor ? is_executor : doer == domain::Doer::assigner ? is_assigner : is_confirmer;
  }
};

Standing standing(const store::Reader& reader, const domain::Actor& actor, const domain::Task& task, const domain::Work& work, Date today);

// Throws forbidden "not_yours_to_do".
void expect(const Standing& standing, domain::Doer doer);

}  // namespace tiendo::actions
