// What a merge found before it changed it, kept with the import until it is taken back.
#pragma once

#include <boost/json.hpp>

#include "store/store.h"

namespace tiendo::actions {

struct MergeUndo {
  struct Changed {
    domain::Task before;
    store::TaskSource source;
    int version = 0;  // after the merge; another one now means that somebody changed the task since
  };
  domain::Programme programme;
  std::vector<Changed> changed, dropped;
  std::vector<std::pair<domain::TaskId, int>> places;  // positions before, of those that went elsewhere
};

boost::json::value to_json(const MergeUndo& undo);
MergeUndo merge_undo_from(const boost::json::value& value, domain::AgencyId agency);

// Takes the programme back to what it was. Throws conflict "tasks_changed".
void take_back_merge(store::Writer& writer, const domain::Actor& actor, const store::IntakeRecord& record, const MergeUndo& undo,
                     Instant now);

}  // namespace tiendo::actions
