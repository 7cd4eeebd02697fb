#include "reports/official.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "reports/table_draft.h"

namespace tiendo::reports {
namespace {

using formats::Align;
using formats::SheetCell;
using formats::SheetParagraph;
using formats::SheetTable;

constexpr double first_line = 12.7, paragraph_space = 6;
constexpr double left_share = 0.445;
constexpr double motto_length = 62;                  // "Độc lập - Tự do - Hạnh phúc" in bold letters of 14 points
constexpr double capital_width = 0.72 * 13 * 0.353;  // of a bold capital of 13 points, in the mean, mm
constexpr double name_rule_share = 0.4;              // between a third and a half of the text
constexpr double room_to_sign = 70;                  // points

struct LeftAndRight {
  std::vector<SheetParagraph> left, right;
};

SheetTable side_by_side(double width, double share, std::vector<LeftAndRight> rows) {
  SheetTable table;
  table.widths = {width * share, width * (1 - share)};
  table.bordered = false;
  for (auto& row : rows) {
    for (const bool is_left : {true, false}) {
      SheetCell cell;
      cell.row = table.rows;
      cell.column = is_left ? 0 : 1;
      cell.paragraphs = std::move(is_left ? row.left : row.right);
      table.cells.push_back(std::move(cell));
    }
    ++table.rows;
  }
  return table;
}

SheetParagraph ruled(SheetParagraph paragraph, double length) {
  paragraph.rule = length;
  return paragraph;
}

std::vector<SheetParagraph> names(const OfficialHead& head, double room) {
  std::vector<SheetParagraph> lines;
  if (!head.superior.empty()) lines.push_back(line(upper(head.superior), Align::centre, false, false, name_letters));
  const double length = std::min(static_cast<double>(code_points(head.issuer)) * capital_width, room);
  lines.push_back(ruled(line(upper(head.issuer), Align::centre, true, false, name_letters), length * name_rule_share));
  return lines;
}

}  // namespace

SheetTable official_head(const OfficialHead& head, double width) {
  std::vector<SheetParagraph> below_names{line(head.number, Align::centre, false, false, 13)};
  below_names.front().space_before = paragraph_space;
  if (!head.subject.empty()) {
    below_names.push_back(line("V/v " + head.subject, Align::centre, false, false, 12));
    below_names.back().space_before = paragraph_space;
  }
  auto day = line(head.place_and_day, Align::centre, false, true, 14);
  day.space_before = paragraph_space;
  return side_by_side(width, left_share,
                      {{names(head, width * left_share),
                        {line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Align::centre, true, false, 12),
                         ruled(line("Độc lập - Tự do - Hạnh phúc", Align::centre, true, false, 14), motto_length)}},
                       {std::move(below_names), {std::move(day)}}});
}

SheetTable official_foot(const OfficialFoot& foot, double width) {
  std::vector<SheetParagraph> recipients{line("Nơi nhận:", Align::left, true, true, recipients_heading)};
  for (std::size_t i = 0; i < foot.recipients.size(); ++i)
    recipients.push_back(
        line("- " + foot.recipients[i] + (i + 1 == foot.recipients.size() ? "." : ";"), Align::left, false, false, recipients_letters));
  std::vector<SheetParagraph> signer;
  for (const auto& each : lines_of(foot.capacity)) signer.push_back(line(upper(each), Align::centre, true, false, body_letters));
  signer.push_back(line(foot.signer.empty() ? " " : foot.signer, Align::centre, true, false, body_letters));
  signer.back().space_before = room_to_sign;
  return side_by_side(width, 0.5, {{std::move(recipients), std::move(signer)}});
}

SheetParagraph body_paragraph(std::string text) {
  auto paragraph = line(std::move(text), Align::justify, false, false, body_letters);
  paragraph.first_line = first_line;
  paragraph.space_before = paragraph_space;
  return paragraph;
}

std::string place_and_day(const std::string& place, const std::optional<Date>& day) {
  if (!day) return place + ", ngày      tháng      năm";
  const auto month = unsigned{day->month()};
  return fmt::format("{}, ngày {:02} tháng {}{} năm {}", place, unsigned{day->day()}, month < 3 ? "0" : "", month, int{day->year()});
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t first = 0; first <= text.size();) {
    const auto end = std::min(text.find('\n', first), text.size());
    if (auto each = trimmed(text.substr(first, end - first)); !each.empty()) lines.push_back(std::move(each));
    first = end + 1;
  }
  return lines;
}

}  // namespace tiendo::reports
