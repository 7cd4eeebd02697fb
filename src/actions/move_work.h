// The work on a task goes from one state to the next (domain/work.h has the table).
#pragma once

#include "store/store.h"

namespace tiendo::actions {

inline constexpr std::size_t longest_words = 16u << 10;  // bytes of a report, a reason, a difficulty

// Throws conflict "stale_version", "work_move_not_possible", "evidence_missing" where a result is confirmed that nothing proves and
// no reason is given for waiving it; forbidden "not_yours_to_do", "own_report" where the reporter confirms; conflict "refusal_too_late"
// {days}; invalid "reason_missing".
domain::Work move_work(store::Store& store, const domain::Actor& actor, domain::TaskId task, int version, domain::WorkMove move,
                       std::string_view words, Instant now);

// The moves that somebody may make now, for the page.
std::vector<domain::WorkMove> moves_for(const store::Reader& reader, const domain::Actor& actor, const domain::Task& task,
                                        const domain::Work& work, Date today);

// The day a result counts for: that of the document that proves it, else the day it was reported.
Date completion_day(const std::vector<domain::Evidence>& evidence, const std::vector<domain::WorkEntry>& entries, Date today);

}  // namespace tiendo::actions
