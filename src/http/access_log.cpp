// The log as auditors and administrators read it. Reading it is in it.
#include <unordered_map>

#include "base/json_writer.h"
#include "base/sentences.h"
#include "base/text.h"
#include "http/form.h"
#include "http/handlers.h"

namespace tiendo::http {
namespace {

constexpr int most_rows_of_a_file = 100'000;

Instant begin_of(Date day) {
  return Instant{std::chrono::sys_days(day)} - local_offset;
}

template <class Value, class Find>
std::optional<Value> find_word(const Request& request, std::string_view name, Find find) {
  const auto text = request.find_query(name);
  if (!text) return std::nullopt;
  const auto value = find(*text);
  if (!value) refuse_value(name);
  return value;
}

store::AccessFilter filter_of(const Request& request) {
  store::AccessFilter filter;
  if (const auto from = find_day(request, "from")) filter.from = begin_of(*from);
  if (const auto to = find_day(request, "to")) filter.before = begin_of(*to) + std::chrono::days(1);
  filter.account = nfc(request.find_query("account").value_or(""));
  filter.kind = find_word<store::AccessKind>(request, "kind", store::find_access_kind);
  filter.result = find_word<store::AccessResult>(request, "result", store::find_access_result);
  filter.cursor = request.find_query("cursor").value_or("");
  return filter;
}

using Names = std::unordered_map<std::string, std::string>;

Names names_of_accounts(const store::Reader& reader, domain::AgencyId agency) {
  Names names;
  for (const auto& user : reader.users(agency)) names[user.id.text()] = user.name;
  return names;
}

std::string name_of_object(const store::Access& access, const Names& names) {
  const bool is_account = access.kind == store::AccessKind::session || access.kind == store::AccessKind::account;
  const auto found = is_account ? names.find(access.object) : names.end();
  return found == names.end() ? std::string() : found->second;
}

void write_access(JsonWriter& json, const store::Access& access, const Names& names) {
  json.begin_object();
  json.member("sequence", access.sequence);
  json.member("at", iso(access.at));
  json.member("kind", name_of(access.kind));
  json.member("what", access.what);
  json.member("object", access.object);
  json.member("object_name", name_of_object(access, names));
  json.member("result", name_of(access.result));
  json.member("times", access.times);
  json.member("account", access.account);
  json.member("address", access.address);
  json.member("host", access.host);
  json.end_object();
}

// A spreadsheet takes "=1+1" for a formula: such a value is shown with an apostrophe before it.
std::string csv_value(std::string_view value) {
  std::string out = "\"";
  if (!value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos) out += '\'';
  for (const char letter : value) out += letter == '"' ? "\"\"" : std::string(1, letter);
  return out + '"';
}

template <class... Values>
void add_line(std::string& out, const Values&... values) {
  bool is_first = true;
  const auto add = [&](std::string_view value) {
    out += (is_first ? "" : ",") + csv_value(value);
    is_first = false;
  };
  (add(values), ...);
  out += "\r\n";
}

std::string file_of(const store::Reader& reader, domain::AgencyId agency, store::AccessFilter filter, Language language) {
  const auto said = [&](const std::string& key) { return sentence(language, "log." + key); };
  const auto names = names_of_accounts(reader, agency);
  std::string out = "\xEF\xBB\xBF";
  add_line(out, said("sequence"), said("at"), said("account"), said("kind"), said("what"), said("object"), said("result"), said("times"),
           said("address"), said("host"));
  filter.limit = store::most_accesses_a_page;
  for (int rows = 0; rows < most_rows_of_a_file; rows += filter.limit) {
    const auto page = store::accesses(reader, agency, filter);
    for (const auto& access : page.items) {
      const auto name = name_of_object(access, names);
      add_line(out, std::to_string(access.sequence), iso(access.at), access.account, said(std::string("kind.") + name_of(access.kind)),
               access.what, name.empty() ? access.object : name, said(std::string("result.") + name_of(access.result)),
               std::to_string(access.times), access.address, access.host);
    }
    filter.cursor = page.next;
    if (page.next.empty()) break;
  }
  return out;
}

}  // namespace

Response list_accesses(const Request& request, Context& context) {
  auto filter = filter_of(request);
  if (const auto limit = find_number(request, "limit", 1, store::most_accesses_a_page)) filter.limit = *limit;
  context.accesses.flush();
  const auto reader = context.store.read();
  const auto page = store::accesses(reader, context.agency(), filter);
  const auto names = names_of_accounts(reader, context.agency());
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& access : page.items) write_access(json, access, names);
  json.end_array();
  page.next.empty() ? json.member("next", nullptr) : json.member("next", page.next);
  json.member("is_space_low", context.accesses.is_space_low());
  json.end_object();
  return json_response(json.take());
}

Response download_accesses(const Request& request, Context& context) {
  const auto filter = filter_of(request);
  context.accesses.flush();
  Response response;
  response.body = file_of(context.store.read(), context.agency(), filter, context.language);
  response.header("Content-Type", "text/csv; charset=utf-8");
  const std::string name = sentence(context.language, "log.file_name", {iso(local_date(context.now))});
  response.header("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(name + ".csv"));
  return response;
}

}  // namespace tiendo::http
