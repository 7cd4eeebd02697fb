// The next programme, drafted from this one: what is unfinished is carried over with its first deadline and the reason (R15), what
// recurs is repeated for the new year (R14). What units register comes in by consultation (R09, R11).
#pragma once

#include <set>

#include "domain/origin.h"
#include "store/store.h"

namespace tiendo::actions {

inline constexpr std::size_t fewest_of_a_series = 3;

// Tasks of one activity, one a period: "Bản tin tháng 7", "Bản tin tháng 8" …
struct Series {
  std::vector<domain::Task> tasks;  // in the order of the annex
};

struct NextPlan {
  std::vector<store::TaskAtWork> unfinished;  // open work, in the order of the annex
  std::vector<Series> series;
};

// What could go over. Changes nothing.
NextPlan plan_next(const store::Reader& reader, domain::AgencyId agency, domain::ProgrammeId programme);

struct NextWish {
  std::string title;
  int year = 0;
  std::string reason;             // why what is carried over was not finished
  std::set<domain::TaskId> left;  // neither carried over nor repeated
};

struct NextProgramme {
  domain::ProgrammeId id;
  int carried = 0, repeated = 0;
};

// A new draft. The old tasks stay as they are until it is issued; those it carries are then closed.
// Throws invalid "title_missing", "bad_field" "year", conflict "nothing_to_carry".
NextProgramme make_next(store::Store& store, const domain::Actor& actor, domain::ProgrammeId programme, const NextWish& wish, Instant now);

// When `programme` comes into force: work on what it carries ends in the older programme, so that nothing is counted twice.
void close_what_is_carried(store::Writer& writer, const domain::Actor& actor, const domain::Programme& programme, Instant now);

}  // namespace tiendo::actions
