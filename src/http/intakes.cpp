#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "actions/confirm_intake.h"
#include "actions/create_intake.h"
#include "actions/merge_intake.h"
#include "actions/withdraw_intake.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "http/corrections.h"
#include "http/form.h"
#include "http/handlers.h"
#include "http/places.h"
#include "http/readings.h"

namespace tiendo::http {
namespace {

constexpr std::size_t longest_name = 200;

Places readings{most_readings};  // a scanned document may take many seconds

void id_or_null(JsonWriter& json, std::string_view name, const std::optional<domain::ProgrammeId>& id) {
  id ? json.member(name, id->text()) : json.member(name, nullptr);
}

void say_in(boost::json::value& said, const std::string& kind, Language language) {
  std::vector<std::string> arguments;
  for (const auto& argument : said.at("arguments").as_array()) arguments.emplace_back(argument.as_string());
  said.at("message") = sentence(language, kind + std::string(said.at("key").as_string()), arguments);
}

// Drafts are kept with Vietnamese sentences; another language gets its own.
std::string draft_in(const std::string& draft, Language language) {
  if (language == Language::vi) return draft;
  auto value = boost::json::parse(draft);
  for (auto& problem : value.at("problems").as_array()) say_in(problem, "problem.", language);
  if (auto* notices = value.as_object().if_contains("notices")) {
    for (auto& notice : notices->as_array()) say_in(notice, "notice.", language);
  }
  return boost::json::serialize(value);
}

Response intake_response(const store::IntakeRecord& intake, Language language, int status = 200) {
  JsonWriter json;
  json.reserve(intake.draft.size() + 512);
  json.begin_object();
  json.member("id", intake.id.text());
  json.member("state", name_of(intake.state));
  json.member("version", intake.version);
  json.member("created_at", iso(intake.created_at));
  json.member("source_name", intake.source_name);
  id_or_null(json, "programme", intake.programme);
  json.key("intake");
  json.raw(draft_in(intake.draft, language));
  json.end_object();
  auto response = json_response(json.take(), status);
  response.etag(intake.version);
  return response;
}

std::string location(std::string_view resource, const std::string& id) {
  return "/api/v1/" + std::string(resource) + '/' + id;
}

// Why a reading came to nothing, as the answer to its request would have said it.
void write_failure(JsonWriter& json, const std::exception_ptr& failure, Language language) {
  const auto answer = answer_or_problem([&]() -> Response { std::rethrow_exception(failure); }, language, 422);
  const auto problem = boost::json::parse(answer.content());
  json.key("problem");
  json.begin_object();
  json.member("key", std::string_view(problem.at("key").as_string()));
  json.member("detail", std::string_view(problem.at("detail").as_string()));
  json.end_object();
}

Response reading_response(const Reading& reading, const Reading::Sight& sight, Language language, int status = 200) {
  JsonWriter json;
  json.begin_object();
  json.member("id", reading.id().text());
  json.member("source_name", reading.source_name());
  json.member("state", sight.intake ? "done" : sight.failure ? "failed" : "reading");
  json.member("pages_done", sight.pages_done);
  json.member("pages", sight.pages);
  sight.left ? json.member("seconds_left", static_cast<int>(sight.left->count())) : json.member("seconds_left", nullptr);
  sight.intake ? json.member("intake", sight.intake->id.text()) : json.member("intake", nullptr);
  sight.failure ? write_failure(json, sight.failure, language) : json.member("problem", nullptr);
  json.end_object();
  return json_response(json.take(), status);
}

domain::IntakeId id_of(const Request& request) {
  return domain::IntakeId::parse(request.path_value("intake"));
}

// Only the last part of what may be a path on somebody's machine.
std::string name_of_source(const Request& request) {
  std::string name(request.find_query("name").value_or(""));
  name = trimmed(name.substr(name.find_last_of("/\\") + 1));
  if (name.empty() || name.size() > longest_name) throw Refused{400, "bad_value", {"name"}};
  return name;
}

void write(JsonWriter& json, const store::IntakeSummary& intake) {
  json.begin_object();
  json.member("id", intake.id.text());
  json.member("state", name_of(intake.state));
  json.member("source_name", intake.source_name);
  json.member("created_at", iso(intake.created_at));
  id_or_null(json, "programme", intake.programme);
  json.member("tasks", intake.tasks);
  json.member("proposals", intake.proposals);
  json.member("doubts", intake.doubts);
  json.member("problems", intake.problems);
  json.end_object();
}

}  // namespace

// What is read soon is answered at once; of a long scan the sender is told where to ask.
Response create_intake(const Request& request, Context& context) {
  auto name = name_of_source(request);
  const Place place(readings);
  const auto bytes = std::make_shared<const std::string>(request.body);
  const auto actor = context.who().actor();
  auto& store = context.store;
  const auto now = context.now;
  const auto reading =
      context.readings.start(ReadingId::make(now), actor, name, [&store, actor, bytes, name, now](const formats::Progress& progress) {
        return actions::create_intake(store, actor, *bytes, name, now, progress);
      });
  const auto sight = reading->sight_within(context.settings.patience_with_readings);
  if (!sight.is_over()) {
    auto response = reading_response(*reading, sight, context.language, 202);
    response.header("Location", location("readings", reading->id().text()));
    return response;
  }
  context.readings.forget(reading->id(), actor);
  if (sight.failure) std::rethrow_exception(sight.failure);
  auto response = intake_response(*sight.intake, context.language, 201);
  response.header("Location", location("intakes", sight.intake->id.text()));
  return response;
}

Response show_reading(const Request& request, Context& context) {
  const auto reading = context.readings.reading(ReadingId::parse(request.path_value("reading")), context.who().actor());
  return reading_response(*reading, reading->sight(), context.language);
}

Response give_up_reading(const Request& request, Context& context) {
  context.readings.forget(ReadingId::parse(request.path_value("reading")), context.who().actor());
  return no_content();
}

Response list_intakes(const Request&, Context& context) {
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& intake : context.store.read().intakes(context.agency())) write(json, intake);
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response show_intake(const Request& request, Context& context) {
  return intake_response(context.store.read().intake(context.agency(), id_of(request)), context.language);
}

Response correct_intake(const Request& request, Context& context) {
  const auto id = id_of(request);
  const int version = version_wanted(request);
  const auto corrections = corrections_of(json_body(request));
  return intake_response(actions::correct_intake(context.store, context.who().actor(), id, version, corrections, context.now),
                         context.language);
}

// A foreign file is never shown as a page of ours: text is plain text, anything else is a download.
Response show_intake_source(const Request& request, Context& context) {
  const auto reader = context.store.read();
  const auto intake = reader.intake(context.agency(), id_of(request));
  Response response;
  response.body = reader.intake_source(context.agency(), intake.id);
  const bool is_text = is_utf8(response.body) && response.body.find('\0') == std::string::npos;
  response.header("Content-Type", is_text ? "text/plain; charset=utf-8" : "application/octet-stream");
  const char* shown = is_text ? "inline" : "attachment";
  response.header("Content-Disposition", std::string(shown) + "; filename*=UTF-8''" + percent_encoded(intake.source_name));
  return response;
}

namespace {

// What a merge did, also where it did nothing.
Response merged_response(const actions::Merged& merged) {
  JsonWriter json;
  json.begin_object();
  json.member("programme", merged.programme.text());
  json.member("tasks", merged.added);
  json.member("changed", merged.changed);
  json.member("dropped", merged.dropped);
  json.end_object();
  auto response = json_response(json.take(), 201);
  response.header("Location", location("programmes", merged.programme.text()));
  return response;
}

}  // namespace

// With the comparison that was looked at: a merge. Without: a programme of its own.
Response confirm_intake(const Request& request, Context& context) {
  const auto id = id_of(request);
  const int version = version_wanted(request);
  const auto form = json_body(request);
  if (find_member(form, "seen")) {
    return merged_response(
        actions::merge_intake(context.store, context.who().actor(), id, version, text_member(form, "seen"), context.now));
  }
  const auto confirmed = actions::confirm_intake(context.store, context.who().actor(), id, version, context.now);
  JsonWriter json;
  json.begin_object();
  json.member("programme", confirmed.programme.text());
  json.member("tasks", confirmed.tasks);
  json.end_object();
  auto response = json_response(json.take(), 201);
  response.header("Location", location("programmes", confirmed.programme.text()));
  return response;
}

Response withdraw_intake(const Request& request, Context& context) {
  actions::withdraw_intake(context.store, context.who().actor(), id_of(request), context.now);
  return no_content();
}

}  // namespace tiendo::http
