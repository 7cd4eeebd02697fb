#include "actions/keep_log.h"

#include "actions/operator.h"
#include "base/error.h"
#include "store/access_log.h"

namespace tiendo::actions {
namespace {

std::vector<domain::Agency> owners_of_logs(const store::Reader& reader) {
  auto owners = reader.agencies();
  owners.push_back({store::the_installation, ""});
  return owners;
}

Instant months_before(Instant now, int months) {
  const std::chrono::year_month_day day = local_date(now);
  auto before = day - std::chrono::months(months);
  if (!before.ok()) before = before.year() / before.month() / std::chrono::last;
  return Instant{std::chrono::sys_days(before)} - local_offset;
}

}  // namespace

std::int64_t trim_access_logs(store::Store& store, int months, Instant now) {
  if (months < least_months_of_log) throw Error(ErrorCode::invalid, "retention_short", {std::to_string(least_months_of_log)});
  std::int64_t gone = 0;
  for (const auto& owner : owners_of_logs(store.read())) {
    auto writer = store.begin();
    gone += store::trim_access_log(writer, the_operator(owner.id), months_before(now, months), now);
    writer.commit();
  }
  return gone;
}

std::vector<CheckedLog> check_logs(const store::Reader& reader) {
  std::vector<CheckedLog> checked;
  for (const auto& owner : owners_of_logs(reader)) {
    for (const auto log : store::all_logs) {
      CheckedLog one{owner, log, store::head(reader.database(), owner.id, log), store::chain_faults(reader.database(), owner.id, log)};
      if (owner.id || one.head.sequence > 0 || !one.faults.empty()) checked.push_back(std::move(one));
    }
  }
  return checked;
}

}  // namespace tiendo::actions
