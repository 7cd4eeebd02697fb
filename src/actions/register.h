// The agency's register as an action sees it: names are found by their folded key, new ones are entered.
#pragma once

#include <string>
#include <unordered_map>

#include "intake/intake.h"
#include "store/store.h"

namespace tiendo::actions {

// Every name a reader may meet: official names, abbreviations, aliases.
intake::Register known_names(const store::Names& names);

class RegisterBook {
 public:
  RegisterBook(store::Writer& writer, const domain::Actor& actor, Instant now);

  // Finds by name, abbreviation or alias; enters what is new. Another spelling of a known name is noted as its alias.
  domain::UnitId unit(const std::string& name);
  domain::PersonId leader(const std::string& name);

 private:
  store::Writer& writer_;
  domain::Actor actor_;
  Instant now_;
  std::unordered_map<std::string, domain::UnitId> unit_keys_;
  std::unordered_map<std::string, domain::PersonId> leader_keys_;
  std::unordered_map<domain::UnitId, domain::Unit> units_;
  std::unordered_map<domain::PersonId, domain::Person> leaders_;
};

}  // namespace tiendo::actions
