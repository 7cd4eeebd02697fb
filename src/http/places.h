// A bounded number of places for slow work, so that it never takes every worker: who finds none is told to come back.
#pragma once

#include <semaphore>

#include "http/respond.h"

namespace tiendo::http {

using Places = std::counting_semaphore<64>;

class Place {
 public:
  explicit Place(Places& places) : places_(places) {
    if (!places_.try_acquire()) throw Refused{503, "server_busy", {}, {{"Retry-After", "2"}}};
  }
  ~Place() { places_.release(); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

 private:
  Places& places_;
};

// Together fewer than the least number of workers (ServerOptions).
inline constexpr int most_sign_ins = 4, most_readings = 2;

}  // namespace tiendo::http
