#include "formats/old_encoding.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "base/text.h"

namespace tiendo::formats {
namespace {

std::size_t length_at(std::string_view text, std::size_t at) {
  std::size_t length = 1;
  while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0) == 0x80) ++length;
  return length;
}

using Letters = std::vector<std::string_view>;  // code points

Letters letters_of(std::string_view text) {
  Letters out;
  for (std::size_t at = 0; at < text.size(); at += out.back().size()) out.push_back(text.substr(at, length_at(text, at)));
  return out;
}

// TCVN 5712:1993, third form; what Windows shows on the left, what is meant on the right.
constexpr std::pair<std::string_view, std::string_view> tcvn3[] = {
    {"µ", "à"}, {"¸", "á"},      {"¶", "ả"}, {"·", "ã"}, {"¹", "ạ"}, {"¨", "ă"}, {"»", "ằ"}, {"¾", "ắ"}, {"¼", "ẳ"}, {"½", "ẵ"}, {"Æ", "ặ"},
    {"©", "â"}, {"Ç", "ầ"},      {"Ê", "ấ"}, {"È", "ẩ"}, {"É", "ẫ"}, {"Ë", "ậ"}, {"®", "đ"}, {"Ì", "è"}, {"Ð", "é"}, {"Î", "ẻ"}, {"Ï", "ẽ"},
    {"Ñ", "ẹ"}, {"ª", "ê"},      {"Ò", "ề"}, {"Õ", "ế"}, {"Ó", "ể"}, {"Ô", "ễ"}, {"Ö", "ệ"}, {"×", "ì"}, {"Ý", "í"}, {"Ø", "ỉ"}, {"Ü", "ĩ"},
    {"Þ", "ị"}, {"ß", "ò"},      {"ã", "ó"}, {"á", "ỏ"}, {"â", "õ"}, {"ä", "ọ"}, {"«", "ô"}, {"å", "ồ"}, {"è", "ố"}, {"æ", "ổ"}, {"ç", "ỗ"},
    {"é", "ộ"}, {"¬", "ơ"},      {"ê", "ờ"}, {"í", "ớ"}, {"ë", "ở"}, {"ì", "ỡ"}, {"î", "ợ"}, {"ï", "ù"}, {"ó", "ú"}, {"ñ", "ủ"}, {"ò", "ũ"},
    {"ô", "ụ"}, {"\u00AD", "ư"}, {"õ", "ừ"}, {"ø", "ứ"}, {"ö", "ử"}, {"÷", "ữ"}, {"ù", "ự"}, {"ú", "ỳ"}, {"ý", "ý"}, {"û", "ỷ"}, {"ü", "ỹ"},
    {"þ", "ỵ"}, {"¡", "Ă"},      {"¢", "Â"}, {"§", "Đ"}, {"£", "Ê"}, {"¤", "Ô"}, {"¥", "Ơ"}, {"¦", "Ư"}};

// VNI for Windows: a letter and, behind it, its marks; small letters, capitals follow the same rule.
constexpr std::pair<std::string_view, std::string_view> vni_pairs[] = {
    {"aø", "à"}, {"aù", "á"}, {"aû", "ả"}, {"aõ", "ã"}, {"aï", "ạ"}, {"aê", "ă"}, {"aè", "ằ"}, {"aé", "ắ"}, {"aú", "ẳ"}, {"aü", "ẵ"},
    {"aë", "ặ"}, {"aâ", "â"}, {"aà", "ầ"}, {"aá", "ấ"}, {"aå", "ẩ"}, {"aã", "ẫ"}, {"aä", "ậ"}, {"eø", "è"}, {"eù", "é"}, {"eû", "ẻ"},
    {"eõ", "ẽ"}, {"eï", "ẹ"}, {"eâ", "ê"}, {"eà", "ề"}, {"eá", "ế"}, {"eå", "ể"}, {"eã", "ễ"}, {"eä", "ệ"}, {"oø", "ò"}, {"où", "ó"},
    {"oû", "ỏ"}, {"oõ", "õ"}, {"oï", "ọ"}, {"oâ", "ô"}, {"oà", "ồ"}, {"oá", "ố"}, {"oå", "ổ"}, {"oã", "ỗ"}, {"oä", "ộ"}, {"ôø", "ờ"},
    {"ôù", "ớ"}, {"ôû", "ở"}, {"ôõ", "ỡ"}, {"ôï", "ợ"}, {"uø", "ù"}, {"uù", "ú"}, {"uû", "ủ"}, {"uõ", "ũ"}, {"uï", "ụ"}, {"öø", "ừ"},
    {"öù", "ứ"}, {"öû", "ử"}, {"öõ", "ữ"}, {"öï", "ự"}, {"yø", "ỳ"}, {"yù", "ý"}, {"yû", "ỷ"}, {"yõ", "ỹ"}};
constexpr std::pair<std::string_view, std::string_view> vni_single[] = {
    {"ô", "ơ"}, {"ö", "ư"}, {"ñ", "đ"}, {"ì", "ì"}, {"í", "í"}, {"æ", "ỉ"}, {"ó", "ĩ"}, {"ò", "ị"}, {"î", "ỵ"},
    {"Ô", "Ơ"}, {"Ö", "Ư"}, {"Ñ", "Đ"}, {"Ì", "Ì"}, {"Í", "Í"}, {"Æ", "Ỉ"}, {"Ó", "Ĩ"}, {"Ò", "Ị"}, {"Î", "Ỵ"}};

using Words = std::map<std::string, std::string, std::less<>>;

const Words& table_of(OldEncoding encoding) {
  static const Words first = [] {
    Words words;
    for (const auto& [shown, meant] : tcvn3) words.emplace(shown, meant);
    return words;
  }();
  static const Words second = [] {
    Words words;
    for (const auto& [shown, meant] : vni_single) words.emplace(shown, meant);
    for (const auto& [shown, meant] : vni_pairs) {
      const auto parts = letters_of(shown);
      const std::string head(parts[0]), mark(parts[1]), capital = upper(meant);
      words.emplace(head + mark, meant);
      words.emplace(upper(head) + upper(mark), capital);
      words.emplace(upper(head) + mark, capital);
    }
    return words;
  }();
  return encoding == OldEncoding::tcvn3 ? first : second;
}

bool is_latin1(std::string_view letter) {
  return letter.starts_with('\xC2') || letter.starts_with('\xC3');
}

// Letters that only Unicode Vietnamese has.
bool is_unicode_vietnamese(std::string_view letter) {
  if (letter.starts_with('\xE1')) return letter >= "Ạ" && letter <= "ỹ";
  return letter == "ă" || letter == "Ă" || letter == "đ" || letter == "Đ" || letter == "ơ" || letter == "Ơ" || letter == "ư" ||
         letter == "Ư" || letter == "ĩ" || letter == "ũ";
}

struct Signs {
  int unicode = 0, tcvn3 = 0, vni = 0, letters = 0;
};

Signs signs_of(std::string_view text) {
  constexpr std::string_view only_tcvn3[] = {"µ", "¸", "¶",      "¹", "¨", "¾", "¼", "½", "©", "®", "ª",
                                             "«", "¬", "\u00AD", "§", "×", "÷", "ß", "Ð", "Þ", "þ"};
  const auto& vni = table_of(OldEncoding::vni);
  Signs signs;
  for (std::size_t at = 0, before = 0, length = 0; at < text.size(); before = at, at += length) {
    length = length_at(text, at);
    const auto letter = text.substr(at, length);
    signs.letters += length > 1 || (letter[0] | 0x20) >= 'a';
    if (length == 1) continue;
    if (!is_latin1(letter)) {
      signs.unicode += is_unicode_vietnamese(letter);
      continue;
    }
    signs.tcvn3 += std::ranges::find(only_tcvn3, letter) != std::end(only_tcvn3);
    signs.vni += vni.contains(text.substr(before, at + length - before)) && before < at;
  }
  return signs;
}

}  // namespace

std::optional<OldEncoding> find_old_encoding(std::string_view text) {
  const auto signs = signs_of(text);
  constexpr int one_sign_in = 25;     // letters; Vietnamese in either encoding has one in six or so
  constexpr int fewest_letters = 16;  // less says nothing
  if (signs.letters < fewest_letters) return std::nullopt;
  const auto is_often = [&](int count) { return count >= 2 && count * one_sign_in >= signs.letters && count > signs.unicode * 4; };
  if (is_often(signs.tcvn3) && signs.tcvn3 >= signs.vni) return OldEncoding::tcvn3;
  if (is_often(signs.vni)) return OldEncoding::vni;
  return std::nullopt;
}

std::string from_old_encoding(std::string_view text, OldEncoding encoding) {
  const auto& table = table_of(encoding);
  const auto letters = letters_of(text);
  std::string out;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i + 1 < letters.size()) {
      if (const auto pair = table.find(std::string(letters[i]) + std::string(letters[i + 1])); pair != table.end()) {
        out += pair->second;
        ++i;
        continue;
      }
    }
    const auto single = table.find(letters[i]);
    out += single == table.end() ? std::string(letters[i]) : single->second;
  }
  return nfc(out);
}

std::string latin1_as_utf8(std::string_view bytes) {
  std::string out;
  for (const char letter : bytes) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte < 0x80) {
      out += letter;
    } else {
      out += static_cast<char>(0xC0 | (byte >> 6));
      out += static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
  return out;
}

void convert_old_encoding(Paper& paper) {
  std::vector<std::string*> texts;
  for (auto& block : paper.blocks) {
    if (auto* paragraph = std::get_if<Paragraph>(&block)) texts.push_back(&paragraph->text);
    if (auto* table = std::get_if<Table>(&block))
      for (auto& cell : table->cells) texts.push_back(&cell.text);
  }
  constexpr std::size_t enough_to_tell = 200'000;
  std::string sample;
  for (const auto* text : texts)
    if (sample.size() < enough_to_tell) sample.append(*text).append("\n");
  const auto encoding = find_old_encoding(sample);
  if (!encoding) return;
  Notice notice{*encoding == OldEncoding::tcvn3 ? "old_encoding_tcvn3" : "old_encoding_vni", {}, {}};
  for (auto* text : texts) {
    if (signs_of(*text).unicode > 0) continue;  // this one was typed in Unicode
    auto converted = from_old_encoding(*text, *encoding);
    if (converted == *text) continue;
    if (notice.arguments.empty()) notice.arguments = {*text, converted};
    *text = std::move(converted);
  }
  paper.notices.push_back(std::move(notice));
}

}  // namespace tiendo::formats
