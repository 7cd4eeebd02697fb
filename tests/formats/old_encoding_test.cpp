#include "formats/old_encoding.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "formats/docx_reader.h"
#include "formats/read.h"
#include "formats/zip_builder.h"

namespace tiendo::formats {
namespace {

constexpr const char* meant = "Quyết định về việc ban hành Kế hoạch ứng dụng công nghệ thông tin của Sở";
constexpr const char* as_tcvn3 = "QuyÕt ®Þnh vÒ viÖc ban hµnh KÕ ho¹ch øng dông c«ng nghÖ th«ng tin cña Së";
constexpr const char* as_vni = "Quyeát ñònh veà vieäc ban haønh Keá hoaïch öùng duïng coâng ngheä thoâng tin cuûa Sôû";

TEST(OldEncoding, IsRecognisedByItsLetters) {
  EXPECT_EQ(find_old_encoding(as_tcvn3), OldEncoding::tcvn3);
  EXPECT_EQ(find_old_encoding(as_vni), OldEncoding::vni);
  for (const char* none : {meant, "", "Plain English text about nothing", "Café déjà vu à Paris, où l'élève préfère", "§ 5 © 2025 ® µm"})
    EXPECT_FALSE(find_old_encoding(none)) << none;
}

TEST(OldEncoding, IsConvertedLetterByLetter) {
  EXPECT_EQ(from_old_encoding(as_tcvn3, OldEncoding::tcvn3), meant);
  EXPECT_EQ(from_old_encoding(as_vni, OldEncoding::vni), meant);
  EXPECT_EQ(from_old_encoding("ÑÒNH HÖÔÙNG", OldEncoding::vni), "ĐỊNH HƯỚNG");
}

TEST(OldEncoding, OfAWordFileIsConvertedWithAPreview) {
  const auto paper = read_paper(
      docx(std::string("<w:p><w:r><w:t>") + as_tcvn3 + "</w:t></w:r></w:p><w:p><w:r><w:t>Đã gõ Unicode, 5 µm</w:t></w:r></w:p>"), "a.docx");
  EXPECT_EQ(std::get<Paragraph>(paper.blocks[0]).text, meant);
  EXPECT_EQ(std::get<Paragraph>(paper.blocks[1]).text, "Đã gõ Unicode, 5 µm");
  ASSERT_EQ(paper.notices.size(), 1u);
  EXPECT_EQ(paper.notices[0].key, "old_encoding_tcvn3");
  EXPECT_EQ(paper.notices[0].arguments, (std::vector<std::string>{as_tcvn3, meant}));
}

TEST(OldEncoding, OfATextFileWithoutUnicodeIsConverted) {
  std::string bytes;
  for (const char* at = as_tcvn3; *at; ++at) {
    const auto byte = static_cast<unsigned char>(*at);
    if (byte < 0x80)
      bytes += *at;
    else
      bytes += static_cast<char>((byte & 3) << 6 | (static_cast<unsigned char>(*++at) & 0x3F));
  }
  EXPECT_EQ(std::get<Paragraph>(read_paper(bytes, "cu.txt").blocks[0]).text, meant);
  EXPECT_THROW(read_paper("\xFF\xF0 khong doc duoc", "x.txt"), Error);
}

}  // namespace
}  // namespace tiendo::formats
