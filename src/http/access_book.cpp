#include "http/access_book.h"

#include <filesystem>
#include <iostream>

#include <fmt/format.h>

namespace tiendo::http {
namespace {

std::string key_of(domain::AgencyId agency, const store::Access& access) {
  return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", agency.value(), access.account, access.address, access.host, name_of(access.kind),
                     access.what, access.object, name_of(access.result));
}

}  // namespace

AccessBook::AccessBook(store::Store& store) : store_(store), thread_([this] { run(); }) {}

AccessBook::~AccessBook() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
  }
  changed_.notify_all();
  thread_.join();
  flush_or_complain();
}

void AccessBook::note(domain::AgencyId agency, store::Access access) {
  bool is_full = false;
  {
    const std::lock_guard lock(mutex_);
    const auto [place, is_new] = places_.try_emplace(key_of(agency, access), waiting_.size());
    if (is_new)
      waiting_.push_back({agency, std::move(access)});
    else
      waiting_[place->second].access.times += access.times;
    is_full = waiting_.size() >= most_waiting;
  }
  is_full ? flush_or_complain() : changed_.notify_one();
}

void AccessBook::write(domain::AgencyId agency, store::Access access) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back({agency, std::move(access)});
  }
  flush();
}

void AccessBook::flush() {
  const std::lock_guard one_at_a_time(writing_);
  std::vector<Waiting> rows;
  {
    const std::lock_guard lock(mutex_);
    rows.swap(waiting_);
    places_.clear();
  }
  if (rows.empty()) return;
  try {
    auto writer = store_.begin();
    for (const auto& [agency, access] : rows) add(writer, agency, access);
    writer.commit();
  } catch (...) {
    take_back(std::move(rows));
    throw;
  }
}

// They wait again, before what has come since.
void AccessBook::take_back(std::vector<Waiting> rows) {
  const std::lock_guard lock(mutex_);
  rows.insert(rows.end(), std::make_move_iterator(waiting_.begin()), std::make_move_iterator(waiting_.end()));
  waiting_ = std::move(rows);
  places_.clear();
}

void AccessBook::flush_or_complain() {
  try {
    flush();
  } catch (const std::exception& error) {
    std::cerr << iso(now_from_clock()) << " error access log cannot be written: " << error.what() << std::endl;
  }
}

void AccessBook::run() {
  std::unique_lock lock(mutex_);
  while (!is_ending_) {
    changed_.wait(lock, [&] { return is_ending_ || !waiting_.empty(); });
    changed_.wait_for(lock, between_writes, [&] { return is_ending_; });
    if (is_ending_) return;
    lock.unlock();
    flush_or_complain();
    if (is_space_low()) std::cerr << iso(now_from_clock()) << " warning access log: the disk is nearly full" << std::endl;
    lock.lock();
  }
}

bool AccessBook::is_space_low() const {
  std::error_code error;
  const auto space = std::filesystem::space(store_.path().parent_path().empty() ? "." : store_.path().parent_path(), error);
  return !error && space.available < least_space;
}

}  // namespace tiendo::http
