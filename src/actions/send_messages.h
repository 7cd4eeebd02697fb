// What waits to leave the house, carried out: each try is written down before it begins, and what the other side took is never sent again.
#pragma once

#include "actions/digest.h"

namespace tiendo::actions {

// Says how a message went. Must not throw.
class Carrier {
 public:
  virtual ~Carrier() = default;
  // Empty: the other side has taken it. Otherwise what went wrong, without secrets. `id` is the same at each try of a message.
  virtual std::string carry(const domain::MailSettings& settings, const Mail& mail, std::string_view id, Instant now) = 0;
  virtual std::string carry(const domain::WebhookSettings& settings, std::string_view body, std::string_view id, Instant now) = 0;
};

inline constexpr int most_attempts = 20;  // some three days
inline constexpr std::chrono::minutes first_pause{1}, longest_pause{6 * 60};

std::chrono::milliseconds pause_after(int attempts);  // growing: 1, 2, 4 minutes … six hours

// How many were taken. Nothing leaves in an agency's quiet hours. No transaction is open while the carrier works.
int send_messages(store::Store& store, Carrier& carrier, Instant now);

}  // namespace tiendo::actions
