#include "intake/what_was_found.h"

#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::intake {
namespace {

constexpr std::size_t most_headers_shown = 8, longest_shown = 6;  // headers; words of each

std::string beginning(const std::string& text) {
  auto all = words(text);
  const bool is_whole = all.size() <= longest_shown;
  if (!is_whole) all.resize(longest_shown);
  return fmt::format("{}{}", fmt::join(all, " "), is_whole ? "" : " …");
}

struct Found {
  std::vector<const formats::Table*> tables;
  std::vector<std::string> lines;
};

Found find_all(const formats::Paper& paper) {
  Found found;
  for (const auto& block : paper.blocks) {
    if (const auto* table = std::get_if<formats::Table>(&block)) found.tables.push_back(table);
    if (const auto* paragraph = std::get_if<formats::Paragraph>(&block))
      if (auto line = collapse_blanks(paragraph->text); !line.empty()) found.lines.push_back(std::move(line));
  }
  return found;
}

// The words of the first row that has more than one cell with words: a title over the whole width is no header.
std::string header_words(const formats::Table& table) {
  std::map<int, std::vector<std::string>> rows;
  for (const auto& cell : table.cells)
    if (auto said = beginning(cell.text); !said.empty()) rows[cell.row].push_back(std::move(said));
  for (auto& [row, headers] : rows) {
    if (headers.size() < 2) continue;
    if (headers.size() > most_headers_shown) headers.resize(most_headers_shown);
    return fmt::format("{}", fmt::join(headers, ", "));
  }
  return rows.empty() ? std::string() : rows.begin()->second.front();
}

// "Kính gửi: Ủy ban nhân dân tỉnh" -> whom; nothing where no line says so.
std::string addressee(const std::vector<std::string>& lines) {
  for (const auto& line : lines) {
    if (!search_key(line).starts_with("kinh gui")) continue;
    const auto colon = line.find(':');
    return beginning(colon == std::string::npos ? line : line.substr(colon + 1));
  }
  return {};
}

}  // namespace

void refuse_with_what_was_found(const formats::Paper& paper) {
  const Found found = find_all(paper);
  const auto refuse = [](const char* key, std::vector<std::string> said) { throw Error(ErrorCode::invalid, key, std::move(said)); };
  if (!found.tables.empty()) refuse("no_programme_tables", {std::to_string(found.tables.size()), header_words(*found.tables.front())});
  if (found.lines.empty()) refuse("no_programme_words", {});
  if (auto whom = addressee(found.lines); !whom.empty()) refuse("no_programme_letter", {std::move(whom)});
  throw Error(ErrorCode::invalid, "no_programme", {std::to_string(found.lines.size())});
}

}  // namespace tiendo::intake
