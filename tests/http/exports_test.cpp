// What is downloaded is uploaded again: every format of the annex, over the routes that the page uses.
#include <fstream>
#include <iterator>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "http/desk.h"
#include "reports/export.h"

namespace tiendo::http {
namespace {

namespace json = boost::json;
using enum Method;

struct Exports : testing::Test {
  Desk desk;

  json::object upload(const std::string& name, std::string bytes) {
    const auto response = desk.ask(post, "/api/v1/intakes?name=" + name, std::move(bytes), {{"Content-Type", "application/octet-stream"}});
    EXPECT_EQ(response.status, 201) << response.content();
    return json::parse(response.content()).as_object();
  }
  std::string confirm(const json::object& intake) {
    const std::string id(intake.at("id").as_string());
    const auto response = desk.ask(post, "/api/v1/intakes/" + id + "/confirmation", "{}",
                                   {{"If-Match", "\"" + std::to_string(intake.at("version").to_number<int>()) + "\""}});
    EXPECT_EQ(response.status, 201) << response.content();
    return std::string(json::parse(response.content()).at("programme").as_string());
  }
  std::string download(const std::string& programme, std::string_view format) {
    const auto response = desk.ask(get, "/api/v1/programmes/" + programme + "/annex?format=" + std::string(format));
    EXPECT_EQ(response.status, 200) << response.content();
    return std::string(response.content());
  }
  // The cells of each task, without what each programme gives anew.
  static json::array tasks_of(const std::string& text) {
    auto tasks = json::parse(text).at("tasks").as_array();
    for (auto& value : tasks) {
      auto& task = value.as_object();
      for (const char* own : {"id", "lead_units", "coordinating_units", "directing_leaders"}) task.erase(own);
      // A column that no task fills is not printed.
      json::object filled;
      for (const auto& [header, cell] : task.at("extra").as_object())
        if (!cell.as_string().empty()) filled[header] = cell;
      task["extra"] = std::move(filled);
    }
    return tasks;
  }
};

TEST_F(Exports, ComeBackTheSameInEveryFormat) {
  std::ifstream sample(TIENDO_SOURCE_DIR "/samples/chuong-trinh-6-thang-cuoi-nam.txt", std::ios::binary);
  const auto programme = confirm(upload("mau.txt", {std::istreambuf_iterator<char>(sample), {}}));
  const auto wanted = tasks_of(download(programme, "json"));
  ASSERT_GT(wanted.size(), 50u);
  for (const auto& format : reports::export_formats()) {
    SCOPED_TRACE(format.name);
    const auto again = confirm(upload("phu-luc." + std::string(format.name), download(programme, format.name)));
    EXPECT_EQ(tasks_of(download(again, "json")), wanted);
  }
}

}  // namespace
}  // namespace tiendo::http
