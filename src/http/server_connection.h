// One client: reads requests one after another, has them answered, writes the answers in order.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "http/server.h"
#include "http/server_transport.h"
#include "http/workers.h"

namespace tiendo::http {

using Clock = std::chrono::steady_clock;

// What all connections share. Everything but `workers` is touched by the thread of the sockets only.
struct Shared {
  Service& service;
  const ServerOptions& options;
  boost::asio::io_context& io;
  Workers& workers;
  std::size_t buffered = 0;  // bytes of declared bodies being taken in
  bool is_stopping = false;
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Shared& shared, std::unique_ptr<Conn> conn);
  ~Connection();

  void start();
  void refuse_and_close(int status);
  void stop();  // at once where it idles, after its answer where it does not
  void cut() { close(); }
  void watch(Clock::time_point now);  // cuts what has run out of time
  bool is_closed() const { return is_closed_; }

 private:
  enum class Phase { idle, header, body, handling, writing, lingering };
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

  void expect_request();
  void read();
  void feed();
  void admit();
  void ask_first(std::size_t body_limit);
  void take_body(std::size_t body_limit);
  void dispatch();
  void take_head();
  void refuse(int status);
  void respond(Response response);
  void write_head(const Response& response);
  void written(boost::system::error_code error);
  void linger();
  void drain();
  void close();
  void enter(Phase phase, std::chrono::milliseconds time);
  void reserve(std::size_t bytes);
  std::size_t room_for_reading() const;

  Shared& shared_;
  std::unique_ptr<Conn> conn_;
  Phase phase_ = Phase::idle;
  Clock::time_point deadline_ = Clock::time_point::max();
  std::vector<char> in_;
  std::size_t begin_ = 0, end_ = 0;  // bytes of in_ not yet parsed
  std::optional<Parser> parser_;
  Request request_;
  Response response_;
  std::string head_;
  std::size_t reserved_ = 0;
  bool is_admitted_ = false, is_reading_ = false, keeps_alive_ = false, is_closed_ = false;
};

}  // namespace tiendo::http
