// JSON written straight into one string: for long answers, where building a tree first costs ten times as much.
#pragma once

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace tiendo {

class JsonWriter {
 public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void key(std::string_view name) {
    comma();
    quoted(name);
    out_ += ':';
    needs_comma_ = false;
  }
  void value(std::string_view text) { comma(), quoted(text), needs_comma_ = true; }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(const char* text) { value(std::string_view(text)); }
  void value(std::nullptr_t) { raw("null"); }
  template <std::same_as<bool> Bool>
  void value(Bool truth) { raw(truth ? "true" : "false"); }
  template <std::integral Number>
    requires(!std::same_as<Number, bool>)
  void value(Number number) {
    char digits[24];
    raw({digits, static_cast<std::size_t>(std::to_chars(digits, digits + sizeof digits, number).ptr - digits)});
  }
  void value(double number) {
    char digits[32];
    raw({digits, static_cast<std::size_t>(std::to_chars(digits, digits + sizeof digits, number).ptr - digits)});
  }
  // JSON that is already written.
  void raw(std::string_view json) { comma(), out_ += json, needs_comma_ = true; }

  template <class Value>
  void member(std::string_view name, const Value& content) { key(name), value(content); }

  void reserve(std::size_t bytes) { out_.reserve(bytes); }
  std::string take() { return std::move(out_); }

 private:
  void open(char bracket) { comma(), out_ += bracket, needs_comma_ = false; }
  void close(char bracket) { out_ += bracket, needs_comma_ = true; }
  void comma() {
    if (needs_comma_) out_ += ',';
  }
  void quoted(std::string_view text) {
    out_ += '"';
    std::size_t plain = 0;  // first letter not yet written
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto c = static_cast<unsigned char>(text[i]);
      if (c >= 0x20 && c != '"' && c != '\\') continue;
      out_ += text.substr(plain, i - plain);
      escape(c);
      plain = i + 1;
    }
    out_ += text.substr(plain);
    out_ += '"';
  }
  void escape(unsigned char c) {
    static constexpr char digits[] = "0123456789abcdef";
    switch (c) {
      case '"': out_ += "\\\""; break;
      case '\\': out_ += "\\\\"; break;
      case '\n': out_ += "\\n"; break;
      case '\r': out_ += "\\r"; break;
      case '\t': out_ += "\\t"; break;
      default: out_ += "\\u00", out_ += digits[c >> 4], out_ += digits[c & 15];
    }
  }

  std::string out_;
  bool needs_comma_ = false;
};

}  // namespace tiendo
