#include "formats/text.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"

namespace tiendo::formats {

Paper read_text(std::string_view bytes, std::string_view name) {
  if (bytes.size() > most_text_bytes) throw Error(ErrorCode::invalid, "text_too_large");
  if (!is_utf8(bytes)) throw Error(ErrorCode::invalid, "text_not_utf8");
  Paper paper;
  paper.name = name;
  paper.sha256 = sha256(bytes);
  int line = 0;
  for (std::size_t first = 0; first <= bytes.size();) {
    const auto end = std::min(bytes.find('\n', first), bytes.size());
    Paragraph paragraph;
    paragraph.text = nfc(bytes.substr(first, end - first));
    paragraph.place.line = line++;
    paper.blocks.emplace_back(std::move(paragraph));
    first = end + 1;
  }
  return paper;
}

}  // namespace tiendo::formats
