// A list is written from the rows of the store, one task from a value: both must say the same.
#include "http/task_json.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "http/desk.h"

namespace tiendo::http {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

// One task with everything, one with nothing.
void fill(Desk& desk) {
  domain::Programme programme;
  programme.id = domain::ProgrammeId(next_id(desk.now));
  programme.agency = desk.agency.id;
  const domain::Unit unit{domain::UnitId(next_id(desk.now)), "Phòng \"Quản lý\" chuyên ngành", "QLCN", {}, 1};
  const domain::Person leader{domain::PersonId(next_id(desk.now)), "Phan Văn Hiếu", {}, 1};
  domain::Task full;
  full.id = domain::TaskId(next_id(desk.now));
  full.agency = desk.agency.id;
  full.programme = programme.id;
  full.section = "I";
  full.quarter = 3;
  full.month = 7;
  full.number = "1";
  full.title = "Tham mưu \"Kế hoạch\"\\ 2025";
  full.extra = {{"Nguồn \"vốn\"", "ngân sách"}};
  full.lead_units = full.coordinating_units = {unit.id};
  full.directing_leaders = {leader.id};
  full.labels = {"trọng tâm", "a\"b"};
  full.due_period = domain::Period::span(2025y / 7 / 1, 2025y / 7 / 31);
  domain::Task bare;
  bare.id = domain::TaskId(next_id(desk.now));
  bare.agency = desk.agency.id;
  bare.programme = programme.id;
  bare.position = 1;
  auto writer = desk.store().begin();
  writer.add(desk.agency.id, unit);
  writer.add(desk.agency.id, leader);
  writer.add(programme);
  writer.add(full, std::nullopt, "{}");
  writer.add(bare, std::nullopt, "{}");
  writer.commit();
}

TEST(TaskJson, SaysTheSameInAListAsByItself) {
  Desk desk;
  fill(desk);
  const auto page = json::parse(desk.ask(Method::get, "/api/v1/tasks").body).as_object();
  ASSERT_EQ(page.at("total"), 2);
  for (const auto& item : page.at("items").as_array()) {
    auto alone = json::parse(desk.ask(Method::get, "/api/v1/tasks/" + std::string(item.at("id").as_string())).body).as_object();
    alone.erase("understood");
    alone.erase("source");
    EXPECT_EQ(json::value(alone), item);
  }
  EXPECT_EQ(page.at("items").at(0).at("due_period"), (json::object{{"from", "2025-07-01"}, {"to", "2025-07-31"}}));
  EXPECT_EQ(page.at("items").at(0).at("labels"), (json::array{"trọng tâm", "a\"b"}));
  EXPECT_EQ(page.at("items").at(1).at("due_period"), nullptr);
}

TEST(TaskJson, GivesEachTaskOnceOverPages) {
  Desk desk;
  fill(desk);
  for (const auto* sort : {"position", "due", "number", "title"}) {
    const auto address = std::string("/api/v1/tasks?limit=1&sort=") + sort;
    const auto first = json::parse(desk.ask(Method::get, address).body).as_object();
    const auto second =
        json::parse(desk.ask(Method::get, address + "&cursor=" + std::string(first.at("next").as_string())).body).as_object();
    EXPECT_NE(first.at("items").at(0).at("id"), second.at("items").at(0).at("id")) << sort;
    EXPECT_TRUE(second.at("next").is_null()) << sort;
  }
}

}  // namespace
}  // namespace tiendo::http
