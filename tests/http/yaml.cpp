#include "http/yaml.h"

#include <charconv>
#include <stdexcept>
#include <vector>

#include <boost/json.hpp>

namespace tiendo::http {
namespace {

namespace json = boost::json;

struct Line {
  int number;
  std::size_t indent;
  std::string_view text;
};

[[noreturn]] void fail(int line, std::string_view what) {
  throw std::runtime_error("openapi.yaml line " + std::to_string(line) + ": " + std::string(what));
}

json::value plain(std::string_view text) {
  if (text.empty() || text == "null") return nullptr;
  if (text == "true") return true;
  if (text == "false") return false;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size()) return number;
  return json::value(text);
}

// {a: b, "c": [d, e]}, "quoted", plain: within one line.
class Flow {
 public:
  Flow(std::string_view text, int line) : rest_(text), line_(line) {}

  json::value whole() {
    auto value = this->value("");
    blanks();
    if (!rest_.empty()) fail(line_, "text after the value");
    return value;
  }

 private:
  json::value value(std::string_view ends) {
    blanks();
    if (rest_.empty()) return nullptr;
    if (rest_[0] == '{') return mapping();
    if (rest_[0] == '[') return list();
    if (rest_[0] == '"') return json::value(quoted());
    return plain(word(ends));
  }

  json::value mapping() {
    json::object object;
    next('{');
    for (blanks(); !is_next('}'); blanks()) {
      const std::string key = rest_[0] == '"' ? quoted() : std::string(word(":"));
      next(':');
      if (object.contains(key)) fail(line_, "the same key twice: " + key);
      object[key] = value(",}");
      blanks();
      if (!is_next('}')) next(',');
    }
    next('}');
    return object;
  }

  json::value list() {
    json::array array;
    next('[');
    for (blanks(); !is_next(']'); blanks()) {
      array.push_back(value(",]"));
      blanks();
      if (!is_next(']')) next(',');
    }
    next(']');
    return array;
  }

  std::string quoted() {
    std::size_t end = 1;
    while (end < rest_.size() && rest_[end] != '"') end += rest_[end] == '\\' ? 2 : 1;
    if (end >= rest_.size()) fail(line_, "a quote that does not end");
    const auto text = json::parse(rest_.substr(0, end + 1));
    rest_.remove_prefix(end + 1);
    return std::string(text.as_string());
  }

  std::string_view word(std::string_view ends) {
    auto text = rest_.substr(0, ends.empty() ? rest_.size() : rest_.find_first_of(ends));
    rest_.remove_prefix(text.size());
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
  }

  void blanks() {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
  }
  bool is_next(char c) const {
    if (rest_.empty()) fail(line_, "a bracket that does not close");
    return rest_[0] == c;
  }
  void next(char c) {
    if (!is_next(c)) fail(line_, std::string("expected ") + c);
    rest_.remove_prefix(1);
  }

  std::string_view rest_;
  int line_;
};

// The end of "key" in "key: value", npos where the line is none.
std::size_t end_of_key(std::string_view text) {
  if (text.starts_with('"')) {
    const auto end = text.find('"', 1);
    return end != std::string_view::npos && text.substr(end + 1).starts_with(':') ? end + 1 : std::string_view::npos;
  }
  for (auto at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1))
    if (at + 1 == text.size() || text[at + 1] == ' ') return at;
  return std::string_view::npos;
}

class Blocks {
 public:
  explicit Blocks(std::vector<Line> lines) : lines_(std::move(lines)) {}

  json::value whole() {
    auto value = block(0);
    if (at_ != lines_.size()) fail(lines_[at_].number, "indented in a way that is not understood");
    return value;
  }

 private:
  json::value block(std::size_t indent) { return lines_[at_].text.starts_with("- ") ? list(indent) : mapping(indent); }

  json::value list(std::size_t indent) {
    json::array array;
    while (at_ < lines_.size() && lines_[at_].indent == indent && lines_[at_].text.starts_with("- ")) {
      auto& line = lines_[at_];
      line.text.remove_prefix(2);
      line.indent += 2;
      if (line.text.starts_with('{') || end_of_key(line.text) == std::string_view::npos) {
        array.push_back(Flow(line.text, line.number).whole());
        ++at_;
      } else {
        array.push_back(mapping(line.indent));
      }
    }
    return array;
  }

  json::value mapping(std::size_t indent) {
    json::object object;
    while (at_ < lines_.size() && lines_[at_].indent == indent && !lines_[at_].text.starts_with("- ")) {
      const Line line = lines_[at_++];
      const auto end = end_of_key(line.text);
      if (end == std::string_view::npos) fail(line.number, "no key");
      auto key = line.text.substr(0, end);
      if (key.starts_with('"')) key = key.substr(1, key.size() - 2);
      if (object.contains(key)) fail(line.number, "the same key twice");
      const auto rest = line.text.substr(end + 1);
      const bool is_deeper = at_ < lines_.size() && lines_[at_].indent > indent;
      if (rest.find_first_not_of(' ') != std::string_view::npos)
        object[key] = Flow(rest, line.number).whole();
      else if (is_deeper)
        object[key] = block(lines_[at_].indent);
      else
        fail(line.number, "a key without a value");
    }
    return object;
  }

  std::vector<Line> lines_;
  std::size_t at_ = 0;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (int number = 1; !text.empty(); ++number) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const auto indent = line.find_first_not_of(' ');
    if (indent == std::string_view::npos || line[indent] == '#') continue;
    if (line.find('\t') != std::string_view::npos) fail(number, "a tab");
    lines.push_back({number, indent, line.substr(indent)});
  }
  return lines;
}

}  // namespace

json::value read_yaml(std::string_view text) {
  return Blocks(lines_of(text)).whole();
}

}  // namespace tiendo::http
