// A client made of a bare socket, so that tests can send what no decent client would.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tiendo::http {

struct Answer {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
};

class Wire {
 public:
  explicit Wire(std::uint16_t port, bool is_v6 = false) : socket_(::socket(is_v6 ? AF_INET6 : AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    v4.sin_port = htons(port);
    v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    v6.sin6_addr = in6addr_loopback;
    const int result = is_v6 ? ::connect(socket_, reinterpret_cast<sockaddr*>(&v6), sizeof v6)
                             : ::connect(socket_, reinterpret_cast<sockaddr*>(&v4), sizeof v4);
    if (result != 0) {
      ::close(socket_);
      throw std::runtime_error("cannot connect");
    }
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  ~Wire() { ::close(socket_); }
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  // False once the other side has gone.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  // Nothing where the connection ends before an answer is complete.
  std::optional<Answer> read(bool has_body = true) {
    while (kept_.find("\r\n\r\n") == std::string::npos)
      if (!more()) return std::nullopt;
    const auto end = kept_.find("\r\n\r\n");
    Answer answer = head_of(kept_.substr(0, end + 2));
    kept_.erase(0, end + 4);
    const auto length = answer.headers.find("content-length");
    const std::size_t size = has_body && length != answer.headers.end() ? std::stoul(length->second) : 0;
    while (kept_.size() < size)
      if (!more()) return std::nullopt;
    answer.body = kept_.substr(0, size);
    kept_.erase(0, size);
    return answer;
  }

  std::optional<Answer> ask(std::string_view request) {
    send(request);
    return read();
  }

  // Waits until one of the two has been answered.
  bool has_answer_before(const Wire& other) const {
    pollfd waiting[] = {{socket_, POLLIN, 0}, {other.socket_, POLLIN, 0}};
    if (::poll(waiting, 2, 10'000) < 1) throw std::runtime_error("no answer within ten seconds");
    return waiting[0].revents != 0;
  }

  // Waits for the other side to hang up; true where it does without another byte.
  bool is_hung_up() { return kept_.empty() && !more(); }

 private:
  static Answer head_of(const std::string& head) {
    Answer answer;
    answer.status = std::stoi(head.substr(9, 3));
    for (std::size_t at = head.find("\r\n") + 2; at < head.size();) {
      const auto end = head.find("\r\n", at), colon = head.find(": ", at);
      std::string name = head.substr(at, colon - at);
      for (auto& c : name) c = static_cast<char>(std::tolower(c));
      answer.headers[name] = head.substr(colon + 2, end - colon - 2);
      at = end + 2;
    }
    return answer;
  }

  bool more() {
    pollfd waiting{socket_, POLLIN, 0};
    if (::poll(&waiting, 1, 10'000) != 1) throw std::runtime_error("no answer within ten seconds");
    char buffer[16 * 1024];
    const auto size = ::recv(socket_, buffer, sizeof buffer, 0);
    if (size <= 0) return false;
    kept_.append(buffer, static_cast<std::size_t>(size));
    return true;
  }

  int socket_;
  std::string kept_;
};

}  // namespace tiendo::http
