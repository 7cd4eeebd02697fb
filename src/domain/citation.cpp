#include "domain/citation.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "domain/written_date.h"

namespace tiendo::domain {
namespace {

using Tokens = std::vector<Token>;

// Kinds of documents (NĐ 30/2020, the Party's rules, the law on legal documents) and the codes that their symbols begin with.
// A decision often carries a scheme, a programme, a regulation: those take its code too.
struct Kind {
  std::string_view name;
  std::string_view spelling;  // as the word stands in texts, or its usual abbreviation before "số"
  std::array<std::string_view, 4> codes;
};
constexpr Kind kinds[] = {
    {"Nghị quyết liên tịch", "nghị quyết liên tịch", {"NQLT"}},
    {"Thông tư liên tịch", "thông tư liên tịch", {"TTLT"}},
    {"Nghị quyết", "nghị quyết", {"NQ", "QH", "UBTVQH"}},
    {"Nghị quyết", "nq", {"NQ", "QH", "UBTVQH"}},
    {"Quyết định", "quyết định", {"QĐ"}},
    {"Quyết định", "qđ", {"QĐ"}},
    {"Kế hoạch", "kế hoạch", {"KH"}},
    {"Kế hoạch", "kh", {"KH"}},
    {"Công văn", "công văn", {"CV"}},
    {"Công văn", "cv", {"CV"}},
    {"Văn bản", "văn bản", {}},
    {"Thông báo", "thông báo", {"TB"}},
    {"Chỉ thị", "chỉ thị", {"CT"}},
    {"Chỉ thị", "ct", {"CT"}},
    {"Chương trình", "chương trình", {"CTr", "QĐ", "CTHĐ"}},
    {"Chương trình", "ctr", {"CTr"}},
    {"Luật", "luật", {"QH", "L"}},
    {"Pháp lệnh", "pháp lệnh", {"UBTVQH", "PL"}},
    {"Nghị định", "nghị định", {"NĐ"}},
    {"Nghị định", "nđ", {"NĐ"}},
    {"Thông tư", "thông tư", {"TT"}},
    {"Thông tư", "tt", {"TT"}},
    {"Giấy mời", "giấy mời", {"GM"}},
    {"Kết luận", "kết luận", {"KL"}},
    {"Quy định", "quy định", {"QĐ", "QyĐ", "QĐi"}},
    {"Hướng dẫn", "hướng dẫn", {"HD"}},
    {"Báo cáo", "báo cáo", {"BC"}},
    {"Tờ trình", "tờ trình", {"TTr"}},
    {"Đề án", "đề án", {"ĐA", "QĐ"}},
    {"Quy chế", "quy chế", {"QC", "QĐ"}},
    {"Phương án", "phương án", {"PA", "QĐ"}},
    {"Biên bản", "biên bản", {"BB"}},
    {"Công điện", "công điện", {"CĐ"}},
    {"Thông cáo", "thông cáo", {"TC"}},
    {"Hợp đồng", "hợp đồng", {"HĐ"}},
    {"Thông tri", "thông tri", {"TT"}},
    {"Phiếu chuyển", "phiếu chuyển", {"PC"}},
    {"Giấy phép", "giấy phép", {"GP"}},
    {"Dự án", "dự án", {"DA", "QĐ"}},
};

const WordSet number_word{"số"}, day_word{"ngày"}, of_word{"của"}, and_word{"và"};
const WordSet ends_issuer{"về", "v/v",   "phê", "triển", "thực", "quy", "theo", "trên", "để",   "do",   "hướng", "đến", "giai",
                          "và", "trong", "tại", "với",   "được", "đã",  "cho",  "ký",   "nhằm", "việc", "năm",   "có",  "từ"};
const PhraseSet issues{"ban hành"};
const WordSet body_heads{"ban", "sở", "ubnd", "đại", "hội", "bộ", "trường", "hđnd", "tỉnh", "thành"};
// A kind and a bare number name a document only where the number is its usual name.
const PhraseSet known_by_number{"đề án", "nghị quyết", "chỉ thị", "kết luận", "nghị định"};

// The kind whose spelling ends just before `at`, and how many tokens it takes.
const Kind* kind_before(const Tokens& in, std::size_t at, std::size_t& length) {
  static const PhraseSet spelled = [] {
    std::vector<std::string_view> spellings;
    for (const auto& kind : kinds) spellings.push_back(kind.spelling);
    return PhraseSet(spellings);
  }();
  const auto match = spelled.match_before(in, at);
  length = match.length;
  if (length == 0) return nullptr;
  const auto& kind = kinds[match.index];
  const bool is_abbreviation = kind.spelling.size() <= 4;
  if (is_abbreviation && !in[at - 1].starts_upper) length = 0;
  return length ? &kind : nullptr;
}

bool same_code(std::string_view code, std::string_view listed) {
  if (marked_key(code) == marked_key(listed)) return true;
  // "QH15", "UBTVQH14": the term of the National Assembly follows.
  return code.starts_with(listed) && (listed == "QH" || listed == "UBTVQH") && whole(code.substr(listed.size())) > 0;
}

const Kind* kind_of_code(std::string_view code) {
  for (const auto& kind : kinds) {
    if (!kind.codes[0].empty() && same_code(code, kind.codes[0])) return &kind;
  }
  return nullptr;
}

struct Scan {
  std::string_view text;
  Tokens in;

  bool joined(std::size_t at) const { return at < in.size() && !in[at].after_blank; }
  bool mark(std::size_t at, std::string_view mark) const { return at < in.size() && in[at].is(mark); }
  bool has(std::size_t at, const WordSet& set) const { return at < in.size() && set.has(in[at]); }
  std::string words_of(std::size_t from, std::size_t to) const {
    return collapse_blanks(text.substr(in[from].place.from, in[to - 1].place.to - in[from].place.from));
  }
};

// From the number on: "/2021/NĐ-CP", "/KH-UBND-ĐHĐN", "-NQ/TW". Gives one past the last token, or `at` where it is no symbol.
std::size_t end_of_symbol(const Scan& scan, std::size_t at) {
  std::size_t end = at;
  bool letters = false;
  while (end + 1 < scan.in.size()) {
    const auto& tie = scan.in[end];
    const bool ties = tie.is("/") || is_dash(tie) || tie.is("&") || tie.is(".");
    const auto& next = scan.in[end + 1];
    // A line broken inside a symbol may leave a blank after the dash: "QĐ- TTg".
    const bool near = scan.joined(end) && (scan.joined(end + 1) || (letters && is_dash(tie) && next.is_word() && next.starts_upper));
    const bool is_year_part = !letters && tie.is("/") && next.is_number() && is_year(whole(next.text));
    const bool is_letters = next.is_word() && next.starts_upper;
    if (!ties || !near || (!is_year_part && !is_letters)) break;
    letters |= is_letters;
    end += 2;
  }
  return letters ? end : at;
}

void read_symbol(const Scan& scan, std::size_t at, std::size_t end, Citation& out) {
  std::size_t from = at + 1;
  if (scan.in[from].is_number()) {
    out.year = whole(scan.in[from].text);
    from += 2;
  }
  out.symbol = scan.words_of(from, end);
  std::erase(out.symbol, ' ');
  const std::string code(scan.in[from].text);
  const bool is_code =
      kind_of_code(code) != nullptr || std::ranges::any_of(kinds, [&](const Kind& kind) {
        return std::ranges::any_of(kind.codes, [&](std::string_view listed) { return !listed.empty() && same_code(code, listed); });
      });
  if (is_code) out.kind_code = code;
  const auto issuer = is_code ? from + 2 : from;
  if (issuer < end) out.issuer_code = scan.words_of(issuer, end);
  std::erase(out.issuer_code, ' ');
}

// ", ngày 16-6-2022": after the symbol, perhaps after a comma.
std::size_t read_date(const Scan& scan, std::size_t at, Citation& out) {
  std::size_t day = at;
  if (scan.mark(day, ",")) ++day;
  if (!scan.has(day, day_word)) return at;
  const auto date = date_at(scan.in, day + 1);
  if (!date || date->year == 0) return at;
  out.date_written = scan.words_of(day + 1, day + 1 + date->length);
  out.date = date->date();
  return day + 1 + date->length;
}

std::size_t read_issuer(const Scan& scan, std::size_t at, Citation& out) {
  if (!scan.has(at, of_word)) return at;
  constexpr std::size_t most_words = 14;
  std::size_t end = at + 1;
  while (end < scan.in.size() && end - at <= most_words && scan.in[end].is_word()) {
    const auto& token = scan.in[end];
    const bool names_body = token.starts_upper && body_heads.has(token);
    const bool joins_body = and_word.has(token) && end + 1 < scan.in.size() && scan.in[end + 1].starts_upper;
    if ((ends_issuer.has(token) && !names_body && !joins_body) || issues.length_at(scan.in, end)) break;
    ++end;
  }
  if (end == at + 1 || !scan.in[at + 1].starts_upper) return at;
  out.issuer = scan.words_of(at + 1, end);
  return end;
}

std::optional<Citation> citation_at(const Scan& scan, std::size_t& at) {
  const auto& in = scan.in;
  const bool continues_figure = at > 0 && scan.joined(at) && (in[at - 1].is("/") || is_dash(in[at - 1]) || in[at - 1].is(":"));
  if (continues_figure || numbers_in(in[at]).size() != 1) return std::nullopt;
  std::size_t first = at;
  if (first > 0 && in[first - 1].is(":")) --first;
  if (first > 0 && number_word.has(in[first - 1])) --first;
  const bool numbered = first < at && number_word.has(in[first]);
  if (!numbered) first = at;
  std::size_t length = 0;
  const Kind* kind = kind_before(in, first, length);
  std::size_t end = end_of_symbol(scan, at + 1);
  const bool has_symbol = end > at + 1;
  if (!has_symbol) {
    const bool named =
        kind && known_by_number.length_before(in, first) > 0 && in[at].text.size() <= 3 && !scan.mark(end, "/") && !scan.mark(end, "%");
    const bool counts = end < in.size() && scan.joined(end) && in[end].is_word();
    if (!named || counts || !in[first - length].starts_upper) return std::nullopt;
  }
  Citation out;
  out.number = std::string(in[at].text);
  out.kind_is_written = kind != nullptr;
  if (has_symbol) read_symbol(scan, at + 1, end, out);
  if (kind)
    out.kind = kind->name;
  else if (const auto* of_code = kind_of_code(out.kind_code); of_code && !out.kind_code.empty())
    out.kind = of_code->name;
  else if (has_symbol)
    out.kind = "Công văn";
  end = read_date(scan, end, out);
  end = read_issuer(scan, end, out);
  first -= length;
  out.place = {in[first].place.from, in[end - 1].place.to};
  out.as_written = scan.words_of(first, end);
  at = end - 1;
  return out;
}

enum class Level { unknown, central, local };

const PhraseSet central_bodies{"trung ương", "bộ chính trị", "ban bí thư", "chính phủ", "thủ tướng", "quốc hội"};
const PhraseSet local_bodies{"tỉnh ủy",
                             "thành ủy",
                             "ubnd tỉnh",
                             "ubnd thành phố",
                             "hđnd tỉnh",
                             "hđnd thành phố",
                             "đảng bộ tỉnh",
                             "đảng bộ thành phố",
                             "ủy ban nhân dân tỉnh",
                             "ủy ban nhân dân thành phố",
                             "hội đồng nhân dân tỉnh",
                             "hội đồng nhân dân thành phố"};

Level level_of_issuer(const std::string& issuer) {
  const auto in = tokens(issuer);
  const auto says = [&](const PhraseSet& bodies) {
    for (std::size_t at = 0; at < in.size(); ++at) {
      if (bodies.length_at(in, at)) return true;
    }
    return false;
  };
  if (says(local_bodies)) return Level::local;
  return says(central_bodies) ? Level::central : Level::unknown;
}

Level level_of_code(const std::string& code) {
  for (const auto* central : {"TW", "TƯ", "CP", "TTg"}) {
    if (code == central) return Level::central;
  }
  for (const auto* local : {"TU", "UBND", "HĐND"}) {
    if (code == local || code.starts_with(std::string(local) + "-")) return Level::local;
  }
  return Level::unknown;
}

bool kind_agrees(const Citation& citation) {
  if (citation.kind_code.empty() || citation.kind == "Văn bản") return true;
  for (const auto& kind : kinds) {
    if (kind.name != citation.kind) continue;
    for (const auto code : kind.codes) {
      if (!code.empty() && same_code(citation.kind_code, code)) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<Citation> citations(std::string_view text) {
  if (!has_digit(text)) return {};
  const Scan scan{text, tokens(text)};
  std::vector<Citation> out;
  for (std::size_t at = 0; at < scan.in.size(); ++at) {
    if (!scan.in[at].is_number()) continue;
    if (auto citation = citation_at(scan, at)) out.push_back(std::move(*citation));
  }
  return out;
}

std::vector<CitationDoubt> doubts(const Citation& citation) {
  std::vector<CitationDoubt> out;
  if (citation.kind_is_written && !kind_agrees(citation)) {
    out.push_back({"citation_kind_differs", {citation.as_written, citation.kind, citation.kind_code}});
  }
  const auto said = level_of_issuer(citation.issuer), coded = level_of_code(citation.issuer_code);
  if (said == Level::central && coded == Level::local) {
    out.push_back({"citation_issuer_not_local", {citation.as_written, citation.issuer, citation.symbol}});
  }
  if (said == Level::local && coded == Level::central) {
    out.push_back({"citation_issuer_not_central", {citation.as_written, citation.issuer, citation.symbol}});
  }
  if (!citation.date_written.empty() && !citation.date) {
    out.push_back({"citation_date_impossible", {citation.as_written, citation.date_written}});
  }
  if (citation.year && citation.date && static_cast<int>(citation.date->year()) != *citation.year) {
    out.push_back({"citation_year_differs", {citation.as_written, citation.date_written, std::to_string(*citation.year)}});
  }
  return out;
}

}  // namespace tiendo::domain
