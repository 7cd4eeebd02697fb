// The cookie of a session.
#pragma once

#include <string_view>

namespace tiendo::http {

inline constexpr std::string_view session_cookie = "tiendo_session";

}  // namespace tiendo::http
