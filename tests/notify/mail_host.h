// A mail host of the tests: takes one message, and answers what it is told to.
#pragma once

#include <map>
#include <string>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tiendo::notify {

class MailHost {
 public:
  using Answers = std::map<std::string, std::string>;  // by the command's first four letters, "greeting", or "." for the whole message

  explicit MailHost(Answers answers) : answers_(std::move(answers)), listening_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(listening_, reinterpret_cast<sockaddr*>(&address), size);
    listen(listening_, 1);
    getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~MailHost() {
    shutdown(listening_, SHUT_RDWR);
    thread_.join();
    close(listening_);
  }
  int port() const { return port_; }

 private:
  void serve() {
    const int peer = accept(listening_, nullptr, nullptr);
    if (peer < 0) return;
    say(peer, answer("greeting", "220 mail.example"));
    bool is_in_message = false;
    std::string line;
    char letter = 0;
    while (read(peer, &letter, 1) == 1) {
      if (letter != '\n') {
        line += letter;
        continue;
      }
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (is_in_message && line == ".")
        is_in_message = false, say(peer, answer(".", "250 taken"));
      else if (!is_in_message)
        is_in_message = obey(peer, line.substr(0, 4));
      line.clear();
    }
    close(peer);
  }

  bool obey(int peer, const std::string& command) {
    const auto said = answer(command, command == "DATA" ? "354 go on" : command == "QUIT" ? "221 bye" : "250 fine");
    say(peer, said);
    return said.starts_with("354");
  }

  std::string answer(const std::string& to, const std::string& otherwise) const {
    const auto known = answers_.find(to);
    return known == answers_.end() ? otherwise : known->second;
  }

  static void say(int peer, const std::string& words) {
    const auto line = words + "\r\n";
    send(peer, line.data(), line.size(), MSG_NOSIGNAL);
  }

  Answers answers_;
  int listening_, port_ = 0;
  std::thread thread_;
};

}  // namespace tiendo::notify
