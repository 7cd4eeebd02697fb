// Numbers that Word makes by itself: an STT cell that is an automatic list number holds no text, so it is computed as Word does.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "formats/package.h"

namespace tiendo::formats {

class Numbering {
 public:
  Numbering() = default;
  Numbering(const pugi::xml_node& numbering, const pugi::xml_node& styles);

  // The label of the next paragraph with these properties (w:pPr): "3.", "a)", "II"; empty where it has none. Counts on.
  std::string next_label(const pugi::xml_node& paragraph_properties);

 private:
  static constexpr int levels = 9;
  struct Level {
    int start = 1;
    std::string format = "decimal", text;
    bool legal = false;
    int restart = -1;
    std::string style;
  };
  using Levels = std::array<Level, levels>;
  struct List {
    std::string abstract;
    std::map<int, int> starts;
    std::map<int, Level> overrides;
  };
  struct Use {
    std::string list;
    int level = 0;
  };
  struct Style {
    std::string based_on, list;
    std::optional<int> level;
  };
  struct Counter {
    std::array<std::optional<int>, levels> values;
  };

  static Level level_from(const pugi::xml_node& node);
  std::optional<Use> use_of(const pugi::xml_node& properties) const;
  std::optional<Use> use_by_style(std::string style) const;
  std::string abstract_of(const std::string& list) const;
  Level level_of(const List& list, const std::string& abstract, int level) const;

  std::map<std::string, Levels, std::less<>> abstracts_;
  std::map<std::string, std::string> linked_;  // abstract -> numbering style
  std::map<std::string, List> lists_;
  std::map<std::string, Style> styles_;
  std::map<std::string, Counter> counters_;
  std::set<std::pair<std::string, int>> started_;
};

// 1 -> "1", "01", "I", "i", "A", "a".
std::string numeral(std::string_view format, int value);

}  // namespace tiendo::formats
