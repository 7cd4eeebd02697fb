#include "intake/checks/desk.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "domain/tokens.h"
#include "domain/written_date.h"

namespace tiendo::intake::checks {
namespace {

constexpr const char* romans[] = {"I", "II", "III", "IV"};

void count_years(std::string_view text, std::map<int, int>& years) {
  for (const auto& token : domain::tokens(text)) {
    if (token.is_number() && token.text.size() == 4 && domain::is_year(domain::whole(token.text))) ++years[domain::whole(token.text)];
  }
}

int most_named(const std::map<int, int>& years) {
  const auto most = std::ranges::max_element(years, {}, [](const auto& entry) { return entry.second; });
  return most == years.end() ? 0 : most->first;
}

}  // namespace

ProblemPlace document_place() {
  return {};
}

ProblemPlace section_place(const Intake& intake, const domain::Section& section) {
  return {ProblemPlace::Kind::section, -1, {}, section.id, section_label(intake, section.id)};
}

ProblemPlace task_place(const Intake& intake, std::size_t row, std::string_view field) {
  return {ProblemPlace::Kind::task, static_cast<int>(row), std::string(field), intake.tasks[row].section, task_label(intake, row)};
}

ProblemPlace proposal_place(const Intake& intake, std::size_t row, std::string_view field) {
  const auto& proposal = intake.proposals[row];
  const int order = proposal.order ? proposal.order : static_cast<int>(row) + 1;
  const auto& number = proposal[Field::number].text;
  return {ProblemPlace::Kind::proposal, static_cast<int>(row), std::string(field), proposal.section,
          "Đề xuất " + std::to_string(order) + (number.empty() ? "" : " (số " + number + ")")};
}

std::string section_label(const Intake& intake, std::string_view section_id) {
  const auto section = std::ranges::find(intake.sections, section_id, &domain::Section::id);
  if (section == intake.sections.end()) return section_id.empty() ? std::string() : "Mục " + std::string(section_id);
  if (section->quarter && *section->quarter >= 1 && *section->quarter <= 4) return std::string("Quý ") + romans[*section->quarter - 1];
  return section->id.empty() ? section->heading : "Mục " + section->id;
}

std::string task_label(const Intake& intake, std::size_t row) {
  const auto& task = intake.tasks[row];
  const auto section = section_label(intake, task.section);
  const auto& number = task[Field::number].text;
  const auto own = number.empty() ? "dòng " + std::to_string(row + 1) : "số " + number;
  return section.empty() ? own : section + ", " + own;
}

bool has_column(const Intake& intake, Field field) {
  return std::ranges::any_of(intake.columns, [&](const ColumnDraft& column) { return column.field == field; });
}

std::string quoted(std::string_view text) {
  constexpr std::size_t most_words = 18;
  const auto parts = words(text);
  std::string out;
  for (std::size_t i = 0; i < parts.size() && i < most_words; ++i) out += (i ? " " : "") + parts[i];
  return "“" + out + (parts.size() > most_words ? "…" : "") + "”";
}

std::string listed(const std::vector<std::string>& items) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : ", ") + item;
  return out;
}

int programme_year(const Intake& intake) {
  std::map<int, int> years;
  count_years(intake.title, years);
  if (years.empty()) count_years(intake.attachment.decision_date, years);
  if (years.empty()) {
    for (const auto& task : intake.tasks) count_years(task[Field::due].text, years);
  }
  if (years.empty()) {
    for (const auto& heading : intake.headings) count_years(heading.text, years);
  }
  return most_named(years);
}

}  // namespace tiendo::intake::checks
