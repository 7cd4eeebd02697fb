// An invented department with three tasks in draft, its office, a leader and another, and the head of the unit.
#pragma once

#include "actions/edit_task.h"
#include "actions/move_programme.h"
#include "store/office.h"
#include "store/versions.h"

namespace tiendo::actions {

using namespace std::chrono_literals;
using domain::Period;
using domain::StageMove;
using store::noon;

inline Instant august() {
  return noon() + 24h * 40;
}

struct Life : store::Office {
  domain::Unit unit{domain::UnitId::make(noon()), "Phòng Chuyển đổi số", "CĐS", {}, 1};
  domain::Person director{domain::PersonId::make(noon()), "Trần Thị Thu Hà", {}, 1};
  domain::Actor office = account(domain::Role::office, "Lê Văn Thư", false);
  domain::Actor leader = account(domain::Role::leader, "Trần Thị Thu Hà", true);
  domain::Actor head = account(domain::Role::unit_head, "Phan Văn Hiếu", false);
  domain::Actor other_leader = account(domain::Role::leader, "Đỗ Tâm", false);
  std::vector<domain::Task> tasks;

  Life() {
    enter_register();
    for (const char* title : {"Ban hành Kế hoạch đo lường", "Tổ chức hội nghị chuyển đổi số", "Bản tin tháng 7"})
      tasks.push_back(whole(title));
    add(tasks);
  }

  void enter_register() {
    auto writer = store.begin();
    writer.add(agency.id, unit);
    writer.add(agency.id, director);
    writer.commit();
  }

  domain::Task whole(const std::string& title) {
    domain::Task made = Office::task(title);
    made.number = std::to_string(tasks.size() + 1);
    made.position = static_cast<int>(tasks.size());
    made.lead = unit.name;
    made.lead_units = {unit.id};
    made.directing_leader = director.full_name;
    made.directing_leaders = {director.id};
    made.deliverable = "Kế hoạch";
    made.month = 7;
    made.quarter = 3;
    made.due_period = Period::month(2025, 7);
    return made;
  }

  domain::Actor account(domain::Role role, std::string name, bool is_director) {
    domain::User user{domain::UserId::make(noon()), agency.id, name, name, 1, role};
    if (is_director) user.person = director.id;
    if (role == domain::Role::unit_head) user.unit = unit.id;
    auto writer = store.begin();
    writer.add(user, "", noon());
    writer.commit();
    return {user.id, agency.id, name};
  }

  store::ProgrammeRecord now_as() const { return store.read().programme(agency.id, programme.id); }
  domain::Programme move(const domain::Actor& actor, StageStep step) {
    return move_programme(store, actor, programme.id, now_as().version, step, august());
  }
  static domain::Decision decision(int day = 20) { return {"617", "/QĐ-SKHCN", Date{2025y / 7 / day}, "Nguyễn Văn An"}; }
  void issue() {
    move(office, {StageMove::submit});
    move(leader, {StageMove::approve});
    move(office, {StageMove::issue, "", decision()});
  }
  std::vector<store::KeptVersion> kept() const { return store::versions(store.read(), agency.id, programme.id); }
  TaskEdit titled(std::string title) {
    TaskEdit edit;
    edit.texts["title"] = std::move(title);
    return edit;
  }
};

}  // namespace tiendo::actions
