// What a task delivers, and the steps by which such a thing usually comes about: a provincial decision, a plan, a report, a course in so
// many classes, a meeting, an inspection, a bulletin with its numbers, an R&D task. No law lists them: they are beginnings that an
// agency changes (docs/adr/0171).
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/agency.h"

namespace tiendo::domain {

enum class DeliverableKind {
  decision,    // văn bản, đề án do tỉnh ban hành
  plan,        // kế hoạch
  report,      // báo cáo
  training,    // lớp đào tạo, tập huấn
  meeting,     // họp hội đồng, hội nghị, hội thảo
  inspection,  // kiểm tra
  bulletin,    // bản tin, chuyên mục
  document,    // văn bản của cơ quan
  research,    // nhiệm vụ khoa học và công nghệ
};
inline constexpr std::array all_deliverable_kinds{DeliverableKind::decision, DeliverableKind::plan,     DeliverableKind::report,
                                                  DeliverableKind::training, DeliverableKind::meeting,  DeliverableKind::inspection,
                                                  DeliverableKind::bulletin, DeliverableKind::document, DeliverableKind::research};

const char* name_of(DeliverableKind kind);
std::optional<DeliverableKind> find_deliverable_kind(std::string_view name);

// By the words of the deliverable and the title; none where they do not tell.
std::optional<DeliverableKind> kind_told(std::string_view title, std::string_view deliverable);

// Which step of the way of an R&D task (usual_steps(research)) the task itself is: "Tổ chức họp Hội đồng tư vấn tuyển chọn nhiệm vụ
// KH&CN" is its selection. Gives the key of the step; empty where it is none.
std::string_view research_step_told(std::string_view title);

struct Step {
  std::string key;       // stays when the step is renamed: what was done stays done
  std::string name;      // as people read it
  int share = 0;         // of the whole, percent
  bool is_each = false;  // once for each class of a course, each number of a bulletin
  bool operator==(const Step&) const = default;
};

struct StepSeries {
  DeliverableKind kind = DeliverableKind::decision;
  std::vector<Step> steps;  // their shares make 100
  int version = 1;
};

inline constexpr std::size_t most_steps = 20, longest_step_name = 100;

std::vector<Step> usual_steps(DeliverableKind kind);
// Throws invalid "steps_shares" unless the shares are positive and make 100, "steps_count", "bad_field" (name, key).
void check(const StepSeries& series);

// A step as a task has it: "Tổ chức lớp" of a course in two classes is there twice.
struct TaskStep {
  std::string key;
  int part = 0;      // 0: the step is there once; else 1, 2, 3 …
  std::string name;  // "Tổ chức lớp: lớp 2"
  int share = 0;     // a step's shares of all its parts make the share of the step
  bool operator==(const TaskStep&) const = default;
};

// What each class or number is called: "lớp 1", "lớp 2" for "(02 lớp)"; "số 5", "số 6" for "Bản tin số 5,6/2025". Empty where there is one.
std::vector<std::string> parts_told(DeliverableKind kind, std::string_view title);
inline constexpr int most_step_parts = 60;

std::vector<TaskStep> steps_of(const StepSeries& series, const std::vector<std::string>& parts);

struct StepDone {
  std::string key;
  int part = 0;
  int share = 0;  // by which the percent moved
  Date done_on{};
  Actor by;
  Instant at{};
};

}  // namespace tiendo::domain
