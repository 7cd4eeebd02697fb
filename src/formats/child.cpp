#include "formats/child.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"

namespace tiendo::formats {
namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (auto& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

}  // namespace

void fail_of_system(const char* call) {
  throw Error(ErrorCode::internal, "internal", {}, std::string(call) + ": " + std::strerror(errno));
}

void write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = write(to, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail_of_system("write");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string read_all(int from) {
  std::string bytes;
  std::vector<char> buffer(1 << 16);
  for (;;) {
    const auto got = read(from, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail_of_system("read");
    if (got == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

void Handle::reset(int number) {
  if (number_ >= 0) close(number_);
  number_ = number;
}

Pipe::Pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) fail_of_system("pipe2");
  from.reset(ends[0]);
  to.reset(ends[1]);
}

int in_memory(std::string_view bytes) {
  const int file = memfd_create("document", MFD_CLOEXEC);
  if (file < 0) fail_of_system("memfd_create");
  write_all(file, bytes);
  lseek(file, 0, SEEK_SET);
  return file;
}

Child::Child(int input, int output, std::vector<std::string> words, std::vector<std::string> surroundings) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  const auto give = [&](int from, int to, int mode) {
    if (from >= 0)
      posix_spawn_file_actions_adddup2(&actions, from, to);
    else
      posix_spawn_file_actions_addopen(&actions, to, "/dev/null", mode, 0);
  };
  give(input, 0, O_RDONLY);
  give(output, 1, O_WRONLY);
  give(-1, 2, O_WRONLY);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setpgroup(&attributes, 0);  // what it starts ends with it
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  const int error = posix_spawn(&pid_, words.front().c_str(), &actions, &attributes, pointers(words).data(), pointers(surroundings).data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (error != 0) {
    pid_ = -1;
    errno = error;
    fail_of_system("posix_spawn");
  }
}

Child::~Child() {
  if (pid_ <= 0) return;
  kill(-pid_, SIGKILL);
  status();
}

int Child::status() {
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  return status;
}

}  // namespace tiendo::formats
