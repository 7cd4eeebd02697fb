#include "domain/work_settings.h"

#include <array>

namespace tiendo::domain {
namespace {

constexpr std::array settings{
    Rule{"last_working_day", &WorkSettings::last_working_day, 0, 1},
    Rule{"closing_minutes", &WorkSettings::closing_minutes, 0, 24 * 60 - 1},
    Rule{"soon_days", &WorkSettings::soon_days, 0, 60},
    Rule{"document_day", &WorkSettings::document_day, 0, 1},
    Rule{"refusal_days", &WorkSettings::refusal_days, 0, 60},
    Rule{"extension_days_before", &WorkSettings::extension_days_before, 0, 60},
    Rule{"most_extensions", &WorkSettings::most_extensions, 0, 20},
    Rule{"late_extensions", &WorkSettings::late_extensions, 0, 1},
    Rule{"many_extensions", &WorkSettings::many_extensions, 1, 20},
    Rule{"evidence_megabytes", &WorkSettings::evidence_megabytes, 1, 32},
    Rule{"evidence_office_files", &WorkSettings::evidence_office_files, 0, 1},
    Rule{"evidence_pictures", &WorkSettings::evidence_pictures, 0, 1},
};

std::optional<int> unless_none(int value) {
  return value == 0 ? std::nullopt : std::optional(value);
}

}  // namespace

std::span<const Rule<WorkSettings>> WorkSettings::table() {
  return settings;
}

DeadlinePolicy WorkSettings::deadlines() const {
  using enum DeadlinePolicy::LastDay;
  return {.last_day = last_working_day == 1 ? working : calendar,
          .closes_at = std::chrono::minutes(closing_minutes),
          .soon = std::chrono::days(soon_days)};
}

ExtensionPolicy WorkSettings::extensions() const {
  return {.least_days_before = unless_none(extension_days_before),
          .most_extensions = unless_none(most_extensions),
          .late_requests = late_extensions == 1,
          .flag_from = many_extensions};
}

}  // namespace tiendo::domain
