// What is slow for one is not slow for others. Run under the thread sanitizer, too.
#include "notify/scheduler.h"

#include <set>

#include <gmock/gmock.h>

#include "store/office.h"

namespace tiendo::notify {
namespace {

using namespace std::chrono_literals;
using actions::Carried;
using store::Channel;

const Instant morning{std::chrono::sys_days{2025y / 8 / 4} + 2h};  // nine o'clock of a Monday here

// Two agencies, each with mail and a webhook, and messages that wait for both.
struct Houses : store::Office {
  store::Agency other{store::AgencyId::make(store::noon()), "Sở Xây dựng tỉnh Bình Minh", 1};

  Houses() {
    auto writer = store.begin();
    writer.add(other);
    for (const auto& each : {agency.id, other.id}) {
      auto settings = store::reminder_settings(writer, each);
      settings.mail.host = each == agency.id ? "slow.example" : "quick.example";
      settings.mail.from = "nhac@example.vn";
      settings.webhook.address = "https://hooks.example/" + each.text();
      store::save(writer, each, settings);
      for (const auto channel : {Channel::email, Channel::webhook}) add(writer, each, channel);
    }
    writer.commit();
  }

  static void add(store::Writer& writer, domain::AgencyId agency, Channel channel) {
    store::add(writer, {.id = store::MessageId::make(store::noon()),
                        .agency = agency,
                        .channel = channel,
                        .user = domain::UserId::make(store::noon()),
                        .day = 2025y / 8 / 4,
                        .payload = R"({"to":"a@example.vn","name":"A","subject":"S","text":"T","html":"H"})",
                        .next_try_at = morning});
  }

  int sent() const {
    int count = 0;
    for (const auto& each : {agency.id, other.id})
      for (const auto& message : store::messages(store.read(), each, 100)) count += message.state == store::MessageState::sent;
    return count;
  }
};

// One mail host takes as long as it is let.
class Roads : public actions::Carrier {
 public:
  Carried carry(const domain::MailSettings& settings, const actions::Mail&, std::string_view, Instant) override {
    std::unique_lock lock(mutex_);
    if (settings.host == "slow.example") changed_.wait(lock, [&] { return is_open_; });
    return arrived(settings.host);
  }
  Carried carry(const domain::WebhookSettings& settings, std::string_view, std::string_view, Instant) override {
    const std::lock_guard lock(mutex_);
    return arrived(settings.address);
  }
  void open() {
    const std::lock_guard lock(mutex_);
    is_open_ = true;
    changed_.notify_all();
  }
  void wait_for(std::size_t count) {
    std::unique_lock lock(mutex_);
    ASSERT_TRUE(changed_.wait_for(lock, 30s, [&] { return arrived_.size() >= count; })) << arrived_.size() << " arrived";
  }
  std::multiset<std::string> all() {
    const std::lock_guard lock(mutex_);
    return arrived_;
  }

 private:
  Carried arrived(const std::string& where) {
    arrived_.insert(where);
    changed_.notify_all();
    return {};
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool is_open_ = false;
  std::multiset<std::string> arrived_;
};

TEST(Scheduler, HoldsUpNobodyElseForASlowMailHost) {
  Houses houses;
  Roads roads;
  const Scheduler scheduler(
      houses.store, roads, [] { return morning; }, 5ms);
  roads.wait_for(3);
  const auto all = roads.all();
  roads.open();
  EXPECT_EQ(all.count("slow.example"), 0u);
  EXPECT_EQ(all.count("quick.example"), 1u);
  EXPECT_EQ(all.count("https://hooks.example/" + houses.agency.id.text()), 1u);
  EXPECT_EQ(all.count("https://hooks.example/" + houses.other.id.text()), 1u);
}

TEST(Scheduler, SendsEachMessageOnceWhileOthersSave) {
  Houses houses;
  Roads roads;
  roads.open();
  constexpr int more = 40;
  {
    const Scheduler scheduler(
        houses.store, roads, [] { return morning; }, 1ms);
    std::thread office([&] {
      for (int made = 0; made < more; ++made) {
        auto writer = houses.store.begin();
        Houses::add(writer, made % 2 ? houses.agency.id : houses.other.id, Channel::email);
        writer.commit();
      }
    });
    roads.wait_for(4 + more);
    office.join();
  }
  EXPECT_EQ(roads.all().size(), 4u + more);
  EXPECT_EQ(houses.sent(), 4 + more) << "what was on its way is settled before the scheduler is gone";
}

}  // namespace
}  // namespace tiendo::notify
