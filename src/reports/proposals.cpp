#include "reports/proposals.h"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/text.h"
#include "reports/table_draft.h"

namespace tiendo::reports {
namespace {

using domain::Opinion;
using domain::ProposalKind;
using formats::Align;

constexpr double page_width = 297, page_height = 210;  // A4 across
constexpr double title_letters = 14, table_letters = 11;

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : between) + part;
  return out;
}

const char* verb_of(ProposalKind kind) {
  switch (kind) {
    case ProposalKind::drop:
      return "Đề xuất bỏ";
    case ProposalKind::add:
      return "Bổ sung";
    case ProposalKind::move:
      return "Chuyển thời gian";
    case ProposalKind::amend:
      return "Sửa nội dung";
    case ProposalKind::keep:
      return "Giữ nguyên";
  }
  return "";
}

// What it shall say: the month of a move, the new words of an amendment.
std::string wanted(const domain::Proposal& proposal) {
  const auto edit = boost::json::parse(proposal.edit).as_object();
  if (const auto* month = edit.if_contains("month"); proposal.kind == ProposalKind::move && month && month->is_int64())
    return fmt::format(" sang tháng {}", month->get_int64());
  if (proposal.kind != ProposalKind::amend) return "";
  std::vector<std::string> texts;
  for (const auto& [field, text] : edit)
    if (text.is_string()) texts.emplace_back(text.get_string());
  return texts.empty() ? "" : " thành “" + joined(texts, "; ") + "”";
}

std::string said(const AnsweredTask& row) {
  if (!row.proposal) return "";
  const std::string verb = verb_of(row.proposal->kind) + wanted(*row.proposal);
  const std::string& words = row.proposal->words;
  if (words.empty()) return verb;
  return search_key(words).starts_with(search_key(verb)) ? words : verb + ": " + words;
}

std::string opinion(Opinion opinion, const std::string& words) {
  if (opinion == Opinion::none) return words;
  return (opinion == Opinion::accept ? "Đồng ý" : "Không đồng ý") + (words.empty() ? std::string() : ": " + words);
}

std::string numbers(const AnsweredMonth& month, std::optional<ProposalKind> kind) {
  std::vector<std::string> list;
  for (const auto& row : month.tasks) {
    const bool counts = kind ? row.proposal && row.proposal->kind == *kind : !row.proposal || row.proposal->kind != ProposalKind::add;
    const auto& number = row.task.number;
    if (counts && !number.empty() && std::ranges::find(list, number) == list.end()) list.push_back(number);
  }
  return list.empty() ? "" : " (số " + joined(list, ", ") + ")";
}

void write_unit(TableDraft& table, const UnitAnswer& unit) {
  table.add_heading(unit.unit);
  if (unit.answer == domain::Answer::silent) table.add_heading("Không có ý kiến (coi là đồng ý)", true);
  if (unit.answer == domain::Answer::awaited) table.add_heading("Chưa trả lời", true);
  for (const auto& month : unit.months) {
    table.add_heading(totals_in_words(month), true);
    for (const auto& row : month.tasks) {
      const auto* proposal = row.proposal ? &*row.proposal : nullptr;
      table.add_row({row.task.number, row.task.title, row.task.lead, row.task.coordinating, row.task.directing_leader, said(row),
                     proposal ? opinion(proposal->recommendation, proposal->recommendation_words) : "",
                     proposal ? opinion(proposal->decision, proposal->decision_words) : ""});
    }
  }
  if (unit.idle_months.empty()) return;
  std::vector<std::string> months;
  for (const int month : unit.idle_months) months.push_back(std::to_string(month));
  table.add_heading("Tháng " + joined(months, ", ") + ": không có nhiệm vụ", true);
}

}  // namespace

std::string totals_in_words(const AnsweredMonth& month) {
  const auto& totals = month.totals;
  std::string text = month.month ? fmt::format("Tháng {}: ", *month.month) : std::string("Không ghi tháng: ");
  text += totals.tasks ? fmt::format("có {} nhiệm vụ", totals.tasks) + numbers(month, std::nullopt) : std::string("không có nhiệm vụ");
  const auto add = [&](int count, const char* what, ProposalKind kind) {
    if (count) text += fmt::format(", {} {}", what, count) + numbers(month, kind);
  };
  add(totals.dropped, "đề xuất bỏ", ProposalKind::drop);
  add(totals.moved, "chuyển thời gian", ProposalKind::move);
  add(totals.amended, "sửa nội dung", ProposalKind::amend);
  add(totals.added, "bổ sung", ProposalKind::add);
  return text;
}

formats::Sheet consultation_sheet(const ConsultationTable& consultation) {
  formats::Sheet sheet;
  sheet.title = "Tổng hợp ý kiến: " + consultation.title;
  sheet.author = consultation.agency;
  sheet.page.width = page_width;
  sheet.page.height = page_height;
  auto heading = line("TỔNG HỢP Ý KIẾN CỦA CÁC ĐƠN VỊ", Align::centre, true, false, title_letters);
  heading.heading = 1;
  sheet.blocks.push_back(std::move(heading));
  sheet.blocks.push_back(line(consultation.title, Align::centre, true, false, title_letters));
  auto sent = line(fmt::format("(Bản số {} gửi lấy ý kiến ngày {}, hạn trả lời hết ngày {})", consultation.version,
                               vietnamese(consultation.sent_on), vietnamese(consultation.due_on)),
                   Align::centre, false, true, title_letters);
  sent.space_after = 6;
  sheet.blocks.push_back(std::move(sent));
  TableDraft table({{"STT", 13, Align::centre},
                    {"Nhiệm vụ", 70},
                    {"Đơn vị chủ trì", 34},
                    {"Đơn vị phối hợp", 32},
                    {"Chỉ đạo", 26},
                    {"Ý kiến của đơn vị", 46},
                    {"Văn phòng tham mưu", 30},
                    {"Quyết định", 28}},
                   table_letters);
  for (const auto& unit : consultation.units) write_unit(table, unit);
  sheet.blocks.push_back(table.take(sheet.page.text_width()));
  return sheet;
}

}  // namespace tiendo::reports
