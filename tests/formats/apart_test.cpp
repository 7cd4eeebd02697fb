#include "formats/apart.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <boost/json.hpp>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "formats/confine.h"
#include "formats/documents_program.h"
#include "formats/docx_writer.h"
#include "formats/paper_json.h"
#include "formats/read.h"
#include "formats/zip_builder.h"

namespace tiendo::formats {
namespace {

std::string small_docx(const std::string& text = "Phụ lục") {
  return docx("<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>STT</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
}

struct WithProgram {
  explicit WithProgram(const char* program) { use_documents_program(program); }
  ~WithProgram() { use_documents_program({}); }
};

std::string error_of(const std::string& bytes, const ApartLimits& limits = {}) {
  try {
    read_paper_apart(bytes, "x.docx", limits);
  } catch (const Error& error) {
    return error.key();
  }
  return {};
}

TEST(PaperJson, GivesBackEveryFieldOfAPaper) {
  Paper paper;
  paper.name = "quét.pdf";
  paper.kind = PaperKind::pdf;
  paper.sha256 = "abc";
  paper.pages = 2;
  Paragraph paragraph{"Phụ\n\u00A0lục", {}, 0.5, true};
  paragraph.place.page = 1;
  paragraph.place.box = Box{1, 2.5, 3, 4};
  Table table;
  table.rows = 2;
  table.columns = 3;
  table.header_rows = 1;
  Cell cell{1, 1, 1, 2, "a\tb", 0.75, {}};
  cell.place.sheet = "Quý III";
  cell.place.row = 7;
  table.cells = {cell};
  paper.blocks = {paragraph, table};
  paper.notices = {{"text_boxes", {"Dấu treo"}, {}}};
  const auto again = paper_from_json(to_json(paper));
  EXPECT_EQ(to_json(again), to_json(paper));
  EXPECT_EQ(std::get<Table>(again.blocks[1]).cells[0].place.sheet, "Quý III");
  EXPECT_EQ(std::get<Paragraph>(again.blocks[0]).place.box->y0, 2.5);
  EXPECT_TRUE(std::get<Paragraph>(again.blocks[0]).is_furniture);
}

TEST(PaperJson, RefusesACellOutsideItsTable) {
  EXPECT_THROW(paper_from_json(boost::json::parse(
                   R"({"kind":"docx","blocks":[{"rows":1,"columns":1,"cells":[{"row":5,"column":0,"text":""}]}],"notices":[]})")),
               Error);
}

TEST(ReadApart, GivesTheSamePaperAsReadingHere) {
  const auto bytes = small_docx();
  EXPECT_EQ(to_json(read_paper_apart(bytes, "-phu luc.docx")), to_json(read_paper(bytes, "-phu luc.docx")));
}

TEST(ReadApart, HandsOverTheOneClearErrorOfAReader) {
  const auto bytes = small_docx();
  EXPECT_EQ(error_of(bytes.substr(0, bytes.size() - 30)), "package_broken");
}

TEST(ReadApart, GivesUpAfterItsTime) {
  ApartLimits limits;
  limits.waiting = std::chrono::seconds{0};
  EXPECT_EQ(error_of(small_docx(), limits), "document_takes_too_long");
}

TEST(ReadApart, SurvivesAReaderThatFallsOrAnswersNonsense) {
  for (const char* program_path : {"/bin/false", "/bin/echo"}) {
    const WithProgram program(program_path);
    EXPECT_EQ(error_of(small_docx()), "reader_fell") << program_path;
  }
}

TEST(ReadApart, StopsAReaderThatNeedsTooMuchMemory) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "sanitizers need the whole address space";
#endif
  ApartLimits limits;
  limits.memory = 600u << 20;
  std::string cells;
  for (int i = 0; i < 400; ++i) cells += "<w:tc><w:p><w:r><w:t>" + std::to_string(i) + "</w:t></w:r></w:p></w:tc>";
  std::string rows;
  for (int i = 0; i < 2'000; ++i) rows += "<w:tr>" + cells + "</w:tr>";
  const auto key = error_of(docx("<w:tbl>" + rows + "</w:tbl>"), limits);
  EXPECT_EQ(key, "document_needs_too_much");
}

TEST(OldOffice, IsConvertedByLibreOfficeWhereItIsInstalled) {
  if (access("/usr/lib/libreoffice/program/soffice.bin", X_OK) != 0) GTEST_SKIP() << "LibreOffice is not installed";
  const std::string folder = testing::TempDir() + "tiendo-old-" + std::to_string(getpid());
  std::filesystem::create_directories(folder);
  Sheet sheet;
  sheet.blocks.emplace_back(SheetParagraph{.runs = {{.text = "Chương trình công tác"}}});
  std::ofstream(folder + "/a.docx", std::ios::binary) << write_docx(sheet);
  std::ofstream(folder + "/b.csv") << "STT,Nhiệm vụ,Chủ trì\n1,Báo cáo,Văn phòng\n";
  const std::string make = "cd " + folder + " && soffice -env:UserInstallation=file://" + folder + "/profile --headless --convert-to ";
  ASSERT_EQ(std::system((make + "doc a.docx >/dev/null 2>&1").c_str()), 0);
  ASSERT_EQ(std::system((make + "xls --infilter=CSV:44,34,76 b.csv >/dev/null 2>&1").c_str()), 0);
  const auto read = [&](const std::string& name) {
    std::ifstream in(folder + "/" + name, std::ios::binary);
    return read_paper_apart(std::string{std::istreambuf_iterator<char>(in), {}}, name);
  };
  const auto paper = read("a.doc");
  EXPECT_EQ(std::get<Paragraph>(paper.blocks.at(0)).text, "Chương trình công tác");
  EXPECT_EQ(paper.notices.back().key, "old_office_converted");
  EXPECT_EQ(std::get<Table>(read("b.xls").blocks.at(0)).cells.back().text, "Văn phòng");
  std::filesystem::remove_all(folder);
}

TEST(OldOffice, ThatIsNoneIsAnsweredWithWhatToDo) {
  EXPECT_EQ(error_of(std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + "rubbish"), "old_office_file");
}

// Runs in a process of its own; gives what the confined process could still do.
template <class Act>
bool confined(Act act) {
  const pid_t child = fork();
  if (child == 0) {
    try {
      confine(std::chrono::seconds{10}, 1ull << 32);
      _exit(act() ? 1 : 0);
    } catch (...) {
      _exit(2);
    }
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

TEST(Confine, LeavesNothingButReadingTheSystem) {
  const std::string own = testing::TempDir() + "tiendo-secret";
  std::ofstream(own) << "secret";
  EXPECT_TRUE(confined([] { return true; }));
  EXPECT_TRUE(confined([] { return open("/usr/bin/env", O_RDONLY) >= 0; }));
  EXPECT_FALSE(confined([&] { return open(own.c_str(), O_RDONLY) >= 0; }));
  EXPECT_FALSE(confined([] { return open("/etc/passwd", O_RDONLY) >= 0; }));
  EXPECT_FALSE(confined([&] { return open(own.c_str(), O_WRONLY) >= 0; }));
  EXPECT_FALSE(confined([&] { return open((own + "-new").c_str(), O_CREAT | O_WRONLY, 0600) >= 0; }));
  unlink(own.c_str());
#if !defined(__SANITIZE_ADDRESS__)
  EXPECT_FALSE(confined([] { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }));
  EXPECT_FALSE(confined([] { return fork() >= 0; }));
  EXPECT_FALSE(confined([] { return unlink("/tmp/nothing") == 0 || errno != EPERM; }));
  EXPECT_FALSE(confined([] { return kill(getppid(), 0) == 0; }));
  EXPECT_FALSE(confined([] {
    execl("/bin/true", "true", nullptr);
    return errno != EPERM;
  }));
#endif
}

}  // namespace
}  // namespace tiendo::formats
