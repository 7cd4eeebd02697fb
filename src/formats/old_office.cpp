#include "formats/old_office.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "formats/child.h"
#include "formats/confine.h"

namespace tiendo::formats {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t memory = 6ull << 30;  // address space of LibreOffice; it takes about 300 MiB of it
constexpr std::chrono::seconds computing{120};

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

std::string find_libreoffice() {
  for (const char* place : {"/usr/lib/libreoffice/program/soffice.bin", "/opt/libreoffice/program/soffice.bin"})
    if (access(place, X_OK) == 0) return place;
  return {};
}

// Names of streams stand as UTF-16 in the directory of a compound file.
bool names(std::string_view bytes, std::string_view stream) {
  std::string wide;
  for (const char letter : stream) {
    wide += letter;
    wide += '\0';
  }
  return bytes.find(wide) != std::string_view::npos;
}

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

int run_converter(const std::string& program, const std::string& folder, const std::string& to, std::chrono::seconds waiting) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw Error(ErrorCode::internal, "internal", {}, "pipe2");
  const Handle listening(ends[0]);
  Handle speaking(ends[1]);
  Child child(-1, speaking.get(), {program, "convert-office", folder, to},
              {"HOME=" + folder, "TMPDIR=" + folder, "PATH=/usr/bin:/bin", "LANG=C.UTF-8"});
  speaking.reset();
  wait_for_end(listening.get(), waiting);
  const int status = child.status();
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

bool is_compound(std::string_view bytes) {
  return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}
bool is_encrypted_compound(std::string_view bytes) {
  return is_compound(bytes) && names(bytes, "EncryptedPackage");
}

std::string from_old_office(std::string_view bytes, const std::string& program, std::chrono::seconds waiting) {
  const bool is_workbook = names(bytes, "Workbook") || names(bytes, "Book");
  if (find_libreoffice().empty() || !(is_workbook || names(bytes, "WordDocument"))) throw Error(ErrorCode::invalid, "old_office_file");
  const std::string from = is_workbook ? "xls" : "doc", to = from + "x";
  const Folder folder;
  std::ofstream(folder.path / ("in." + from), std::ios::binary) << bytes;
  // With a new profile LibreOffice first lays it out, and asks to be started again.
  constexpr int start_again = 81;
  if (run_converter(program, folder.path.string(), to, waiting) == start_again) run_converter(program, folder.path.string(), to, waiting);
  std::ifstream made(folder.path / ("in." + to), std::ios::binary);
  std::string out{std::istreambuf_iterator<char>(made), {}};
  if (out.empty()) throw Error(ErrorCode::invalid, "old_office_file");
  return out;
}

int become_converter(const std::string& folder, const std::string& to) {
  const auto office = find_libreoffice();
  if (office.empty() || chdir(folder.c_str()) != 0) return 1;
  confine_to(folder.c_str(), computing, memory);
  const std::string profile = "-env:UserInstallation=file://" + folder + "/profile", in = "in." + to.substr(0, 3);
  execl(office.c_str(), office.c_str(), profile.c_str(), "--headless", "--norestore", "--nolockcheck", "--convert-to", to.c_str(),
        in.c_str(), static_cast<char*>(nullptr));
  return 1;
}

}  // namespace tiendo::formats
