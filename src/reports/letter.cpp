#include "reports/letter.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "reports/official.h"
#include "reports/table_draft.h"

namespace tiendo::reports {
namespace {

using domain::Letter;
using domain::LetterKind;
using domain::LetterTask;
using domain::WorkState;
using formats::Align;
using formats::Sheet;

constexpr std::array states{"chưa tiếp nhận", "chưa thực hiện", "đang thực hiện", "đang trình ký", "đã báo cáo, chờ xác nhận",
                            "hoàn thành",     "bị trả lại",     "từ chối",        "tạm hoãn",      "đã dừng"};

std::string two_digits(std::size_t count) {
  return fmt::format("{:02}", count);
}

// "03 nhiệm vụ quá hạn chưa hoàn thành", "01 nhiệm vụ chưa cập nhật tình hình", or both.
std::string what_is_open(const Letter& letter) {
  const auto overdue =
      static_cast<std::size_t>(std::ranges::count_if(letter.tasks, [](const LetterTask& task) { return task.days_overdue > 0; }));
  const auto others = letter.tasks.size() - overdue;
  if (others == 0) return two_digits(overdue) + " nhiệm vụ quá hạn chưa hoàn thành";
  if (overdue == 0) return two_digits(others) + " nhiệm vụ chưa hoàn thành, cần cập nhật tình hình thực hiện";
  return fmt::format("{} nhiệm vụ chưa hoàn thành, trong đó {} nhiệm vụ đã quá hạn", two_digits(letter.tasks.size()), two_digits(overdue));
}

std::string until_when(const Letter& letter) {
  const auto days = two_digits(static_cast<std::size_t>(letter.form.answer_days));
  const auto last = letter.answer_due ? fmt::format(" (chậm nhất ngày {})", vietnamese(*letter.answer_due)) : "";
  return fmt::format("trong thời hạn {} ngày làm việc, kể từ ngày ban hành văn bản này{}", days, last);
}

void add_own_words(const Letter& letter, std::vector<std::string>& asks) {
  for (auto& each : lines_of(letter.form.words)) asks.push_back(std::move(each));
}

std::vector<std::string> urging(const Letter& letter, const std::string& who) {
  std::vector<std::string> asks{fmt::format(
      "Để bảo đảm tiến độ, {} đề nghị {} khẩn trương hoàn thành các nhiệm vụ nêu trên và cập nhật kết quả, minh chứng theo quy định.", who,
      letter.unit_name)};
  add_own_words(letter, asks);
  asks.push_back(fmt::format(
      "Kết quả thực hiện, khó khăn, vướng mắc (nếu có) và thời gian hoàn thành từng nhiệm vụ đề nghị trả lời bằng văn bản {}./.",
      until_when(letter)));
  return asks;
}

std::vector<std::string> explanation(const Letter& letter, const std::string& who) {
  std::vector<std::string> asks{
      fmt::format("{} yêu cầu {} giải trình bằng văn bản về từng nhiệm vụ nêu trên, gồm các nội dung sau:", who, letter.unit_name),
      "1. Nguyên nhân khách quan, chủ quan của việc chậm tiến độ.", "2. Trách nhiệm của tập thể, cá nhân có liên quan.",
      "3. Giải pháp khắc phục và thời gian cam kết hoàn thành."};
  add_own_words(letter, asks);
  asks.push_back(fmt::format("Văn bản giải trình đề nghị gửi {}./.", until_when(letter)));
  return asks;
}

formats::SheetTable table_of_tasks(const Letter& letter, double width) {
  TableDraft table({{"STT", 11, Align::centre},
                    {"Số trong chương trình", 20, Align::centre},
                    {"Nhiệm vụ", 66},
                    {"Thời hạn", 24, Align::centre},
                    {"Tình hình thực hiện", 44}},
                   table_letters);
  int number = 0;
  for (const LetterTask& task : letter.tasks)
    table.add_row(
        {std::to_string(++number), task.number, task.title, task.due_on ? vietnamese(*task.due_on) : "không hạn", standing_in_words(task)});
  return table.take(width);
}

// One recipient stands on the same line (Annex I, box 9a).
formats::SheetParagraph addressed(const Letter& letter) {
  auto paragraph = line("Kính gửi: " + letter.unit_name + ".", Align::centre, false, false, body_letters);
  paragraph.space_before = 12;
  paragraph.space_after = 6;
  return paragraph;
}

}  // namespace

std::string standing_in_words(const LetterTask& task) {
  std::string words = task.days_overdue > 0 ? fmt::format("Quá hạn {} ngày; ", task.days_overdue) : "";
  words += states.at(static_cast<std::size_t>(task.state));
  if (task.percent > 0) words += fmt::format(", {}%", task.percent);
  words += task.heard_on ? fmt::format("; cập nhật lần cuối ngày {}", vietnamese(*task.heard_on)) : "; chưa cập nhật lần nào";
  return words;
}

LetterText letter_text(const Letter& letter) {
  const std::string who = letter.form.issuer;
  LetterText text;
  text.opening = fmt::format("Qua theo dõi việc thực hiện nhiệm vụ tại {}, đến hết ngày {}, {} còn {}, cụ thể như sau:", letter.form.basis,
                             vietnamese(letter.as_of), letter.unit_name, what_is_open(letter));
  text.asks = letter.kind == LetterKind::urging ? urging(letter, who) : explanation(letter, who);
  return text;
}

Sheet letter_sheet(const Letter& letter) {
  Sheet sheet;
  sheet.title = "V/v " + letter.form.subject;
  sheet.author = letter.form.issuer;
  sheet.size = body_letters;
  const double width = sheet.page.text_width();
  const std::string number = letter.number.empty() ? "        " : domain::printed_number(letter.number);
  sheet.blocks.push_back(official_head({letter.form.superior, letter.form.issuer, "Số: " + number + "/" + letter.form.symbol,
                                        letter.form.subject, place_and_day(letter.form.place, letter.issued_on)},
                                       width));
  sheet.blocks.push_back(addressed(letter));
  const auto text = letter_text(letter);
  auto opening = body_paragraph(text.opening);
  opening.space_after = 6;
  opening.keep_with_next = true;
  sheet.blocks.push_back(std::move(opening));
  sheet.blocks.push_back(table_of_tasks(letter, width));
  for (const auto& ask : text.asks) sheet.blocks.push_back(body_paragraph(ask));
  auto& last = std::get<formats::SheetParagraph>(sheet.blocks.back());
  last.space_after = 12;
  last.keep_with_next = true;
  sheet.blocks.push_back(official_foot({lines_of(letter.form.recipients), letter.form.capacity, letter.form.signer}, width));
  return sheet;
}

}  // namespace tiendo::reports
