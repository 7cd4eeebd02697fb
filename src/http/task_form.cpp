#include "http/task_form.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "http/form.h"

namespace tiendo::http {
namespace {

constexpr std::array text_fields = {"number", "title", "lead", "coordinating", "deliverable", "directing_leader", "note", "due"};

domain::Period period_of(const boost::json::value& value) {
  const auto* object = value.if_object();
  if (!object) refuse_value("due_period");
  return domain::Period::span(date_member(*object, "from"), date_member(*object, "to"));
}

std::map<std::string, std::string> texts_of(const boost::json::value& value, std::string_view name) {
  const auto* object = value.if_object();
  if (!object) refuse_value(name);
  std::map<std::string, std::string> texts;
  for (const auto& [key, text] : *object) texts[nfc(key)] = text_of(text, name);
  return texts;
}

}  // namespace

actions::TaskEdit task_edit_from(const boost::json::object& form) {
  actions::TaskEdit edit;
  for (const auto& [key, value] : form) {
    const std::string_view name = key;
    if (std::ranges::find(text_fields, name) != text_fields.end())
      edit.texts[std::string(name)] = text_of(value, name);
    else if (name == "extra")
      edit.extra = texts_of(value, name);
    else if (name == "quarter")
      edit.quarter = number_or_null(value, name, 1, 4);
    else if (name == "month")
      edit.month = number_or_null(value, name, 1, 12);
    else if (name == "due_period")
      edit.due_period = value.is_null() ? std::nullopt : std::optional(period_of(value));
    else
      refuse_value(name);
  }
  if (form.empty()) refuse_value("title");
  return edit;
}

}  // namespace tiendo::http
