#include "http/server.h"

#include <list>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include "base/error.h"
#include "http/server_connection.h"

namespace tiendo::http {

namespace asio = boost::asio;
using boost::system::error_code;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;

namespace {

std::vector<asio::ip::address> addresses_of(const std::string& text) {
  if (text == "localhost") return {asio::ip::make_address("127.0.0.1"), asio::ip::make_address("::1")};
  error_code error;
  const auto address = asio::ip::make_address(text, error);
  if (error) throw Error{ErrorCode::invalid, "bad_address", {text}};
  return {address};
}

Acceptor listening(asio::io_context& io, const asio::ip::tcp::endpoint& endpoint) {
  Acceptor acceptor(io.get_executor());
  acceptor.open(endpoint.protocol());
  acceptor.set_option(Acceptor::reuse_address(true));
  if (endpoint.address().is_v6()) acceptor.set_option(asio::ip::v6_only(!endpoint.address().is_unspecified()));
  acceptor.bind(endpoint);
  acceptor.listen();
  return acceptor;
}

// How often connections are looked at: a quarter of the shortest time-out, within reason.
std::chrono::milliseconds pace(const ServerOptions& o) {
  const auto shortest = std::min({o.header_time, o.body_time, o.idle_time, o.write_time, o.stop_time}) / 4;
  return std::clamp(shortest, std::chrono::milliseconds(5), std::chrono::milliseconds(500));
}

}  // namespace

class Server::Loop {
 public:
  Loop(Service& service, ServerOptions options)
      : options_(std::move(options)),
        shared_{service, options_, io_, workers_},
        signals_(io_),
        tick_(io_.get_executor()),
        retry_(io_.get_executor()),
        workers_(options_.workers, options_.waiting) {
    listen();
    if (options_.stops_on_signals) {
      signals_.add(SIGTERM);
      signals_.add(SIGINT);
      signals_.async_wait([this](error_code error, int) {
        if (!error) stop();
      });
    }
    port_ = acceptors_.front().local_endpoint().port();
    for (auto& acceptor : acceptors_) accept(acceptor);
    watch();
  }

  std::uint16_t port() const { return port_; }
  void run() { io_.run(); }
  void stop_from_anywhere() {
    asio::post(io_, [this] { stop(); });
  }

 private:
  void listen() {
    std::uint16_t port = options_.port;
    for (const auto& address : addresses_of(options_.address)) {
      try {
        acceptors_.push_back(listening(io_, {address, port}));
        port = acceptors_.front().local_endpoint().port();
      } catch (const boost::system::system_error& error) {
        if (acceptors_.empty()) throw Error{ErrorCode::invalid, "cannot_listen", {options_.address, std::to_string(port)}, error.what()};
      }
    }
  }

  void accept(Acceptor& acceptor) {
    acceptor.async_accept([this, &acceptor](error_code error, Socket socket) {
      if (shared_.is_stopping) return;
      if (error) return accept_later(acceptor);
      take(std::move(socket));
      accept(acceptor);
    });
  }

  // Out of file handles, most likely: others must close first.
  void accept_later(Acceptor& acceptor) {
    retry_.expires_after(std::chrono::milliseconds(100));
    retry_.async_wait([this, &acceptor](error_code error) {
      if (!error) accept(acceptor);
    });
  }

  void take(Socket socket) {
    auto connection = std::make_shared<Connection>(shared_, plain_conn(std::move(socket)));
    forget_closed();
    const bool is_full = connections_.size() >= options_.connections;
    connections_.push_back(connection);
    is_full ? connection->refuse_and_close(503) : connection->start();
  }

  void forget_closed() {
    if (connections_.size() < options_.connections && !shared_.is_stopping) return;
    std::erase_if(connections_, [](const auto& c) { return c->is_closed(); });
  }

  void watch() {
    tick_.expires_after(shared_.is_stopping ? std::chrono::milliseconds(5) : pace(options_));
    tick_.async_wait([this](error_code error) {
      if (error) return;
      const auto now = Clock::now();
      for (const auto& connection : connections_) connection->watch(now);
      std::erase_if(connections_, [](const auto& c) { return c->is_closed(); });
      if (shared_.is_stopping && (connections_.empty() || now >= stop_by_)) return finish();
      watch();
    });
  }

  void stop() {
    if (shared_.is_stopping) return;
    shared_.is_stopping = true;
    stop_by_ = Clock::now() + options_.stop_time;
    for (auto& acceptor : acceptors_) acceptor.close();
    for (const auto& connection : connections_) connection->stop();
    watch();
  }

  void finish() {
    for (const auto& connection : connections_) connection->cut();
    connections_.clear();
    signals_.cancel();
    retry_.cancel();
  }

  const ServerOptions options_;
  Shared shared_;  // outlives every connection, also those whose last hold is a job or a handler below
  asio::io_context io_;
  asio::signal_set signals_;
  Timer tick_, retry_;
  std::list<Acceptor> acceptors_;
  std::uint16_t port_ = 0;  // asked for from any thread
  Workers workers_;
  std::vector<std::shared_ptr<Connection>> connections_;
  Clock::time_point stop_by_ = Clock::time_point::max();
};

Server::Server(Service& service, ServerOptions options) : loop_(std::make_unique<Loop>(service, std::move(options))) {}
Server::~Server() = default;
std::uint16_t Server::port() const {
  return loop_->port();
}
void Server::run() {
  loop_->run();
}
void Server::stop() {
  loop_->stop_from_anywhere();
}

}  // namespace tiendo::http
