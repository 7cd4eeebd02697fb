#include "formats/text.h"

#include "base/hash.h"
#include "base/text.h"
#include "formats/encoding.h"
#include "formats/text_tables.h"

namespace tiendo::formats {

Paper read_text(std::string_view bytes, std::string_view name) {
  const auto text = utf8_text(bytes);
  Paper paper;
  paper.name = name;
  paper.sha256 = sha256(bytes);
  int line = 0;
  for (std::size_t first = 0; first <= text.size();) {
    const auto end = std::min(text.find('\n', first), text.size());
    Paragraph paragraph;
    paragraph.text = nfc(std::string_view(text).substr(first, end - first));
    paragraph.place.line = line++;
    paper.blocks.emplace_back(std::move(paragraph));
    first = end + 1;
  }
  find_text_tables(paper);
  return paper;
}

}  // namespace tiendo::formats
