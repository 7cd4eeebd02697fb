#include "http/server_transport.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/write.hpp>

namespace tiendo::http {
namespace {

class PlainConn : public Conn {
 public:
  explicit PlainConn(Socket socket) : socket_(std::move(socket)) {
    boost::system::error_code ignored;
    socket_.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
  }

  void read_some(char* to, std::size_t size, Done done) override {
    socket_.async_read_some(boost::asio::buffer(to, size), std::move(done));
  }
  void write(const TwoBuffers& bytes, Done done) override { boost::asio::async_write(socket_, bytes, std::move(done)); }
  void finish_sending() override {
    boost::system::error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
  }
  void close() override {
    boost::system::error_code ignored;
    socket_.close(ignored);
  }
  std::string peer() const override {
    boost::system::error_code error;
    const auto endpoint = socket_.remote_endpoint(error);
    return error ? std::string() : endpoint.address().to_string();
  }
  std::string host() const override {
    boost::system::error_code error;
    const auto endpoint = socket_.local_endpoint(error);
    return error ? std::string() : endpoint.address().to_string();
  }

 private:
  Socket socket_;
};

}  // namespace

std::unique_ptr<Conn> plain_conn(Socket socket) {
  return std::make_unique<PlainConn>(std::move(socket));
}

}  // namespace tiendo::http
