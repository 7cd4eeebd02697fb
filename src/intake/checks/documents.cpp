// Quantities and documents that cells name; evidence typed into the deliverable; marks of secrecy; levels that are no more.
#include <algorithm>

#include "base/text.h"
#include "domain/citation.h"
#include "domain/quantity.h"
#include "domain/secrecy.h"
#include "domain/written_date.h"
#include "intake/checks/desk.h"

namespace tiendo::intake::checks {
namespace {

constexpr Field read_for_citations[] = {Field::title, Field::deliverable, Field::note};

std::size_t token_at(const std::vector<domain::Token>& in, std::size_t byte) {
  return static_cast<std::size_t>(std::ranges::find_if(in, [&](const auto& token) { return token.place.from >= byte; }) - in.begin());
}

// A document that the cell rests on, not one that came out: "theo Kế hoạch số …", "tại Quyết định số …".
bool is_basis(const std::vector<domain::Token>& in, std::size_t at) {
  static const domain::WordSet basis{"theo", "tại", "của", "hiện", "cứ", "khai", "thế", "bổ"};
  return at > 0 && basis.has(in[at - 1]);
}

// "Tổ chức ngày 28/7/2025": a full date after a verb of having done.
bool tells_a_day(const std::vector<domain::Token>& in) {
  static const domain::PhraseSet done{"tổ chức ngày",     "ban hành ngày", "hoàn thành ngày", "đã tổ chức ngày",
                                      "tổ chức vào ngày", "ký ngày",       "ngày tổ chức"};
  for (std::size_t at = 0; at < in.size(); ++at) {
    const auto length = done.length_at(in, at);
    if (length == 0) continue;
    const auto date = domain::date_at(in, at + length);
    if (date && date->year && date->date()) return true;
  }
  return false;
}

bool shows_evidence(std::string_view text) {
  if (!domain::has_digit(text)) return false;
  const auto in = domain::tokens(text);
  const auto issued = [&](const domain::Citation& citation) {
    return !citation.date_written.empty() && !citation.symbol.empty() && !is_basis(in, token_at(in, citation.place.from));
  };
  return tells_a_day(in) || std::ranges::any_of(domain::citations(text), issued);
}

constexpr int abolition_year = 2025, abolition_month = 7;  // district level, Luật số 72/2025/QH15

const domain::PhraseSet abolished{"cấp huyện",
                                  "ubnd huyện",
                                  "ubnd các huyện",
                                  "ubnd thị xã",
                                  "ubnd các thị xã",
                                  "các huyện",
                                  "huyện ủy",
                                  "thị ủy",
                                  "phòng giáo dục và đào tạo huyện",
                                  "ủy ban nhân dân huyện",
                                  "ubnd thị trấn",
                                  "các thị xã",
                                  "ủy ban nhân dân thị xã",
                                  "ubnd quận",
                                  "các quận",
                                  "ubnd các quận",
                                  "ubnd thành phố thuộc tỉnh",
                                  "huyện",
                                  "thị xã",
                                  "thị trấn"};
const domain::WordSet former{"cũ"};

bool after_abolition(const Desk& desk, const TaskDraft& task) {
  if (desk.year > abolition_year) return true;
  if (desk.year < abolition_year) return false;
  const int month = task.month ? *task.month : task.quarter ? *task.quarter * 3 : 12;
  return month >= abolition_month;
}

// Every phrase of the list holds one of these, whatever its case.
bool may_name_abolished(std::string_view text) {
  constexpr std::string_view pieces[] = {"uyện", "UYỆN", "hị ", "HỊ ", "uận", "UẬN", "huộc tỉnh"};
  return std::ranges::any_of(pieces, [&](std::string_view piece) { return text.find(piece) != text.npos; });
}

std::vector<std::string> abolished_in(std::string_view text) {
  if (!may_name_abolished(text)) return {};
  const auto in = domain::tokens(text);
  std::vector<std::string> out;
  for (std::size_t at = 0; at < in.size(); ++at) {
    const auto length = abolished.length_at(in, at);
    if (length == 0) continue;
    const bool said_former = at + length + 1 < in.size() && in[at + length].is("(") && former.has(in[at + length + 1]);
    auto words = collapse_blanks(text.substr(in[at].place.from, in[at + length - 1].place.to - in[at].place.from));
    if (!said_former && std::ranges::find(out, words) == out.end()) out.push_back(std::move(words));
    at += length - 1;
  }
  return out;
}

}  // namespace

void check_quantities(const Desk& desk, Problems& problems) {
  for (std::size_t row = 0; row < desk.intake.tasks.size(); ++row) {
    std::vector<std::string> found;
    for (const auto& quantity : domain::quantities(desk.intake.tasks[row][Field::title].text)) found.push_back(quoted(quantity.as_written));
    if (!found.empty()) problems.push_back({"quantities_read", Severity::info, task_place(desk.intake, row, "title"), {listed(found)}});
  }
}

void check_citations(const Desk& desk, Problems& problems) {
  const auto look = [&](const RowDraft& row, const auto& place) {
    for (const auto field : read_for_citations) {
      for (const auto& citation : domain::citations(row[field].text)) {
        for (auto& doubt : domain::doubts(citation)) {
          problems.push_back({doubt.key, Severity::warning, place(domain::name_of(field)), std::move(doubt.arguments)});
        }
      }
    }
  };
  for (std::size_t row = 0; row < desk.intake.tasks.size(); ++row) {
    look(desk.intake.tasks[row], [&](std::string_view field) { return task_place(desk.intake, row, field); });
  }
  for (std::size_t row = 0; row < desk.intake.proposals.size(); ++row) {
    look(desk.intake.proposals[row], [&](std::string_view field) { return proposal_place(desk.intake, row, field); });
  }
}

void check_evidence(const Desk& desk, Problems& problems) {
  for (std::size_t row = 0; row < desk.intake.tasks.size(); ++row) {
    const auto& text = desk.intake.tasks[row][Field::deliverable].text;
    if (shows_evidence(text))
      problems.push_back({"deliverable_is_evidence", Severity::info, task_place(desk.intake, row, "deliverable"), {quoted(text)}});
  }
}

void check_abolished_levels(const Desk& desk, Problems& problems) {
  for (std::size_t row = 0; row < desk.intake.tasks.size(); ++row) {
    const auto& task = desk.intake.tasks[row];
    if (!after_abolition(desk, task)) continue;
    for (const auto field : {Field::title, Field::lead, Field::coordinating, Field::deliverable}) {
      std::vector<std::string> found;
      for (const auto& words : abolished_in(task[field].text)) found.push_back(quoted(words));
      if (!found.empty())
        problems.push_back({"level_abolished", Severity::warning, task_place(desk.intake, row, domain::name_of(field)), {listed(found)}});
    }
  }
}

void check_secret_marks(const Desk& desk, Problems& problems) {
  const auto look = [&](const RowDraft& row, const auto& place) {
    for (const auto field : domain::all_fields) {
      if (const auto mark = domain::find_secret_mark(row[field].text)) {
        problems.push_back({"secret_mark", Severity::error, place(domain::name_of(field)), {*mark}});
      }
    }
    for (const auto& [header, cell] : row.extra) {
      if (const auto mark = domain::find_secret_mark(cell.text))
        problems.push_back({"secret_mark", Severity::error, place(header), {*mark}});
    }
  };
  for (std::size_t row = 0; row < desk.intake.tasks.size(); ++row) {
    look(desk.intake.tasks[row], [&](std::string_view field) { return task_place(desk.intake, row, field); });
  }
  for (std::size_t row = 0; row < desk.intake.proposals.size(); ++row) {
    look(desk.intake.proposals[row], [&](std::string_view field) { return proposal_place(desk.intake, row, field); });
  }
}

}  // namespace tiendo::intake::checks
