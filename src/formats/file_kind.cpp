#include "formats/file_kind.h"

#include <algorithm>
#include <optional>
#include <string>

#include "formats/ascii.h"

namespace tiendo::formats {
namespace {

bool is_pdf(std::string_view bytes, std::string_view) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

bool is_picture(std::string_view bytes, std::string_view) {
  return bytes.starts_with("\x89PNG\r\n\x1A\n") || bytes.starts_with("\xFF\xD8\xFF");
}

bool is_package(std::string_view bytes, std::string_view) {
  return bytes.starts_with("PK\x03\x04");
}

// Names stand unzipped in a package; an embedded one comes after the document's own parts.
bool is_first_part(std::string_view bytes, std::string_view wanted, std::string_view other) {
  return is_package(bytes, {}) && bytes.find(wanted) < bytes.find(other);
}

bool is_docx(std::string_view bytes, std::string_view) {
  return is_first_part(bytes, "word/", "xl/");
}
bool is_xlsx(std::string_view bytes, std::string_view) {
  return is_first_part(bytes, "xl/", "word/");
}

bool is_compound(std::string_view bytes, std::string_view) {
  return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

bool is_html(std::string_view bytes, std::string_view) {
  auto text = bytes.substr(0, 4096);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\r' || text.front() == '\t'))
    text.remove_prefix(1);
  if (begins(text, "version:") && text.find("StartHTML:") != std::string_view::npos) return true;
  constexpr std::string_view starts[] = {"<!doctype html", "<html",  "<head", "<body", "<meta", "<table",    "<!--startfragment",
                                         "<div",           "<style", "<p",    "<span", "<b>",   "<colgroup", "<google-sheets"};
  if (begins(text, "<?xml")) return text.find("<html") != std::string_view::npos;
  return std::ranges::any_of(starts, [&](std::string_view start) { return begins(text, start); });
}

// By its name, or because every line holds the same number of tabs.
bool is_csv(std::string_view bytes, std::string_view name) {
  if (ends(name, ".csv") || ends(name, ".tsv")) return true;
  std::optional<std::ptrdiff_t> tabs;
  int lines = 0;
  for (std::size_t first = 0; first < bytes.size();) {
    const auto end = std::min(bytes.find('\n', first), bytes.size());
    const auto line = bytes.substr(first, end - first);
    first = end + 1;
    if (line.empty() || line == "\r") continue;
    const auto here = std::ranges::count(line, '\t');
    if (here < 2 || here != tabs.value_or(here)) return false;
    tabs = here;
    ++lines;
  }
  return lines > 1;
}

struct Sign {
  FileKind kind;
  bool (*fits)(std::string_view bytes, std::string_view name);
};

constexpr Sign signs[] = {
    {FileKind::pdf, is_pdf},
    {FileKind::picture, is_picture},
    {FileKind::docx, is_docx},
    {FileKind::xlsx, is_xlsx},
    {FileKind::old_office, is_compound},
    {FileKind::other_package, is_package},
    {FileKind::html, is_html},
    {FileKind::csv, is_csv},
};

}  // namespace

FileKind file_kind(std::string_view bytes, std::string_view name) {
  const auto sign = std::ranges::find_if(signs, [&](const Sign& each) { return each.fits(bytes, name); });
  return sign == std::end(signs) ? FileKind::text : sign->kind;
}

bool has_stream(std::string_view compound, std::string_view name) {
  std::string wide;  // names stand as UTF-16 in its directory
  for (const char letter : name) {
    wide += letter;
    wide += '\0';
  }
  return compound.find(wide) != std::string_view::npos;
}

bool is_encrypted(std::string_view compound) {
  return has_stream(compound, "EncryptedPackage");
}

}  // namespace tiendo::formats
