// Putting a deadline off: asked for with a reason, answered by somebody else (R26). The first deadline is never overwritten.
#pragma once

#include "domain/extension.h"
#include "store/store.h"

namespace tiendo::actions {

// `document`: what the wish rests on, as written. Throws what domain::check_request throws, invalid "bad_field" where a text is too long.
domain::Extension ask_extension(store::Store& store, const domain::Actor& actor, domain::TaskId task, domain::Period wanted,
                                std::string_view reason, Instant now, std::string_view document = {});

struct ExtensionReply {
  domain::ExtensionAnswer answer = domain::ExtensionAnswer::granted;
  std::string reason;
  std::optional<domain::Period> offered;  // with `offered`
};

// The deadline changes only when the request is granted. Throws not_found "extension_not_found", conflict "stale_version",
// "extension_answered", and what domain::check_answer throws.
domain::Extension answer_extension(store::Store& store, const domain::Actor& actor, domain::TaskId task, std::int64_t extension,
                                   int version, const ExtensionReply& reply, Instant now);

// The requester takes the date that was offered, or takes the request back.
domain::Extension close_extension(store::Store& store, const domain::Actor& actor, domain::TaskId task, std::int64_t extension, int version,
                                  bool takes_offer, Instant now);

// What the one who asks may do about the deadline. A rule of R26 may still refuse, and says why.
struct ExtensionWays {
  bool ask = false, answer = false, take_back = false;  // take_back: the own request, or the day that was offered for it
};
ExtensionWays extension_ways(const store::Reader& reader, const domain::Actor& actor, const domain::Task& task, const domain::Work& work,
                             const std::vector<domain::Extension>& extensions, Date today);

}  // namespace tiendo::actions
