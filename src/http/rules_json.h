// Tables of rules in answers and forms (domain/rule.h).
#pragma once

#include <algorithm>

#include "base/json_writer.h"
#include "domain/rule.h"
#include "http/form.h"
#include "http/respond.h"

namespace tiendo::http {

template <class Rules>
Response rules_response(const Rules& rules) {
  const Rules usual;
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& rule : Rules::table()) {
    json.begin_object();
    json.member("name", rule.name);
    json.member("value", rules.*rule.value);
    json.member("usual", usual.*rule.value);
    json.member("least", rule.least);
    json.member("most", rule.most);
    json.key("source");
    *rule.source ? json.value(rule.source) : json.value(nullptr);
    json.end_object();
  }
  json.end_array();
  json.member("version", rules.version);
  json.end_object();
  auto response = json_response(json.take());
  response.etag(rules.version);
  return response;
}

// The rules as the form wants them, of the version that was seen; what it does not name stays.
template <class Rules>
Rules rules_wanted(const Request& request, Rules rules) {
  rules.version = version_wanted(request);
  const auto form = json_body(request);
  for (const auto& [name, value] : form) {
    const auto known = Rules::table();
    const auto rule = std::ranges::find(known, std::string_view(name), [](const auto& each) { return std::string_view(each.name); });
    if (rule == known.end()) refuse_value(name);
    rules.*rule->value = number_member(form, name, -1'000'000, 1'000'000);
  }
  return rules;
}

}  // namespace tiendo::http
