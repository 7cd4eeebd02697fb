#include "base/sentences.h"

#include <map>

#include <boost/json.hpp>

#include "base/embedded.h"
#include "base/error.h"

namespace tiendo {
namespace {

using Sentences = std::map<std::string, std::string, std::less<>>;

Sentences read(std::string_view file) {
  Sentences out;
  for (const auto& embedded : embedded_text()) {
    if (embedded.path != file) continue;
    const auto object = boost::json::parse({embedded.bytes.data(), embedded.bytes.size()}).as_object();
    for (const auto& [key, value] : object) out.emplace(key, value.as_string().c_str());
  }
  return out;
}

const Sentences& sentences(Language language) {
  static const Sentences vietnamese = read("vi.json"), english = read("en.json");
  return language == Language::vi ? vietnamese : english;
}

}  // namespace

bool has_sentence(Language language, std::string_view key) {
  return sentences(language).contains(key);
}

std::string sentence(Language language, std::string_view key, const std::vector<std::string>& arguments) {
  const auto found = sentences(language).find(key);
  if (found == sentences(language).end()) return std::string(key);
  std::string out;
  const std::string& pattern = found->second;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool slot =
        pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' && pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
    if (!slot) {
      out += pattern[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
    if (index < arguments.size()) out += arguments[index];
    i += 2;
  }
  return out;
}

}  // namespace tiendo
