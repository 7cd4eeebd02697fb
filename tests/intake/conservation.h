// The conservation rule: each word of the source stands exactly once in a cell, a heading, furniture, or what was not placed.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include "base/text.h"
#include "intake/intake.h"

namespace tiendo::intake {

using PlaceKey = std::tuple<int, int, int, int, int, int, int, std::string>;

inline PlaceKey key_of(const formats::Place& place) {
  return {place.page, place.line, place.from, place.to, place.table, place.row, place.column, place.sheet};
}

// Every place that the intake took words from, once: a merged cell's text stands in several rows but has one place.
inline std::set<PlaceKey> places_of(const Intake& intake) {
  std::set<PlaceKey> out;
  const auto add_row = [&](const RowDraft& row) {
    for (const auto& cell : row.cells) {
      for (const auto& place : cell.places) out.insert(key_of(place));
    }
    for (const auto& [header, cell] : row.extra) {
      for (const auto& place : cell.places) out.insert(key_of(place));
    }
  };
  for (const auto& task : intake.tasks) add_row(task);
  for (const auto& proposal : intake.proposals) add_row(proposal);
  for (const auto* stretches : {&intake.headings, &intake.furniture, &intake.unplaced}) {
    for (const auto& stretch : *stretches) out.insert(key_of(stretch.place));
  }
  return out;
}

// For a text layer: how often each non-blank letter of each line was taken. Empty when every one was taken exactly once.
inline std::vector<std::string> lost_or_doubled(const formats::Paper& paper, const Intake& intake) {
  std::map<int, std::vector<int>> taken;
  std::map<int, std::vector<std::string>> letters;
  for (const auto& block : paper.blocks) {
    const auto* paragraph = std::get_if<formats::Paragraph>(&block);
    if (!paragraph) continue;
    auto& line = letters[paragraph->place.line];
    for (std::size_t at = 0; at < paragraph->text.size();) {
      std::size_t end = at + 1;
      while (end < paragraph->text.size() && (static_cast<unsigned char>(paragraph->text[end]) & 0xC0) == 0x80) ++end;
      line.push_back(paragraph->text.substr(at, end - at));
      at = end;
    }
    taken[paragraph->place.line].resize(line.size());
  }
  for (const auto& place : places_of(intake)) {
    const int line = std::get<1>(place), from = std::get<2>(place), to = std::get<3>(place);
    if (!taken.contains(line)) continue;
    for (int at = std::max(from, 0); at < to && at < static_cast<int>(taken[line].size()); ++at)
      ++taken[line][static_cast<std::size_t>(at)];
  }
  std::vector<std::string> out;
  for (const auto& [line, counts] : taken) {
    for (std::size_t at = 0; at < counts.size(); ++at) {
      if (trimmed(letters[line][at]).empty() || counts[at] == 1) continue;
      out.push_back("line " + std::to_string(line + 1) + ", letter " + std::to_string(at) + " “" + letters[line][at] + "” taken " +
                    std::to_string(counts[at]) + " times");
    }
  }
  return out;
}

}  // namespace tiendo::intake
