#include "domain/parties.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "domain/tokens.h"

namespace tiendo::domain {
namespace {

using Tokens = std::vector<Token>;

// A stretch of tokens: [from, to).
struct Part {
  std::size_t from = 0, to = 0;
  bool after_comma = false;  // parted from the one before by a comma only
};

// Words that open the name of a unit. General words of the administration, no agency's own.
const PhraseSet unit_heads{"sở",
                           "bộ",
                           "phòng",
                           "ban",
                           "văn phòng",
                           "trung tâm",
                           "chi cục",
                           "cục",
                           "tổng cục",
                           "vụ",
                           "ubnd",
                           "hđnd",
                           "công an",
                           "trường",
                           "đại học",
                           "học viện",
                           "đài",
                           "báo",
                           "viện",
                           "tổ",
                           "hội",
                           "đoàn",
                           "công ty",
                           "cty",
                           "tập đoàn",
                           "ngân hàng",
                           "thanh tra",
                           "chi nhánh",
                           "bệnh viện",
                           "quỹ",
                           "kho bạc",
                           "thuế",
                           "hải quan",
                           "bộ chỉ huy",
                           "mặt trận",
                           "ủy ban",
                           "liên đoàn",
                           "liên minh",
                           "hội đồng",
                           "điện lực",
                           "viễn thông",
                           "bưu điện",
                           "tỉnh đoàn",
                           "thành đoàn",
                           "tỉnh ủy",
                           "thành ủy",
                           "đảng ủy",
                           "tòa án",
                           "viện kiểm sát",
                           "tt",
                           "vp",
                           "khoa",
                           "đội",
                           "trạm",
                           "xí nghiệp",
                           "nhà",
                           "thư viện",
                           "bảo tàng",
                           "đơn vị",
                           "cơ quan",
                           "các",
                           "những",
                           "doanh nghiệp",
                           "tổng công ty",
                           "hợp tác xã",
                           "chủ tịch",
                           "giám đốc",
                           "lãnh đạo",
                           "đảng bộ",
                           "nhà thầu",
                           "ub mttq",
                           "liên hiệp",
                           "bảo hiểm xã hội",
                           "tổ chức"};
const WordSet every{"các", "những", "toàn", "mọi"};
// Words that name a kind of body, not one body.
const WordSet kind_words{"sở",     "ban",   "ngành", "phòng", "đơn",  "vị",   "cơ",     "quan", "tổ",     "chức", "cá",    "nhân",   "địa",
                         "phương", "huyện", "thành", "phố",   "thị",  "xã",   "phường", "trấn", "đặc",    "khu",  "doanh", "nghiệp", "dn",
                         "liên",   "có",    "và",    "thuộc", "trực", "khác", "tỉnh",   "bộ",   "hội",    "đoàn", "thể",   "sự",     "cấp",
                         "dưới",   "trên",  "bàn",   "trong", "nhà",  "thầu", "ubnd",   "quận", "chuyên", "môn"};
const PhraseSet concerned{"liên quan",  "cấp xã",   "cấp huyện",           "cấp tỉnh",     "cấp địa phương", "cấp cơ sở",
                          "trực thuộc", "ubnd các", "ủy ban nhân dân các", "sở ban ngành", "đơn vị khác"};
const PhraseSet kinds_alone{"doanh nghiệp", "nhà thầu", "đơn vị", "cơ quan", "địa phương"}, committee{"ubnd"};
const PhraseSet lead_words{"chủ trì", "đầu mối", "chủ trì thực hiện", "là đầu mối", "cơ quan chủ trì", "đơn vị chủ trì"};
const PhraseSet coordinating_words{"phối hợp", "cùng phối hợp", "đơn vị phối hợp", "cơ quan phối hợp"};
const WordSet and_word{"và"};

bool ends_a_sentence(const Tokens& in, std::size_t at) {
  return in[at].is(".") && at + 1 < in.size() && in[at + 1].after_blank && in[at + 1].starts_upper;
}

bool starts_a_unit(const Tokens& in, std::size_t at) {
  return at < in.size() && unit_heads.length_at(in, at) > 0;
}

// "… và Phòng B", "Sở Xây dựng/các công ty": a new name follows.
bool joins_names(const Tokens& in, std::size_t at) {
  if (at + 1 >= in.size() || !starts_a_unit(in, at + 1)) return false;
  const bool every_next = every.has(in[at + 1]);
  return (and_word.has(in[at]) || in[at].is("/")) && (in[at + 1].starts_upper || every_next);
}

// "Sở Công Thương Sở Tư pháp": a blank was all that parted them. "Văn phòng Sở" is one name: its head is another.
bool repeats_head(const Tokens& in, const Part& part, std::size_t at) {
  static const PhraseSet repeatable{"sở", "phòng", "trung tâm", "chi cục", "ubnd", "công ty", "trường"};
  static const WordSet belongs{"thuộc", "của", "và", "các", "với"};
  if (at <= part.from + 1 || !in[at].starts_upper || belongs.has(in[at - 1])) return false;
  const auto here = repeatable.match_at(in, at), first = repeatable.match_at(in, part.from);
  return here.length > 0 && first.length > 0 && here.index == first.index;
}

std::vector<Part> split(const Tokens& in) {
  std::vector<Part> parts;
  Part part;
  int depth = 0;
  const auto close = [&](std::size_t at, bool comma) {
    part.to = at;
    if (part.from < part.to) parts.push_back(part);
    part = {at + 1, at + 1, comma};
  };
  for (std::size_t at = 0; at < in.size(); ++at) {
    if (in[at].is("(")) ++depth;
    if (in[at].is(")") && depth > 0) --depth;
    if (depth > 0) continue;
    if (in[at].is(";") || in[at].is("+") || in[at].is("…") || ends_a_sentence(in, at) || joins_names(in, at))
      close(at, false);
    else if (in[at].is(","))
      close(at, true);
    else if (repeats_head(in, part, at) || (in[at].after_break && at > part.from && starts_a_unit(in, at) && in[at].starts_upper)) {
      close(at, false);
      part.from = at;
    }
  }
  close(in.size(), false);
  return parts;
}

bool all_kind_words(const Tokens& in, const Part& part) {
  for (std::size_t at = part.from; at < part.to; ++at) {
    if (in[at].is_word() && (!kind_words.has(in[at]) || (in[at].is_capitals && !in[at].is("UBND") && !in[at].is("DN")))) return false;
  }
  return true;
}

bool says(const PhraseSet& phrases, const Tokens& in, const Part& part) {
  for (std::size_t at = part.from; at < part.to; ++at) {
    const auto length = phrases.length_at(in, at);
    if (length > 0 && at + length <= part.to) return true;
  }
  return false;
}

bool is_open(const Tokens& in, const Part& part) {
  if (every.has(in[part.from]) || says(concerned, in, part)) return true;
  // "Văn phòng" alone names one; "Sở ban ngành", "Đơn vị có liên quan" do not. One bare word does only in lower case.
  return all_kind_words(in, part) &&
         (part.to - part.from > 2 || !in[part.from].starts_upper || in[part.from].is("DN") || kinds_alone.length_at(in, part.from) > 0);
}

struct Cell {
  std::string_view text;
  Tokens in;

  std::string words_of(std::size_t from, std::size_t to) const {
    if (from >= to) return {};
    return collapse_blanks(text.substr(in[from].place.from, in[to - 1].place.to - in[from].place.from));
  }
};

struct Reading {
  Party party;
  Part part;
};

// "Phòng A (chủ trì)" and "Chủ trì: Phòng A" say the part that a unit has.
void take_role(const Cell& cell, Part& part, Party::Role& role) {
  const auto& in = cell.in;
  const auto role_at = [&](std::size_t at) -> std::optional<Party::Role> {
    if (lead_words.length_at(in, at)) return Party::Role::lead;
    if (coordinating_words.length_at(in, at)) return Party::Role::coordinating;
    return std::nullopt;
  };
  if (in[part.to - 1].is(")")) {
    for (std::size_t at = part.from + 1; at + 1 < part.to; ++at) {
      if (!in[at].is("(")) continue;
      if (const auto said = role_at(at + 1)) {
        role = *said;
        part.to = at;
      }
      return;
    }
  }
}

// The tokens before a colon: "Các Sở:", "Chủ trì:".
std::size_t colon_in(const Tokens& in, const Part& part) {
  for (std::size_t at = part.from; at < part.to; ++at) {
    if (in[at].is(":")) return at;
  }
  return part.to;
}

bool has_lowercase_start(const Tokens& in, const Part& part) {
  return in[part.from].is_word() && !in[part.from].starts_upper;
}

bool continues_group(const Tokens& in, const Part& part) {
  return part.after_comma && !every.has(in[part.from]) && (has_lowercase_start(in, part) || all_kind_words(in, part)) &&
         !says(committee, in, part);
}

// "Sở Văn hóa, Thể thao và Du lịch" is one name: the piece after the comma opens no unit and closes the list with "và".
bool continues_name(const Tokens& in, const Part& before, const Part& part) {
  if (!part.after_comma || starts_a_unit(in, part.from) || !starts_a_unit(in, before.from)) return false;
  if (has_lowercase_start(in, part)) return true;
  for (std::size_t at = part.from; at < part.to; ++at) {
    if (and_word.has(in[at])) return !in[part.from].is_capitals;
  }
  return false;
}

bool continues(const Tokens& in, const Reading& before, const Part& part) {
  const bool group = before.party.is_open_group || all_kind_words(in, before.part);
  return group ? continues_group(in, part) : continues_name(in, before.part, part);
}

}  // namespace

std::vector<Party> parties(std::string_view text) {
  const Cell cell{text, tokens(text)};
  const auto& in = cell.in;
  std::vector<Reading> out;
  std::string head;  // "Sở" after "Các Sở:"
  auto heading_role = Party::Role::unsaid;
  for (auto part : split(in)) {
    if (!part.after_comma) head.clear();
    if (const auto colon = colon_in(in, part); colon < part.to) {
      const bool lead = lead_words.length_at(in, part.from) > 0, coordinating = coordinating_words.length_at(in, part.from) > 0;
      if (lead || coordinating)
        heading_role = lead ? Party::Role::lead : Party::Role::coordinating;
      else
        head = cell.words_of(part.from + (every.has(in[part.from]) ? 1 : 0), colon);
      part.from = colon + 1;
    }
    while (part.from < part.to && !in[part.from].is_word() && !in[part.from].is_number() && !in[part.from].is("(")) ++part.from;
    while (part.from < part.to && and_word.has(in[part.from])) ++part.from;
    while (part.to > part.from && (in[part.to - 1].is("-") || in[part.to - 1].is("–") || in[part.to - 1].is(":"))) --part.to;
    if (part.from >= part.to) continue;
    Party::Role role = heading_role;
    take_role(cell, part, role);
    if (head.empty() && !out.empty() && role == out.back().party.role && continues(in, out.back(), part)) {
      auto& last = out.back();
      last.part.to = part.to;
      last.party.name = last.party.as_written = cell.words_of(last.part.from, part.to);
      last.party.is_open_group = is_open(in, last.part);
      continue;
    }
    Party party;
    party.role = role;
    party.as_written = cell.words_of(part.from, part.to);
    party.name = head.empty() || starts_a_unit(in, part.from) ? party.as_written : head + " " + party.as_written;
    party.is_open_group = head.empty() && is_open(in, part);
    out.push_back({std::move(party), part});
  }
  std::vector<Party> found;
  for (auto& reading : out) found.push_back(std::move(reading.party));
  return found;
}

namespace {

const PhraseSet offices{"pgđ",
                        "gđ",
                        "phó giám đốc",
                        "giám đốc",
                        "phó chủ tịch",
                        "chủ tịch",
                        "pct",
                        "ct",
                        "phó chánh văn phòng",
                        "chánh văn phòng",
                        "phó trưởng phòng",
                        "trưởng phòng",
                        "phó trưởng ban",
                        "trưởng ban",
                        "chánh thanh tra",
                        "phó chánh thanh tra",
                        "phó bí thư",
                        "bí thư",
                        "lãnh đạo",
                        "đồng chí",
                        "đ/c",
                        "ông",
                        "bà",
                        "thứ trưởng",
                        "bộ trưởng",
                        "cục trưởng",
                        "phó cục trưởng",
                        "vụ trưởng",
                        "phó vụ trưởng",
                        "hiệu trưởng",
                        "phó hiệu trưởng",
                        "viện trưởng",
                        "phó viện trưởng",
                        "phó thủ tướng",
                        "thủ tướng"};
// What an office is of, before the person's name begins.
const WordSet office_of{"sở", "ubnd", "hđnd", "tỉnh", "thành", "phố",   "trung", "tâm", "thường", "trực",  "huyện", "xã",   "phường",
                        "ủy", "ban",  "nhân", "dân",  "phụ",   "trách", "bộ",    "cục", "chi",    "phòng", "văn",   "đồng", "chí"};

// Where the office ends and the name begins.
std::size_t end_of_office(const Tokens& in, const Part& part) {
  std::size_t at = part.from;
  if (every.has(in[at])) ++at;
  while (at < part.to) {
    if (const auto length = offices.length_at(in, at))
      at += length;
    else if (at > part.from && office_of.has(in[at]))
      ++at;
    else
      break;
  }
  return at;
}

}  // namespace

std::vector<LeaderName> leaders(std::string_view text) {
  const Cell cell{text, tokens(text)};
  const auto& in = cell.in;
  std::vector<LeaderName> out;
  std::string shared_office;
  for (auto part : split(in)) {
    LeaderName leader;
    if (const auto colon = colon_in(in, part); colon < part.to) {
      shared_office = cell.words_of(part.from + (every.has(in[part.from]) ? 1 : 0), colon);
      part.from = colon + 1;
    }
    while (part.from < part.to && !in[part.from].is_word()) ++part.from;
    if (part.from >= part.to) continue;
    const auto name = std::min(end_of_office(in, part), part.to);
    leader.office =
        name > part.from ? cell.words_of(part.from + (every.has(in[part.from]) && name > part.from + 1 ? 1 : 0), name) : shared_office;
    leader.name = cell.words_of(name, part.to);
    leader.as_written = cell.words_of(part.from, part.to);
    out.push_back(std::move(leader));
  }
  return out;
}

}  // namespace tiendo::domain
