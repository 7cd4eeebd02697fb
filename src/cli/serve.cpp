#include <iostream>
#include <memory>
#include <thread>

#include <CLI/CLI.hpp>
#include <malloc.h>

#include "base/embedded.h"
#include "cli/commands.h"
#include "cli/place.h"
#include "cli/spoken.h"
#include "http/server.h"
#include "notify/post.h"
#include "notify/scheduler.h"
#include "store/store.h"

namespace tiendo::cli {
namespace {

struct ServeOptions {
  std::string database;
  bool is_secure = false;
  std::vector<std::string> trusted_proxies;
  http::ServerOptions server;
  notify::PostOptions post;
};

std::string address_of_page(const ServeOptions& options, int port) {
  const auto& address = options.server.address;
  const bool is_everywhere = address == "0.0.0.0" || address == "::" || address == "127.0.0.1";
  const auto host = is_everywhere ? "localhost" : address.find(':') == std::string::npos ? address : '[' + address + ']';
  return "http://" + host + ':' + std::to_string(port);
}

// Long answers come and go: giving their memory back to the system each time costs more than writing them.
void keep_freed_memory() {
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 8 << 20);
}

void serve(const ServeOptions& options) {
  keep_freed_memory();
  store::Store store(options.database);
  const auto service =
      http::service_over(store, {.is_secure = options.is_secure, .version = TIENDO_VERSION, .trusted_proxies = options.trusted_proxies});
  http::Server server(*service, options.server);
  notify::Post post(options.post);
  const notify::Scheduler scheduler(store, post);
  std::cout << said("notice.serving", {address_of_page(options, server.port())}) << std::endl;
  if (embedded_web().empty()) std::cout << said("notice.serving_empty") << std::endl;
  server.run();
}

}  // namespace

void add_serve(CLI::App& app, int&) {
  auto options = std::make_shared<ServeOptions>();
  options->server.stops_on_signals = true;
  options->server.workers = std::max(options->server.workers, static_cast<int>(std::thread::hardware_concurrency()));
  auto* command = app.add_subcommand("serve", "Chạy máy chủ / serve the page and the REST interface");
  add_database_option(*command, options->database);
  command->add_option("--address", options->server.address, "Địa chỉ / address to listen on")->capture_default_str();
  command->add_option("--port", options->server.port, "Cổng / port, 0 for any free one")->capture_default_str();
  command->add_flag("--secure", options->is_secure, "Trang dùng https / the page is reached by https");
  command->add_option("--trusted-proxy", options->trusted_proxies,
                      "Máy chủ trung gian được tin / proxy or network of proxies whose X-Forwarded-For is believed");
  command->add_flag("--reach-private", options->post.may_reach_private,
                    "Thư và webhook được gửi vào mạng nội bộ / e-mail and webhooks may go to private addresses, webhooks without TLS");
  command->callback([options] { serve(*options); });
}

}  // namespace tiendo::cli
