// One person's notices of one day as an e-mail, and an agency's as the body of a webhook. Both are JSON: they wait in the store.
#pragma once

#include <span>

#include "actions/make_notices.h"

namespace tiendo::actions {

struct Mail {
  std::string to, name, subject, text, html;
};

// What one day says to one person, the weightiest first; one of the two lists is not empty.
struct OwnNotices {
  std::vector<const PlannedNotice*> tasks;
  std::vector<const PlannedReport*> reports;

  const domain::User& user() const { return tasks.empty() ? reports.front()->user : tasks.front()->user; }
};

Mail digest(const OwnNotices& mine, std::string_view to, std::string_view agency_name, std::string_view page_address, Date day);

std::string mail_payload(const OwnNotices& mine, std::string_view to, std::string_view agency_name, std::string_view page_address,
                         Date day);
Mail mail_from(std::string_view payload);

std::string webhook_payload(std::span<const PlannedNotice> tasks, std::span<const PlannedReport> reports, domain::AgencyId agency,
                            Date day);

}  // namespace tiendo::actions
