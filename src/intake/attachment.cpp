#include "intake/attachment.h"

#include "base/text.h"

namespace tiendo::intake {
namespace {

std::string without_frame(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (letter != '*' && letter != '_') out += letter;
  }
  out = collapse_blanks(out);
  if (out.starts_with('(')) out.erase(0, 1);
  if (out.ends_with('.')) out.pop_back();
  if (out.ends_with(')')) out.pop_back();
  return collapse_blanks(out);
}

// What stands between two words, blank where either is missing.
std::string between(std::string_view text, std::string_view before, std::string_view after) {
  const auto first = text.find(before);
  if (first == text.npos) return {};
  const auto from = first + before.size();
  const auto to = after.empty() ? text.npos : text.find(after, from);
  return collapse_blanks(text.substr(from, to == text.npos ? text.npos : to - from));
}

}  // namespace

bool begins_attachment(std::string_view text) {
  const std::string key = search_key(without_frame(text));
  return key.starts_with("kem theo") || key.starts_with("ban hanh kem theo") || key.starts_with("dinh kem");
}

domain::Attachment attachment_of(std::string_view text) {
  domain::Attachment out;
  out.as_written = without_frame(text);
  const std::string_view written = out.as_written;
  const std::string number = between(written, "số ", " ngày");
  if (const auto slash = number.find('/'); slash != number.npos) {
    out.decision_number = collapse_blanks(number.substr(0, slash));
    out.decision_symbol = number.substr(slash, number.find(' ', slash) - slash);
  }
  out.decision_date = between(written, "ngày ", " của ");
  out.issuer = between(written, " của ", "");
  if (out.issuer.empty()) out.decision_date = between(written, "ngày ", "");
  return out;
}

}  // namespace tiendo::intake
