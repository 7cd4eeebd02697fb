#include "formats/read.h"

#include <algorithm>

#include "base/error.h"
#include "formats/csv_reader.h"
#include "formats/docx_reader.h"
#include "formats/html_reader.h"
#include "formats/old_encoding.h"
#include "formats/old_office.h"
#include "formats/package.h"
#include "formats/pdf_reader.h"
#include "formats/text.h"
#include "formats/xlsx_reader.h"

namespace tiendo::formats {
namespace {

// Names stand unzipped in a package; an embedded one comes after the document's own parts.
bool is_first_part(std::string_view bytes, std::string_view wanted, std::string_view other) {
  return is_package(bytes) && bytes.find(wanted) < bytes.find(other);
}

bool is_docx(std::string_view bytes, std::string_view) {
  return is_first_part(bytes, "word/", "xl/");
}
bool is_xlsx(std::string_view bytes, std::string_view) {
  return is_first_part(bytes, "xl/", "word/");
}

bool is_old_office(std::string_view bytes, std::string_view) {
  return is_compound(bytes);
}

// Here they cannot be read; read_paper_apart has them converted first.
Paper refuse_old_office(std::string_view bytes, std::string_view) {
  throw Error(ErrorCode::invalid, is_encrypted_compound(bytes) ? "document_encrypted" : "old_office_file");
}

bool is_other_package(std::string_view bytes, std::string_view) {
  return is_package(bytes);
}

Paper refuse_package(std::string_view bytes, std::string_view) {
  const Package package(bytes);  // a damaged one says so
  throw Error(ErrorCode::invalid, "unknown_package");
}

bool is_anything(std::string_view, std::string_view) {
  return true;
}

// Readers that are done before anybody could ask how far they are.
template <Paper (*read)(std::string_view, std::string_view)>
Paper at_once(std::string_view bytes, std::string_view name, const Progress&) {
  return read(bytes, name);
}

struct Kind {
  bool (*fits)(std::string_view bytes, std::string_view name);
  Paper (*read)(std::string_view bytes, std::string_view name, const Progress& progress);
};

// The first that fits takes the document.
constexpr Kind kinds[] = {
    {is_pdf, at_once<read_pdf>},
    {is_docx, at_once<read_docx>},
    {is_xlsx, at_once<read_xlsx>},
    {is_old_office, at_once<refuse_old_office>},
    {is_other_package, at_once<refuse_package>},
    {is_html, at_once<read_html>},
    {is_csv, at_once<read_csv>},
    {is_anything, at_once<read_text>},
};

const Kind& kind_of(std::string_view bytes, std::string_view name) {
  return *std::ranges::find_if(kinds, [&](const Kind& kind) { return kind.fits(bytes, name); });
}

}  // namespace

Paper read_paper(std::string_view bytes, std::string_view name, const Progress& progress) {
  if (bytes.empty()) throw Error(ErrorCode::invalid, "document_empty");
  auto paper = kind_of(bytes, name).read(bytes, name, progress);
  convert_old_encoding(paper);
  return paper;
}

bool is_plain_text(std::string_view bytes, std::string_view name) {
  return kind_of(bytes, name).fits == is_anything;
}

}  // namespace tiendo::formats
