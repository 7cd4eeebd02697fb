#include "cli/store_import.h"

#include <iostream>

#include "actions/confirm_intake.h"
#include "actions/create_intake.h"
#include "actions/operator.h"
#include "base/error.h"
#include "cli/progress.h"
#include "cli/spoken.h"

namespace tiendo::cli {

void store_import(const std::string& database, std::string_view bytes, std::string_view name) {
  store::Store store(database);
  const auto agencies = store.read().agencies();
  if (agencies.empty()) throw Error(ErrorCode::not_found, "agency_missing");
  const domain::Actor actor = actions::the_operator(agencies.front().id);
  const Instant now = now_from_clock();
  const auto record = actions::create_intake(store, actor, bytes, name, now, progress_on_terminal());
  const auto confirmed = actions::confirm_intake(store, actor, record.id, record.version, now);
  std::cout << said("notice.imported", {std::to_string(confirmed.tasks), std::to_string(record.proposals), std::to_string(record.doubts),
                                        std::to_string(record.problems)})
            << '\n';
}

}  // namespace tiendo::cli
