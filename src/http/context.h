// What a handler is given beside the request.
#pragma once

#include <cassert>
#include <optional>

#include "actions/sign_in.h"
#include "base/date.h"
#include "base/sentences.h"
#include "http/access_book.h"
#include "http/readings.h"
#include "http/server.h"
#include "http/throttle.h"
#include "store/store.h"

namespace tiendo::http {

struct Context {
  store::Store& store;
  Throttle& throttle;
  Readings& readings;
  AccessBook& accesses;
  const Settings& settings;
  Instant now;
  Language language = Language::vi;
  std::optional<actions::SignedIn> signed_in;  // always there on routes that are not open

  const actions::SignedIn& who() const {
    assert(signed_in);
    return *signed_in;
  }
  domain::AgencyId agency() const { return who().agency.id; }
};

}  // namespace tiendo::http
