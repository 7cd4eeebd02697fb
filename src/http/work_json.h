// The work on a task as JSON.
#pragma once

#include "base/json_writer.h"
#include "domain/tally.h"
#include "store/store.h"

namespace tiendo::http {

// Members of an object that is open.
void write_work_members(JsonWriter& json, const domain::Work& work, Instant now);
void write_entry(JsonWriter& json, const domain::WorkEntry& entry);
void write_evidence(JsonWriter& json, const domain::Evidence& evidence);
void write_extension(JsonWriter& json, const domain::Extension& extension);
// The official four with what they add up to, and each percentage with its base and both numbers (R41).
void write_tally_members(JsonWriter& json, const domain::Tally& tally);

}  // namespace tiendo::http
