// A task as JSON, as one member of a page and as one task with its details.
#pragma once

#include "base/json_writer.h"
#include "base/sentences.h"
#include "store/groups.h"

namespace tiendo::http {

// Members of an object that is open.
void write_task_members(JsonWriter& json, const domain::Task& task, const store::Names& names);
// Written as the rows come: a long list is never held as values.
std::string task_page_json(const store::Reader& reader, domain::AgencyId agency, const store::TaskFilter& filter);
std::string task_json(const domain::Task& task, const store::TaskSource& source, const store::Names& names,
                      const std::vector<domain::UnitGroup>& groups, Language language);

}  // namespace tiendo::http
