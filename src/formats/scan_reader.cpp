#include "formats/scan_reader.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>

#include "base/error.h"
#include "base/hash.h"
#include "formats/page_join.h"
#include "formats/recogniser.h"

namespace tiendo::formats {
namespace {

// Hands out pages until all are read or one of them fails.
class Pages {
 public:
  Pages(int pages, const std::function<GreyPicture(int)>& picture, const Progress& progress)
      : sights_(static_cast<std::size_t>(pages)), picture_(picture), progress_(progress) {}

  std::vector<PageSight> read() {
    const int cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    const int helpers = std::min({cores, most_recognising_threads, count()}) - 1;
    report();
    {
      std::vector<std::jthread> threads;
      for (int i = 0; i < helpers; ++i) threads.emplace_back([this] { work(); });
      work();
    }
    if (failure_) std::rethrow_exception(failure_);
    return std::move(sights_);
  }

 private:
  int count() const { return static_cast<int>(sights_.size()); }

  void work() {
    try {
      Recogniser recogniser;
      GreyPicture picture;
      for (int page = take(picture); page >= 0; page = take(picture)) {
        sights_[static_cast<std::size_t>(page)] = recogniser.sight(picture);
        const std::lock_guard lock(mutex_);
        ++done_;
        report();
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
    }
  }

  // -1: none is left.
  int take(GreyPicture& picture) {
    const std::lock_guard lock(mutex_);
    if (failure_ || next_ == count()) return -1;
    picture = picture_(next_);
    return next_++;
  }

  void report() const {
    if (progress_ && !progress_(done_, count())) throw Error(ErrorCode::conflict, "reading_cancelled");
  }

  std::vector<PageSight> sights_;
  const std::function<GreyPicture(int)>& picture_;
  const Progress& progress_;
  std::mutex mutex_;
  int next_ = 0, done_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

std::vector<PageSight> recognise(int pages, const std::function<GreyPicture(int)>& picture, const Progress& progress) {
  if (pages > most_recognised_pages)
    throw Error(ErrorCode::invalid, "too_many_scanned_pages", {std::to_string(pages), std::to_string(most_recognised_pages)});
  if (pages == 0) return {};
  return Pages(pages, picture, progress).read();
}

Paper read_scan(std::string_view bytes, std::string_view name, const Progress& progress) {
  const auto sights = recognise(
      1, [&](int) { return read_picture(bytes); }, progress);
  Paper paper;
  paper.name = name, paper.kind = PaperKind::image, paper.sha256 = sha256(bytes), paper.pages = 1;
  std::vector<PageLayout> pages;
  for (const auto& sight : sights) pages.push_back(lay_out(sight, static_cast<int>(pages.size())));
  paper.blocks = join_pages(std::move(pages));
  paper.notices.push_back({"page_is_picture", {"1"}, {}});
  return paper;
}

}  // namespace tiendo::formats
