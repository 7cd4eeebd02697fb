#include "actions/compare_intake.h"

#include <algorithm>
#include <functional>

#include "actions/programme_file.h"
#include "actions/task_drafts.h"
#include "base/hash.h"
#include "base/text.h"
#include "intake/title_key.h"
#include "store/unplanned.h"

namespace tiendo::actions {
namespace {

using domain::Section;

constexpr std::size_t most_programmes = 12;  // looked into, the newest first

// "Quý III (96 nhiệm vụ)" and "Quý III: 97 nhiệm vụ" head the same section.
std::string section_key(const Section& section) {
  if (section.quarter) return "q" + std::to_string(*section.quarter);
  std::string key;
  for (const auto& word : intake::series_words(section.heading)) key += word + ' ';
  return key.empty() ? search_key(section.heading) : key;
}

std::string free_name(const std::vector<Section>& sections, const std::string& wanted) {
  std::string name = wanted;
  for (int next = 2; std::ranges::find(sections, name, &Section::id) != sections.end(); ++next) name = wanted + '.' + std::to_string(next);
  return name;
}

// Brings the newer file's sections under the older ones' names. Gives for each newer name the name it bears.
std::map<std::string, std::string> join_sections(std::vector<Section>& sections, const std::vector<Section>& newer) {
  std::map<std::string, std::string> names;
  std::set<std::string> met;
  for (const Section& section : newer) {
    const auto is_same = [&](const Section& other) { return !met.contains(other.id) && section_key(other) == section_key(section); };
    auto known = std::ranges::find_if(sections, is_same);
    if (known == sections.end()) {
      sections.push_back(section);
      known = sections.end() - 1;
      known->id.clear();
      known->id = free_name(sections, section.id);
    } else {
      const std::string id = known->id;
      *known = section;
      known->id = id;
    }
    met.insert(known->id);
    names[section.id] = known->id;
  }
  return names;
}

std::string section_of(const domain::Task& task, const std::map<std::string, std::string>& names, const std::vector<Section>& sections) {
  if (const auto named = names.find(task.section); named != names.end()) return named->second;
  const auto of_quarter = [&](const Section& section) { return section.quarter && section.quarter == task.quarter; };
  const auto found = std::ranges::find_if(sections, of_quarter);
  return found == sections.end() ? task.section : found->id;
}

std::string fingerprint(const Comparison& comparison) {
  std::string all = std::to_string(comparison.programme.version);
  for (const auto& task : comparison.before) all += ' ' + task.id.text() + '.' + std::to_string(task.version);
  constexpr std::size_t enough = 24;
  return sha256(all).substr(0, enough);
}

void each_task(const store::Reader& reader, domain::AgencyId agency, domain::ProgrammeId programme,
               const std::function<void(const store::TaskView&)>& visit) {
  store::TaskFilter filter;
  filter.programme = programme;
  filter.limit = store::most_tasks_a_page;
  do {
    filter.cursor = reader.each_task(agency, filter, visit).next;
  } while (!filter.cursor.empty());
}

}  // namespace

Comparison compare_intake(const store::Reader& reader, domain::AgencyId agency, const intake::Intake& intake,
                          domain::ProgrammeId programme) {
  Comparison comparison;
  auto file = programme_file(reader, agency, programme);
  comparison.programme = reader.programme(agency, programme);
  comparison.before = std::move(file.tasks);
  comparison.sections = comparison.programme.sections;
  const auto names = join_sections(comparison.sections, intake.sections);
  for (const auto& draft : intake.tasks) {
    comparison.after.push_back(task_from(draft, intake, comparison.programme, static_cast<int>(comparison.after.size())));
    comparison.after.back().section = section_of(comparison.after.back(), names, comparison.sections);
  }
  comparison.matches = intake::match_tasks(comparison.before, comparison.after, intake::EmptyColumn::says_nothing);
  comparison.seen = fingerprint(comparison);
  return comparison;
}

bool is_taken(const intake::TaskDraft& draft, const intake::MergeChoice& choice, std::string_view field) {
  if (draft.left.contains(std::string(intake::whole_row))) return false;
  if (intake::is_number(field)) return choice.takes_numbers;
  return !draft.left.contains(std::string(intake::is_place(field) ? "place" : field));
}

std::vector<LikelyProgramme> likely_programmes(const store::Reader& reader, domain::AgencyId agency, const intake::Intake& intake) {
  std::multiset<std::string> titles;
  std::map<domain::TaskId, std::string> title_of;  // as the document has it now
  for (const auto& draft : intake.tasks) {
    const auto title = titles.insert(search_key(draft[domain::Field::title].text));
    if (draft.id) title_of.emplace(*draft.id, *title);
  }
  std::vector<LikelyProgramme> likely;
  auto programmes = reader.programmes(agency);
  std::erase_if(programmes, [&](const auto& one) { return store::is_unplanned_register(reader, agency, one.id); });
  if (programmes.size() > most_programmes) programmes.resize(most_programmes);
  for (auto& programme : programmes) {
    auto open = titles;
    LikelyProgramme found{std::move(programme), 0};
    each_task(reader, agency, found.programme.id, [&](const store::TaskView& task) {
      const auto named = title_of.find(task.id);
      const auto same = open.find(named == title_of.end() ? search_key(task.title) : named->second);
      if (same == open.end()) return;
      open.erase(same);
      ++found.same_titles;
    });
    if (found.same_titles > 0) likely.push_back(std::move(found));
  }
  std::ranges::stable_sort(likely, std::ranges::greater{}, &LikelyProgramme::same_titles);
  return likely;
}

}  // namespace tiendo::actions
