// An official letter to a unit about its tasks (R32): urging it on (đôn đốc) or asking it to explain (yêu cầu giải trình), and what
// the unit replies.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/work.h"

namespace tiendo::domain {

struct LetterEntity;
using LetterId = Id<LetterEntity>;

enum class LetterKind {
  urging,       // công văn đôn đốc
  explanation,  // yêu cầu giải trình
};

enum class LetterState {
  drafted,    // dự thảo: its words may still change
  issued,     // đã ban hành: the unit owes an answer
  answered,   // đã trả lời
  withdrawn,  // thu hồi: nobody owes anything
};

enum class LetterMove { edit, issue, answer, ask_again, withdraw };

enum class LetterDoer {
  office,  // who writes it
  unit,    // the head of the unit it was sent to, or the office where the answer came on paper
};

struct LetterRule {
  LetterMove move;
  LetterState from, to;
  LetterDoer by;
  bool needs_reason;
};

// Every move there is; what does not stand here is refused.
std::span<const LetterRule> letter_rules();
const LetterRule* find_letter_rule(LetterState from, LetterMove move);
// Throws conflict "letter_move_not_possible" with the state and the move, invalid "reason_missing".
const LetterRule& letter_rule(LetterState from, LetterMove move, std::string_view reason = {});

// Working days that a unit is given. [choice]
inline constexpr int fewest_letter_days = 1, most_letter_days = 30, usual_letter_days = 3;
inline constexpr std::size_t most_letter_tasks = 100;

// What the office writes besides the tasks. Lengths in letters are those of NĐ 30/2020/NĐ-CP, Annex VI, part II.
struct LetterForm {
  std::string superior;                 // direct superior, printed in capitals above the agency: "UBND tỉnh Bình Minh"; may be empty
  std::string issuer;                   // the agency, printed in capitals: "Sở Khoa học và Công nghệ"
  std::string place;                    // "Bình Minh"
  std::string symbol;                   // behind the number and "/": "SKHCN-VP"
  std::string subject;                  // behind "V/v"
  std::string basis;                    // where the tasks were given: the programmes and their decisions
  std::string words;                    // a paragraph of one's own; may be empty
  int answer_days = usual_letter_days;  // working days
  std::string capacity;                 // of the signer, line by line: "TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG"
  std::string signer;                   // full name; empty until it is signed
  std::string recipients;               // behind "Nơi nhận", line by line, without dashes
  bool operator==(const LetterForm&) const = default;
};

inline constexpr std::size_t longest_letter_number = 11, longest_letter_symbol = 30, longest_letter_subject = 500,
                             longest_letter_name = 200, longest_letter_capacity = 100, longest_letter_signer = 50,
                             longest_letter_recipients = 1000, longest_letter_words = 4000;

// Throws invalid "bad_field" with the name of the member that is missing or too long.
void check(const LetterForm& form);

// A task as it stood when the letter was written.
struct LetterTask {
  TaskId task;
  std::string number, title;
  std::optional<Date> due_on;
  WorkState state = WorkState::assigned;
  int percent = 0;
  int days_overdue = 0;  // 0: not overdue
  std::optional<Date> heard_on;
};

struct LetterReply {
  std::int64_t id = 0;
  Actor by;
  Instant at{};
  std::string words;
  std::string number, symbol;  // of the unit's own document
  std::optional<Date> issued_on;
  std::string file_sha256, file_name;  // empty where there is no file
  std::int64_t file_bytes = 0;
};

struct Letter {
  LetterId id;
  AgencyId agency;
  LetterKind kind = LetterKind::urging;
  LetterState state = LetterState::drafted;
  UnitId unit;
  std::string unit_name;  // as printed
  LetterForm form;
  Date as_of{};  // the day whose state of the tasks it tells
  std::vector<LetterTask> tasks;
  Actor made_by;
  Instant made_at{};
  std::string number;  // empty until it is issued
  std::optional<Date> issued_on;
  std::optional<Date> answer_due;   // the last day for the answer, once it is issued
  std::optional<Date> answered_on;  // of the answer, not of what was added to it
  std::string reason;               // of asking again, or of the withdrawal
  std::vector<LetterReply> replies;
  int version = 1;
};

// Issued, not answered, and the last day has passed.
bool is_overdue(const Letter& letter, Date today);
// The answer came after the last day.
bool was_answered_late(const Letter& letter);

// "Số 05/SKHCN-VP": a number below 10 gets a leading 0 (NĐ 30/2020/NĐ-CP, Annex I).
std::string printed_number(std::string_view number);

// What NĐ 30/2020/NĐ-CP, Annex I prints above the name of a department of a province, and its own name without that of the province:
// "Sở Khoa học và Công nghệ tỉnh Bình Minh" stands below "UBND tỉnh Bình Minh", which it may abbreviate. A proposal; the office may write
// another.
struct LetterHead {
  std::string superior, issuer, place;
};
LetterHead letter_head_of(std::string_view agency_name);

const char* name_of(LetterKind kind);
const char* name_of(LetterState state);
const char* name_of(LetterMove move);
std::optional<LetterKind> find_letter_kind(std::string_view name);
std::optional<LetterState> find_letter_state(std::string_view name);

}  // namespace tiendo::domain
