// Whether a task says all that a programme must say of it before it is submitted: "6 rõ", a list that the agency sets (R16).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/programme.h"

namespace tiendo::domain {

enum class Item {
  work,            // rõ việc: a title
  person,          // rõ người: the unit that leads
  coordination,    // who coordinates
  responsibility,  // rõ trách nhiệm: the directing leader
  time,            // rõ thời gian: a deadline or a month
  product,         // rõ sản phẩm: the deliverable
  authority,       // rõ thẩm quyền: the level that issues
};
inline constexpr std::array all_items{Item::work, Item::person,  Item::coordination, Item::responsibility,
                                      Item::time, Item::product, Item::authority};

// [choice] No list is prescribed; a model annex has no column for the level that issues.
inline const std::vector<Item> items_by_default{Item::work, Item::person, Item::responsibility, Item::time, Item::product};

// Of the items asked for, those that the task leaves open. The level that issues stands in `issuing_level`, the text of that column.
std::vector<Item> missing_items(const Task& task, std::string_view issuing_level, const std::vector<Item>& asked);

// Each task has exactly one lead (NĐ 191/2026/NĐ-CP Điều 2 khoản 2): a cell that names none, several or an open group has not.
bool has_one_lead(const Task& task);

const char* name_of(Item item);  // "responsibility"
std::optional<Item> find_item(std::string_view name);

}  // namespace tiendo::domain
