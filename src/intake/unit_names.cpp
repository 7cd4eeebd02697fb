#include "intake/unit_names.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

#include "base/text.h"
#include "domain/parties.h"
#include "domain/tokens.h"

namespace tiendo::intake {
namespace {

using domain::Field;
using domain::Token;

// What kind of unit a name opens with; the rest is its core.
struct Head {
  const char* spelled;
  const char* kind;
};
constexpr Head heads[] = {
    {"phòng", "phong"},        {"trung tâm", "trungtam"},   {"tt", "trungtam"}, {"sở", "so"},   {"ban", "ban"},       {"chi cục", "chicuc"},
    {"văn phòng", "vanphong"}, {"vp", "vanphong"},          {"viện", "vien"},   {"cục", "cuc"}, {"trường", "truong"}, {"đại học", "truong"},
    {"ubnd", "ubnd"},          {"ủy ban nhân dân", "ubnd"}, {"bộ", "bo"}};

struct Name {
  UnitSpelling spelling;
  std::string key;        // the whole name, folded
  std::string head;       // "" where the name is bare: "BCVT&CĐS"
  std::string core;       // folded, blanks kept between words: "qlkh&dmst"
  std::string letters;    // folded letters and digits only
  std::string initials;   // "qlkhdmst" for "Quản lý Khoa học và Đổi mới sáng tạo"
  bool is_short = false;  // the core is an abbreviation
};

const domain::WordSet and_word{"và"};

Name analysed(UnitSpelling spelling) {
  static const auto phrases = [] {
    std::vector<std::pair<const Head*, domain::PhraseSet>> out;
    for (const auto& head : heads) out.emplace_back(&head, domain::PhraseSet{head.spelled});
    return out;
  }();
  Name name;
  const auto in = domain::tokens(spelling.text);
  std::size_t from = 0;
  for (const auto& [head, phrase] : phrases) {
    const auto length = phrase.length_at(in, 0);
    if (length <= from || length >= in.size()) continue;
    from = length;
    name.head = head->kind;
  }
  name.is_short = from < in.size();
  for (std::size_t at = from; at < in.size(); ++at) {
    const auto key = domain::folded(in[at]);
    if (at > from && in[at].after_blank) name.core += ' ';
    name.core += key;
    if (in[at].is_word() || in[at].is_number()) name.letters += key;
    if (in[at].is_word()) name.is_short &= in[at].is_capitals;
    if (in[at].is_word() && !and_word.has(in[at])) name.initials += in[at].is_capitals ? key : key.substr(0, 1);
  }
  name.key = search_key(spelling.text);
  name.spelling = std::move(spelling);
  return name;
}

class Ledger {
 public:
  void add(std::string_view text, std::size_t row, bool in_proposal, std::string_view field, int count = 1) {
    auto name = collapse_blanks(text);
    while (!name.empty() && (name.back() == '.' || name.back() == ',')) name.pop_back();
    constexpr std::size_t longest = 160;
    if (name.empty() || name.size() > longest) return;
    const auto [known, is_new] = by_text_.emplace(name, names_.size());
    if (is_new) names_.push_back(analysed({name, 0, row, in_proposal, std::string(field)}));
    auto& spelling = names_[known->second].spelling;
    if (spelling.count == 0 && count > 0) spelling.row = row, spelling.in_proposal = in_proposal, spelling.field = field;
    spelling.count += count;
  }
  std::vector<Name> names() && { return std::move(names_); }

 private:
  std::map<std::string, std::size_t> by_text_;
  std::vector<Name> names_;
};

// "phòng TCĐLCL", "Trung tâm CĐS" in running text: a kind of unit and an abbreviation.
void add_mentions(Ledger& ledger, std::string_view text, std::size_t row, bool in_proposal, std::string_view field) {
  static const domain::PhraseSet kinds{"phòng", "trung tâm"};
  const auto in = domain::tokens(text);
  for (std::size_t at = 0; at < in.size(); ++at) {
    const auto length = kinds.length_at(in, at);
    std::size_t end = at + length;
    if (length == 0 || end >= in.size() || !in[end].is_capitals) continue;
    while (end + 2 < in.size() && in[end + 1].is("&") && !in[end + 2].after_blank && in[end + 2].is_capitals) end += 2;
    auto name = std::string(text.substr(in[at].place.from, in[end].place.to - in[at].place.from));
    if (name[0] == 'p') name[0] = 'P';
    if (name[0] == 't') name[0] = 'T';
    ledger.add(name, row, in_proposal, field);
    at = end;
  }
}

void add_row(Ledger& ledger, const RowDraft& draft, std::size_t row, bool in_proposal) {
  for (const auto field : {Field::lead, Field::coordinating}) {
    for (const auto& party : domain::parties(draft[field].text)) {
      if (!party.is_open_group) ledger.add(party.name, row, in_proposal, domain::name_of(field));
    }
  }
  add_mentions(ledger, draft[Field::title].text, row, in_proposal, "title");
}

std::vector<Name> spelled_names(const Intake& intake, const Register& known) {
  Ledger ledger;
  for (std::size_t row = 0; row < intake.tasks.size(); ++row) add_row(ledger, intake.tasks[row], row, false);
  for (std::size_t row = 0; row < intake.proposals.size(); ++row) add_row(ledger, intake.proposals[row], row, true);
  for (const auto& unit : known.units) ledger.add(unit, 0, false, "", 0);
  return std::move(ledger).names();
}

// A division or centre is often named without the word for it; "Văn phòng X" is not X.
bool may_be_left_out(const std::string& head) {
  return head == "phong" || head == "trungtam";
}

bool heads_agree(const Name& a, const Name& b) {
  return a.head == b.head || (a.head.empty() && may_be_left_out(b.head)) || (b.head.empty() && may_be_left_out(a.head));
}

// "TTCĐS&ĐMST" beside "Trung tâm CĐS&ĐMST".
bool is_glued(const Name& bare, const Name& full) {
  return bare.head.empty() && full.head == "trungtam" && full.letters.size() >= 3 && bare.letters == "tt" + full.letters;
}

bool same_unit(const Name& a, const Name& b) {
  constexpr std::size_t fewest_letters = 3;
  if (a.key == b.key) return true;
  if (a.letters.size() >= fewest_letters && a.letters == b.letters && heads_agree(a, b)) return true;
  if (is_glued(a, b) || is_glued(b, a)) return true;
  if (a.head != b.head || a.head.empty() || a.is_short == b.is_short) return false;
  const auto& brief = a.is_short ? a : b;
  const auto& full = a.is_short ? b : a;
  constexpr std::size_t fewest_initials = 3;  // two letters fit too many names
  return brief.letters.size() >= fewest_initials && brief.letters == full.initials;
}

// Edit distance, given up above `most`.
int distance(std::string_view a, std::string_view b, int most) {
  if (a.size() > b.size()) std::swap(a, b);
  if (static_cast<int>(b.size() - a.size()) > most) return most + 1;
  std::vector<int> row(a.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t j = 1; j <= b.size(); ++j) {
    int diagonal = row[0];
    row[0] = static_cast<int>(j);
    int best = row[0];
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const int here = a[i - 1] == b[j - 1] ? diagonal : 1 + std::min({diagonal, row[i], row[i - 1]});
      diagonal = row[i];
      row[i] = here;
      best = std::min(best, here);
    }
    if (best > most) return most + 1;
  }
  return row[a.size()];
}

std::string digits_of(std::string_view text) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), [](char letter) { return letter >= '0' && letter <= '9'; });
  return out;
}

struct Group {
  std::vector<const Name*> names;
  int count = 0;
  bool is_registered = false;
};

bool one_letter_off(const Name& a, const Name& b) {
  constexpr std::size_t fewest_letters = 6;  // shorter abbreviations differ by one letter with good reason
  if (!heads_agree(a, b) || a.is_short != b.is_short || std::min(a.letters.size(), b.letters.size()) < fewest_letters) return false;
  if (digits_of(a.letters) != digits_of(b.letters)) return false;
  return distance(a.letters, b.letters, 1) == 1;
}

// "TCĐLCL" in "QLTCĐLCL", "CĐS" in "CĐS&ĐMST", "BCVT&CNTT" beside "BCVT&CĐS".
bool part_of_other(const Name& a, const Name& b) {
  if (!a.is_short || !b.is_short || a.head != b.head || a.head.empty()) return false;
  const auto& brief = a.core.size() < b.core.size() ? a.core : b.core;
  const auto& full = a.core.size() < b.core.size() ? b.core : a.core;
  constexpr std::size_t fewest_letters = 5, longest_prefix = 3;
  if (full.ends_with(brief) && brief.size() >= fewest_letters && full.size() - brief.size() <= longest_prefix) return true;
  if (full.starts_with(brief + "&")) return true;
  const auto first = [](const std::string& core) { return core.substr(0, core.find('&')); };
  constexpr std::size_t telling = 3;
  return a.core.find('&') != std::string::npos && b.core.find('&') != std::string::npos && first(a.core) == first(b.core) &&
         first(a.core).size() >= telling;
}

std::vector<Group> grouped(const std::vector<Name>& names) {
  std::vector<std::size_t> parents(names.size());
  std::iota(parents.begin(), parents.end(), std::size_t{0});
  const auto root = [&](std::size_t at) {
    while (parents[at] != at) at = parents[at];
    return at;
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (same_unit(names[i], names[j])) parents[root(i)] = root(j);
    }
  }
  std::map<std::size_t, Group> groups;
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto& group = groups[root(i)];
    group.names.push_back(&names[i]);
    group.count += names[i].spelling.count;
    group.is_registered |= names[i].spelling.count == 0;
  }
  std::vector<Group> out;
  for (auto& [at, group] : groups) {
    if (group.count > 0 || group.is_registered) out.push_back(std::move(group));
  }
  return out;
}

const Name& commonest(const Group& group) {
  return **std::ranges::max_element(group.names, {}, [](const Name* name) { return name->spelling.count; });
}

UnitDoubt doubt(UnitDoubt::Kind kind, std::vector<UnitSpelling> spellings) {
  std::ranges::stable_sort(spellings, {}, &UnitSpelling::count);
  return {kind, std::move(spellings)};
}

std::optional<UnitDoubt> several_spellings(const Group& group) {
  std::vector<UnitSpelling> used;
  for (const auto* name : group.names) {
    if (name->spelling.count > 0) used.push_back(name->spelling);
  }
  // The tone's place ("hoà", "hòa") is no other spelling.
  const auto differs = [&](const UnitSpelling& spelling) {
    return spelling.text != used.front().text &&
           (marked_key(spelling.text) != marked_key(used.front().text) || search_key(spelling.text) == search_key(used.front().text));
  };
  if (used.size() < 2 || std::ranges::none_of(used, differs)) return std::nullopt;
  return doubt(UnitDoubt::Kind::several_spellings, std::move(used));
}

constexpr std::size_t most_names = 2'000;  // beyond it names are no longer compared with each other

std::optional<UnitDoubt::Kind> likeness(const Name& a, const Name& b) {
  if (same_unit(a, b)) return UnitDoubt::Kind::several_spellings;
  if (one_letter_off(a, b)) return UnitDoubt::Kind::typing_error;
  if (part_of_other(a, b)) return UnitDoubt::Kind::maybe_same;
  return std::nullopt;
}

std::optional<UnitDoubt::Kind> likeness(const std::string& a, const std::string& b) {
  constexpr std::size_t fewest_letters = 8;
  if (a == b) return UnitDoubt::Kind::several_spellings;
  if (std::min(a.size(), b.size()) >= fewest_letters && distance(a, b, 1) == 1) return UnitDoubt::Kind::typing_error;
  const auto& [brief, full] = std::minmax(a, b, [](const auto& one, const auto& other) { return one.size() < other.size(); });
  return full.ends_with(" " + brief) ? std::optional(UnitDoubt::Kind::maybe_same) : std::nullopt;
}

template <class Spelled, class Read>
std::vector<LikelySame> likely_same(const std::vector<std::vector<std::string>>& spellings, const Read& read) {
  std::vector<std::vector<Spelled>> entries;
  std::size_t count = 0;
  for (const auto& each : spellings) {
    auto& entry = entries.emplace_back();
    for (const auto& spelling : each) entry.push_back(read(spelling));
    count += each.size();
  }
  std::vector<LikelySame> out;
  if (count > most_names) return out;
  for (std::size_t b = 0; b < entries.size(); ++b) {
    for (std::size_t a = 0; a < b; ++a) {
      std::optional<UnitDoubt::Kind> kind;
      for (const auto& one : entries[a])
        for (const auto& other : entries[b])
          if (const auto found = likeness(one, other); found && (!kind || *found < *kind)) kind = found;
      if (kind) out.push_back({a, b, *kind});
    }
  }
  return out;
}

}  // namespace

std::vector<UnitDoubt> doubtful_units(const Intake& intake, const Register& known) {
  const auto names = spelled_names(intake, known);
  std::vector<UnitDoubt> out;
  if (names.size() > most_names) return out;
  const auto groups = grouped(names);
  for (const auto& group : groups) {
    if (auto found = several_spellings(group)) out.push_back(std::move(*found));
  }
  constexpr int rare = 2, far_more = 3;
  for (const auto& suspect : groups) {
    for (const auto& other : groups) {
      if (&suspect == &other || suspect.count == 0) continue;
      const auto &a = commonest(suspect), &b = commonest(other);
      const bool is_rare =
          !suspect.is_registered && suspect.count <= rare && (other.count >= far_more * suspect.count || other.is_registered);
      if (is_rare && one_letter_off(a, b))
        out.push_back({UnitDoubt::Kind::typing_error, {a.spelling, b.spelling}});
      else if (suspect.count < other.count && !one_letter_off(a, b) && part_of_other(a, b))
        out.push_back({UnitDoubt::Kind::maybe_same, {a.spelling, b.spelling}});
    }
  }
  return out;
}

std::vector<LikelySame> likely_same_units(const std::vector<std::vector<std::string>>& spellings) {
  return likely_same<Name>(spellings, [](const std::string& spelling) { return analysed({spelling, 0, 0, false, ""}); });
}

std::vector<LikelySame> likely_same_people(const std::vector<std::vector<std::string>>& spellings) {
  return likely_same<std::string>(spellings, [](const std::string& spelling) { return search_key(spelling); });
}

}  // namespace tiendo::intake
