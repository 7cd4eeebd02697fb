// The list with which an agency looks through its accounts each quarter: the fields of QCVN 12:2026/BCA, 3.7.2.5.1, and the last
// sign-in. A key that an account gave to another program stands as a service account of its own.
#include "formats/csv_writer.h"
#include "http/account_json.h"
#include "http/handlers.h"
#include "http/respond.h"
#include "store/access_keys.h"

namespace tiendo::http {
namespace {

struct ReviewRow {
  std::string kind;  // "administrator", "user", "service"
  std::string name, role, state, holder, unit;
  std::optional<Instant> activated_at, deactivated_at, last_used_at;
};

ReviewRow row_of(const domain::Account& account, const domain::AccountRules& rules, const store::Names& names, Instant now) {
  const auto* unit = account.unit ? names.find_unit(*account.unit) : nullptr;
  return {account.role == domain::Role::administrator ? "administrator" : "user",
          account.name,
          name_of(account.role),
          name_of(state_of(account, rules, now)),
          account.full_name,
          unit ? unit->name : "",
          account.opened_at,
          account.disabled_at,
          account.signed_in_at};
}

ReviewRow row_of(const domain::AccessKey& token, const ReviewRow& owner, Instant now) {
  const auto ended = token.revoked_at ? token.revoked_at : token.expires_at <= now ? std::optional(token.expires_at) : std::nullopt;
  return {"service",
          token.name,
          owner.role,
          token.is_good(now) ? "open" : "disabled",
          owner.holder.empty() ? owner.name : owner.holder,
          owner.unit,
          token.created_at,
          ended,
          token.last_used_at};
}

std::vector<ReviewRow> review(const store::Reader& reader, domain::AgencyId agency, Instant now) {
  const auto rules = store::account_rules(reader, agency);
  const auto names = reader.names(agency);
  const auto tokens = store::access_keys(reader, agency);
  std::vector<ReviewRow> rows;
  for (const auto& account : store::accounts(reader, agency)) {
    const auto owner = row_of(account, rules, *names, now);
    rows.push_back(owner);
    for (const auto& token : tokens)
      if (token.user == account.id) rows.push_back(row_of(token, owner, now));
  }
  return rows;
}

std::string day(const std::optional<Instant>& at) {
  return at ? vietnamese(local_date(*at)) : "";
}

// A value that a spreadsheet would take for a formula is written as text.
std::string plain(const std::string& text) {
  return !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos ? "'" + text : text;
}

std::string csv(const std::vector<ReviewRow>& rows, Language language) {
  std::vector<std::vector<std::string>> lines(1);
  for (const auto* field : {"kind", "name", "role", "state", "holder", "unit", "activated_at", "deactivated_at", "last_used_at"})
    lines[0].push_back(sentence(language, std::string("ui.review_accounts.") + field));
  for (const auto& row : rows)
    lines.push_back({sentence(language, "ui.account_kind." + row.kind), plain(row.name), sentence(language, "ui.role." + row.role),
                     sentence(language, "ui.account_state." + row.state), plain(row.holder), plain(row.unit), day(row.activated_at),
                     day(row.deactivated_at), day(row.last_used_at)});
  formats::SheetTable table;
  table.widths.assign(lines[0].size(), 30);
  table.rows = static_cast<int>(lines.size());
  for (std::size_t row = 0; row < lines.size(); ++row)
    for (std::size_t column = 0; column < lines[row].size(); ++column)
      table.cells.push_back(
          {.row = static_cast<int>(row), .column = static_cast<int>(column), .paragraphs = {{.runs = {{.text = lines[row][column]}}}}});
  formats::Sheet sheet;
  sheet.blocks.emplace_back(std::move(table));
  return formats::write_csv(sheet);
}

Response csv_response(const std::vector<ReviewRow>& rows, const Context& context) {
  Response response;
  response.body = csv(rows, context.language);
  response.header("Content-Type", "text/csv; charset=utf-8");
  const auto name = sentence(context.language, "ui.review_accounts.file", {iso(local_date(context.now))});
  response.header("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(name + ".csv"));
  return response;
}

}  // namespace

Response review_accounts(const Request& request, Context& context) {
  const auto format = request.find_query("format").value_or("json");
  if (format != "json" && format != "csv") throw Error{ErrorCode::invalid, "unknown_format", {std::string(format)}};
  const auto rows = review(context.store.read(), context.agency(), context.now);
  if (format == "csv") return csv_response(rows, context);
  JsonWriter json;
  json.begin_object();
  json.member("on", iso(local_date(context.now)));
  json.key("items");
  json.begin_array();
  for (const auto& row : rows) {
    json.begin_object();
    json.member("kind", row.kind);
    json.member("name", row.name);
    json.member("role", row.role);
    json.member("state", row.state);
    json.member("holder", row.holder);
    json.member("unit", row.unit);
    write_or_null(json, "activated_at", row.activated_at);
    write_or_null(json, "deactivated_at", row.deactivated_at);
    write_or_null(json, "last_used_at", row.last_used_at);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

}  // namespace tiendo::http
