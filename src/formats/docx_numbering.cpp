#include "formats/docx_numbering.h"

#include <algorithm>

#include <fmt/format.h>

namespace tiendo::formats {
namespace {

constexpr int most_style_steps = 32;  // styles based on each other in a circle end here
constexpr int most_numeral = 32'767;

std::string roman(int value) {
  constexpr std::pair<int, const char*> parts[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
                                                   {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
  std::string out;
  for (const auto& [worth, letters] : parts)
    for (; value >= worth; value -= worth) out += letters;
  return out;
}

// Word goes on after z with aa, bb, cc.
std::string letters(int value, char first) {
  return std::string(static_cast<std::size_t>((value - 1) / 26 + 1), static_cast<char>(first + (value - 1) % 26));
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; });
  return text;
}

// Bullets come as letters of symbol fonts, in the private area: shown as the bullet that they draw.
std::string bullet(const std::string& text) {
  return text.empty() || text.starts_with("\xEF\x80") || text.starts_with("\xEF\x81") || text.starts_with("\xEF\x82") ||
                 text.starts_with("\xEF\x83")
             ? "•"
             : text;
}

}  // namespace

std::string numeral(std::string_view format, int value) {
  if (value < 1 || value > most_numeral) return std::to_string(value);
  if (format == "decimalZero") return fmt::format("{:02}", value);
  if (format == "upperRoman") return roman(value);
  if (format == "lowerRoman") return lower(roman(value));
  if (format == "upperLetter") return letters(value, 'A');
  if (format == "lowerLetter") return letters(value, 'a');
  if (format == "none") return "";
  return std::to_string(value);
}

Numbering::Level Numbering::level_from(const pugi::xml_node& node) {
  Level level;
  level.start = number(child(node, "start"), "val", 1);
  level.format = value(child(node, "numFmt"), "val", "decimal");
  level.text = value(child(node, "lvlText"), "val");
  level.legal = is_on(child(node, "isLgl"));
  level.restart = number(child(node, "lvlRestart"), "val", -1);
  level.style = value(child(node, "pStyle"), "val");
  return level;
}

Numbering::Numbering(const pugi::xml_node& numbering, const pugi::xml_node& styles) {
  for (const auto& node : numbering.children()) {
    if (local_name(node) == "abstractNum") {
      const std::string id(value(node, "abstractNumId"));
      auto& into = abstracts_[id];
      for (const auto& part : node.children()) {
        const int at = number(part, "ilvl", -1);
        if (local_name(part) == "lvl" && at >= 0 && at < levels) into[static_cast<std::size_t>(at)] = level_from(part);
      }
      if (const auto link = child(node, "numStyleLink")) linked_[id] = value(link, "val");
    } else if (local_name(node) == "num") {
      auto& list = lists_[std::string(value(node, "numId"))];
      list.abstract = value(child(node, "abstractNumId"), "val");
      for (const auto& part : node.children()) {
        const int at = number(part, "ilvl", -1);
        if (local_name(part) != "lvlOverride" || at < 0 || at >= levels) continue;
        if (const auto start = child(part, "startOverride")) list.starts[at] = number(start, "val", 1);
        if (const auto level = child(part, "lvl")) list.overrides[at] = level_from(level);
      }
    }
  }
  for (const auto& node : styles.children()) {
    if (local_name(node) != "style") continue;
    auto& style = styles_[std::string(value(node, "styleId"))];
    style.based_on = value(child(node, "basedOn"), "val");
    const auto properties = child(child(node, "pPr"), "numPr");
    style.list = value(child(properties, "numId"), "val");
    if (const auto level = child(properties, "ilvl")) style.level = number(level, "val", 0);
  }
}

std::optional<Numbering::Use> Numbering::use_by_style(std::string style) const {
  const std::string asked = style;
  std::optional<int> level;
  for (int step = 0; step < most_style_steps; ++step) {
    const auto found = styles_.find(style);
    if (found == styles_.end()) return std::nullopt;
    if (!level) level = found->second.level;
    if (!found->second.list.empty()) {
      Use use{found->second.list, level.value_or(0)};
      const auto abstract = abstracts_.find(abstract_of(use.list));
      if (abstract != abstracts_.end())
        for (int at = 0; at < levels; ++at)
          if (abstract->second[static_cast<std::size_t>(at)].style == asked) use.level = at;
      return use;
    }
    style = found->second.based_on;
  }
  return std::nullopt;
}

std::optional<Numbering::Use> Numbering::use_of(const pugi::xml_node& properties) const {
  const auto direct = child(properties, "numPr");
  const std::string list(value(child(direct, "numId"), "val"));
  const int level = number(child(direct, "ilvl"), "val", 0);
  if (!list.empty()) return Use{list, level};
  const std::string style(value(child(properties, "pStyle"), "val"));
  auto use = style.empty() ? std::nullopt : use_by_style(style);
  if (use && child(direct, "ilvl")) use->level = level;
  return use;
}

std::string Numbering::abstract_of(const std::string& list) const {
  const auto found = lists_.find(list);
  if (found == lists_.end()) return {};
  const auto link = linked_.find(found->second.abstract);
  if (link == linked_.end()) return found->second.abstract;
  const auto style = styles_.find(link->second);
  if (style == styles_.end()) return found->second.abstract;
  const auto real = lists_.find(style->second.list);
  return real == lists_.end() ? found->second.abstract : real->second.abstract;
}

Numbering::Level Numbering::level_of(const List& list, const std::string& abstract, int level) const {
  const auto changed = list.overrides.find(level);
  if (changed != list.overrides.end()) return changed->second;
  const auto found = abstracts_.find(abstract);
  return found == abstracts_.end() ? Level{} : found->second[static_cast<std::size_t>(level)];
}

std::string Numbering::next_label(const pugi::xml_node& paragraph_properties) {
  const auto use = use_of(paragraph_properties);
  if (!use || use->level < 0 || use->level >= levels) return {};
  const auto found = lists_.find(use->list);
  if (found == lists_.end()) return {};
  const auto& list = found->second;
  const auto abstract = abstract_of(use->list);
  auto& values = counters_[abstract].values;
  const auto at = static_cast<std::size_t>(use->level);
  const auto level = level_of(list, abstract, use->level);
  const auto start = list.starts.find(use->level);
  const bool restarts = start != list.starts.end() && started_.emplace(use->list, use->level).second;
  if (restarts)
    values[at] = start->second;
  else
    values[at] = values[at] ? std::min(*values[at] + 1, most_numeral) : level.start;
  for (auto deeper = at + 1; deeper < levels; ++deeper)
    if (level_of(list, abstract, static_cast<int>(deeper)).restart != 0) values[deeper].reset();
  if (level.format == "bullet") return bullet(level.text);
  std::string label;
  for (std::size_t i = 0; i < level.text.size(); ++i) {
    const char letter = level.text[i];
    const bool place = letter == '%' && i + 1 < level.text.size() && level.text[i + 1] >= '1' && level.text[i + 1] <= '9';
    if (!place) {
      label += letter;
      continue;
    }
    const auto shown = static_cast<std::size_t>(level.text[++i] - '1');
    const auto from = level_of(list, abstract, static_cast<int>(shown));
    if (!values[shown]) values[shown] = from.start;
    label += numeral(level.legal ? "decimal" : from.format, *values[shown]);
  }
  return label;
}

}  // namespace tiendo::formats
