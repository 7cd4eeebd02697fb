// A fixed number of threads and a bounded queue: what does not fit is refused at once instead of waiting without end.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tiendo::http {

class Workers {
 public:
  Workers(int threads, std::size_t waiting);
  ~Workers();  // finishes what was taken on
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // False where the queue is full. A job must not throw.
  bool try_post(std::function<void()> job);

 private:
  void work();

  const std::size_t waiting_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> jobs_;
  bool is_closing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace tiendo::http
