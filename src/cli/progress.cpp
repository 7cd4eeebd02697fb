#include "cli/progress.h"

#include <iostream>
#include <memory>

#include <unistd.h>

#include "cli/spoken.h"

namespace tiendo::cli {
namespace {

constexpr const char* clear_line = "\r\x1B[K";

// The line goes when the reading is over, however it ends.
class Line {
 public:
  ~Line() {
    if (done_ >= 0) std::cerr << clear_line << std::flush;
  }
  bool show(int done, int total) {
    if (total > 0 && done != done_) {
      std::cerr << clear_line << said("notice.pages_read", {std::to_string(done), std::to_string(total)}) << std::flush;
      done_ = done;
    }
    return true;
  }

 private:
  int done_ = -1;
};

}  // namespace

formats::Progress progress_on_terminal() {
  if (isatty(STDERR_FILENO) == 0) return {};
  return [line = std::make_shared<Line>()](int done, int total) { return line->show(done, total); };
}

}  // namespace tiendo::cli
