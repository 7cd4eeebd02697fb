#include "http/server.h"

#include <condition_variable>
#include <csignal>
#include <mutex>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "http/wire.h"

namespace tiendo::http {
namespace {

using namespace std::chrono_literals;

// Answers with what it was sent; "/slow" waits until it is let go.
class Echo : public Service {
 public:
  Admission admit(Request& head) override {
    return {head.target.starts_with("/large") ? 1'000'000u : 1'000u, head.target == "/large/asked"};
  }
  std::optional<Response> find_refusal(Request& head) override {
    if (head.find_header("X-Token")) return std::nullopt;
    return refuse(401, &head);
  }
  Response answer(Request& request) override {
    if (request.target == "/slow") wait();
    Response response;
    response.body = std::string(name_of(request.method)) + ' ' + request.target + ' ' + request.body;
    return response;
  }
  Response refuse(int status, const Request*) override {
    Response response;
    response.status = status;
    if (status == 503) response.header("Retry-After", "1");
    response.body = "refused";
    return response;
  }

  void let_go() {
    const std::lock_guard lock(mutex_);
    is_free_ = true;
    wake_.notify_all();
  }
  void await_waiting(int wanted) {
    std::unique_lock lock(mutex_);
    ASSERT_TRUE(wake_.wait_for(lock, 10s, [&] { return waiting_ >= wanted; }));
  }

 private:
  void wait() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    wake_.notify_all();
    wake_.wait(lock, [this] { return is_free_; });
  }

  std::mutex mutex_;
  std::condition_variable wake_;
  bool is_free_ = false;
  int waiting_ = 0;
};

class ServerTest : public testing::Test {
 protected:
  void start(ServerOptions options = {}) {
    options.port = 0;
    server_.emplace(service_, options);
    thread_ = std::thread([this] { server_->run(); });
  }
  void TearDown() override {
    service_.let_go();
    if (server_) server_->stop();
    if (thread_.joinable()) thread_.join();
  }
  Wire wire(bool is_v6 = false) { return Wire(server_->port(), is_v6); }

  Echo service_;
  std::optional<Server> server_;
  std::thread thread_;
};

TEST_F(ServerTest, AnswersSeveralRequestsOnOneConnection) {
  start();
  auto client = wire();
  EXPECT_EQ(client.ask("GET /a HTTP/1.1\r\nHost: x\r\n\r\n")->body, "GET /a ");
  EXPECT_EQ(client.ask("POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello")->body, "POST /b hello");
}

TEST_F(ServerTest, AnswersPipelinedRequestsInTheirOrder) {
  start();
  auto client = wire();
  std::string requests;
  for (int i = 0; i < 50; ++i) requests += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
  client.send(requests);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(client.read()->body, "GET /" + std::to_string(i) + " ");
}

TEST_F(ServerTest, TakesARequestByteByByte) {
  start();
  auto client = wire();
  for (const char c : std::string_view("POST /b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"))
    client.send({&c, 1});
  EXPECT_EQ(client.read()->body, "POST /b abcde");
}

TEST_F(ServerTest, ClosesWhenTheClientAsksForIt) {
  start();
  auto client = wire();
  const auto answer = client.ask("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(answer->headers.at("connection"), "close");
  EXPECT_TRUE(client.is_hung_up());
}

TEST_F(ServerTest, ClosesAfterAnOldClientUnlessItAsksToStay) {
  start();
  auto old = wire();
  EXPECT_EQ(old.ask("GET / HTTP/1.0\r\n\r\n")->status, 200);
  EXPECT_TRUE(old.is_hung_up());
  auto staying = wire();
  EXPECT_EQ(staying.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")->headers.at("connection"), "keep-alive");
  EXPECT_EQ(staying.ask("GET / HTTP/1.0\r\n\r\n")->status, 200);
}

TEST_F(ServerTest, SendsNoBodyToAHead) {
  start();
  auto client = wire();
  client.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n");
  const auto answer = client.read(false);
  EXPECT_EQ(answer->headers.at("content-length"), "8");
  EXPECT_EQ(client.ask("GET /next HTTP/1.1\r\nHost: x\r\n\r\n")->body, "GET /next ");
}

TEST_F(ServerTest, RefusesABodyThatIsDeclaredTooLarge) {
  start();
  auto client = wire();
  EXPECT_EQ(client.ask("POST /small HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n")->status, 413);
  EXPECT_TRUE(client.is_hung_up());
}

TEST_F(ServerTest, RefusesABodyThatGrowsTooLargeInChunks) {
  start();
  auto client = wire();
  client.send("POST /small HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 3; ++i) client.send("200\r\n" + std::string(512, 'a') + "\r\n");
  EXPECT_EQ(client.read()->status, 413);
}

TEST_F(ServerTest, LimitsBodiesByRoute) {
  start();
  auto client = wire();
  const std::string body(900'000, 'a');
  const auto answer = client.ask("POST /large HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n" + body);
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->body.size(), body.size() + 12);
}

TEST_F(ServerTest, AsksWhoSendsALargeBodyBeforeTakingIt) {
  start();
  auto stranger = wire();
  EXPECT_EQ(stranger.ask("POST /large/asked HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n")->status, 401);
  EXPECT_TRUE(stranger.is_hung_up());
  auto known = wire();
  const std::string head = "POST /large/asked HTTP/1.1\r\nHost: x\r\nX-Token: t\r\nContent-Length: 5000\r\n\r\n";
  known.send(head + std::string(100, 'a'));
  known.send(std::string(4900, 'a'));
  EXPECT_EQ(known.read()->status, 200);
  EXPECT_EQ(known.ask(head + std::string(5000, 'b'))->status, 200);
}

TEST_F(ServerTest, BoundsAllLargeBodiesTogether) {
  ServerOptions options;
  options.buffered_bytes = 150'000;
  start(options);
  auto first = wire(), second = wire();
  const std::string head = "POST /large HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 100000\r\n\r\n";
  first.send(head);
  EXPECT_EQ(first.read(false)->status, 100);
  EXPECT_EQ(second.ask(head)->status, 503);
  EXPECT_EQ(first.ask(std::string(100'000, 'a'))->status, 200);
  auto third = wire();
  third.send(head);
  EXPECT_EQ(third.read(false)->status, 100);
}

TEST_F(ServerTest, RefusesAHeaderThatIsTooLong) {
  start();
  auto client = wire();
  EXPECT_EQ(client.ask("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + std::string(20'000, 'a') + "\r\n\r\n")->status, 431);
  EXPECT_TRUE(client.is_hung_up());
}

TEST_F(ServerTest, RefusesWhatIsNoHttp) {
  start();
  for (const auto* nonsense : {"\x16\x03\x01\x02\r\n\r\n", "GET / HTTP/9.9\r\nHost: x\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
                               "GET / HTTP/1.1\r\nHost: x\r\nBad Name: x\r\n\r\n"}) {
    auto client = wire();
    EXPECT_EQ(client.ask(nonsense)->status, 400) << nonsense;
    EXPECT_TRUE(client.is_hung_up());
  }
}

TEST_F(ServerTest, RefusesARequestOfTwoLengths) {
  start();
  for (const auto* lengths : {"Content-Length: 5\r\nContent-Length: 6\r\n", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                              "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "Content-Length: -1\r\n", "Content-Length: 5 5\r\n"}) {
    auto client = wire();
    EXPECT_EQ(client.ask("POST / HTTP/1.1\r\nHost: x\r\n" + std::string(lengths) + "\r\nhello")->status, 400) << lengths;
    EXPECT_TRUE(client.is_hung_up());
  }
}

TEST_F(ServerTest, CutsAClientThatTricklesItsHeader) {
  ServerOptions options;
  options.header_time = 100ms;
  start(options);
  auto client = wire();
  const auto begun = std::chrono::steady_clock::now();
  client.send("GET / HTTP/1.1\r\n");
  EXPECT_EQ(client.read()->status, 408);
  EXPECT_TRUE(client.is_hung_up());
  EXPECT_GE(std::chrono::steady_clock::now() - begun, 100ms);
}

TEST_F(ServerTest, CutsAClientThatTricklesItsBody) {
  ServerOptions options;
  options.body_time = 100ms;
  start(options);
  auto client = wire();
  EXPECT_EQ(client.ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\na")->status, 408);
  EXPECT_TRUE(client.is_hung_up());
}

TEST_F(ServerTest, HangsUpOnAnIdleClient) {
  ServerOptions options;
  options.idle_time = 100ms;
  start(options);
  auto client = wire();
  EXPECT_EQ(client.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n")->status, 200);
  EXPECT_TRUE(client.is_hung_up());
}

TEST_F(ServerTest, SaysThatItIsBusyWhenTheQueueIsFull) {
  ServerOptions options;
  options.workers = 1;
  options.waiting = 1;
  start(options);
  auto working = wire();
  working.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  service_.await_waiting(1);
  // The worker is taken and the queue holds one: of two more requests the one that comes second is refused.
  auto one = wire(), other = wire();
  for (auto* client : {&one, &other}) client->send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  auto& refused = one.has_answer_before(other) ? one : other;
  const auto answer = refused.read();
  EXPECT_EQ(answer->status, 503);
  EXPECT_EQ(answer->headers.at("retry-after"), "1");
  service_.let_go();
  EXPECT_EQ((&refused == &one ? other : one).read()->status, 200);
  EXPECT_EQ(refused.ask("GET /again HTTP/1.1\r\nHost: x\r\n\r\n")->status, 200);
}

TEST_F(ServerTest, RefusesMoreConnectionsThanItMayHave) {
  ServerOptions options;
  options.connections = 2;
  start(options);
  auto first = wire(), second = wire();
  EXPECT_EQ(first.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n")->status, 200);
  EXPECT_EQ(second.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n")->status, 200);
  auto third = wire();
  EXPECT_EQ(third.read()->status, 503);
  EXPECT_TRUE(third.is_hung_up());
  EXPECT_EQ(first.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n")->status, 200);
}

TEST_F(ServerTest, SurvivesClientsThatLeaveInTheMiddle) {
  start();
  for (int i = 0; i < 20; ++i) {
    auto client = wire();
    client.send(i % 2 ? "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\na" : "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  }
  service_.let_go();
  EXPECT_EQ(wire().ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n")->status, 200);
}

TEST_F(ServerTest, FinishesWhatIsUnderWayBeforeItStops) {
  start();
  auto working = wire(), idle = wire();
  EXPECT_EQ(idle.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n")->status, 200);
  working.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  service_.await_waiting(1);
  server_->stop();
  EXPECT_TRUE(idle.is_hung_up());
  EXPECT_THROW(wire(), std::runtime_error);
  service_.let_go();
  const auto answer = working.read();
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->headers.at("connection"), "close");
}

TEST_F(ServerTest, DoesNotWaitForeverWhenItStops) {
  ServerOptions options;
  options.stop_time = 50ms;
  start(options);
  auto stuck = wire();
  stuck.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\na");
  EXPECT_EQ(wire().ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n")->status, 200);
  server_->stop();
  thread_.join();
  EXPECT_TRUE(stuck.is_hung_up());
}

TEST_F(ServerTest, StopsOnTheTerminationSignal) {
  ServerOptions options;
  options.stops_on_signals = true;
  start(options);
  EXPECT_EQ(wire().ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n")->status, 200);
  std::raise(SIGTERM);
  thread_.join();
  EXPECT_THROW(wire(), std::runtime_error);
}

TEST_F(ServerTest, ListensOnBothFamilies) {
  ServerOptions options;
  options.address = "::";
  start(options);
  EXPECT_EQ(wire().ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n")->status, 200);
  EXPECT_EQ(wire(true).ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n")->status, 200);
}

TEST_F(ServerTest, SaysPlainlyWhenItCannotListen) {
  start();
  ServerOptions same;
  same.port = server_->port();
  EXPECT_THROW(Server(service_, same), Error);
  ServerOptions nowhere;
  nowhere.address = "no address";
  EXPECT_THROW(Server(service_, nowhere), Error);
}

TEST(Response, RefusesHeadersThatWouldBreakApart) {
  Response response;
  EXPECT_THROW(response.header("Location", "/a\r\nSet-Cookie: b=c"), Error);
  EXPECT_THROW(response.header("X\nY", "a"), Error);
}

}  // namespace
}  // namespace tiendo::http
