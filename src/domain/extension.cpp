#include "domain/extension.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::domain {
namespace {

using std::chrono::sys_days;

constexpr std::array state_names{"open", "granted", "refused", "offered", "withdrawn"};

[[noreturn]] void refuse(std::string key, std::vector<std::string> arguments = {}) {
  throw Error(ErrorCode::conflict, std::move(key), std::move(arguments));
}

void check_task(const ExtensionRequest& request) {
  if (!request.by_lead_executor) refuse("extension_not_lead");
  const bool may_wait = request.state == WorkState::assigned || request.state == WorkState::not_started ||
                        request.state == WorkState::in_progress || request.state == WorkState::sent_back;
  if (!may_wait) refuse("extension_state");
  if (request.another_is_open) refuse("extension_open");
  if (!request.current) refuse("extension_no_deadline");
}

void check_wanted(const ExtensionRequest& request, Date today) {
  if (request.wanted.last_day() <= request.current->last_day()) refuse("extension_not_later");
  if (request.wanted.last_day() < today) refuse("extension_in_the_past");
  if (request.of_parent && request.wanted.last_day() > request.of_parent->last_day()) refuse("extension_beyond_parent");
  if (collapse_blanks(request.reason).empty()) throw Error(ErrorCode::invalid, "reason_missing");
}

void check_policy(const ExtensionRequest& request, const ExtensionPolicy& policy, Date today) {
  const int days_left = static_cast<int>((sys_days{request.current->last_day()} - sys_days{today}).count());
  if (!policy.late_requests && days_left < 0) refuse("extension_after_due");
  if (policy.least_days_before && days_left < *policy.least_days_before) {
    refuse("extension_too_late", {std::to_string(*policy.least_days_before)});
  }
  if (policy.most_extensions && request.granted_before >= *policy.most_extensions) {
    refuse("extension_too_many", {std::to_string(*policy.most_extensions)});
  }
}

}  // namespace

void check_request(const ExtensionRequest& request, const ExtensionPolicy& policy, Date today) {
  check_task(request);
  check_wanted(request, today);
  check_policy(request, policy, today);
}

void check_answer(ExtensionAnswer answer, bool is_requester, std::string_view reason) {
  if (is_requester) refuse("extension_own_request");
  if (answer == ExtensionAnswer::refused && collapse_blanks(reason).empty()) throw Error(ErrorCode::invalid, "reason_missing");
}

const char* name_of(Extension::State state) {
  return state_names[static_cast<std::size_t>(state)];
}

std::optional<Extension::State> find_extension_state(std::string_view name) {
  const auto found = std::ranges::find(state_names, name, [](const char* known) { return std::string_view(known); });
  if (found == state_names.end()) return std::nullopt;
  return static_cast<Extension::State>(found - state_names.begin());
}

bool is_flagged(int granted, const ExtensionPolicy& policy) {
  return granted >= policy.flag_from;
}

}  // namespace tiendo::domain
