// JSON written straight into one buffer: for long answers, where building a tree first costs ten times as much.
#pragma once

#include <algorithm>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <cstring>
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
    quoted(name);
    put(':');
    needs_comma_ = false;
  }
  void value(std::string_view text) { quoted(text); }
  void value(const std::string& text) { quoted(text); }
  void value(const char* text) { quoted(text); }
  void value(std::nullptr_t) { raw("null"); }
  template <std::same_as<bool> Bool>
  void value(Bool truth) {
    raw(truth ? "true" : "false");
  }
  template <std::integral Number>
  requires(!std::same_as<Number, bool>) void value(Number number) { this->number(number); }
  void value(double number) { this->number(number); }
  // JSON that is already written.
  void raw(std::string_view json) {
    need(json.size() + 1);
    comma();
    append(json);
  }

  template <class Value>
  void member(std::string_view name, const Value& content) {
    key(name), value(content);
  }

  void reserve(std::size_t bytes) { need(bytes); }
  std::string take() {
    buffer_.resize(size_);
    return std::move(buffer_);
  }

 private:
  void open(char bracket) {
    need(2);
    comma();
    buffer_[size_++] = bracket;
    needs_comma_ = false;
  }
  void close(char bracket) { put(bracket), needs_comma_ = true; }
  void put(char c) { need(1), buffer_[size_++] = c; }
  // There is room already.
  void comma() {
    if (needs_comma_) buffer_[size_++] = ',';
    needs_comma_ = true;
  }
  void append(std::string_view bytes) {
    std::memcpy(buffer_.data() + size_, bytes.data(), bytes.size());
    size_ += bytes.size();
  }
  template <class Number>
  void number(Number number) {
    need(40);
    comma();
    size_ = static_cast<std::size_t>(std::to_chars(buffer_.data() + size_, buffer_.data() + size_ + 39, number).ptr - buffer_.data());
  }

  static bool is_plain(unsigned char c) { return c >= 0x20 && c != '"' && c != '\\'; }
  // Eight letters at once: a byte below 0x20, a quote or a backslash sets its high bit (and perhaps that of a byte above it).
  static bool is_plain_eight(const char* at) {
    constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    const auto zero = [](std::uint64_t v) { return (v - ones) & ~v & highs; };
    const std::uint64_t low = (word - ones * 0x20) & ~word & highs;
    return (low | zero(word ^ (ones * '"')) | zero(word ^ (ones * '\\'))) == 0;
  }

  void quoted(std::string_view text) {
    need(text.size() * 6 + 3);  // every letter escaped, quotes and comma
    comma();
    buffer_[size_++] = '"';
    std::size_t i = 0, plain = 0;  // `plain`: first letter not yet written
    while (i < text.size()) {
      if (i + 8 <= text.size() && is_plain_eight(text.data() + i)) {
        i += 8;
        continue;
      }
      for (const std::size_t end = std::min(i + 8, text.size()); i < end; ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (is_plain(c)) continue;
        append(text.substr(plain, i - plain));
        escape(c);
        plain = i + 1;
      }
    }
    append(text.substr(plain));
    buffer_[size_++] = '"';
  }
  void escape(unsigned char c) {
    static constexpr char digits[] = "0123456789abcdef";
    buffer_[size_++] = '\\';
    switch (c) {
      case '"':
      case '\\':
        buffer_[size_++] = static_cast<char>(c);
        break;
      case '\n':
        buffer_[size_++] = 'n';
        break;
      case '\r':
        buffer_[size_++] = 'r';
        break;
      case '\t':
        buffer_[size_++] = 't';
        break;
      default:
        append("u00"), buffer_[size_++] = digits[c >> 4], buffer_[size_++] = digits[c & 15];
    }
  }

  void need(std::size_t bytes) {
    if (size_ + bytes > buffer_.size()) buffer_.resize(std::max(buffer_.size() * 2, size_ + bytes + 256));
  }

  std::string buffer_;  // longer than what is written
  std::size_t size_ = 0;
  bool needs_comma_ = false;
};

}  // namespace tiendo
