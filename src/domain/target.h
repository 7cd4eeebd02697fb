// What a task has to bring about in numbers, and how much of it is done (R13): "Kiểm định 700 phương tiện đo" has 700 to do.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::domain {

struct Amount {
  std::string unit;   // as the target names it: "phương tiện đo"
  double amount = 0;  // done since the last word; below zero where an earlier one is set right
  bool operator==(const Amount&) const = default;
};

struct Target {
  std::string unit;
  double least = 0;            // of a range, its lower end
  std::optional<double> most;  // of a range, its upper end; none where it is open: "ít nhất 02"
  bool approximate = false;    // "khoảng 10.000"
  double done = 0;
};

// Of the quantities in a title: one for each unit, several of one unit added up. Percentages are no targets.
std::vector<Target> targets_of(std::string_view title);

// What one of a series asks for and has done joins the sum of all (R13).
void add(Target& sum, const Target& one);

// Counts amounts towards their targets. Throws invalid "target_unknown" {unit}, "amount_below_zero" {unit} where the sum would be.
void add(std::vector<Target>& targets, std::span<const Amount> amounts);

// The mean of the shares done, each 100 at most, rounded down; none without targets.
std::optional<int> percent_done(std::span<const Target> targets);

}  // namespace tiendo::domain
