#include "reports/period_report.h"

#include <array>

#include <fmt/format.h>

#include "reports/official.h"
#include "reports/table_draft.h"

namespace tiendo::reports {
namespace {

using domain::ReportKind;
using formats::Align;
using formats::Sheet;
using formats::SheetParagraph;
using formats::SheetTable;

constexpr double first_line = 12.7, paragraph_space = 6;

SheetParagraph part(std::string text) {
  auto paragraph = line(std::move(text), Align::left, true, false, body_letters);
  paragraph.first_line = first_line;
  paragraph.space_before = paragraph_space;
  paragraph.space_after = paragraph_space;
  paragraph.keep_with_next = true;
  paragraph.heading = 2;
  return paragraph;
}

SheetTable head(const PeriodReport& report, double width) {
  return official_head({.superior = report.unit ? report.agency : "",
                        .issuer = report.unit.value_or(report.agency),
                        .number = "Số:        /BC-",
                        .place_and_day = place_and_day("…………", {})},
                       width);
}

SheetTable foot(const PeriodReport& report, double width) {
  std::vector<std::string> recipients;
  if (report.unit) recipients.push_back(report.agency);
  recipients.push_back("Lưu: VT");
  return official_foot({std::move(recipients), report.unit ? "Thủ trưởng đơn vị" : "Thủ trưởng cơ quan", ""}, width);
}

SheetTable table_of_units(const PeriodReport& report, double width) {
  TableDraft table({{"STT", 13, Align::centre},
                    {"Đơn vị", 38},
                    {"Được giao", 15, Align::right},
                    {"Hoàn thành đúng hạn", 18, Align::right},
                    {"Hoàn thành quá hạn", 18, Align::right},
                    {"Đang làm trong hạn", 18, Align::right},
                    {"Đang làm quá hạn", 18, Align::right},
                    {"Hoàn thành trên đến hạn", 30, Align::right}},
                   table_letters);
  const auto add = [&](const std::string& number, const std::string& name, const domain::Tally& tally, bool bold) {
    const auto share = domain::completed_over_fallen_due(tally);
    const auto percent = domain::percent(share);
    table.add_row({number, name, std::to_string(tally.assigned()), std::to_string(tally.completed_on_time),
                   std::to_string(tally.completed_late), std::to_string(tally.under_way_in_time), std::to_string(tally.under_way_overdue),
                   fmt::format("{}/{}{}", share.part, share.whole, percent ? "\n" + *percent : "")},
                  bold);
  };
  int number = 0;
  for (const auto& unit : report.units) add(std::to_string(++number), unit.name, unit.tally, false);
  add("", "Toàn cơ quan", report.tally, true);
  return table.take(width);
}

void write_tasks(Sheet& sheet, const std::vector<ReportedTask>& tasks, const char* none) {
  if (tasks.empty()) {
    sheet.blocks.push_back(body_paragraph(none));
    return;
  }
  TableDraft table({{"STT", 13, Align::centre},
                    {"Số trong chương trình", 20, Align::centre},
                    {"Nhiệm vụ", 74},
                    {"Chủ trì", 35},
                    {"Thời hạn", 28, Align::centre}},
                   table_letters);
  int number = 0;
  for (const auto& task : tasks)
    table.add_row({std::to_string(++number), task.number, task.title, task.lead, task.due_on ? vietnamese(*task.due_on) : "không hạn"});
  sheet.blocks.push_back(table.take(sheet.page.text_width()));
}

void write_results(Sheet& sheet, const PeriodReport& report) {
  const auto& tally = report.tally;
  if (tally.assigned() == 0) {
    sheet.blocks.push_back(body_paragraph("Không phát sinh nhiệm vụ."));
    return;
  }
  sheet.blocks.push_back(body_paragraph(
      fmt::format("Đến hết ngày {}, có {} nhiệm vụ được giao: hoàn thành đúng hạn {}, hoàn thành quá hạn {}; đang thực hiện trong hạn {}, "
                  "đang thực hiện quá hạn {}. "
                  "Trong đó {} nhiệm vụ không có thời hạn (đã hoàn thành {}, đang thực hiện {}).",
                  vietnamese(report.counted.last_day()), tally.assigned(), tally.completed_on_time, tally.completed_late,
                  tally.under_way_in_time, tally.under_way_overdue, tally.completed_without_deadline + tally.under_way_without_deadline,
                  tally.completed_without_deadline, tally.under_way_without_deadline)));
  if (report.unplanned.assigned() > 0)
    sheet.blocks.push_back(body_paragraph(fmt::format("Trong đó {} nhiệm vụ được giao ngoài chương trình công tác, đã hoàn thành {}.",
                                                      report.unplanned.assigned(), report.unplanned.completed())));
  sheet.blocks.push_back(
      body_paragraph("Hoàn thành trên số nhiệm vụ được giao: " + share_in_words(domain::completed_over_assigned(tally)) + "."));
  sheet.blocks.push_back(
      body_paragraph("Hoàn thành trên số nhiệm vụ đến hạn: " + share_in_words(domain::completed_over_fallen_due(tally)) + "."));
  sheet.blocks.push_back(
      body_paragraph("Hoàn thành đúng hạn trên số nhiệm vụ đã hoàn thành: " + share_in_words(domain::on_time_over_completed(tally)) + "."));
  if (report.units.empty()) return;
  auto caption = line("Số liệu theo đơn vị chủ trì (nhiệm vụ của nhiều đơn vị được tính ở từng đơn vị)", Align::centre, false, true, 13);
  caption.space_before = caption.space_after = paragraph_space;
  caption.keep_with_next = true;
  sheet.blocks.push_back(std::move(caption));
  sheet.blocks.push_back(table_of_units(report, sheet.page.text_width()));
}

// Paragraph by paragraph, as it was written.
void write_words(Sheet& sheet, const std::string& text) {
  for (std::size_t first = 0; first < text.size();) {
    const auto end = std::min(text.find('\n', first), text.size());
    if (end > first) sheet.blocks.push_back(body_paragraph(text.substr(first, end - first)));
    first = end + 1;
  }
}

void write_part(Sheet& sheet, const std::string& heading, const std::string& text) {
  sheet.blocks.push_back(part(heading));
  write_words(sheet, text);
}

// The parts that are there, numbered in their order.
class Parts {
 public:
  std::string next(const char* name) { return fmt::format("{}. {}", roman.at(count_++), name); }

 private:
  static constexpr std::array roman{"I", "II", "III", "IV", "V", "VI", "VII", "VIII"};
  std::size_t count_ = 0;
};

void write_body(Sheet& sheet, const PeriodReport& report) {
  Parts parts;
  sheet.blocks.push_back(part(parts.next("KẾT QUẢ THỰC HIỆN")));
  if (report.nothing_arose) {
    sheet.blocks.push_back(body_paragraph("Trong kỳ không phát sinh nhiệm vụ."));
    write_words(sheet, report.words.assessment);
    return;
  }
  write_words(sheet, report.words.assessment);
  write_results(sheet, report);
  sheet.blocks.push_back(part(parts.next("NHIỆM VỤ HOÀN THÀNH TRONG KỲ")));
  write_tasks(sheet, report.completed, "Không có.");
  sheet.blocks.push_back(part(parts.next("NHIỆM VỤ QUÁ HẠN")));
  write_tasks(sheet, report.overdue, "Không có.");
  if (!report.words.difficulties.empty()) write_part(sheet, parts.next("KHÓ KHĂN, VƯỚNG MẮC"), report.words.difficulties);
  if (!report.words.requests.empty()) write_part(sheet, parts.next("KIẾN NGHỊ, ĐỀ XUẤT"), report.words.requests);
  sheet.blocks.push_back(
      part(parts.next("NHIỆM VỤ KỲ TỚI") +
           fmt::format(" (từ ngày {} đến hết ngày {})", vietnamese(report.next.first_day()), vietnamese(report.next.last_day()))));
  write_words(sheet, report.words.plans);
  write_tasks(sheet, report.coming, "Không có nhiệm vụ đến hạn.");
}

}  // namespace

std::string name_in_words(const domain::ReportPeriod& report) {
  static constexpr std::array roman{"I", "II", "III", "IV"};
  switch (report.kind) {
    case ReportKind::month:
      return fmt::format("tháng {}{} năm {}", report.number < 3 ? "0" : "", report.number, report.year);
    case ReportKind::quarter:
      return fmt::format("quý {} năm {}", roman.at(static_cast<std::size_t>(report.number - 1)), report.year);
    case ReportKind::half_year:
      return fmt::format("6 tháng {} năm {}", report.number == 1 ? "đầu" : "cuối", report.year);
    case ReportKind::nine_months:
      return fmt::format("9 tháng năm {}", report.year);
    case ReportKind::year:
      break;
  }
  return fmt::format("năm {}", report.year);
}

std::string share_in_words(const domain::Share& share) {
  const auto percent = domain::percent(share);
  return fmt::format("{}/{} nhiệm vụ{}", share.part, share.whole, percent ? ", " + *percent : "");
}

Sheet period_report_sheet(const PeriodReport& report) {
  Sheet sheet;
  const std::string name = name_in_words(report.report);
  sheet.title = "Báo cáo kết quả thực hiện nhiệm vụ " + name;
  sheet.author = report.agency;
  sheet.size = body_letters;
  sheet.blocks.push_back(head(report, sheet.page.text_width()));
  auto kind = line("BÁO CÁO", Align::centre, true, false, body_letters);
  kind.heading = 1;
  kind.space_before = 2 * paragraph_space;
  sheet.blocks.push_back(std::move(kind));
  sheet.blocks.push_back(line("Kết quả thực hiện nhiệm vụ được giao " + name, Align::centre, true, false, body_letters));
  sheet.blocks.push_back(line(
      fmt::format("(Kỳ báo cáo từ ngày {} đến hết ngày {})", vietnamese(report.counted.first_day()), vietnamese(report.counted.last_day())),
      Align::centre, false, true, body_letters));
  write_body(sheet, report);
  const std::string who = report.unit.value_or(report.agency);
  auto close = body_paragraph("Trên đây là báo cáo kết quả thực hiện nhiệm vụ " + name + " của " + who + "./.");
  close.space_after = paragraph_space;
  close.keep_with_next = true;
  sheet.blocks.push_back(std::move(close));
  sheet.blocks.push_back(foot(report, sheet.page.text_width()));
  return sheet;
}

}  // namespace tiendo::reports
