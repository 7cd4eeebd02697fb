// Who was told on which day that a report is to be sent (R45).
#pragma once

#include "domain/report_period.h"
#include "store/notices.h"

namespace tiendo::store {

struct ReportNotice {
  NoticeId id;
  UserId user;
  Date day{};
  std::optional<UnitId> unit;  // none: the agency's own report
  ReportPeriod period;
  Date send_by{};
  std::optional<Instant> read_at;
  bool is_sent = false;  // by now
};

// False where that person was told the same on that day before.
bool add(Writer& writer, AgencyId agency, const ReportNotice& notice, Instant now);
std::vector<ReportNotice> report_notices_of(const Reader& reader, AgencyId agency, UserId user);  // newest first

}  // namespace tiendo::store
