#include "http/request.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::http {
namespace {

constexpr std::size_t most_query_values = 64;
constexpr std::size_t longest_target = 8 * 1024;

constexpr std::pair<Method, const char*> methods[] = {{Method::get, "GET"}, {Method::head, "HEAD"},   {Method::post, "POST"},
                                                      {Method::put, "PUT"}, {Method::patch, "PATCH"}, {Method::remove, "DELETE"}};

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

[[noreturn]] void refuse_target() {
  throw Error{ErrorCode::invalid, "bad_address_line"};
}

std::string decoded_or_refused(std::string_view text) {
  auto decoded = percent_decoded(text, true);
  if (!decoded) refuse_target();
  return std::move(*decoded);
}

std::optional<std::string_view> find(const Pairs& pairs, std::string_view name) {
  for (const auto& [key, value] : pairs)
    if (key == name) return value;
  return std::nullopt;
}

}  // namespace

const char* name_of(Method method) {
  for (const auto& [value, name] : methods)
    if (value == method) return name;
  return "OTHER";
}

Method method_of(std::string_view name) {
  for (const auto& [value, text] : methods)
    if (name == text) return value;
  return Method::other;
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_blank) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && plus_is_blank) {
      c = ' ';
    }
    if (is_control(c)) return std::nullopt;
    out.push_back(c);
  }
  if (!is_utf8(out)) return std::nullopt;
  return out;
}

std::string percent_encoded(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      out.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return out;
}

void Request::read_target() {
  if (target.empty() || target[0] != '/' || target.size() > longest_target) refuse_target();
  const auto question = target.find('?');
  path = target.substr(0, question);
  query.clear();
  if (question == std::string::npos) return;
  std::string_view rest = std::string_view(target).substr(question + 1);
  while (!rest.empty()) {
    const auto part = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    if (part.empty()) continue;
    if (query.size() == most_query_values) refuse_target();
    const auto equals = part.find('=');
    query.emplace_back(decoded_or_refused(part.substr(0, equals)),
                       equals == std::string_view::npos ? std::string() : nfc(decoded_or_refused(part.substr(equals + 1))));
  }
}

std::optional<std::string_view> Request::find_header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (same_name(key, name)) return value;
  return std::nullopt;
}

std::optional<std::string_view> Request::find_query(std::string_view name) const {
  return find(query, name);
}

std::optional<std::string_view> Request::find_cookie(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (!same_name(key, "cookie")) continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      auto part = rest.substr(0, rest.find(';'));
      rest.remove_prefix(std::min(rest.size(), part.size() + 1));
      while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
      if (part.size() > name.size() && part.substr(0, name.size()) == name && part[name.size()] == '=') return part.substr(name.size() + 1);
    }
  }
  return std::nullopt;
}

const std::string& Request::path_value(std::string_view name) const {
  const auto at = std::ranges::find(path_values, name, [](const auto& pair) -> std::string_view { return pair.first; });
  assert(at != path_values.end());
  return at->second;
}

}  // namespace tiendo::http
