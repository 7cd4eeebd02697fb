#include "actions/task_edit_json.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;

json::value number_or_null(const std::optional<int>& number) {
  return number ? json::value(*number) : json::value(nullptr);
}

std::optional<int> number_from(const json::value& value) {
  return value.is_null() ? std::nullopt : std::optional(value.to_number<int>());
}

std::optional<domain::Period> period_from(const json::value& value) {
  if (value.is_null()) return std::nullopt;
  const auto day = [&](const char* end) { return find_date(value.at(end).as_string()).value(); };
  return domain::Period::span(day("from"), day("to"));
}

}  // namespace

json::object edit_as_json(const TaskEdit& edit) {
  json::object out;
  for (const auto& [field, text] : edit.texts) out[field] = text;
  if (!edit.extra.empty()) out["extra"] = json::value_from(edit.extra);
  if (edit.quarter) out["quarter"] = number_or_null(*edit.quarter);
  if (edit.month) out["month"] = number_or_null(*edit.month);
  if (edit.due_period) {
    out["due_period"] = nullptr;
    if (const auto& period = *edit.due_period) out["due_period"] = {{"from", iso(period->first_day())}, {"to", iso(period->last_day())}};
  }
  return out;
}

TaskEdit edit_from_json(const json::object& object) {
  TaskEdit edit;
  for (const auto& [key, value] : object) {
    if (key == "extra")
      edit.extra = json::value_to<std::map<std::string, std::string>>(value);
    else if (key == "quarter")
      edit.quarter = number_from(value);
    else if (key == "month")
      edit.month = number_from(value);
    else if (key == "due_period")
      edit.due_period = period_from(value);
    else
      edit.texts[std::string(key)] = std::string(value.as_string());
  }
  return edit;
}

}  // namespace tiendo::actions
