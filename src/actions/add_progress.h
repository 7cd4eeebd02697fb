// How a task stands, said in a few seconds.
#pragma once

#include "store/store.h"

namespace tiendo::actions {

struct Progress {
  std::string words, difficulties, requests;
  std::optional<int> percent;        // 0..100
  std::vector<domain::Amount> done;  // since the last word; where no percentage is said, it is the share of the targets that is done
};

// Work that was not begun is under way from now on. Throws conflict "stale_version", "work_is_over"; invalid "progress_empty", "bad_field",
// "target_unknown", "amount_below_zero".
domain::Work add_progress(store::Store& store, const domain::Actor& actor, domain::TaskId task, int version, const Progress& progress,
                          Instant now);

// The same within a deed that says more than that; whoever began the transaction commits it.
domain::Work note_progress(store::Writer& writer, const domain::Actor& actor, domain::TaskId task, int version, const Progress& progress,
                           Instant now);

// Whether `add_progress` would take a word from this person now.
bool may_update(const store::Reader& reader, const domain::Actor& actor, const domain::Task& task, const domain::Work& work, Date today);

inline constexpr std::size_t most_tasks_without_news = 500;

// "Nothing new" for many tasks at once, in one transaction. Tasks that are over are passed by; gives how many were noted.
int say_no_news(store::Store& store, const domain::Actor& actor, const std::vector<domain::TaskId>& tasks, Instant now);

}  // namespace tiendo::actions
