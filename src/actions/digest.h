// One person's notices of one day as an e-mail, and an agency's as the body of a webhook. Both are JSON: they wait in the store.
#pragma once

#include <span>

#include "actions/make_notices.h"

namespace tiendo::actions {

struct Mail {
  std::string to, name, subject, text, html;
};

Mail digest(std::span<const PlannedNotice> mine, std::string_view to, std::string_view agency_name, std::string_view page_address,
            Date day);

std::string mail_payload(std::span<const PlannedNotice> mine, std::string_view to, std::string_view agency_name,
                         std::string_view page_address, Date day);
Mail mail_from(std::string_view payload);

std::string webhook_payload(std::span<const PlannedNotice> all, domain::AgencyId agency, Date day);

}  // namespace tiendo::actions
