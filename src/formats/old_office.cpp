#include "formats/old_office.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "formats/child.h"
#include "formats/documents_program.h"
#include "formats/file_kind.h"

namespace tiendo::formats {
namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path;
  Folder() {
    auto name = (fs::temp_directory_path() / "tiendo-XXXXXX").string();
    if (!mkdtemp(name.data())) throw Error(ErrorCode::internal, "internal", {}, "mkdtemp");
    path = name;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

// The child keeps the other end open as long as it lives.
void wait_for_end(int from, std::chrono::seconds waiting) {
  const auto until = std::chrono::steady_clock::now() + waiting;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
    if (left <= 0) throw Error(ErrorCode::invalid, "document_takes_too_long");
    pollfd ready{from, POLLIN, 0};
    if (poll(&ready, 1, static_cast<int>(left)) <= 0) continue;
    char said[4096];
    const auto got = read(from, said, sizeof said);
    if (got == 0 || (got < 0 && errno != EINTR)) return;
  }
}

int run_converter(const std::string& folder, const std::string& to, std::chrono::seconds waiting) {
  Pipe answer;
  Child child(-1, answer.to.get(), {documents_program(), "convert", folder, to},
              {"HOME=" + folder, "TMPDIR=" + folder, "PATH=/usr/bin:/bin", "LANG=C.UTF-8"});
  answer.to.reset();
  wait_for_end(answer.from.get(), waiting);
  const int status = child.status();
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

std::string find_libreoffice() {
  for (const char* place : {"/usr/lib/libreoffice/program/soffice.bin", "/opt/libreoffice/program/soffice.bin"})
    if (access(place, X_OK) == 0) return place;
  return {};
}

std::string from_old_office(std::string_view bytes, std::chrono::seconds waiting) {
  const bool is_workbook = has_stream(bytes, "Workbook") || has_stream(bytes, "Book");
  if (find_libreoffice().empty() || !(is_workbook || has_stream(bytes, "WordDocument"))) throw Error(ErrorCode::invalid, "old_office_file");
  const std::string from = is_workbook ? "xls" : "doc", to = from + "x";
  const Folder folder;
  std::ofstream(folder.path / ("in." + from), std::ios::binary) << bytes;
  // With a new profile LibreOffice first lays it out, and asks to be started again.
  constexpr int start_again = 81;
  if (run_converter(folder.path.string(), to, waiting) == start_again) run_converter(folder.path.string(), to, waiting);
  std::ifstream made(folder.path / ("in." + to), std::ios::binary);
  std::string out{std::istreambuf_iterator<char>(made), {}};
  if (out.empty()) throw Error(ErrorCode::invalid, "old_office_file");
  return out;
}

}  // namespace tiendo::formats
