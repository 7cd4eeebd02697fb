#include "actions/send_messages.h"

#include <algorithm>
#include <span>

namespace tiendo::actions {
namespace {

constexpr int most_messages_a_line = 200;
constexpr std::size_t longest_fault = 300;

bool is_quiet_now(const domain::ReminderSettings& settings, Instant now) {
  const auto time = std::chrono::floor<std::chrono::minutes>(now + local_offset - std::chrono::sys_days(local_date(now)));
  return domain::is_quiet(settings.rules, time);
}

Carried carried(Carrier& carrier, const store::Message& message, const domain::ReminderSettings& settings, Instant now) {
  using enum Carried::How;
  const auto id = message.id.text();
  if (message.channel == store::Channel::email)
    return settings.mail.host.empty() ? Carried{out_of_reach, "no mail host is set"}
                                      : carrier.carry(settings.mail, mail_from(message.payload), id, now);
  return settings.webhook.address.empty() ? Carried{out_of_reach, "no webhook is set"}
                                          : carrier.carry(settings.webhook, message.payload, id, now);
}

void begin_try(store::Message& message, Instant now) {
  ++message.attempts;
  message.next_try_at = now + pause_after(message.attempts);
}

void settle(store::Message& message, const Carried& carried) {
  using enum Carried::How;
  message.fault = carried.fault.substr(0, longest_fault);
  if (carried.how == taken) {
    message.state = store::MessageState::sent;
  } else if (carried.how == never || message.attempts >= most_attempts) {
    message.state = store::MessageState::given_up;
  }
}

void keep(store::Store& store, std::span<const store::Message> messages, Instant now) {
  auto writer = store.begin();
  for (const auto& message : messages) store::save(writer, message, now);
  writer.commit();
}

// The host was tried for the first of them: the others share its fate, each as a try of its own.
void put_off(store::Store& store, std::span<store::Message> messages, const Carried& carried, Instant now) {
  for (auto& message : messages) {
    begin_try(message, now);
    settle(message, carried);
  }
  keep(store, messages, now);
}

}  // namespace

std::chrono::milliseconds pause_after(int attempts) {
  constexpr int doublings = 9;  // beyond it the pause is the longest anyway
  return std::min(first_pause * (1 << std::clamp(attempts - 1, 0, doublings)), longest_pause);
}

int send_line(store::Store& store, Carrier& carrier, const store::MessageLine& line, const std::function<Instant()>& clock,
              const std::stop_token& stopped) {
  int taken = 0;
  auto due = store::messages_due(store.read(), line, clock(), longest_pause, most_messages_a_line);
  for (std::span<store::Message> left(due); !left.empty() && !stopped.stop_requested(); left = left.subspan(1)) {
    const Instant now = clock();
    const auto settings = store::reminder_settings(store.read(), line.agency);
    if (is_quiet_now(settings, now)) break;
    auto& message = left.front();
    begin_try(message, now);
    keep(store, left.first(1), now);
    const Carried result = carried(carrier, message, settings, now);
    settle(message, result);
    keep(store, left.first(1), now);
    taken += result.how == Carried::How::taken;
    if (result.how == Carried::How::out_of_reach) {
      put_off(store, left.subspan(1), result, now);
      break;
    }
  }
  return taken;
}

int send_messages(store::Store& store, Carrier& carrier, Instant now) {
  int taken = 0;
  for (const auto& line : store::lines_due(store.read(), now, longest_pause))
    taken += send_line(store, carrier, line, [now] { return now; });
  return taken;
}

}  // namespace tiendo::actions
