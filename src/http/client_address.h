// Where a request really comes from when a proxy stands before the server.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "http/request.h"

namespace tiendo::http {

// "192.0.2.7", "10.0.0.0/8", "::1", "2001:db8::/32".
bool is_network(std::string_view text);
bool lies_in(std::string_view address, std::string_view network);

// The peer itself, unless it is a trusted proxy: then the last address of X-Forwarded-For that is none. What anybody else writes
// into that header is not believed.
std::string client_address(const Request& request, std::span<const std::string> trusted_proxies);

}  // namespace tiendo::http
