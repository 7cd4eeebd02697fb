// Zip files made in memory: small documents for the tests of the readers.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <zip.h>

namespace tiendo::formats {

enum class Packed { no, yes };

inline std::string zipped(const std::vector<std::pair<std::string, std::string>>& members, Packed packed = Packed::yes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* out = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(out);
  zip_t* zip = zip_open_from_source(out, ZIP_TRUNCATE, &error);
  if (!zip) throw std::runtime_error("no zip");
  for (const auto& [name, text] : members) {
    const auto index = zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), ZIP_FL_ENC_UTF_8);
    if (packed == Packed::no) zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  if (zip_close(zip) != 0) throw std::runtime_error("zip not written");
  zip_source_open(out);
  zip_source_seek(out, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(out)), '\0');
  zip_source_seek(out, 0, SEEK_SET);
  zip_source_read(out, bytes.data(), bytes.size());
  zip_source_close(out);
  zip_source_free(out);
  return bytes;
}

// A Word document around the children of its body.
inline std::string docx(const std::string& body, const std::string& numbering = {}, const std::string& styles = {}) {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  const std::string space =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
      " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"urn:wps\"";
  std::vector<std::pair<std::string, std::string>> members = {
      {"word/document.xml", head + "<w:document" + space + "><w:body>" + body + "</w:body></w:document>"}};
  if (!numbering.empty()) members.emplace_back("word/numbering.xml", head + "<w:numbering" + space + ">" + numbering + "</w:numbering>");
  if (!styles.empty()) members.emplace_back("word/styles.xml", head + "<w:styles" + space + ">" + styles + "</w:styles>");
  return zipped(members);
}

}  // namespace tiendo::formats
