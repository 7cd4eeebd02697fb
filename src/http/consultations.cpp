// A version out with the units: sent, answered, collated, decided, settled.
#include "store/consultations.h"

#include <algorithm>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "actions/consultation.h"
#include "actions/consultation_table.h"
#include "actions/propose.h"
#include "base/error.h"
#include "http/drawn.h"
#include "http/form.h"
#include "http/handlers.h"
#include "http/members.h"
#include "http/places.h"
#include "http/task_form.h"
#include "http/version_json.h"
#include "store/versions.h"

namespace tiendo::http {
namespace {

using domain::Consultation;
using domain::ConsultationId;
using domain::Opinion;
using domain::Proposal;
using domain::ProposalId;
using domain::UnitId;

constexpr std::size_t most_decisions = 2000;

Places files_read{2};

ConsultationId consultation_of(const Request& request) {
  return ConsultationId::parse(request.path_value("consultation"));
}

UnitId unit_of(const Request& request) {
  return UnitId::parse(request.path_value("unit"));
}

ProposalId proposal_of(const Request& request) {
  return ProposalId::parse(request.path_value("proposal"));
}

std::string text_or_nothing(const boost::json::object& form, std::string_view name) {
  const auto* value = find_member(form, name);
  return value ? text_of(*value, name) : std::string();
}

Opinion opinion_from(const boost::json::object& form) {
  const auto opinion = domain::find_opinion(text_member(form, "opinion"));
  if (!opinion) refuse_value("opinion");
  return *opinion;
}

// Heads of units and their officers see what their own unit says; the office, leaders and auditors see all.
std::optional<UnitId> only_unit(const Context& context) {
  const auto& user = context.who().user;
  const bool sees_one = user.role == domain::Role::unit_head || user.role == domain::Role::officer;
  return sees_one ? std::optional(user.unit.value_or(UnitId())) : std::nullopt;
}

void write_proposal(JsonWriter& json, const Context& context, const store::Reader& reader, const Consultation& consultation,
                    const Proposal& proposal) {
  json.begin_object();
  json.member("id", proposal.id.text());
  json.member("kind", name_of(proposal.kind));
  json.key("edit");
  json.raw(proposal.edit);
  json.member("words", proposal.words);
  json.member("by", proposal.by.name);
  json.member("at", iso(proposal.at));
  json.member("is_from_file", proposal.is_from_file);
  json.member("is_placed", actions::is_placed(proposal));
  json.member("recommendation", name_of(proposal.recommendation));
  json.member("recommendation_words", proposal.recommendation_words);
  json.member("decision", name_of(proposal.decision));
  json.member("decision_words", proposal.decision_words);
  json.member("decided_by", proposal.decided_by ? proposal.decided_by->name : std::string());
  const bool may = consultation.state == domain::ConsultationState::closed &&
                   actions::decides_as(reader, context.who().actor(), consultation, proposal, local_date(context.now)).has_value();
  json.member("may_decide", may);
  json.end_object();
}

void write_month(JsonWriter& json, const Context& context, const store::Reader& reader, const Consultation& consultation,
                 const reports::AnsweredMonth& month) {
  json.begin_object();
  member_or_null(json, "month", month.month);
  json.member("totals", reports::totals_in_words(month));
  json.key("tasks");
  json.begin_array();
  for (const auto& row : month.tasks) {
    json.begin_object();
    json.key("row");
    write_row(json, row.task);
    json.key("proposal");
    row.proposal ? write_proposal(json, context, reader, consultation, *row.proposal) : json.value(nullptr);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_unit(JsonWriter& json, const Context& context, const store::Reader& reader, const Consultation& consultation,
                const reports::UnitAnswer& unit) {
  json.begin_object();
  json.member("unit", unit.id.text());
  json.member("name", unit.unit);
  json.member("answer", name_of(unit.answer));
  json.member("may_answer",
              consultation.state == domain::ConsultationState::open && actions::may_answer_for(reader, context.who().actor(), unit.id));
  json.key("months");
  json.begin_array();
  for (const auto& month : unit.months) write_month(json, context, reader, consultation, month);
  json.end_array();
  list_member(json, "idle_months", unit.idle_months, [](int month) { return month; });
  json.end_object();
}

// What a list says of a consultation.
void write_summary(JsonWriter& json, const Context& context, const store::Reader& reader, const Consultation& consultation) {
  const auto programme = reader.programme(context.agency(), consultation.programme);
  const auto answered = std::ranges::count_if(consultation.units, [](const auto& unit) { return unit.answered_at.has_value(); });
  json.member("id", consultation.id.text());
  json.member("programme", consultation.programme.text());
  json.member("title", programme.title);
  json.member("sent", consultation.sent.text());
  json.member("sent_number", store::version(reader, context.agency(), consultation.sent).number);
  json.member("state", name_of(consultation.state));
  json.member("sent_at", iso(consultation.sent_at));
  json.member("due_on", iso(consultation.due_on));
  json.member("words", consultation.words);
  json.member("asked", consultation.units.size());
  json.member("answered", answered);
  consultation.led_to ? json.member("led_to", consultation.led_to->text()) : json.member("led_to", nullptr);
  json.member("may_close", may_close(consultation, local_date(context.now)));
  json.member("version", consultation.version);
}

Response consultation_response(const Context& context, ConsultationId id, int status = 200) {
  const auto reader = context.store.read();
  const auto consultation = store::consultation(reader, context.agency(), id);
  JsonWriter json;
  json.begin_object();
  write_summary(json, context, reader, consultation);
  json.key("units");
  json.begin_array();
  for (const auto& unit : actions::consultation_table(reader, consultation, only_unit(context)).units)
    write_unit(json, context, reader, consultation, unit);
  json.end_array();
  json.end_object();
  auto response = json_response(json.take(), status);
  response.etag(consultation.version);
  return response;
}

Response list_response(const Context& context, const store::Reader& reader, const std::vector<Consultation>& consultations) {
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& consultation : consultations) {
    json.begin_object();
    write_summary(json, context, reader, consultation);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

}  // namespace

Response list_consultations(const Request&, Context& context) {
  const auto reader = context.store.read();
  return list_response(context, reader, store::running_consultations(reader, context.agency()));
}

Response list_consultations_of(const Request& request, Context& context) {
  const auto id = domain::ProgrammeId::parse(request.path_value("programme"));
  const auto reader = context.store.read();
  reader.programme(context.agency(), id);
  return list_response(context, reader, store::consultations(reader, context.agency(), id));
}

Response send_consultation(const Request& request, Context& context) {
  const auto id = domain::ProgrammeId::parse(request.path_value("programme"));
  const int version = version_wanted(request);
  const auto form = json_body(request);
  actions::ConsultationWish wish{.days = number_member(form, "days", 1, 30), .words = text_or_nothing(form, "words")};
  const auto* units = find_member(form, "units");
  if (!units || !units->is_array()) refuse_value("units");
  for (const auto& each : units->get_array()) wish.units.push_back(UnitId::parse(text_of(each, "units")));
  const auto sent = actions::send_consultation(context.store, context.who().actor(), id, version, wish, context.now);
  return consultation_response(context, sent.id, 201);
}

Response show_consultation(const Request& request, Context& context) {
  return consultation_response(context, consultation_of(request));
}

Response make_proposal(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto kind = domain::find_proposal_kind(text_member(form, "kind"));
  if (!kind) refuse_value("kind");
  actions::ProposalWish wish{.kind = *kind, .words = text_or_nothing(form, "words")};
  const auto* task = find_member(form, "task");
  if (task && !task->is_null()) wish.task = domain::TaskId::parse(text_of(*task, "task"));
  const auto* edit = find_member(form, "edit");
  if (edit && !edit->is_object()) refuse_value("edit");
  if (edit && !edit->get_object().empty()) wish.edit = task_edit_from(edit->get_object());
  actions::propose(context.store, context.who().actor(), consultation_of(request), unit_of(request), wish, context.now);
  return consultation_response(context, consultation_of(request), 201);
}

Response remove_proposal(const Request& request, Context& context) {
  actions::take_back_proposal(context.store, context.who().actor(), consultation_of(request), proposal_of(request), context.now);
  return consultation_response(context, consultation_of(request));
}

Response finish_answer(const Request& request, Context& context) {
  actions::finish_answer(context.store, context.who().actor(), consultation_of(request), unit_of(request), context.now);
  return consultation_response(context, consultation_of(request));
}

Response answer_by_file(const Request& request, Context& context) {
  const auto name = request.find_query("name").value_or("");
  if (name.empty()) refuse_value("name");
  const Place place(files_read);
  const auto answer = actions::answer_by_file(context.store, context.who().actor(), consultation_of(request), unit_of(request),
                                              request.body, name, context.now);
  JsonWriter json;
  json.begin_object();
  json.member("taken", answer.taken);
  list_member(json, "unplaced", answer.unplaced, [](ProposalId id) { return id.text(); });
  list_member(json, "remarks", answer.remarks, [](const std::string& words) { return words; });
  json.end_object();
  return json_response(json.take());
}

Response recommend_on_proposal(const Request& request, Context& context) {
  const auto form = json_body(request);
  actions::recommend(context.store, context.who().actor(), consultation_of(request), proposal_of(request), opinion_from(form),
                     text_or_nothing(form, "words"), context.now);
  return consultation_response(context, consultation_of(request));
}

Response place_proposal(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto task = domain::TaskId::parse(text_member(form, "task"));
  const auto* month = find_member(form, "month");
  actions::place_proposal(context.store, context.who().actor(), consultation_of(request), proposal_of(request), task,
                          month ? number_or_null(*month, "month", 1, 12) : std::nullopt, context.now);
  return consultation_response(context, consultation_of(request));
}

Response decide_proposals(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto* list = find_member(form, "decisions");
  if (!list || !list->is_array() || list->get_array().empty() || list->get_array().size() > most_decisions) refuse_value("decisions");
  std::vector<actions::ProposalDecision> decisions;
  for (const auto& each : list->get_array()) {
    if (!each.is_object()) refuse_value("decisions");
    const auto& decision = each.get_object();
    decisions.push_back({ProposalId::parse(text_member(decision, "proposal")), opinion_from(decision), text_or_nothing(decision, "words")});
  }
  actions::decide_proposals(context.store, context.who().actor(), consultation_of(request), decisions, context.now);
  return consultation_response(context, consultation_of(request));
}

Response close_consultation(const Request& request, Context& context) {
  actions::close_consultation(context.store, context.who().actor(), consultation_of(request), version_wanted(request), context.now);
  return consultation_response(context, consultation_of(request));
}

Response withdraw_consultation(const Request& request, Context& context) {
  actions::withdraw_consultation(context.store, context.who().actor(), consultation_of(request), version_wanted(request), context.now);
  return consultation_response(context, consultation_of(request));
}

Response settle_consultation(const Request& request, Context& context) {
  const auto kept =
      actions::settle_consultation(context.store, context.who().actor(), consultation_of(request), version_wanted(request), context.now);
  JsonWriter json;
  json.begin_object();
  write_version(json, kept);
  json.end_object();
  return json_response(json.take());
}

Response download_consultation(const Request& request, Context& context) {
  const auto reader = context.store.read();
  const auto consultation = store::consultation(reader, context.agency(), consultation_of(request));
  return drawn(request, reports::consultation_sheet(actions::consultation_table(reader, consultation, only_unit(context))),
               "Tổng hợp ý kiến");
}

}  // namespace tiendo::http
