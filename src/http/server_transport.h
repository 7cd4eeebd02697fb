// Bytes in and out of one client. Everything above it is the same for a plain and, later, a TLS connection; being virtual it
// keeps the templates of the network library in one place (minutes of compile time otherwise).
#pragma once

#include <array>
#include <functional>
#include <memory>

#include <boost/asio/ip/tcp.hpp>

namespace tiendo::http {

using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
using Done = std::function<void(boost::system::error_code, std::size_t)>;
using TwoBuffers = std::array<boost::asio::const_buffer, 2>;

class Conn {
 public:
  virtual ~Conn() = default;
  virtual void read_some(char* to, std::size_t size, Done done) = 0;
  virtual void write(const TwoBuffers& bytes, Done done) = 0;  // all of them
  virtual void finish_sending() = 0;
  virtual void close() = 0;
  virtual std::string peer() const = 0;  // address of the client
  virtual std::string host() const = 0;  // address that it has reached
};

std::unique_ptr<Conn> plain_conn(Socket socket);

}  // namespace tiendo::http
