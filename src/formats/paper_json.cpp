#include "formats/paper_json.h"

#include <cmath>

#include <boost/json.hpp>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::formats {

namespace json = boost::json;

json::object to_json(const Place& place) {
  json::object out;
  const auto put = [&](const char* key, int value) {
    if (value >= 0) out[key] = value;
  };
  put("page", place.page);
  put("line", place.line);
  put("from", place.from);
  put("to", place.to);
  put("table", place.table);
  put("row", place.row);
  put("column", place.column);
  if (!place.sheet.empty()) out["sheet"] = place.sheet;
  if (place.box) out["box"] = {place.box->x0, place.box->y0, place.box->x1, place.box->y1};
  return out;
}

namespace {

json::object to_json(const Paragraph& paragraph) {
  json::object out{{"text", paragraph.text}, {"place", to_json(paragraph.place)}};
  if (paragraph.confidence != 1) out["confidence"] = paragraph.confidence;
  if (paragraph.is_furniture) out["is_furniture"] = true;
  return out;
}

json::object to_json(const Cell& cell) {
  json::object out{{"row", cell.row}, {"column", cell.column}, {"text", cell.text}, {"place", to_json(cell.place)}};
  if (cell.row_span != 1) out["row_span"] = cell.row_span;
  if (cell.column_span != 1) out["column_span"] = cell.column_span;
  if (cell.confidence != 1) out["confidence"] = cell.confidence;
  return out;
}

json::object to_json(const Table& table) {
  json::array cells;
  cells.reserve(table.cells.size());
  for (const auto& cell : table.cells) cells.push_back(to_json(cell));
  return {{"rows", table.rows},
          {"columns", table.columns},
          {"header_rows", table.header_rows},
          {"cells", std::move(cells)},
          {"place", to_json(table.place)}};
}

json::object to_json(const Notice& notice) {
  return {{"key", notice.key}, {"arguments", json::value_from(notice.arguments)}, {"place", to_json(notice.place)}};
}

// The answer comes from a process that read a hostile file: every value is looked at before it is believed.
[[noreturn]] void refuse(const char* what) {
  throw Error(ErrorCode::internal, "internal", {}, std::string("not a paper: ") + what);
}

const json::object& object_in(const json::value& value) {
  return value.is_object() ? value.get_object() : (refuse("object"), value.get_object());
}
const json::array& array_in(const json::object& object, const char* key) {
  const auto* found = object.if_contains(key);
  if (!found || !found->is_array()) refuse(key);
  return found->get_array();
}

int number_in(const json::object& object, const char* key, int otherwise) {
  const auto* found = object.if_contains(key);
  if (!found) return otherwise;
  if (!found->is_int64() || found->get_int64() < -1 || found->get_int64() > 1'000'000'000) refuse(key);
  return static_cast<int>(found->get_int64());
}

double real(const json::value& value) {
  if (!value.is_number()) refuse("number");
  return value.to_number<double>();
}

double coordinate(const json::value& value) {
  constexpr double farthest = 1e7;  // points; the largest page that PDF knows has a hundredth of it
  const double at = real(value);
  if (!(std::abs(at) <= farthest)) refuse("box");
  return at;
}

double confidence_in(const json::object& object) {
  const auto* found = object.if_contains("confidence");
  return found ? std::clamp(real(*found), 0.0, 1.0) : 1.0;
}

std::string text_in(const json::object& object, const char* key) {
  const auto* found = object.if_contains(key);
  if (!found) return {};
  if (!found->is_string()) refuse(key);
  return std::string(found->get_string());
}

Place place_from(const json::object& owner) {
  const auto* found = owner.if_contains("place");
  if (!found) return {};
  const auto& object = object_in(*found);
  Place place;
  place.page = number_in(object, "page", -1);
  place.line = number_in(object, "line", -1);
  place.from = number_in(object, "from", -1);
  place.to = number_in(object, "to", -1);
  place.table = number_in(object, "table", -1);
  place.row = number_in(object, "row", -1);
  place.column = number_in(object, "column", -1);
  place.sheet = text_in(object, "sheet");
  if (object.contains("box")) {
    const auto& box = array_in(object, "box");
    if (box.size() != 4) refuse("box");
    place.box = Box{coordinate(box[0]), coordinate(box[1]), coordinate(box[2]), coordinate(box[3])};
  }
  return place;
}

Paragraph paragraph_from(const json::object& object) {
  Paragraph paragraph;
  paragraph.text = text_in(object, "text");
  paragraph.place = place_from(object);
  paragraph.confidence = confidence_in(object);
  paragraph.is_furniture = object.contains("is_furniture");
  return paragraph;
}

Table table_from(const json::object& object) {
  Table table;
  table.rows = number_in(object, "rows", 0);
  table.columns = number_in(object, "columns", 0);
  table.header_rows = number_in(object, "header_rows", 0);
  table.place = place_from(object);
  for (const auto& value : array_in(object, "cells")) {
    const auto& in = object_in(value);
    Cell cell;
    cell.row = number_in(in, "row", 0);
    cell.column = number_in(in, "column", 0);
    cell.row_span = number_in(in, "row_span", 1);
    cell.column_span = number_in(in, "column_span", 1);
    const bool inside = cell.row >= 0 && cell.column >= 0 && cell.row_span >= 1 && cell.column_span >= 1 &&
                        cell.row_span <= table.rows - cell.row && cell.column_span <= table.columns - cell.column;
    if (!inside) refuse("cell");
    cell.text = text_in(in, "text");
    cell.confidence = confidence_in(in);
    cell.place = place_from(in);
    table.cells.push_back(std::move(cell));
  }
  return table;
}

}  // namespace

json::value to_json(const Paper& paper) {
  json::array blocks, notices;
  for (const auto& block : paper.blocks) blocks.push_back(std::visit([](const auto& each) { return to_json(each); }, block));
  for (const auto& notice : paper.notices) notices.push_back(to_json(notice));
  return {{"name", paper.name},   {"kind", name_of(paper.kind)}, {"sha256", paper.sha256},
          {"pages", paper.pages}, {"blocks", std::move(blocks)}, {"notices", std::move(notices)}};
}

Paper paper_from_json(const json::value& value) {
  const auto& object = object_in(value);
  Paper paper;
  paper.name = text_in(object, "name");
  paper.sha256 = text_in(object, "sha256");
  paper.pages = number_in(object, "pages", 0);
  const auto kind = text_in(object, "kind");
  bool known = false;
  for (int i = static_cast<int>(PaperKind::text); i <= static_cast<int>(PaperKind::image); ++i)
    if (kind == name_of(static_cast<PaperKind>(i))) {
      paper.kind = static_cast<PaperKind>(i);
      known = true;
    }
  if (!known) refuse("kind");
  for (const auto& block : array_in(object, "blocks")) {
    const auto& in = object_in(block);
    if (in.contains("cells"))
      paper.blocks.emplace_back(table_from(in));
    else
      paper.blocks.emplace_back(paragraph_from(in));
  }
  for (const auto& each : array_in(object, "notices")) {
    const auto& in = object_in(each);
    Notice notice{text_in(in, "key"), {}, place_from(in)};
    for (const auto& argument : array_in(in, "arguments"))
      notice.arguments.emplace_back(argument.is_string() ? std::string(argument.get_string()) : (refuse("arguments"), std::string()));
    paper.notices.push_back(std::move(notice));
  }
  refuse_huge_tables(paper);
  return paper;
}

}  // namespace tiendo::formats
