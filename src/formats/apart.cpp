#include "formats/apart.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <new>
#include <vector>

#include <boost/json.hpp>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/hash.h"
#include "formats/child.h"
#include "formats/confine.h"
#include "formats/old_office.h"
#include "formats/paper_json.h"

namespace tiendo::formats {
namespace {

namespace json = boost::json;
using Clock = std::chrono::steady_clock;

std::string& reading_program() {
  static std::string program;
  return program;
}

[[noreturn]] void fail(const char* what) {
  throw Error(ErrorCode::internal, "internal", {}, std::string(what) + ": " + std::strerror(errno));
}

void write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = write(to, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail("write");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Takes the lines of the child: progress as it comes, the answer last.
class Answer {
 public:
  Answer(const ApartLimits& limits, const Progress& progress)
      : limits_(limits), progress_(progress), until_(Clock::now() + limits.waiting) {}
  // The last whole line; empty where there was none.
  std::string listen(int from);

 private:
  void take_line(std::string line);

  const ApartLimits& limits_;
  const Progress& progress_;
  Clock::time_point until_;
  std::string last_;
};

std::string Answer::listen(int from) {
  std::string pending;
  std::vector<char> buffer(1 << 16);
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until_ - Clock::now()).count();
    if (left <= 0) throw Error(ErrorCode::invalid, "document_takes_too_long");
    pollfd waiting{from, POLLIN, 0};
    constexpr long long longest_nap = 1'000'000;
    const int ready = poll(&waiting, 1, static_cast<int>(std::min<long long>(left, longest_nap)));
    if (ready < 0 && errno != EINTR) fail("poll");
    if (ready <= 0) continue;
    const auto got = read(from, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("read");
    if (got == 0) return std::move(last_);
    const auto searched = pending.size();
    pending.append(buffer.data(), static_cast<std::size_t>(got));
    if (pending.size() > limits_.most_answer_bytes) throw Error(ErrorCode::invalid, "document_needs_too_much");
    std::size_t first = 0;
    for (auto end = pending.find('\n', searched); end != std::string::npos; end = pending.find('\n', first)) {
      take_line(pending.substr(first, end - first));
      first = end + 1;
    }
    pending.erase(0, first);
  }
}

void Answer::take_line(std::string line) {
  int done = 0, total = 0;
  if (std::sscanf(line.c_str(), "progress %d %d", &done, &total) != 2) {
    last_ = std::move(line);
  } else if (progress_ && !progress_(done, total)) {
    throw Error(ErrorCode::conflict, "reading_cancelled");
  }
}

Paper paper_in(const std::string& answer, int status) {
  if (answer.empty()) {
    const bool slow = WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
    throw Error(ErrorCode::invalid, slow ? "document_takes_too_long" : "reader_fell", {}, "status " + std::to_string(status));
  }
  boost::system::error_code bad;
  const auto value = json::parse(answer, bad);
  if (bad || !value.is_object()) throw Error(ErrorCode::invalid, "reader_fell", {}, bad.message());
  const auto& object = value.get_object();
  const auto* key = object.if_contains("error");
  if (!key) return paper_from_json(value);
  if (!key->is_string()) throw Error(ErrorCode::invalid, "reader_fell");
  std::vector<std::string> arguments;
  if (const auto* given = object.if_contains("arguments"); given && given->is_array())
    for (const auto& each : given->get_array())
      if (each.is_string()) arguments.emplace_back(each.get_string());
  throw Error(ErrorCode::invalid, std::string(key->get_string()), std::move(arguments));
}

json::object error_answer(const std::string& key, const std::vector<std::string>& arguments = {}) {
  return {{"error", key}, {"arguments", json::value_from(arguments)}};
}

std::string all_input() {
  std::string bytes;
  std::vector<char> buffer(1 << 16);
  for (;;) {
    const auto got = read(0, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("read");
    if (got == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

json::value answer_for(const std::string& name) {
  try {
    return to_json(read_paper(all_input(), name, [](int done, int total) {
      write_all(1, "progress " + std::to_string(done) + " " + std::to_string(total) + "\n");
      return true;
    }));
  } catch (const Error& error) {
    return error_answer(error.code() == ErrorCode::internal ? "reader_fell" : error.key(), error.arguments());
  } catch (const std::bad_alloc&) {
    return error_answer("document_needs_too_much");
  } catch (const std::exception&) {
    return error_answer("reader_fell");
  }
}

}  // namespace

void read_apart_with(std::string program) {
  reading_program() = std::move(program);
}

Paper read_paper_apart(std::string_view bytes, std::string_view name, const ApartLimits& limits, const Progress& progress) {
  if (bytes.empty() || reading_program().empty() || is_plain_text(bytes, name)) return read_paper(bytes, name, progress);
  std::string converted, original;
  if (is_compound(bytes) && !is_encrypted_compound(bytes)) {
    converted = from_old_office(bytes, reading_program(), limits.converting);
    original = sha256(bytes);
    bytes = converted;
  }
  const Handle input(memfd_create("document", MFD_CLOEXEC));
  if (input.get() < 0) fail("memfd_create");
  write_all(input.get(), bytes);
  lseek(input.get(), 0, SEEK_SET);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) fail("pipe2");
  const Handle answer(ends[0]);
  Handle output(ends[1]);
  Child child(input.get(), output.get(),
              {reading_program(), "read-paper", "--computing", std::to_string(limits.computing.count()), "--memory",
               std::to_string(limits.memory), "--", std::string(name)},
              {"OMP_THREAD_LIMIT=1"});  // pages are what runs side by side, not the recogniser
  output.reset();                       // else the end of the answer is never seen
  const auto text = Answer(limits, progress).listen(answer.get());
  const int status = child.status();
  auto paper = paper_in(text, status);
  if (!converted.empty()) {
    paper.sha256 = original;  // of the file that was sent
    paper.notices.push_back({"old_office_converted", {}, {}});
  }
  return paper;
}

int answer_apart(const std::string& name, std::chrono::seconds computing, std::uint64_t memory) {
  confine(computing, memory);
  write_all(1, json::serialize(answer_for(name)) + "\n");
  // No farewell of libraries that a hostile file may have confused.
  _exit(0);
}

}  // namespace tiendo::formats
