#include "http/server_connection.h"

#include <cstring>
#include <ctime>
#include <iostream>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

namespace tiendo::http {
namespace {

namespace beast_http = boost::beast::http;
using boost::system::error_code;

constexpr std::size_t first_buffer = 4 * 1024, body_buffer = 64 * 1024;
constexpr std::size_t small_body = 64 * 1024;  // not worth accounting for
constexpr std::chrono::milliseconds linger_time{1'000};

int status_of(const error_code& error) {
  if (error == beast_http::error::body_limit) return 413;
  if (error == beast_http::error::header_limit || error == beast_http::error::buffer_overflow) return 431;
  return 400;
}

// "Date: …", made anew each second.
const std::string& date_line() {
  thread_local std::time_t made_at = 0;
  thread_local std::string line;
  const std::time_t now = std::time(nullptr);
  if (now != made_at) {
    char text[64];
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::strftime(text, sizeof text, "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &utc);
    line = text;
    made_at = now;
  }
  return line;
}

Request head_of(const beast_http::request<beast_http::string_body>& message) {
  Request request;
  request.method = method_of(message.method_string());
  request.target = message.target();
  for (const auto& field : message) request.headers.emplace_back(field.name_string(), field.value());
  return request;
}

}  // namespace

Connection::Connection(Shared& shared, std::unique_ptr<Conn> conn) : shared_(shared), conn_(std::move(conn)) {}

Connection::~Connection() {
  reserve(0);
}

void Connection::start() {
  expect_request();
}

void Connection::expect_request() {
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(shared_.options.header_bytes));
  parser_->body_limit(std::uint64_t{1} << 40);  // the route's own limit is set once the route is known
  is_admitted_ = false;
  if (begin_ != end_) {
    enter(Phase::header, shared_.options.header_time);
    return feed();
  }
  begin_ = end_ = 0;
  if (in_.size() > first_buffer) std::vector<char>().swap(in_);
  enter(Phase::idle, shared_.options.idle_time);
  read();
}

std::size_t Connection::room_for_reading() const {
  return phase_ == Phase::body ? body_buffer
                               : std::max(first_buffer, std::min(in_.size() * 2, shared_.options.header_bytes + first_buffer));
}

void Connection::read() {
  if (begin_ > 0) {
    std::memmove(in_.data(), in_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == in_.size() || in_.empty()) in_.resize(std::max(room_for_reading(), in_.size()));
  if (end_ == in_.size()) return refuse(431);
  is_reading_ = true;
  conn_->read_some(in_.data() + end_, in_.size() - end_, [self = shared_from_this()](error_code error, std::size_t size) {
    self->is_reading_ = false;
    if (self->is_closed_) return;
    if (error) return self->close();
    if (self->phase_ == Phase::lingering) return self->drain();
    if (self->phase_ == Phase::writing) return;  // it ran out of time while this read was waiting
    if (self->phase_ == Phase::idle) self->enter(Phase::header, self->shared_.options.header_time);
    self->end_ += size;
    self->feed();
  });
}

void Connection::feed() {
  while (true) {
    if (begin_ == end_) return read();
    error_code error;
    begin_ += parser_->put(boost::asio::buffer(in_.data() + begin_, end_ - begin_), error);
    if (error == beast_http::error::need_more) return read();
    if (error) return refuse(status_of(error));
    if (!is_admitted_ && parser_->is_header_done()) {
      admit();
      if (phase_ == Phase::writing || phase_ == Phase::handling || is_closed_) return;
    }
    if (parser_->is_done()) return dispatch();
  }
}

void Connection::take_head() {
  request_ = head_of(parser_->get());
  request_.peer = conn_->peer();
  request_.host = conn_->host();
  keeps_alive_ = parser_->keep_alive();
}

void Connection::admit() {
  is_admitted_ = true;
  take_head();
  if (parser_->get().version() == 11 && !request_.find_header("Host")) return refuse(400);
  const Admission admission = shared_.service.admit(request_);
  if (parser_->content_length().value_or(0) > admission.body_limit) return refuse(413);
  if (admission.asks_first && !parser_->is_done()) return ask_first(admission.body_limit);
  take_body(admission.body_limit);
}

// Nobody's large body is kept before it is known who sends it.
void Connection::ask_first(std::size_t body_limit) {
  enter(Phase::handling, std::chrono::milliseconds::max());
  auto job = [self = shared_from_this(), body_limit] {
    auto refusal = std::make_shared<std::optional<Response>>(self->shared_.service.find_refusal(self->request_));
    boost::asio::post(self->shared_.io, [self, refusal, body_limit] {
      if (self->is_closed_) return;
      if (*refusal) {
        self->keeps_alive_ = false;
        return self->respond(std::move(**refusal));
      }
      self->take_body(body_limit);
      if (self->phase_ == Phase::body) self->feed();
    });
  };
  if (!shared_.workers.try_post(std::move(job))) refuse(503);
}

void Connection::take_body(std::size_t body_limit) {
  parser_->body_limit(body_limit);
  parser_->eager(true);
  if (parser_->is_done()) return;
  const std::size_t expected = static_cast<std::size_t>(parser_->content_length().value_or(body_limit));
  if (expected > small_body && shared_.buffered + expected > shared_.options.buffered_bytes) return refuse(503);
  if (expected > small_body) reserve(expected);
  enter(Phase::body, shared_.options.body_time);
  const auto expectation = request_.find_header("Expect");
  if (!expectation) return;
  static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
  conn_->write({boost::asio::buffer(go_on), {}}, [self = shared_from_this()](error_code error, std::size_t) {
    if (error) self->close();
  });
}

void Connection::dispatch() {
  enter(Phase::handling, std::chrono::milliseconds::max());
  request_.body = std::move(parser_->get().body());
  auto job = [self = shared_from_this()] {
    auto response = std::make_shared<Response>(self->shared_.service.answer(self->request_));
    boost::asio::post(self->shared_.io, [self, response] { self->respond(std::move(*response)); });
  };
  if (!shared_.workers.try_post(std::move(job))) respond(shared_.service.refuse(503, &request_));
}

// The rest of what is being sent is not read as a request: the connection ends with this answer.
void Connection::refuse(int status) {
  if (!is_admitted_ && parser_ && parser_->is_header_done()) take_head();
  keeps_alive_ = false;
  respond(shared_.service.refuse(status, parser_ && parser_->is_header_done() ? &request_ : nullptr));
}

void Connection::refuse_and_close(int status) {
  refuse(status);
}

void Connection::respond(Response response) {
  if (is_closed_) return;
  reserve(0);
  response_ = std::move(response);
  keeps_alive_ = keeps_alive_ && !shared_.is_stopping;
  write_head(response_);
  enter(Phase::writing, shared_.options.write_time);
  const bool has_body = request_.method != Method::head && response_.status != 204 && response_.status != 304;
  const auto body = has_body ? response_.content() : std::string_view();
  conn_->write({boost::asio::buffer(head_), boost::asio::buffer(body)},
               [self = shared_from_this()](error_code error, std::size_t) { self->written(error); });
}

void Connection::write_head(const Response& response) {
  head_.clear();
  head_ += "HTTP/1.1 ";
  head_ += std::to_string(response.status);
  head_ += ' ';
  head_ += reason(response.status);
  head_ += "\r\n";
  head_ += date_line();
  for (const auto& [name, value] : response.headers) {
    head_ += name;
    head_ += ": ";
    head_ += value;
    head_ += "\r\n";
  }
  if (response.status != 204 && response.status != 304) head_ += "Content-Length: " + std::to_string(response.content().size()) + "\r\n";
  head_ += keeps_alive_ ? (parser_->get().version() == 10 ? "Connection: keep-alive\r\n\r\n" : "\r\n") : "Connection: close\r\n\r\n";
}

void Connection::written(error_code error) {
  if (is_closed_) return;
  if (error) return close();
  response_ = {};
  request_ = {};
  if (!keeps_alive_ || shared_.is_stopping) return linger();
  expect_request();
}

// Closing while the client still sends would reset the connection and could take our answer with it.
void Connection::linger() {
  enter(Phase::lingering, linger_time);
  conn_->finish_sending();
  if (in_.empty()) in_.resize(first_buffer);
  if (!is_reading_) drain();
}

void Connection::drain() {
  is_reading_ = true;
  conn_->read_some(in_.data(), in_.size(), [self = shared_from_this()](error_code error, std::size_t) {
    if (self->is_closed_) return;
    if (error) return self->close();
    self->drain();
  });
}

void Connection::stop() {
  if (phase_ == Phase::idle) close();
  keeps_alive_ = false;
}

void Connection::watch(Clock::time_point now) {
  if (now < deadline_ || is_closed_) return;
  if (phase_ == Phase::header || phase_ == Phase::body) return refuse(408);
  close();
}

void Connection::enter(Phase phase, std::chrono::milliseconds time) {
  phase_ = phase;
  deadline_ = time == std::chrono::milliseconds::max() ? Clock::time_point::max() : Clock::now() + time;
}

void Connection::reserve(std::size_t bytes) {
  if (bytes == reserved_) return;
  shared_.buffered += bytes;
  shared_.buffered -= reserved_;
  reserved_ = bytes;
}

void Connection::close() {
  if (is_closed_) return;
  is_closed_ = true;
  reserve(0);
  conn_->close();
}

}  // namespace tiendo::http
