// Letters to units about their tasks (R32): written, issued, answered, asked again, withdrawn.
#pragma once

#include "domain/letter.h"
#include "store/store.h"

namespace tiendo::actions {

struct LetterWish {
  domain::LetterKind kind = domain::LetterKind::urging;
  domain::UnitId unit;
  std::vector<domain::TaskId> tasks;  // open ones that the unit leads
};

// Keeps the tasks as they stand now. What the office wrote the last time (head, symbol, signer's capacity, recipients, days) is
// proposed again. Throws not_found "unit_not_found", "task_not_found"; conflict "work_is_over", "letter_task_of_other_unit"; invalid
// "bad_field".
domain::Letter draft_letter(store::Store& store, const domain::Actor& actor, const LetterWish& wish, Instant now);

// All of these throw not_found "letter_not_found", forbidden "not_yours_to_do", conflict "stale_version", "letter_move_not_possible",
// invalid "bad_field", "reason_missing".
domain::Letter edit_letter(store::Store& store, const domain::Actor& actor, domain::LetterId id, int version, domain::LetterForm form,
                           Instant now);

struct LetterIssue {
  std::string number, symbol;
  Date issued_on;
  std::string capacity, signer;
};

// From now on the unit owes an answer, within so many working days after the day of the letter.
// Throws besides conflict "letter_number_taken".
domain::Letter issue_letter(store::Store& store, const domain::Actor& actor, domain::LetterId id, int version, const LetterIssue& issue,
                            Instant now);

// By the head of the unit, or the office where it came on paper. `reply` without id, file, actor and time.
// Throws invalid "reply_empty".
domain::LetterReply answer_letter(store::Store& store, const domain::Actor& actor, domain::LetterId id, domain::LetterReply reply,
                                  Instant now);
// Once for each reply. Throws not_found "reply_not_found", conflict "reply_has_file", invalid "evidence_kind", "evidence_too_large".
domain::LetterReply put_reply_file(store::Store& store, const domain::Actor& actor, domain::LetterId id, std::int64_t reply,
                                   std::string_view name, std::string_view bytes, Instant now);

// The answer does not do; the unit has the same days again.
domain::Letter ask_letter_again(store::Store& store, const domain::Actor& actor, domain::LetterId id, int version, std::string_view reason,
                                Instant now);
// A draft is put aside without a reason.
domain::Letter withdraw_letter(store::Store& store, const domain::Actor& actor, domain::LetterId id, int version, std::string_view reason,
                               Instant now);

// What somebody may do with it now.
std::vector<domain::LetterMove> moves_for(const store::Reader& reader, const domain::Actor& actor, const domain::Letter& letter);

// Heads and officers read what goes to their own unit; the office, leaders and auditors read all of them; a draft is the office's.
bool may_read(const store::Reader& reader, const domain::User& user, const domain::Letter& letter);

domain::LetterReply reply_of(const domain::Letter& letter, std::int64_t reply);  // throws not_found "reply_not_found"

}  // namespace tiendo::actions
