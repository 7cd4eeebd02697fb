// HTTP/1.1 over TCP: sockets, time-outs and limits. What is asked and answered is the business of a Service.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/request.h"
#include "http/response.h"

namespace tiendo::store {
class Store;
}

namespace tiendo::http {

// Said after the header of a request has come, before its body is taken in.
struct Admission {
  std::size_t body_limit = 0;
  bool asks_first = false;  // `find_refusal` must be asked before so large a body is taken in
};

class Service {
 public:
  virtual ~Service() = default;
  // On the thread of the sockets: must be quick.
  virtual Admission admit(Request& head) = 0;
  // On a worker; may block. Must not throw.
  virtual std::optional<Response> find_refusal(Request& head) = 0;
  // On a worker; may block. Must not throw.
  virtual Response answer(Request& request) = 0;
  // What the transport itself refuses; `head` where there is one. On the thread of the sockets.
  virtual Response refuse(int status, const Request* head) = 0;
};

struct Settings {
  bool is_secure = false;  // the page is reached by https: the cookie is kept to it
  std::string version;
  std::chrono::milliseconds patience_with_readings{2'000};  // a document read sooner is answered at once
  std::vector<std::string> trusted_proxies;                 // addresses or networks, "10.0.0.0/8": what they say of the client is believed
};

// The page and the REST interface over a store.
std::unique_ptr<Service> service_over(store::Store& store, Settings settings);

struct ServerOptions {
  std::string address = "127.0.0.1";  // "localhost" is both loopbacks, "::" every address of both families
  std::uint16_t port = 8080;          // 0: any free one
  int workers = 8;                    // more than the places for slow work (places.h)
  std::size_t waiting = 128;          // requests that may wait for a worker
  std::size_t connections = 1024;
  std::size_t header_bytes = 16 * 1024;
  std::size_t buffered_bytes = std::size_t{256} << 20;  // declared bodies being taken in, all together
  std::chrono::milliseconds header_time{10'000};        // from the first byte to the end of the header
  std::chrono::milliseconds body_time{120'000};
  std::chrono::milliseconds idle_time{75'000};  // between requests
  std::chrono::milliseconds write_time{60'000};
  std::chrono::milliseconds stop_time{10'000};  // for what is under way when the server is asked to stop
  bool stops_on_signals = false;                // SIGTERM, SIGINT
};

class Server {
 public:
  // Listens at once; throws invalid "cannot_listen" where it cannot.
  Server(Service& service, ServerOptions options);
  ~Server();

  std::uint16_t port() const;
  void run();   // until stopped; finishes what is under way
  void stop();  // from any thread

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace tiendo::http
