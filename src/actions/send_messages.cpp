#include "actions/send_messages.h"

#include <algorithm>

namespace tiendo::actions {
namespace {

constexpr int most_messages_a_round = 200;
constexpr std::size_t longest_fault = 300;

bool is_quiet_now(const domain::ReminderSettings& settings, Instant now) {
  const auto time = std::chrono::floor<std::chrono::minutes>(now + local_offset - std::chrono::sys_days(local_date(now)));
  return domain::is_quiet(settings.rules, time);
}

std::string carried(Carrier& carrier, const store::Message& message, const domain::ReminderSettings& settings, Instant now) {
  const auto id = message.id.text();
  if (message.channel == store::Channel::email)
    return settings.mail.host.empty() ? "no mail host is set" : carrier.carry(settings.mail, mail_from(message.payload), id, now);
  return settings.webhook.address.empty() ? "no webhook is set" : carrier.carry(settings.webhook, message.payload, id, now);
}

void keep(store::Store& store, const store::Message& message, Instant now) {
  auto writer = store.begin();
  store::save(writer, message, now);
  writer.commit();
}

}  // namespace

std::chrono::milliseconds pause_after(int attempts) {
  constexpr int doublings = 9;  // beyond it the pause is the longest anyway
  return std::min(first_pause * (1 << std::clamp(attempts - 1, 0, doublings)), longest_pause);
}

int send_messages(store::Store& store, Carrier& carrier, Instant now) {
  int taken = 0;
  for (auto& message : store::messages_due(store.read(), now, longest_pause, most_messages_a_round)) {
    const auto settings = store::reminder_settings(store.read(), message.agency);
    if (is_quiet_now(settings, now)) continue;
    ++message.attempts;
    message.next_try_at = now + pause_after(message.attempts);
    keep(store, message, now);
    message.fault = carried(carrier, message, settings, now).substr(0, longest_fault);
    if (message.fault.empty()) {
      message.state = store::MessageState::sent;
      ++taken;
    } else if (message.attempts >= most_attempts) {
      message.state = store::MessageState::given_up;
    }
    keep(store, message, now);
  }
  return taken;
}

}  // namespace tiendo::actions
