#include "http/corrections.h"

#include <boost/json/array.hpp>

#include "base/text.h"
#include "http/form.h"

namespace tiendo::http {
namespace {

using boost::json::object;

constexpr std::size_t most_corrections = 1000;
constexpr int most_rows = 1'000'000;

actions::RowKind kind_of(const object& form) {
  const auto kind = text_member(form, "kind");
  if (kind == "task") return actions::RowKind::task;
  if (kind == "proposal") return actions::RowKind::proposal;
  refuse_value("kind");
}

int row_of(const object& form) {
  return number_member(form, "row", 0, most_rows);
}

const object& cells_of(const object& form) {
  const auto* cells = find_member(form, "cells");
  if (!cells || !cells->is_object()) refuse_value("cells");
  return cells->as_object();
}

actions::Correction set_cell(const object& form) {
  return actions::SetCell{kind_of(form), row_of(form), text_member(form, "field"), text_member(form, "text")};
}

actions::Correction accept_cell(const object& form) {
  return actions::AcceptCell{kind_of(form), row_of(form), text_member(form, "field")};
}

actions::Correction merge_row(const object& form) {
  return actions::MergeRow{kind_of(form), row_of(form)};
}

actions::Correction split_row(const object& form) {
  actions::SplitRow split{kind_of(form), row_of(form), {}};
  for (const auto& [field, value] : cells_of(form)) {
    const auto* parts = value.if_array();
    if (!parts || parts->size() != 2) refuse_value("cells");
    split.cells[nfc(field)] = {text_of((*parts)[0], "cells"), text_of((*parts)[1], "cells")};
  }
  return split;
}

actions::Correction remove_row(const object& form) {
  return actions::RemoveRow{kind_of(form), row_of(form)};
}

actions::Correction insert_row(const object& form) {
  actions::InsertRow insert{kind_of(form), row_of(form), {}};
  for (const auto& [field, value] : cells_of(form)) insert.cells[nfc(field)] = text_of(value, "cells");
  return insert;
}

actions::Correction name_column(const object& form) {
  const auto* field = find_member(form, "field");
  if (!field) refuse_value("field");
  actions::NameColumn named{number_member(form, "column", 0, most_rows), std::nullopt};
  if (field->is_null()) return named;
  named.field = domain::find_field(text_of(*field, "field"));
  if (!named.field) refuse_value("field");
  return named;
}

bool flag_member(const object& form, std::string_view name) {
  const auto* value = find_member(form, name);
  if (!value || !value->is_bool()) refuse_value(name);
  return value->as_bool();
}

actions::Correction choose_programme(const object& form) {
  const auto* programme = find_member(form, "programme");
  if (!programme) refuse_value("programme");
  if (programme->is_null()) return actions::ChooseProgramme{};
  return actions::ChooseProgramme{domain::ProgrammeId::parse(text_of(*programme, "programme")), flag_member(form, "takes_numbers")};
}

actions::Correction take_cell(const object& form) {
  return actions::TakeCell{row_of(form), text_member(form, "field"), flag_member(form, "taken")};
}

actions::Correction drop_task(const object& form) {
  return actions::DropTask{domain::TaskId::parse(text_member(form, "task")), flag_member(form, "dropped")};
}

constexpr std::pair<std::string_view, actions::Correction (*)(const object&)> operations[] = {
    {"set", set_cell},      {"accept", accept_cell}, {"merge", merge_row},    {"split", split_row},
    {"remove", remove_row}, {"insert", insert_row},  {"column", name_column}, {"programme", choose_programme},
    {"take", take_cell},    {"drop", drop_task}};

actions::Correction correction_of(const boost::json::value& value) {
  const auto* form = value.if_object();
  if (!form) refuse_value("operations");
  const auto op = text_member(*form, "op");
  for (const auto& [name, read] : operations)
    if (name == op) return read(*form);
  refuse_value("op");
}

}  // namespace

std::vector<actions::Correction> corrections_of(const object& form) {
  const auto* operations_given = find_member(form, "operations");
  if (!operations_given || !operations_given->is_array()) refuse_value("operations");
  const auto& list = operations_given->as_array();
  if (list.empty() || list.size() > most_corrections) refuse_value("operations");
  std::vector<actions::Correction> corrections;
  for (const auto& value : list) corrections.push_back(correction_of(value));
  return corrections;
}

}  // namespace tiendo::http
