#include "formats/read.h"

#include "base/error.h"
#include "formats/csv_reader.h"
#include "formats/docx_reader.h"
#include "formats/html_reader.h"
#include "formats/package.h"
#include "formats/text.h"
#include "formats/xlsx_reader.h"

namespace tiendo::formats {
namespace {

// Names stand unzipped in a package; an embedded one comes after the document's own parts.
bool is_first_part(std::string_view bytes, std::string_view wanted, std::string_view other) {
  return is_package(bytes) && bytes.find(wanted) < bytes.find(other);
}

bool is_docx(std::string_view bytes, std::string_view) { return is_first_part(bytes, "word/", "xl/"); }
bool is_xlsx(std::string_view bytes, std::string_view) { return is_first_part(bytes, "xl/", "word/"); }

// Compound files: .doc and .xls of Office 97-2003, and every encrypted .docx and .xlsx.
bool is_compound(std::string_view bytes, std::string_view) { return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); }

Paper refuse_compound(std::string_view bytes, std::string_view) {
  using namespace std::string_view_literals;
  const bool encrypted = bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != std::string_view::npos;
  throw Error(ErrorCode::invalid, encrypted ? "document_encrypted" : "old_office_file");
}

bool is_other_package(std::string_view bytes, std::string_view) { return is_package(bytes); }

Paper refuse_package(std::string_view bytes, std::string_view) {
  const Package package(bytes);  // a damaged one says so
  throw Error(ErrorCode::invalid, "unknown_package");
}

bool is_anything(std::string_view, std::string_view) { return true; }

struct Kind {
  bool (*fits)(std::string_view bytes, std::string_view name);
  Paper (*read)(std::string_view bytes, std::string_view name);
};

// The first that fits takes the document.
constexpr Kind kinds[] = {
    {is_docx, read_docx},
    {is_xlsx, read_xlsx},
    {is_compound, refuse_compound},
    {is_other_package, refuse_package},
    {is_html, read_html},
    {is_csv, read_csv},
    {is_anything, read_text},
};

}  // namespace

Paper read_paper(std::string_view bytes, std::string_view name) {
  if (bytes.empty()) throw Error(ErrorCode::invalid, "document_empty");
  for (const auto& kind : kinds)
    if (kind.fits(bytes, name)) return kind.read(bytes, name);
  throw Error(ErrorCode::invalid, "unknown_package");
}

}  // namespace tiendo::formats
