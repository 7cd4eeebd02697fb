// The notices of a day (R31): who is told of which task, made once, with the messages that carry them, in one transaction.
#pragma once

#include "domain/report_period.h"
#include "domain/sub_task.h"
#include "store/notices.h"

namespace tiendo::actions {

// Of a task, or of a part of it, which then stands in the place of the task.
struct PlannedNotice {
  domain::User user;
  domain::Task task;
  domain::Work work;
  domain::Notice notice;
  domain::SubTaskId part = {};
};

// By person, the weightiest first; nothing on a day that is not worked or whose notices were made.
std::vector<PlannedNotice> planned_notices(const store::Reader& reader, domain::AgencyId agency, Date day);

// A report that somebody has to send (R45): the head of the unit, or the office for the agency's own.
struct PlannedReport {
  domain::User user;
  std::string unit;  // name; empty: the agency's own
  std::optional<domain::UnitId> unit_id;
  domain::ReportPeriod period;
  Date send_by{};
  domain::NoticeKind kind = domain::NoticeKind::due_soon;
};

// By person; on days as above.
std::vector<PlannedReport> planned_reports(const store::Reader& reader, domain::AgencyId agency, Date day);

// The day has come: `now` is a working day's time of sending or later, and its notices were not made yet.
bool is_time_for_notices(const store::Reader& reader, domain::AgencyId agency, Instant now);

// How many were made. Tasks are looked through outside the transaction, so that nobody waits for it to save.
int make_notices(store::Store& store, domain::AgencyId agency, Date day, Instant now);

}  // namespace tiendo::actions
