#include "base/text.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <unordered_map>

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "base/error.h"

namespace tiendo {
namespace {

const icu::Normalizer2& normalizer(bool composed) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = composed ? icu::Normalizer2::getNFCInstance(status) : icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) throw Error(ErrorCode::internal, "internal", {}, u_errorName(status));
  return *normalizer;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

bool is_blank(UChar32 letter) {
  return letter == ' ' || (letter >= 9 && letter <= 13) || letter == 0xA0 || letter == 0x200B || letter == 0xFEFF || letter == 0x85 ||
         (letter > 0x7F && u_isUWhiteSpace(letter));
}

// Calls visit(code point, first byte, bytes) for each code point.
template <class Visit>
void each_letter(std::string_view text, Visit visit) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t first = at;
    UChar32 letter;
    U8_NEXT(text.data(), at, size, letter);
    visit(letter < 0 ? 0xFFFD : letter, first, at - first);
  }
}

void append(std::string& out, UChar32 letter) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, letter);
  out.append(bytes, static_cast<std::size_t>(length));
}

enum class Marks { drop, keep };

constexpr UChar32 tones[] = {0x300, 0x309, 0x303, 0x301, 0x323};  // huyền hỏi ngã sắc nặng

bool is_tone(UChar32 letter) {
  return std::ranges::find(tones, letter) != std::end(tones);
}

// One letter of a key: lower case, marks dropped or kept apart from the tone.
struct Folded {
  std::string bytes;
  UChar32 tone = 0;
};

Folded fold(UChar32 letter, Marks marks) {
  Folded folded;
  UErrorCode status = U_ZERO_ERROR;
  const auto parts = normalizer(false).normalize(icu::UnicodeString(u_foldCase(letter, U_FOLD_CASE_DEFAULT)), status);
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (is_tone(part)) {
      folded.tone = part;
    } else if (u_getCombiningClass(part) != 0) {
      if (marks == Marks::keep) append(folded.bytes, part);
    } else if (part == 0x111 && marks == Marks::drop) {
      folded.bytes += 'd';
    } else {
      append(folded.bytes, part);
    }
  }
  return folded;
}

// The letters of Vietnamese text are few: folded once, then looked up.
const Folded& folded(UChar32 letter, Marks marks) {
  thread_local std::unordered_map<UChar32, Folded> known[2];
  auto& table = known[marks == Marks::keep];
  const auto found = table.find(letter);
  if (found != table.end()) return found->second;
  constexpr std::size_t most_letters = 20'000;  // hostile text may not grow the table for ever
  if (table.size() > most_letters) table.clear();
  return table.emplace(letter, fold(letter, marks)).first->second;
}

// Tones are moved to the end of their word, so that "hoà" and "hòa" give the same key.
std::string key(std::string_view text, Marks marks) {
  std::string out, tone;
  bool blank = false;
  each_letter(text, [&](UChar32 letter, std::int32_t, std::int32_t) {
    if (is_blank(letter)) {
      blank = true;
      return;
    }
    const auto& part = folded(letter, marks);
    const bool in_word = u_isalnum(letter) || u_getCombiningClass(letter) != 0;
    if ((blank || !in_word) && !tone.empty()) {
      out += tone;
      tone.clear();
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += part.bytes;
    if (part.tone && marks == Marks::keep) append(tone, part.tone);
  });
  return out + tone;
}

}  // namespace

bool is_utf8(std::string_view text) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 letter;
    U8_NEXT(text.data(), at, size, letter);
    if (letter < 0) return false;
  }
  return true;
}

std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  if (normalizer(true).isNormalized(wide, status) && U_SUCCESS(status)) return utf8(wide);
  status = U_ZERO_ERROR;
  return utf8(normalizer(true).normalize(wide, status));
}

std::string collapse_blanks(std::string_view text) {
  std::string out;
  bool blank = false;
  each_letter(text, [&](UChar32 letter, std::int32_t first, std::int32_t bytes) {
    if (is_blank(letter)) {
      blank = true;
      return;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out.append(text, static_cast<std::size_t>(first), static_cast<std::size_t>(bytes));
  });
  return out;
}

std::string search_key(std::string_view text) {
  return key(text, Marks::drop);
}
std::string marked_key(std::string_view text) {
  return key(text, Marks::keep);
}

std::string sort_key(std::string_view text) {
  thread_local const auto collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), status));
    if (U_FAILURE(status)) throw Error(ErrorCode::internal, "internal", {}, u_errorName(status));
    return made;
  }();
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string out(static_cast<std::size_t>(collator->getSortKey(wide, nullptr, 0)), '\0');
  collator->getSortKey(wide, reinterpret_cast<std::uint8_t*>(out.data()), static_cast<std::int32_t>(out.size()));
  if (!out.empty()) out.pop_back();  // the closing zero
  return out;
}

std::string person_sort_key(std::string_view full_name) {
  auto parts = words(full_name);
  std::ranges::reverse(parts);
  std::string turned;
  for (const auto& part : parts) turned += (turned.empty() ? "" : " ") + part;
  return sort_key(turned);
}

std::string upper(std::string_view text) {
  auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  return utf8(wide.toUpper(icu::Locale("vi")));
}

std::string trimmed(std::string_view text) {
  std::size_t first = text.size(), last = 0;
  each_letter(text, [&](UChar32 letter, std::int32_t at, std::int32_t bytes) {
    if (is_blank(letter)) return;
    first = std::min(first, static_cast<std::size_t>(at));
    last = static_cast<std::size_t>(at + bytes);
  });
  return first < last ? std::string(text.substr(first, last - first)) : std::string();
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  bool open = false;
  each_letter(text, [&](UChar32 letter, std::int32_t first, std::int32_t bytes) {
    if (is_blank(letter)) {
      open = false;
      return;
    }
    if (!open) out.emplace_back();
    open = true;
    out.back().append(text, static_cast<std::size_t>(first), static_cast<std::size_t>(bytes));
  });
  return out;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  each_letter(text, [&](UChar32, std::int32_t, std::int32_t) { ++count; });
  return count;
}

}  // namespace tiendo
