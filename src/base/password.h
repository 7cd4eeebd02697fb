// Passwords as Argon2id hashes, and words that nobody can guess.
#pragma once

#include <string>
#include <string_view>

namespace tiendo {

inline constexpr std::size_t longest_password = 1024;

// Slow and large on purpose; at most two are worked out at once, so that a flood of sign-ins cannot fill the memory.
std::string password_hash(std::string_view password);
bool is_password(std::string_view password, const std::string& hash);

// How many of these the text holds: small letters, capitals, digits, other signs. Letters of every script count.
int character_kinds(std::string_view text);

std::string random_token();     // 256 bits, fit for a cookie or a header
std::string random_password();  // "k7mq-v3xd-9phr-t2wn": 79 bits, no letters that look alike

}  // namespace tiendo
