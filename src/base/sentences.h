// Every sentence a user reads stands in text/*.json, by key: flat objects of key -> sentence with {0}, {1} … for arguments.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

enum class Language { vi, en };

// The sentence of a key, filled; the key itself where it is missing (a test proves that none is).
std::string sentence(Language language, std::string_view key, const std::vector<std::string>& arguments = {});
bool has_sentence(Language language, std::string_view key);

}  // namespace tiendo
