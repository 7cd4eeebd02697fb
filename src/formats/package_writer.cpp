#include "formats/package_writer.h"

#include <memory>

#include <zip.h>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::formats {
namespace {

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

[[noreturn]] void fail(const char* detail) {
  throw Error(ErrorCode::internal, "internal", {}, detail);
}

std::string all_bytes(zip_source_t* source) {
  if (zip_source_open(source) != 0) fail("zip not readable");
  zip_source_seek(source, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  const auto got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (got != static_cast<zip_int64_t>(bytes.size())) fail("zip not read");
  return bytes;
}

}  // namespace

std::string write_package(const std::vector<Member>& members) {
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, FreeSource> out(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!out) fail("no zip buffer");
  zip_source_keep(out.get());
  zip_t* zip = zip_open_from_source(out.get(), ZIP_TRUNCATE, &error);
  if (!zip) fail(zip_error_strerror(&error));
  for (const auto& [path, content] : members) {
    zip_source_t* source = zip_source_buffer(zip, content.data(), content.size(), 0);
    const auto index = zip_file_add(zip, path.c_str(), source, ZIP_FL_ENC_UTF_8);
    constexpr zip_uint16_t first_of_january_1980 = 0x21;
    if (index < 0 || zip_file_set_dostime(zip, static_cast<zip_uint64_t>(index), 0, first_of_january_1980, 0) != 0) {
      zip_discard(zip);
      fail("zip member not added");
    }
  }
  if (zip_close(zip) != 0) {
    zip_discard(zip);
    fail("zip not written");
  }
  return all_bytes(out.get());
}

std::string xml_text(std::string_view text) {
  const std::string sound = is_utf8(text) ? std::string() : nfc(text);
  if (!sound.empty()) text = sound;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto letter = static_cast<unsigned char>(text[i]);
    const bool noncharacter =
        letter == 0xEF && text.substr(i, 2) == "\xEF\xBF" && i + 2 < text.size() && static_cast<unsigned char>(text[i + 2]) >= 0xBE;
    if (letter == '&')
      out += "&amp;";
    else if (letter == '<')
      out += "&lt;";
    else if (letter == '>')
      out += "&gt;";
    else if (letter == '"')
      out += "&quot;";
    else if (noncharacter)
      i += 2;
    else if (letter >= 0x20 || letter == '\t' || letter == '\n')
      out += text[i];
  }
  return out;
}

}  // namespace tiendo::formats
