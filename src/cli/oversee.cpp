#include "actions/oversee.h"

#include <algorithm>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/place.h"
#include "cli/spoken.h"
#include "store/oversight.h"

namespace tiendo::cli {
namespace {

struct OverseeOptions {
  std::string database, agency;
  std::vector<std::string> of;
  bool ends = false;
};

domain::AgencyId agency_named(const store::Store& store, const std::string& name) {
  const auto agencies = store.read().agencies();
  const auto found = std::ranges::find(agencies, collapse_blanks(nfc(name)), &domain::Agency::name);
  if (found == agencies.end()) throw Error(ErrorCode::not_found, "agency_not_found", {name});
  return found->id;
}

void carry_out(const OverseeOptions& options) {
  store::Store store(options.database);
  const auto overseer = agency_named(store, options.agency);
  std::vector<domain::AgencyId> all;
  for (const auto& name : options.of) all.push_back(agency_named(store, name));
  for (const auto overseen : all) {
    if (options.ends)
      actions::end_oversight(store, overseer, overseen, now_from_clock());
    else
      actions::oversee(store, overseer, overseen, now_from_clock());
  }
  for (const auto& agency : store::overseen_by(store.read(), overseer)) std::cout << agency.name << '\n';
}

}  // namespace

void add_oversee(CLI::App& app, int&) {
  auto options = std::make_shared<OverseeOptions>();
  auto* command =
      app.add_subcommand("oversee", "Cho một cơ quan xem số liệu tổng hợp của cơ quan khác / let an agency see the sums of others");
  command->add_option("agency", options->agency, "Cơ quan được xem, như Văn phòng UBND tỉnh / who sees them")->required();
  command->add_option("--of", options->of, "Cơ quan có số liệu, có thể nhiều / whose sums; several are possible");
  command->add_flag("--end", options->ends, "Thôi cho xem / see them no more");
  add_database_option(*command, options->database);
  command->callback([options] { carry_out(*options); });
}

}  // namespace tiendo::cli
