#include "http/client_address.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>

#include <arpa/inet.h>

#include "base/text.h"

namespace tiendo::http {
namespace {

using Bytes = std::array<unsigned char, 16>;

// Both families as 128 bits: 192.0.2.7 is ::ffff:192.0.2.7.
std::optional<Bytes> find_address(std::string_view text) {
  const std::string ended(text);
  Bytes bytes{};
  if (inet_pton(AF_INET6, ended.c_str(), bytes.data()) == 1) return bytes;
  bytes[10] = bytes[11] = 0xFF;
  if (inet_pton(AF_INET, ended.c_str(), bytes.data() + 12) == 1) return bytes;
  return std::nullopt;
}

struct Network {
  Bytes address{};
  int bits = 128;
};

std::optional<Network> find_network(std::string_view text) {
  const auto slash = text.find('/');
  const auto address = find_address(text.substr(0, slash));
  if (!address) return std::nullopt;
  Network network{*address};
  if (slash == std::string_view::npos) return network;
  const auto digits = text.substr(slash + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), network.bits);
  const bool is_short = text.find(':') == std::string_view::npos;
  if (error != std::errc() || end != digits.data() + digits.size() || network.bits < 0 || network.bits > (is_short ? 32 : 128))
    return std::nullopt;
  if (is_short) network.bits += 96;
  return network;
}

bool is_forwarded_for(std::string_view name) {
  return std::ranges::equal(name, std::string_view("x-forwarded-for"),
                            [](unsigned char a, unsigned char b) { return std::tolower(a) == b; });
}

}  // namespace

bool is_network(std::string_view text) {
  return find_network(text).has_value();
}

bool lies_in(std::string_view address, std::string_view network) {
  const auto one = find_address(address);
  const auto all = find_network(network);
  if (!one || !all) return false;
  for (int bit = 0; bit < all->bits; bit += 8) {
    const auto at = static_cast<std::size_t>(bit / 8);
    const int rest = std::min(8, all->bits - bit);
    if (((*one)[at] ^ all->address[at]) >> (8 - rest) != 0) return false;
  }
  return true;
}

std::string client_address(const Request& request, std::span<const std::string> trusted_proxies) {
  const auto is_trusted = [&](std::string_view address) {
    return std::ranges::any_of(trusted_proxies, [&](const auto& network) { return lies_in(address, network); });
  };
  std::string client = request.peer;
  for (auto header = request.headers.rbegin(); header != request.headers.rend() && is_trusted(client); ++header) {
    if (!is_forwarded_for(header->first)) continue;
    std::string_view rest = header->second;
    while (!rest.empty() && is_trusted(client)) {
      const auto comma = rest.rfind(',');
      const auto last = trimmed(rest.substr(comma == std::string_view::npos ? 0 : comma + 1));
      if (!find_address(last)) return client;
      client = last;
      rest = comma == std::string_view::npos ? std::string_view() : rest.substr(0, comma);
    }
  }
  return client;
}

}  // namespace tiendo::http
