// A programme played from July to December by forty people, always the same: every deed goes through the actions at a time of its own.
#pragma once

#include <map>
#include <random>
#include <set>

#include "domain/work.h"
#include "store/office.h"

namespace tiendo::actions {

class Simulation : public store::Office {
 public:
  // Reads the document, gives each task one lead, makes the people, and issues the programme on 1/7/2025.
  explicit Simulation(std::string_view document);

  // From the first working day of July to the last of December. `at_month_end` is called with the number of the month when it is over.
  template <class Report>
  void play(Report at_month_end) {
    for (Date day = first_day; day <= last_day; day = Date(std::chrono::sys_days(day) + std::chrono::days(1))) {
      if (reader_days().is_working_day(day)) live(day);
      const Date next = Date(std::chrono::sys_days(day) + std::chrono::days(1));
      if (next.month() != day.month()) at_month_end(static_cast<unsigned>(day.month()));
    }
  }

  static constexpr Date first_day{std::chrono::year{2025} / 7 / 1}, last_day{std::chrono::year{2025} / 12 / 31};

  struct Person {
    domain::Actor actor;
    domain::Role role;
    domain::UnitId unit;
  };
  // What was acknowledged: a deed that did not throw.
  struct Deeds {
    std::map<domain::TaskId, int> entries, evidence;
    std::map<std::string, int> kinds;  // by name, for the report
    int all = 0;
  };

  const std::vector<Person>& people() const { return people_; }
  const Deeds& deeds() const { return deeds_; }
  domain::ProgrammeId issued() const { return issued_; }
  domain::UnitId silent_unit() const { return silent_; }
  int leads_chosen() const { return leads_chosen_; }  // tasks that named several lead units or none

 private:
  // How somebody means to go about a task; drawn once, when it comes near.
  struct Plan {
    Date finish{};
    int document_days_before = 0;  // the document is older than the report of it
    bool is_never_done = false;
    bool asks_for_time = false;
  };

  domain::WorkingDays reader_days() const { return store.read().working_days(agency.id); }
  unsigned below(unsigned limit) { return static_cast<unsigned>(dice_() % limit); }
  bool in_a_hundred(unsigned chance) { return below(100) < chance; }

  void take_in(std::string_view document);
  void choose_leads();
  void confirm_holidays();
  void hire();
  Person hired(domain::Role role, const std::string& name, domain::UnitId unit, std::optional<domain::PersonId> person = {});
  void issue();

  void live(Date day);
  void work_on(const store::TaskAtWork& at, Date day);
  void begin(const store::TaskAtWork& at);
  void ask_for_time(const store::TaskAtWork& at, Date day);
  void finish(const store::TaskAtWork& at, Date day);
  void speak(const store::TaskAtWork& at);
  void confirm(Date day);
  void answer_extensions();
  void say_nothing_new(const std::vector<store::TaskAtWork>& open);
  void hand_over_once();

  const Person& doer_of(const store::TaskAtWork& at) const;
  const Person* director_of(const domain::Task& task) const;
  Plan& plan_of(const store::TaskAtWork& at);
  Instant tick() { return now_ += std::chrono::seconds(7); }
  void count(const char* kind, domain::TaskId task, int entries = 1);

  std::mt19937 dice_{617};
  Instant now_{};
  domain::ProgrammeId issued_;
  domain::UnitId silent_;
  int leads_chosen_ = 0;
  bool is_handed_over_ = false;
  std::vector<Person> people_;
  std::map<domain::TaskId, Plan> plans_;
  std::map<domain::TaskId, Date> reported_on_;
  Deeds deeds_;
};

}  // namespace tiendo::actions
