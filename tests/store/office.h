// An invented department for the tests: a store of its own in a folder that goes with it.
#pragma once

#include <atomic>
#include <filesystem>

#include <gtest/gtest.h>
#include <unistd.h>

#include "store/store.h"

namespace tiendo::store {

inline Instant noon() {
  return Instant{std::chrono::sys_days{std::chrono::year{2025} / 7 / 1} + std::chrono::hours{5}};
}

class Folder {
 public:
  Folder() {
    static std::atomic<int> count{0};
    path_ = std::filesystem::temp_directory_path() / ("tiendo-test-" + std::to_string(getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

struct Office {
  Folder folder;
  Store store{folder / "tiendo.db"};
  Agency agency{AgencyId::make(noon()), "Sở Khoa học và Công nghệ tỉnh Bình Minh", 1};
  Actor clerk{UserId(7), agency.id, "Lê Thị Sen"};
  Programme programme;

  Office() {
    auto writer = store.begin();
    writer.add(agency);
    programme.id = ProgrammeId::make(noon());
    programme.agency = agency.id;
    programme.title = "Chương trình công tác 6 tháng cuối năm 2025";
    programme.year = 2025;
    programme.sections = {{"I", "Quý III", 3, 2}};
    writer.add(programme);
    writer.record(clerk, "programme_created", "programme", programme.id.value(), "", "{}", noon());
    writer.commit();
  }

  Task task(std::string title, int position = 0) const {
    Task task;
    task.id = TaskId::make(noon());
    task.agency = agency.id;
    task.programme = programme.id;
    task.position = position;
    task.section = "I";
    task.number = std::to_string(position + 1);
    task.title = std::move(title);
    return task;
  }

  void add(const std::vector<Task>& tasks) {
    auto writer = store.begin();
    for (const Task& each : tasks) {
      writer.add(each, std::nullopt, "{}");
      writer.record(clerk, "task_created", "task", each.id.value(), "", "{}", noon());
    }
    writer.commit();
  }

  Task add(std::string title, int position = 0) {
    const Task made = task(std::move(title), position);
    add(std::vector{made});
    return made;
  }

  std::vector<std::string> titles(const TaskFilter& filter) const {
    std::vector<std::string> titles;
    for (const Task& each : store.read().tasks(agency.id, filter).tasks) titles.push_back(each.title);
    return titles;
  }

  std::vector<std::string> found(std::string words) const {
    TaskFilter filter;
    filter.words = std::move(words);
    return titles(filter);
  }
};

}  // namespace tiendo::store
