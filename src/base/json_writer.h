// JSON written straight into one buffer: for long answers, where building a tree first costs ten times as much.
#pragma once

#include <algorithm>
#include <bit>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

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
  // Names that stand in the program hold nothing to escape.
  template <std::size_t size>
  void key(const char (&name)[size]) {
    need(size + 4);
    comma();
    buffer_[size_] = '"';
    std::memcpy(buffer_.data() + size_ + 1, name, size - 1);
    buffer_[size_ + size] = '"';
    buffer_[size_ + size + 1] = ':';
    size_ += size + 2;
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

  template <class Name, class Value>
  void member(const Name& name, const Value& content) {
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

  // Copies the letters up to the first that must be escaped, and perhaps some after it; gives how many need none.
#if defined(__SSE2__)
  static std::size_t copy_plain(const char* from, std::size_t size, char* to) {
    std::size_t done = 0;
    for (; done + 16 <= size; done += 16) {
      const __m128i letters = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + done));
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to + done), letters);
      const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(letters, _mm_set1_epi8(0x1F)), letters);
      const __m128i quote = _mm_cmpeq_epi8(letters, _mm_set1_epi8('"')), slash = _mm_cmpeq_epi8(letters, _mm_set1_epi8('\\'));
      const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(low, _mm_or_si128(quote, slash))));
      if (found != 0) return done + static_cast<std::size_t>(std::countr_zero(found));
    }
    return done + copy_plain_letters(from + done, size - done, to + done);
  }
#else
  static std::size_t copy_plain(const char* from, std::size_t size, char* to) {
    return copy_plain_letters(from, size, to);
  }
#endif
  static std::size_t copy_plain_letters(const char* from, std::size_t size, char* to) {
    std::size_t done = 0;
    for (; done < size && is_plain(static_cast<unsigned char>(from[done])); ++done) to[done] = from[done];
    return done;
  }

  void quoted(std::string_view text) {
    need(text.size() * 6 + 3);  // every letter escaped, quotes and comma
    comma();
    buffer_[size_++] = '"';
    for (;;) {
      const auto plain = copy_plain(text.data(), text.size(), buffer_.data() + size_);
      size_ += plain;
      if (plain == text.size()) break;
      escape(static_cast<unsigned char>(text[plain]));
      text.remove_prefix(plain + 1);
    }
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
