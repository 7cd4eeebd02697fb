#include "formats/answer.h"

#include <algorithm>
#include <new>
#include <string_view>

#include <boost/json.hpp>
#include <unistd.h>

#include "base/error.h"
#include "formats/child.h"
#include "formats/confine.h"
#include "formats/docx_writer.h"
#include "formats/error_json.h"
#include "formats/paper_json.h"
#include "formats/pdf_pages.h"
#include "formats/read.h"
#include "formats/sheet_bytes.h"
#include "formats/xlsx_writer.h"

namespace tiendo::formats {
namespace {

struct Writer {
  std::string_view format;
  std::string (*write)(const Sheet& sheet);
};

constexpr Writer writers[] = {{"docx", write_docx}, {"xlsx", write_xlsx}, {"pdf", write_pdf}};

std::string answer_for(const std::string& name) {
  try {
    return boost::json::serialize(to_json(read_paper(read_all(0), name, [](int done, int total) {
      write_all(1, "progress " + std::to_string(done) + " " + std::to_string(total) + "\n");
      return true;
    })));
  } catch (const Error& error) {
    return error.code() == ErrorCode::internal ? error_as_json("reader_fell") : error_as_json(error.key(), error.arguments());
  } catch (const std::bad_alloc&) {
    return error_as_json("document_needs_too_much");
  } catch (const std::exception&) {
    return error_as_json("reader_fell");
  }
}

}  // namespace

int answer_reading(const std::string& name, std::chrono::seconds computing, std::uint64_t memory) {
  confine(computing, memory);
  write_all(1, answer_for(name) + "\n");
  // No farewell of libraries that a hostile file may have confused.
  _exit(0);
}

int answer_drawing(const std::string& format) {
  try {
    const auto writer = std::ranges::find(writers, format, &Writer::format);
    if (writer == std::end(writers)) throw Error(ErrorCode::invalid, "unknown_format", {format});
    write_all(1, writer->write(sheet_from_bytes(read_all(0))));
    return 0;
  } catch (const Error& error) {
    if (error.code() == ErrorCode::internal) throw;
    write_all(1, error_as_json(error.key(), error.arguments()));
    return 1;
  }
}

}  // namespace tiendo::formats
