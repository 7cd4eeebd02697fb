// Vietnamese text: one form inside (UTF-8, NFC), keys for matching and order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

bool is_utf8(std::string_view text);

// Canonical composition. Bytes that are no UTF-8 become U+FFFD.
std::string nfc(std::string_view text);

// Every kind of blank (space, tab, line break, no-break and other Unicode spaces) becomes one space; none at the ends.
std::string collapse_blanks(std::string_view text);

// Case, marks, đ, tone placement and blanks folded away: "Hoà  Bình" and "hòa bình" give "hoa binh".
// For matching and for an indexed column; never shown.
std::string search_key(std::string_view text);

// Like search_key, but marks and đ stay: tells "hòa" (= "hoà") from "hoa". Ranks exact marks first (R80).
std::string marked_key(std::string_view text);

// Bytes that sort as the Vietnamese collation of CLDR does (a < ă < â, d < đ; tones second) (R81).
std::string sort_key(std::string_view text);

// A person sorts by given name, then middle, then family name: "Phan Văn Hiếu" as "Hiếu Văn Phan".
std::string person_sort_key(std::string_view full_name);

std::string upper(std::string_view text);  // capitals, as titles are printed
std::string trimmed(std::string_view text);
std::vector<std::string> words(std::string_view text);  // parted at blanks of every kind

// Number of code points; malformed bytes count one each.
std::size_t code_points(std::string_view text);

}  // namespace tiendo
