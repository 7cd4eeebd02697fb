// What waits to leave the house, carried out: each try is written down before it begins, and what the other side took is never sent again.
#pragma once

#include <functional>
#include <stop_token>

#include "actions/digest.h"

namespace tiendo::actions {

// How a message went, and what is worth trying again.
struct Carried {
  enum class How {
    taken,
    not_now,       // the other side may take it later
    never,         // the other side will not take this message
    out_of_reach,  // the other side took nothing of anybody: what waits behind it would fare the same
  };
  How how = How::taken;
  std::string fault;  // what went wrong, without secrets
};

// Called by several threads at once. Must not throw. `id` is the same at each try of a message.
class Carrier {
 public:
  virtual ~Carrier() = default;
  virtual Carried carry(const domain::MailSettings& settings, const Mail& mail, std::string_view id, Instant now) = 0;
  virtual Carried carry(const domain::WebhookSettings& settings, std::string_view body, std::string_view id, Instant now) = 0;
};

inline constexpr int most_attempts = 20;  // some three days
inline constexpr std::chrono::minutes first_pause{1}, longest_pause{6 * 60};

std::chrono::milliseconds pause_after(int attempts);  // growing: 1, 2, 4 minutes … six hours

// How many were taken. Nothing leaves in an agency's quiet hours. No transaction is open while the carrier works.
int send_line(store::Store& store, Carrier& carrier, const store::MessageLine& line, const std::function<Instant()>& clock,
              const std::stop_token& stopped = {});

// All lines that are due, one after the other.
int send_messages(store::Store& store, Carrier& carrier, Instant now);

}  // namespace tiendo::actions
