// What a programme still leaves open before it is submitted (R07, R16). Changes nothing but the list of what is asked.
#pragma once

#include "domain/completeness.h"
#include "store/store.h"

namespace tiendo::actions {

struct OpenTask {
  domain::Task task;
  std::vector<domain::Item> missing;
  bool has_one_lead = true;
};

struct Completeness {
  std::vector<domain::Item> asked;
  int tasks = 0;
  std::vector<OpenTask> open;  // in the order of the annex
  int without_one_lead = 0;
};

Completeness completeness(const store::Reader& reader, domain::AgencyId agency, domain::ProgrammeId programme);

// What the agency asks of its tasks; an empty list asks nothing but one lead.
void ask_items(store::Store& store, const domain::Actor& actor, const std::vector<domain::Item>& items, Instant now);

}  // namespace tiendo::actions
