#include "store/search.h"

#include <gmock/gmock.h>

#include "store/database.h"
#include "store/office.h"
#include "store/search_index.h"

namespace tiendo::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Search, FindsEverySpellingOfHoaBinhAlike) {
  Office office;
  office.add("Làm việc tại Hòa Bình", 0);
  office.add("Làm việc tại Hoà\u00A0Bình", 1);
  for (const char* typed : {"hoa binh", "hòa bình", "hoà bình", "HÒA BÌNH", "Ho\u0061\u0300 Bi\u0300nh"}) {
    EXPECT_EQ(office.found(typed).size(), 2u) << typed;
  }
}

TEST(Search, GivesExactMarksFirst) {
  Office office;
  office.add("Bầu hoa", 0);
  office.add("Bánh hỏa tốc", 1);
  office.add("Bình hòa", 2);
  EXPECT_THAT(office.found("hòa"), ElementsAre("Bình hòa", "Bầu hoa", "Bánh hỏa tốc"));
  EXPECT_THAT(office.found("hoa"), ElementsAre("Bầu hoa", "Bánh hỏa tốc", "Bình hòa"));
}

TEST(Search, NeedsEveryWordAndLetsTheLastGoOn) {
  Office office;
  office.add("Kiểm tra phương tiện đo", 0);
  office.add("Kiểm định đồng hồ", 1);
  EXPECT_THAT(office.found("kiem phuong"), ElementsAre("Kiểm tra phương tiện đo"));
  EXPECT_THAT(office.found("kiem đ"), ElementsAre());
  EXPECT_THAT(office.found("kiem đin"), ElementsAre("Kiểm định đồng hồ"));
  EXPECT_THAT(office.found("kie phuong"), IsEmpty());
}

TEST(Search, ReadsDInPlaceOfTheBarredD) {
  Office office;
  office.add("Đường dây 500 kV");
  EXPECT_EQ(office.found("duong day").size(), 1u);
  EXPECT_EQ(office.found("đường").size(), 1u);
}

TEST(Search, LooksIntoEveryFieldThatWasWritten) {
  Office office;
  Task task = office.task("Tên");
  task.lead = "Phòng Bưu chính";
  task.directing_leader = "Đặng Quang Tín";
  task.note = "617/QĐ-UBND";
  task.extra = {{"Căn cứ", "Nghị quyết bảy"}};
  office.add(std::vector{task});
  for (const char* typed : {"buu chinh", "quang tin", "617/qd-ubnd", "nghi quyet bay"}) EXPECT_EQ(office.found(typed).size(), 1u) << typed;
}

TEST(Search, TakesPunctuationAndQuotesForNoWords) {
  Office office;
  office.add("Kế hoạch “đổi mới” sáng tạo");
  EXPECT_EQ(office.found("“đổi mới”").size(), 1u);
  EXPECT_EQ(office.found("đổi\" OR \"x").size(), 0u);
  EXPECT_EQ(office.found("đổi * mới (").size(), 1u);
  EXPECT_THAT(office.found("!!!"), IsEmpty());
  EXPECT_THAT(office.found("¤"), IsEmpty());
}

TEST(Search, StaysWithinTheProgrammeItIsAskedOf) {
  Office office;
  office.add("Kế hoạch này", 0);
  Programme other = office.programme;
  other.id = ProgrammeId::make(noon());
  Task elsewhere = office.task("Kế hoạch khác");
  elsewhere.programme = other.id;
  {
    auto writer = office.store.begin();
    writer.add(other);
    writer.add(elsewhere, std::nullopt, "{}");
    writer.record(office.clerk, "task_created", "task", elsewhere.id.value(), "", "{}", noon());
    writer.commit();
  }
  TaskFilter filter;
  filter.words = "ke hoach";
  EXPECT_EQ(office.titles(filter).size(), 2u);
  filter.programme = other.id;
  EXPECT_THAT(office.titles(filter), ElementsAre("Kế hoạch khác"));
  EXPECT_EQ(office.store.read().tasks(office.agency.id, filter).total, 1);
  filter.programme = ProgrammeId(1);
  EXPECT_THAT(office.titles(filter), IsEmpty());
}

TEST(Search, FollowsAnEdit) {
  Office office;
  Task task = office.add("Sửa máy đo");
  task.title = "Thay máy đo";
  {
    auto writer = office.store.begin();
    writer.save(task, noon());
    writer.record(office.clerk, "task_edited", "task", task.id.value(), "{}", "{}", noon());
    writer.commit();
  }
  EXPECT_THAT(office.found("sua"), IsEmpty());
  EXPECT_THAT(office.found("thay may"), ElementsAre("Thay máy đo"));
}

TEST(Search, IsBuiltAnewWhenItsLayoutChanged) {
  Office office;
  office.add("Sửa máy đo");
  Database database(office.store.path(), Database::Mode::write);
  database.script("insert into task_words (task_words) values ('delete-all'); update settings set value = '0'");
  EXPECT_THAT(office.found("sua may"), IsEmpty());
  refresh_search_index(database);
  EXPECT_THAT(office.found("sua may "), ElementsAre("Sửa máy đo"));
}

TEST(Sorting, IsVietnamese) {
  Office office;
  std::vector<Task> tasks;
  for (const char* title : {"Đăng", "mạ", "Dương", "mà", "Ân", "má", "Ăn", "An"}) tasks.push_back(office.task(title));
  office.add(tasks);
  TaskFilter filter;
  filter.order = TaskOrder::title;
  EXPECT_THAT(office.titles(filter), ElementsAre("An", "Ăn", "Ân", "Dương", "Đăng", "mà", "má", "mạ"));
}

TEST(Sorting, PutsPeopleByTheirGivenName) {
  Office office;
  {
    auto writer = office.store.begin();
    for (const char* name : {"Trần Văn Bình", "Phan Thị Ân", "Vũ Hoàng An"}) {
      writer.add(office.agency.id, Person{PersonId::make(noon()), name, {}, 1});
    }
    writer.record(office.clerk, "register_changed", "agency", office.agency.id.value(), "", "{}", noon());
    writer.commit();
  }
  std::vector<std::string> names;
  const auto known = office.store.read().names(office.agency.id);
  for (const Person& person : known->leaders) names.push_back(person.full_name);
  EXPECT_THAT(names, ElementsAre("Vũ Hoàng An", "Phan Thị Ân", "Trần Văn Bình"));
}

}  // namespace
}  // namespace tiendo::store
