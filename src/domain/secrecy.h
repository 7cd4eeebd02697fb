// Secret material is refused (R60). A mark is a stamp, not the word in running text: "bảo vệ bí mật nhà nước" is none.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tiendo::domain {

// "MẬT", "TỐI MẬT" or "TUYỆT MẬT" where the text bears it: alone on its line or between wide blanks in capitals,
// alone in brackets, or after "Độ mật:". Lines are parted by '\n'.
std::optional<std::string> find_secret_mark(std::string_view text);

}  // namespace tiendo::domain
