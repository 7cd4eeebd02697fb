#include "intake/header.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/text.h"
#include "intake/headings.h"

namespace tiendo::intake {
namespace {

using domain::Field;

struct Alias {
  std::string_view key;
  std::optional<Field> field;
};

constexpr std::optional<Field> none = std::nullopt;

// Headers as agencies write them, folded by search_key(); a new spelling is a new line. A "*" stands for one to three words.
constexpr auto aliases = std::to_array<Alias>({
    {"stt", Field::number},
    {"tt", Field::number},
    {"so tt", Field::number},
    {"so thu tu", Field::number},
    {"s tt", Field::number},
    {"nhiem vu", Field::title},
    {"ten nhiem vu", Field::title},
    {"noi dung nhiem vu", Field::title},
    {"noi dung", Field::title},
    {"cong viec", Field::title},
    {"noi dung cong viec", Field::title},
    {"ten cong viec", Field::title},
    {"dau viec", Field::title},
    {"noi dung thuc hien", Field::title},
    {"noi dung cong tac", Field::title},
    {"nhiem vu cu the", Field::title},
    {"nhiem vu trong tam", Field::title},
    {"nhiem vu, giai phap", Field::title},
    {"nhiem vu/giai phap", Field::title},
    {"noi dung, nhiem vu", Field::title},
    {"noi dung/nhiem vu", Field::title},
    {"nhiem vu duoc giao", Field::title},
    {"ten de an", Field::title},
    {"ten de an, nhiem vu", Field::title},
    {"hoat dong", Field::title},
    {"noi dung hoat dong", Field::title},
    {"nhiem vu cong tac", Field::title},
    {"noi dung trien khai", Field::title},
    {"nhiem vu chu yeu", Field::title},
    {"nhiem vu thuc hien", Field::title},
    {"viec can lam", Field::title},
    {"cong viec can lam", Field::title},
    {"cong viec thuc hien", Field::title},
    {"noi dung cong viec thuc hien", Field::title},
    {"don vi chu tri", Field::lead},
    {"co quan chu tri", Field::lead},
    {"chu tri", Field::lead},
    {"don vi thuc hien", Field::lead},
    {"co quan thuc hien", Field::lead},
    {"co quan, don vi chu tri", Field::lead},
    {"don vi chu tri thuc hien", Field::lead},
    {"co quan chu tri thuc hien", Field::lead},
    {"phong chu tri", Field::lead},
    {"don vi dau moi", Field::lead},
    {"co quan dau moi", Field::lead},
    {"bo phan chu tri", Field::lead},
    {"chu tri thuc hien", Field::lead},
    {"don vi", Field::lead},
    {"phong, don vi chu tri", Field::lead},
    {"don vi chiu trach nhiem", Field::lead},
    {"phan cong thuc hien", Field::lead},
    {"don vi chu tri tham muu", Field::lead},
    {"co quan chu tri tham muu", Field::lead},
    {"don vi tham muu", Field::lead},
    {"phong/don vi chu tri", Field::lead},
    {"co quan/don vi chu tri", Field::lead},
    {"nguoi thuc hien", Field::lead},
    {"co quan, don vi thuc hien", Field::lead},
    {"co quan/don vi thuc hien", Field::lead},
    {"phong, don vi thuc hien", Field::lead},
    {"don vi phoi hop", Field::coordinating},
    {"co quan phoi hop", Field::coordinating},
    {"phoi hop", Field::coordinating},
    {"co quan, don vi phoi hop", Field::coordinating},
    {"don vi phoi hop thuc hien", Field::coordinating},
    {"co quan phoi hop thuc hien", Field::coordinating},
    {"phong phoi hop", Field::coordinating},
    {"phong, don vi phoi hop", Field::coordinating},
    {"bo phan phoi hop", Field::coordinating},
    {"phoi hop thuc hien", Field::coordinating},
    {"phong/don vi phoi hop", Field::coordinating},
    {"co quan/don vi phoi hop", Field::coordinating},
    {"san pham", Field::deliverable},
    {"ket qua", Field::deliverable},
    {"ket qua du kien", Field::deliverable},
    {"san pham dau ra", Field::deliverable},
    {"ket qua dau ra", Field::deliverable},
    {"san pham du kien", Field::deliverable},
    {"san pham, ket qua", Field::deliverable},
    {"ket qua, san pham", Field::deliverable},
    {"san pham hoan thanh", Field::deliverable},
    {"san pham/ket qua", Field::deliverable},
    {"ket qua/san pham", Field::deliverable},
    {"hinh thuc van ban", Field::deliverable},
    {"ket qua thuc hien", Field::deliverable},
    {"ket qua can dat", Field::deliverable},
    {"dau ra", Field::deliverable},
    {"san pham can dat", Field::deliverable},
    {"muc tieu, ket qua", Field::deliverable},
    {"san pham/ket qua du kien", Field::deliverable},
    {"ket qua/san pham du kien", Field::deliverable},
    {"ket qua, san pham du kien", Field::deliverable},
    {"san pham/ket qua dau ra", Field::deliverable},
    {"lanh dao * chi dao", Field::directing_leader},
    {"lanh dao chi dao", Field::directing_leader},
    {"chi dao", Field::directing_leader},
    {"nguoi chi dao", Field::directing_leader},
    {"lanh dao phu trach", Field::directing_leader},
    {"lanh dao * phu trach", Field::directing_leader},
    {"nguoi dung dau chiu trach nhiem", Field::directing_leader},
    {"nguoi chiu trach nhiem", Field::directing_leader},
    {"lanh dao", Field::directing_leader},
    {"nguoi phu trach", Field::directing_leader},
    {"lanh dao * truc tiep chi dao", Field::directing_leader},
    {"lanh dao * theo doi", Field::directing_leader},
    {"dong chi phu trach", Field::directing_leader},
    {"lanh dao theo doi", Field::directing_leader},
    {"ghi chu", Field::note},
    {"luu y", Field::note},
    {"thoi gian", Field::due},
    {"thoi han", Field::due},
    {"thoi gian hoan thanh", Field::due},
    {"thoi han hoan thanh", Field::due},
    {"tien do", Field::due},
    {"so ngay du kien", Field::due},
    {"thoi gian thuc hien", Field::due},
    {"tien do hoan thanh", Field::due},
    {"tien do thuc hien", Field::due},
    {"han hoan thanh", Field::due},
    {"thoi gian du kien", Field::due},
    {"thoi gian trinh", Field::due},
    {"thoi diem hoan thanh", Field::due},
    {"han xu ly", Field::due},
    {"thoi gian ban hanh", Field::due},
    {"thoi han trinh", Field::due},
    {"ngay hoan thanh", Field::due},
    {"thoi han thuc hien", Field::due},
    {"thoi gian du kien hoan thanh", Field::due},
    {"thoi gian, tien do", Field::due},
    {"moc thoi gian", Field::due},
    {"thoi gian bao cao", Field::due},
    {"du kien hoan thanh", Field::due},
    {"han chot", Field::due},
    {"cap ban hanh", Field::issuing_level},
    {"cap trinh", Field::issuing_level},
    {"cap phe duyet", Field::issuing_level},
    {"cap tham quyen ban hanh", Field::issuing_level},
    {"cap quyet dinh", Field::issuing_level},
    {"cap trinh ban hanh", Field::issuing_level},
    {"cap tham quyen", Field::issuing_level},
    {"chi tiet", none},
    {"kinh phi", none},
    {"nguon kinh phi", none},
    {"can cu", none},
    {"can cu phap ly", none},
    {"co so phap ly", none},
    {"don vi tinh", none},
    {"dvt", none},
    {"so luong", none},
    {"chi tieu", none},
    {"muc tieu", none},
    {"dia diem", none},
    {"du toan", none},
    {"yeu cau", none},
    {"muc do", none},
    {"van ban giao nhiem vu", none},
    {"tinh trang", none},
    {"linh vuc", none},
    {"thanh phan", none},
    {"thanh phan tham du", none},
    {"dia ban", none},
    {"nguon luc", none},
    {"so ky hieu", none},
});

// A word within a header of another wording; the first that fits wins.
constexpr auto clues = std::to_array<Alias>({
    {"phoi hop", Field::coordinating},
    {"chi dao", Field::directing_leader},
    {"lanh dao", Field::directing_leader},
    {"phu trach", Field::directing_leader},
    {"chiu trach nhiem", Field::directing_leader},
    {"chu tri", Field::lead},
    {"don vi thuc hien", Field::lead},
    {"co quan thuc hien", Field::lead},
    {"tham muu", Field::lead},
    {"san pham", Field::deliverable},
    {"ket qua", Field::deliverable},
    {"thoi gian", Field::due},
    {"thoi han", Field::due},
    {"tien do", Field::due},
    {"hoan thanh", Field::due},
    {"ghi chu", Field::note},
    {"cap ban hanh", Field::issuing_level},
    {"cap trinh", Field::issuing_level},
    {"nhiem vu", Field::title},
    {"cong viec", Field::title},
    {"noi dung", Field::title},
    {"thu tu", Field::number},
});

bool matches(std::string_view pattern, const std::vector<std::string>& words) {
  std::size_t at = 0;
  for (std::size_t first = 0; first < pattern.size();) {
    const auto end = std::min(pattern.find(' ', first), pattern.size());
    const std::string_view part = pattern.substr(first, end - first);
    if (part == "*") {
      const auto rest = pattern.substr(std::min(end + 1, pattern.size()));
      for (std::size_t skip = 1; skip <= 3 && at + skip <= words.size(); ++skip) {
        if (matches(rest, {words.begin() + static_cast<std::ptrdiff_t>(at + skip), words.end()})) return true;
      }
      return false;
    }
    if (at >= words.size() || words[at] != part) return false;
    ++at;
    first = end + 1;
  }
  return at == words.size();
}

bool contains_words(std::string_view text, std::string_view part) {
  const auto at = text.find(part);
  if (at == text.npos) return false;
  const auto end = at + part.size();
  return (at == 0 || text[at - 1] == ' ' || text[at - 1] == '/') &&
         (end == text.size() || !std::isalpha(static_cast<unsigned char>(text[end])));
}

std::string bare(std::string_view key) {
  std::string out;
  for (const char letter : key) {
    if (letter != '*' && letter != '.' && letter != ':' && letter != '_') out += letter;
  }
  return collapse_blanks(out);
}

HeaderMeaning meaning_of_key(std::string_view raw) {
  const std::string key = bare(raw);
  const auto parts = words(key);
  for (const auto& alias : aliases) {
    if (alias.key == key || (alias.key.find('*') != alias.key.npos && matches(alias.key, parts))) {
      return {alias.field, alias.field == Field::number, true};
    }
  }
  if (parts.size() > 12) return {};
  // What stands in brackets explains: "Thời gian (tháng)".
  const std::string plain = collapse_blanks(key.substr(0, key.find('(')));
  if (!plain.empty() && plain != key) {
    if (const auto meaning = meaning_of_key(plain); meaning.exact) return meaning;
  }
  for (const auto& clue : clues) {
    if (contains_words(key, clue.key)) return {clue.field, clue.field == Field::number, false};
  }
  return {};
}

}  // namespace

HeaderMeaning meaning_of_header(std::string_view text) {
  return meaning_of_key(search_key(text));
}

void settle(Columns& columns) {
  // "Stt" over "TT" and "Chi tiết": the finer numbers, printed after the rest of the header, stand first.
  const auto is_first_number = !columns.empty() && columns.front().is_number;
  const auto second =
      std::find_if(columns.begin() + (columns.empty() ? 0 : 1), columns.end(), [](const Column& column) { return column.is_number; });
  if (is_first_number && second != columns.end()) {
    if (second != columns.begin() + 1) {
      Columns turned(second, columns.end());
      turned.insert(turned.end(), columns.begin() + 1, second);
      columns = std::move(turned);
    } else if (columns.size() > 2 && !columns[2].field) {
      columns.erase(columns.begin());
    }
  }
  bool seen[domain::field_count] = {};
  for (auto& column : columns) {
    if (!column.field) continue;
    bool& used = seen[static_cast<std::size_t>(*column.field)];
    if (used) column.field.reset();
    used = true;
  }
}

std::size_t number_columns(const Columns& columns) {
  if (columns.empty() || !columns.front().is_number) return 0;
  std::size_t out = 1;
  while (out < columns.size() && !columns[out].field) ++out;
  return out < columns.size() && columns[out].field == Field::title ? out : 1;
}

bool is_programme(const Columns& columns) {
  const auto has = [&](Field field) { return std::ranges::any_of(columns, [&](const Column& column) { return column.field == field; }); };
  const bool asks_who_or_when =
      has(Field::lead) || has(Field::due) || has(Field::coordinating) || has(Field::directing_leader) || has(Field::deliverable);
  return has(Field::title) && asks_who_or_when && columns.size() >= 2;
}

bool same(const Columns& a, const Columns& b) {
  return std::ranges::equal(a, b, [](const Column& x, const Column& y) { return search_key(x.header) == search_key(y.header); });
}

namespace {

constexpr int most_header_lines = 24;
constexpr int most_header_words = 80;
constexpr int most_column_words = 9;

// The words [first, end) as one column: how well that reads.
double worth(const Lines& in, int first, int end) {
  const Shape shape = in.spelling(first).shape;
  if (shape != Shape::upper && shape != Shape::mark) return -1e9;
  const int count = end - first;
  const auto meaning = meaning_of_key(in.key(first, end));
  if (meaning.exact) return 3.0 + count * count;
  if (meaning.field) return 1.0 + 0.3 * count;
  return -1.5 - 0.3 * count;
}

struct Reading {
  double worth = -1e9;
  std::vector<int> starts;
};

Reading best_columns(const Lines& in, int first, int end) {
  const auto n = static_cast<std::size_t>(end - first);
  std::vector<double> best(n + 1, -1e9);
  std::vector<int> from(n + 1, -1);
  best[0] = 0;
  for (std::size_t to = 1; to <= n; ++to) {
    for (std::size_t at = to > most_column_words ? to - most_column_words : 0; at < to; ++at) {
      if (best[at] < -1e8) continue;
      const double value = best[at] + worth(in, first + static_cast<int>(at), first + static_cast<int>(to));
      if (value > best[to]) {
        best[to] = value;
        from[to] = static_cast<int>(at);
      }
    }
  }
  Reading out;
  out.worth = best[n];
  for (int at = static_cast<int>(n); at > 0 && from[static_cast<std::size_t>(at)] >= 0; at = from[static_cast<std::size_t>(at)]) {
    out.starts.push_back(first + from[static_cast<std::size_t>(at)]);
  }
  std::ranges::reverse(out.starts);
  return out;
}

Columns columns_of(const Lines& in, const Reading& reading, int end) {
  Columns out;
  for (std::size_t i = 0; i < reading.starts.size(); ++i) {
    const int first = reading.starts[i], next = i + 1 < reading.starts.size() ? reading.starts[i + 1] : end;
    std::vector<int> words;
    for (int word = first; word < next; ++word) words.push_back(word);
    const auto meaning = meaning_of_key(in.key(first, next));
    out.push_back({joined(in, words), meaning.field, meaning.is_number, false});
  }
  settle(out);
  return out;
}

bool begins_header(const Lines& in, const Line& line) {
  const std::string one = bare(in.key(line.first)), two = line.end - line.first > 1 ? bare(in.key(line.first, line.first + 2)) : one;
  return one == "stt" || one == "tt" || two == "so tt" || two == "so thu";
}

}  // namespace

std::optional<FoundHeader> header_at(const Lines& in, int at) {
  const Line& line = in.lines[static_cast<std::size_t>(at)];
  if (!begins_header(in, line)) return std::nullopt;
  std::optional<FoundHeader> found;
  double best = 0;
  for (int last = at; last < static_cast<int>(in.lines.size()) && last < at + most_header_lines; ++last) {
    const Line& end = in.lines[static_cast<std::size_t>(last)];
    if (end.end - line.first > most_header_words) break;
    if (last > at && (in.spelling(end.first).shape == Shape::digit || find_heading(end.text))) break;
    const auto reading = best_columns(in, line.first, end.end);
    if (reading.worth <= best) continue;
    // What no known header closes is text below the header.
    if (last > at && !meaning_of_key(in.key(reading.starts.back(), end.end)).exact) continue;
    auto columns = columns_of(in, reading, end.end);
    if (!is_programme(columns)) continue;
    best = reading.worth;
    found = FoundHeader{std::move(columns), last + 1};
  }
  return found;
}

}  // namespace tiendo::intake
