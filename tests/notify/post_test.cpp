#include "notify/post.h"

#include <cstring>

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>

#include "notify/mail_host.h"
#include "notify/public_address.h"

namespace tiendo::notify {
namespace {

sockaddr_storage address_of(const char* text) {
  sockaddr_storage storage{};
  sockaddr_in v4{};
  sockaddr_in6 v6{};
  if (inet_pton(AF_INET, text, &v4.sin_addr) == 1) {
    v4.sin_family = AF_INET;
    std::memcpy(&storage, &v4, sizeof v4);
  } else if (inet_pton(AF_INET6, text, &v6.sin6_addr) == 1) {
    v6.sin6_family = AF_INET6;
    std::memcpy(&storage, &v6, sizeof v6);
  }
  return storage;
}

bool is_open(const char* text) {
  const auto storage = address_of(text);
  return is_public(reinterpret_cast<const sockaddr&>(storage));
}

TEST(PublicAddress, IsNoneOfTheInnerNetworks) {
  for (const char* closed : {"127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1",
                             "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "ff02::1", "::ffff:127.0.0.1",
                             "64:ff9b::a00:1", "2002:7f00:1::", "2001:db8::1"})
    EXPECT_FALSE(is_open(closed)) << closed;
  for (const char* open : {"8.8.8.8", "172.32.0.1", "11.0.0.1", "100.128.0.1", "2606:4700::1111", "2001:4860:4860::8888"})
    EXPECT_TRUE(is_open(open)) << open;
}

TEST(Signature, IsAnHmacOfTheTimeAndTheBody) {
  // openssl dgst -sha256 -hmac khoa of "1753920000.{}"
  const Instant now{std::chrono::seconds(1'753'920'000)};
  EXPECT_EQ(signature("khoa", "{}", now), "t=1753920000,v1=213282e611bc483b370b4c161322b2c6c1f3adff83d0b965b961de56596f8be4");
  EXPECT_NE(signature("khoa", "{}", now), signature("khoa", "{}", now + std::chrono::seconds(1)));
}

TEST(EncodedHeader, BreaksNoLetterAndNoLineOfMail) {
  EXPECT_EQ(encoded_header("Tiến Độ"), "=?UTF-8?B?VGnhur9uIMSQ4buZ?=");
  const auto lines = encoded_header("Nhắc việc ngày 31/07/2025: 12 nhiệm vụ của Sở Khoa học và Công nghệ");
  EXPECT_THAT(lines, testing::HasSubstr("?=\r\n =?UTF-8?B?"));
  EXPECT_LE(lines.find("\r\n"), 75u);
  EXPECT_THAT(encoded_header("a\r\nBcc: b@example.vn"), testing::Not(testing::HasSubstr("Bcc"))) << "no header of its own";
}

actions::Carried carried_by(MailHost& host) {
  Post post({.may_reach_private = true});
  return post.carry(
      domain::MailSettings{.host = "127.0.0.1", .port = host.port(), .security = domain::MailSecurity::none, .from = "a@example.vn"},
      {"b@example.vn", "B", "Nhắc việc", "văn bản", "<p>văn bản</p>"}, "1", Instant{});
}

TEST(Post, TellsARefusalForGoodFromOneForNowAndFromAHostThatTakesNothing) {
  using How = actions::Carried::How;
  const auto said = [](MailHost::Answers answers) {
    MailHost host(std::move(answers));
    const auto carried = carried_by(host);
    EXPECT_EQ(carried.how == How::taken, carried.fault.empty());
    return carried.how;
  };
  EXPECT_EQ(said({}), How::taken);
  EXPECT_EQ(said({{"RCPT", "550 no such user here"}}), How::never);
  EXPECT_EQ(said({{"RCPT", "450 mailbox busy"}}), How::not_now);
  EXPECT_EQ(said({{"MAIL", "553 sender not allowed"}}), How::never);
  EXPECT_EQ(said({{"MAIL", "530 sign in first"}}), How::out_of_reach) << "the settings are wrong, not the message";
  EXPECT_EQ(said({{".", "554 looks like spam"}}), How::never);
  EXPECT_EQ(said({{".", "451 try later"}}), How::not_now);
  EXPECT_EQ(said({{"greeting", "554 no service here"}}), How::out_of_reach);
  EXPECT_EQ(said({{"greeting", "421 too many"}}), How::out_of_reach);
}

TEST(Post, DoesNotReachThisMachineUnlessItMay) {
  Post closed({});
  const Instant now{};
  EXPECT_EQ(closed.carry(domain::WebhookSettings{"https://127.0.0.1:9/", "s"}, "{}", "1", now).how, actions::Carried::How::out_of_reach);
  EXPECT_EQ(closed.carry(domain::WebhookSettings{"http://93.184.216.34/", "s"}, "{}", "1", now).how, actions::Carried::How::out_of_reach)
      << "not without TLS";
  EXPECT_EQ(closed.carry(domain::WebhookSettings{"file:///etc/passwd", "s"}, "{}", "1", now).how, actions::Carried::How::out_of_reach);
}

}  // namespace
}  // namespace tiendo::notify
