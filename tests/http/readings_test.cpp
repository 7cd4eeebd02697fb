#include "http/readings.h"

#include <future>

#include <gtest/gtest.h>

#include "http/respond.h"

namespace tiendo::http {
namespace {

using namespace std::chrono_literals;

const domain::Actor clerk{domain::UserId(1), domain::AgencyId(1), "vanthu"}, another{domain::UserId(2), domain::AgencyId(1), "khac"};

// Reads until it is told to stop.
store::IntakeRecord read_on(const formats::Progress& progress) {
  while (progress(1, 4)) std::this_thread::yield();
  throw Error(ErrorCode::conflict, "reading_cancelled");
}

std::string key_of(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const Error& error) {
    return error.key();
  }
}

template <class Deed>
std::string key_thrown(const Deed& deed) {
  try {
    deed();
  } catch (const Error& error) {
    return error.key();
  }
  return "nothing";
}

TEST(Readings, TellWhatWasReadToOneWhoWaits) {
  Readings readings;
  const auto reading = readings.start(ReadingId(1), clerk, "a.png", [](const formats::Progress&) {
    store::IntakeRecord record;
    record.source_name = "a.png";
    return record;
  });
  const auto sight = reading->sight_within(1h);
  ASSERT_TRUE(sight.intake);
  EXPECT_EQ(sight.intake->source_name, "a.png");
}

TEST(Readings, SayHowFarTheyAreAndAboutHowLongItTakes) {
  Readings readings;
  std::promise<void> two_pages, go_on;
  const auto reading = readings.start(ReadingId(1), clerk, "a.pdf", [&](const formats::Progress& progress) {
    progress(2, 4);
    two_pages.set_value();
    go_on.get_future().wait();
    return store::IntakeRecord{};
  });
  two_pages.get_future().wait();
  const auto sight = reading->sight();
  go_on.set_value();
  EXPECT_EQ(sight.pages_done, 2);
  EXPECT_EQ(sight.pages, 4);
  EXPECT_TRUE(sight.left);
  EXPECT_FALSE(sight.is_over());
  EXPECT_FALSE(reading->sight_within(1h).left) << "it is over";
}

TEST(Readings, EndWhenTheyAreGivenUp) {
  Readings readings;
  const auto reading = readings.start(ReadingId(1), clerk, "a.pdf", read_on);
  readings.forget(ReadingId(1), clerk);
  EXPECT_EQ(key_of(reading->sight_within(1h).failure), "reading_cancelled");
  EXPECT_EQ(key_thrown([&] { readings.reading(ReadingId(1), clerk); }), "reading_unknown");
}

TEST(Readings, AreNobodysBusinessButTheSenders) {
  Readings readings;
  readings.start(ReadingId(1), clerk, "a.pdf", read_on);
  EXPECT_EQ(key_thrown([&] { readings.reading(ReadingId(1), another); }), "reading_unknown");
  EXPECT_EQ(key_thrown([&] { readings.forget(ReadingId(1), another); }), "reading_unknown");
  EXPECT_EQ(key_thrown([&] { readings.reading(ReadingId(1), clerk); }), "nothing");
}

TEST(Readings, AreRefusedWhereTooManyAreUnderWay) {
  Readings readings;
  for (int i = 1; i <= most_readings_at_once; ++i) readings.start(ReadingId(i), clerk, "a.pdf", read_on);
  EXPECT_EQ(key_thrown([&] { readings.start(ReadingId(9), clerk, "b.pdf", read_on); }), "server_busy");
  const auto first = readings.reading(ReadingId(1), clerk);
  readings.forget(ReadingId(1), clerk);
  first->sight_within(1h);
  EXPECT_EQ(key_thrown([&] { readings.start(ReadingId(9), clerk, "b.pdf", read_on); }), "nothing");
}

}  // namespace
}  // namespace tiendo::http
