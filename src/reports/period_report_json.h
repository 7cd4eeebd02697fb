// What a submitted report says, as it is kept: read back, it prints the same.
#pragma once

#include <string>
#include <string_view>

#include "reports/period_report.h"

namespace tiendo::reports {

std::string to_json(const PeriodReport& report);
// Of what to_json wrote. Throws boost::system::system_error or std::out_of_range for anything else.
PeriodReport period_report_from(std::string_view json);

}  // namespace tiendo::reports
