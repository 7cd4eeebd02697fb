// The work on a task as JSON.
#pragma once

#include "base/json_writer.h"
#include "domain/tally.h"
#include "store/store.h"

namespace tiendo::http {

// Members of an object that is open.
void write_work_members(JsonWriter& json, const domain::Work& work, const domain::DeadlinePolicy& policy, Instant now);
// What the one who asks may do with it, and who carries it out.
void write_own(JsonWriter& json, const store::Reader& reader, const domain::Actor& actor, const domain::Task& task,
               const domain::Work& work, Date today);
void write_entry(JsonWriter& json, const domain::WorkEntry& entry);
void write_target_members(JsonWriter& json, const domain::Target& target);
void write_evidence(JsonWriter& json, const domain::Evidence& evidence);
void write_extension(JsonWriter& json, const domain::Extension& extension);
// The official four with what they add up to, and each percentage with its base and both numbers (R41).
void write_tally_members(JsonWriter& json, const domain::Tally& tally);

}  // namespace tiendo::http
