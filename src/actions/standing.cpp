#include "actions/standing.h"

#include "base/error.h"

namespace tiendo::actions {

Standing standing(const store::Reader&, const domain::Actor&, const domain::Task&, const domain::Work&) {
  return {true, true, true};
}

void expect(const Standing& standing, domain::Doer doer) {
  if (!standing.may(doer)) throw Error(ErrorCode::forbidden, "not_yours_to_do");
}

}  // namespace tiendo::actions
