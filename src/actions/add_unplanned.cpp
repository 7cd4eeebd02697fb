#include "actions/add_unplanned.h"

#include <boost/json.hpp>

#include "actions/add_task.h"
#include "base/error.h"
#include "base/text.h"
#include "store/unplanned.h"

namespace tiendo::actions {
namespace {

using domain::Role;

constexpr const char* section = "PS";

domain::User giver(const store::Reader& reader, const domain::Actor& actor, domain::UnitId lead) {
  const auto user = reader.find_user(actor.agency, actor.user);
  if (!user || !may_add_unplanned(*user) || (user->role == Role::unit_head && user->unit != lead))
    throw Error(ErrorCode::forbidden, "not_yours_to_do");
  return *user;
}

domain::Programme make_register(store::Writer& writer, const domain::Actor& actor, int year, Instant now) {
  domain::Programme made;
  made.id = domain::ProgrammeId::make(now);
  made.agency = actor.agency;
  made.title = "Nhiệm vụ ngoài chương trình năm " + std::to_string(year);
  made.year = year;
  made.column_headers = {"STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Lãnh đạo chỉ đạo", "Thời hạn"};
  made.sections = {{section, "Nhiệm vụ phát sinh", std::nullopt, std::nullopt}};
  writer.add(made);
  store::add_unplanned_register(writer, actor.agency, year, made.id);
  writer.record(actor, "programme_created", "programme", made.id.value(), "",
                boost::json::serialize(boost::json::object{{"title", made.title}}), now);
  return made;
}

domain::Programme register_of(store::Writer& writer, const domain::Actor& actor, int year, Instant now) {
  const auto known = store::find_unplanned_register(writer, actor.agency, year);
  return known ? writer.programme(actor.agency, *known) : make_register(writer, actor, year, now);
}

std::string name_of(const store::Names& names, domain::UnitId id) {
  const auto* unit = names.find_unit(id);
  if (!unit || unit->successor) throw Error(ErrorCode::invalid, "unit_unknown");
  return unit->name;
}

TaskEdit edit_from(const store::Names& names, const UnplannedForm& form) {
  TaskEdit edit;
  edit.texts = {{"title", form.title}, {"deliverable", form.deliverable}, {"lead", name_of(names, form.lead)}};
  std::string& coordinating = edit.texts["coordinating"];
  for (const auto unit : form.coordinating) coordinating += (coordinating.empty() ? "" : "; ") + name_of(names, unit);
  if (form.leader) {
    const auto* leader = names.find_leader(*form.leader);
    if (!leader) throw Error(ErrorCode::invalid, "leader_unknown");
    edit.texts["directing_leader"] = leader->full_name;
  }
  if (form.due_on) {
    edit.texts["due"] = vietnamese(*form.due_on);
    edit.due_period = domain::Period::day(*form.due_on);
  }
  return edit;
}

void check(const UnplannedForm& form, Date today) {
  if (collapse_blanks(form.title).empty()) throw Error(ErrorCode::invalid, "title_missing");
  if (form.given_on > today) throw Error(ErrorCode::invalid, "bad_field", {"given_on"});
  if (form.due_on && *form.due_on < form.given_on) throw Error(ErrorCode::invalid, "bad_field", {"due_on"});
}

}  // namespace

bool may_add_unplanned(const domain::User& user) {
  return user.role == Role::office || user.role == Role::leader || user.role == Role::unit_head;
}

domain::Task add_unplanned(store::Store& store, const domain::Actor& actor, const UnplannedForm& form, Instant now) {
  check(form, local_date(now));
  auto writer = store.begin();
  const auto user = giver(writer, actor, form.lead);
  const auto edit = edit_from(*writer.names(actor.agency), form);
  const auto programme = register_of(writer, actor, static_cast<int>(form.given_on.year()), now);
  auto task = add_task(writer, actor, programme, edit, now);
  store::add(writer, actor.agency,
             {.task = task.id,
              .document = collapse_blanks(nfc(form.document)),
              .given_on = form.given_on,
              .is_urgent = form.is_urgent,
              .entered_on = local_date(now),
              .entered_by = actor,
              .unit = user.role == Role::unit_head ? user.unit : std::nullopt});
  writer.commit();
  return task;
}

void refuse_unplanned_register(const store::Reader& reader, const domain::Programme& programme) {
  if (store::is_unplanned_register(reader, programme.agency, programme.id)) throw Error(ErrorCode::conflict, "unplanned_has_no_stages");
}

}  // namespace tiendo::actions
