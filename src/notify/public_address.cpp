#include "notify/public_address.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <netinet/in.h>

namespace tiendo::notify {
namespace {

struct Network {
  std::uint32_t address;
  int bits;
};

constexpr std::uint32_t of(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return a << 24 | b << 16 | c << 8 | d;
}

constexpr std::array closed_networks{
    Network{of(0, 0, 0, 0), 8},      Network{of(10, 0, 0, 0), 8},    Network{of(100, 64, 0, 0), 10},   Network{of(127, 0, 0, 0), 8},
    Network{of(169, 254, 0, 0), 16}, Network{of(172, 16, 0, 0), 12}, Network{of(192, 0, 0, 0), 24},    Network{of(192, 0, 2, 0), 24},
    Network{of(192, 168, 0, 0), 16}, Network{of(198, 18, 0, 0), 15}, Network{of(198, 51, 100, 0), 24}, Network{of(203, 0, 113, 0), 24},
    Network{of(224, 0, 0, 0), 4},    Network{of(240, 0, 0, 0), 4},
};

bool is_public_v4(std::uint32_t address) {
  return std::ranges::none_of(closed_networks, [&](const Network& each) { return (address ^ each.address) >> (32 - each.bits) == 0; });
}

// 2000::/3 alone is given out; of it Teredo (2001::/32), documentation (2001:db8::/32) and 6to4 (2002::/16) lead elsewhere.
bool is_public_v6(const std::uint8_t* bytes) {
  if (bytes[0] >> 5 != 1) return false;
  const int first = bytes[0] << 8 | bytes[1], second = bytes[2] << 8 | bytes[3];
  return first != 0x2002 && !(first == 0x2001 && (second == 0 || second == 0x0db8));
}

}  // namespace

bool is_public(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in v4;
    std::memcpy(&v4, &address, sizeof v4);
    return is_public_v4(ntohl(v4.sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return false;
  sockaddr_in6 v6;
  std::memcpy(&v6, &address, sizeof v6);
  return is_public_v6(v6.sin6_addr.s6_addr);
}

}  // namespace tiendo::notify
