#include "formats/read.h"

#include <algorithm>

#include "base/error.h"
#include "formats/csv_reader.h"
#include "formats/docx_reader.h"
#include "formats/file_kind.h"
#include "formats/html_reader.h"
#include "formats/old_encoding.h"
#include "formats/package.h"
#include "formats/pdf_reader.h"
#include "formats/scan_reader.h"
#include "formats/text.h"
#include "formats/xlsx_reader.h"

namespace tiendo::formats {
namespace {

// Here they cannot be read; read_paper_apart has them converted first.
Paper refuse_old_office(std::string_view bytes, std::string_view) {
  throw Error(ErrorCode::invalid, is_encrypted(bytes) ? "document_encrypted" : "old_office_file");
}

Paper refuse_package(std::string_view bytes, std::string_view) {
  const Package package(bytes);  // a damaged one says so
  throw Error(ErrorCode::invalid, "unknown_package");
}

// Readers that are done before anybody could ask how far they are.
template <Paper (*read)(std::string_view, std::string_view)>
Paper at_once(std::string_view bytes, std::string_view name, const Progress&) {
  return read(bytes, name);
}

struct Reader {
  FileKind kind;
  Paper (*read)(std::string_view bytes, std::string_view name, const Progress& progress);
};

constexpr Reader readers[] = {
    {FileKind::pdf, read_pdf},
    {FileKind::picture, read_scan},
    {FileKind::docx, at_once<read_docx>},
    {FileKind::xlsx, at_once<read_xlsx>},
    {FileKind::old_office, at_once<refuse_old_office>},
    {FileKind::other_package, at_once<refuse_package>},
    {FileKind::html, at_once<read_html>},
    {FileKind::csv, at_once<read_csv>},
    {FileKind::text, at_once<read_text>},
};

}  // namespace

Paper read_paper(std::string_view bytes, std::string_view name, const Progress& progress) {
  if (bytes.empty()) throw Error(ErrorCode::invalid, "document_empty");
  auto paper = std::ranges::find(readers, file_kind(bytes, name), &Reader::kind)->read(bytes, name, progress);
  refuse_huge_tables(paper);
  convert_old_encoding(paper);
  return paper;
}

}  // namespace tiendo::formats
