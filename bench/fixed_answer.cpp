// A floor: one fixed answer of a given size through the product's own HTTP library. Not part of the product.
#include <cstdlib>
#include <iostream>

#include "http/server.h"

using namespace tiendo::http;

namespace {

class FixedAnswer : public Service {
 public:
  explicit FixedAnswer(std::size_t size) : body_(size, 'x') {}
  Admission admit(Request&) override { return {1024}; }
  std::optional<Response> find_refusal(Request&) override { return std::nullopt; }
  Response answer(Request&) override { return json_response(body_); }
  Response refuse(int status, const Request*) override { return json_response("{}", status); }

 private:
  std::string body_;
};

}  // namespace

int main(int argc, char** argv) {
  FixedAnswer service(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 0);
  ServerOptions options;
  options.port = static_cast<std::uint16_t>(argc > 2 ? std::atoi(argv[2]) : 0);
  options.stops_on_signals = true;
  Server server(service, options);
  std::cout << server.port() << std::endl;
  server.run();
}
