// Which addresses a message may go to: what an agency enters must not reach the machines beside the server.
#pragma once

#include <sys/socket.h>

namespace tiendo::notify {

// Reached over the Internet: neither this machine nor a private, shared, link-local, documentation or multicast network (RFC 6890).
bool is_public(const sockaddr& address);

}  // namespace tiendo::notify
