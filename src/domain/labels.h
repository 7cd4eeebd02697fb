// The note column says which upper programme a task serves (R12): categories, several a task, the same words again and again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::domain {

// "Nhiệm vụ quan trọng- Chương trình công tác Quý III của UBND tỉnh" gives two labels, "Nhiệm vụ quan trọng tham mưu UBND
// tỉnh" too: the rank of the task and what it serves. A remark ("Đề xuất bỏ vì …") gives none.
std::vector<std::string> labels_from_note(std::string_view note);

// Whether a label names what a task serves, a programme, plan or resolution from above, and not the task's rank.
bool names_upper_programme(std::string_view label);

}  // namespace tiendo::domain
