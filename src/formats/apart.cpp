#include "formats/apart.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <vector>

#include <boost/json.hpp>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/hash.h"
#include "formats/child.h"
#include "formats/documents_program.h"
#include "formats/error_json.h"
#include "formats/file_kind.h"
#include "formats/old_encoding.h"
#include "formats/old_office.h"
#include "formats/paper_json.h"
#include "formats/text.h"

namespace tiendo::formats {
namespace {

namespace json = boost::json;
using Clock = std::chrono::steady_clock;

// Takes the lines of the child: progress as it comes, the answer last.
class Answer {
 public:
  Answer(const ApartLimits& limits, const Progress& progress)
      : limits_(limits), progress_(progress), until_(Clock::now() + limits.waiting) {}
  // The last whole line; empty where there was none.
  std::string listen(int from);

 private:
  void take_line(std::string line);
  void ask() const;

  const ApartLimits& limits_;
  const Progress& progress_;
  Clock::time_point until_;
  std::string last_;
  int done_ = 0, total_ = 0;  // pages
};

std::string Answer::listen(int from) {
  std::string pending;
  std::vector<char> buffer(1 << 16);
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until_ - Clock::now()).count();
    if (left <= 0) throw Error(ErrorCode::invalid, "document_takes_too_long");
    pollfd waiting{from, POLLIN, 0};
    constexpr long long longest_nap = 250;  // who waits is asked so often whether to go on
    const int ready = poll(&waiting, 1, static_cast<int>(std::min<long long>(left, longest_nap)));
    if (ready < 0 && errno != EINTR) fail_of_system("poll");
    if (ready <= 0) {
      ask();
      continue;
    }
    const auto got = read(from, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail_of_system("read");
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
  if (std::sscanf(line.c_str(), "progress %d %d", &done_, &total_) == 2)
    ask();
  else
    last_ = std::move(line);
}

void Answer::ask() const {
  if (progress_ && !progress_(done_, total_)) throw Error(ErrorCode::conflict, "reading_cancelled");
}

Paper paper_in(const std::string& answer, int status) {
  if (answer.empty()) {
    const bool slow = WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
    throw Error(ErrorCode::invalid, slow ? "document_takes_too_long" : "reader_fell", {}, "status " + std::to_string(status));
  }
  boost::system::error_code bad;
  const auto value = json::parse(answer, bad);
  if (bad || !value.is_object()) throw Error(ErrorCode::invalid, "reader_fell", {}, bad.message());
  throw_error_in(value.get_object());
  return paper_from_json(value);
}

// Plain text needs no library that could fall.
Paper read_here(std::string_view bytes, std::string_view name) {
  auto paper = read_text(bytes, name);
  convert_old_encoding(paper);
  return paper;
}

}  // namespace

Paper read_paper_apart(std::string_view bytes, std::string_view name, const ApartLimits& limits, const Progress& progress) {
  if (bytes.empty()) throw Error(ErrorCode::invalid, "document_empty");
  const auto kind = file_kind(bytes, name);
  if (kind == FileKind::text) return read_here(bytes, name);
  std::string converted, original;
  if (kind == FileKind::old_office && !is_encrypted(bytes)) {
    converted = from_old_office(bytes, limits.converting);
    original = sha256(bytes);
    bytes = converted;
  }
  const Handle input(in_memory(bytes));
  Pipe answer;
  Child child(input.get(), answer.to.get(),
              {documents_program(), "read", std::to_string(limits.computing.count()), std::to_string(limits.memory), std::string(name)},
              {"OMP_THREAD_LIMIT=1"});  // pages are what runs side by side, not the recogniser
  answer.to.reset();                    // else the end of the answer is never seen
  const auto text = Answer(limits, progress).listen(answer.from.get());
  const int status = child.status();
  auto paper = paper_in(text, status);
  if (!converted.empty()) {
    paper.sha256 = original;  // of the file that was sent
    paper.notices.push_back({"old_office_converted", {}, {}});
  }
  return paper;
}

}  // namespace tiendo::formats
