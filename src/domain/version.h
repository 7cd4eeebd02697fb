// How far a programme has come, from draft to issued and amended, and the versions of it that are kept (R04).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/agency.h"

namespace tiendo::domain {

// The move that a stage is left by. Who may make it is a right; what is whose is decided where it is done.
enum class StageMove {
  send,          // gửi lấy ý kiến
  withdraw,      // rút về: back to the draft
  submit,        // trình
  send_back,     // trả lại: by a leader
  approve,       // duyệt: by a leader
  issue,         // ban hành: with number, date and signer
  record_issue,  // ghi nhận: issued before it was entered here
  amend,         // điều chỉnh: by a further decision
};

struct StageRule {
  StageMove move;
  Stage from, to;
  Right right;
  bool needs_words;     // a reason
  bool needs_decision;  // number, day, signer
  bool keeps_version;   // what it says at this moment is kept for ever
};

// Every move there is; what does not stand here is refused.
std::span<const StageRule> stage_rules();

const StageRule* find_stage_rule(Stage from, StageMove move);
// Throws conflict "stage_move_not_possible" with the stage and the move.
const StageRule& stage_rule(Stage from, StageMove move);

// Whether the texts of its tasks may be changed without a further decision.
bool is_being_drafted(Stage stage);
// Whether a decision has made it an act.
bool is_in_force(Stage stage);

// The decision that issues a programme or amends it.
struct Decision {
  std::string number, symbol;  // "05", "/QĐ-SKHCN"
  Date date;
  std::string signer;
};

// What a programme said at one moment: its rows are kept by task, with the numbers as printed then (R03).
struct Version {
  VersionId id;
  AgencyId agency;
  ProgrammeId programme;
  int number = 0;  // 1, 2, 3 … within the programme
  Stage stage = Stage::draft;
  Instant at{};
  UserId by;
  std::string by_name;
  std::string words;
  std::optional<Decision> decision;
  int tasks = 0;
};

const char* name_of(Stage stage);  // "submitted"
const char* name_of(StageMove move);
std::optional<Stage> find_stage(std::string_view name);
std::optional<StageMove> find_stage_move(std::string_view name);

}  // namespace tiendo::domain
