// Month's end with the simulation's own mix of deeds, over HTTP, at times that were fixed before: month_end prepare|play|check. Not part of
// the product (bench/month_end.sh calls it).
//   prepare DATABASE MIX DEEDS AGENCIES   an hour of deeds for agencies of 40 people and 200 tasks; MIX is a telling of
//   tests/actions/simulation play DEEDS PORT FACTOR ANSWERS        the hour in 1/FACTOR of its time; a table by kind; ANSWERS gets the
//   status of each deed check DATABASE DEEDS ANSWERS          each acknowledged deed is in the store once, and the kept counts are those
//   counted from scratch
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <future>
#include <iostream>
#include <map>
#include <random>
#include <thread>

#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <fmt/format.h>

#include "base/hash.h"
#include "base/password.h"
#include "store/figures.h"
#include "store/store.h"

namespace {

using namespace tiendo;
using std::chrono::days;
using std::chrono::sys_days;

constexpr int people_an_agency = 40, tasks_an_agency = 200, leaders_an_agency = 5, units_an_agency = 10;
constexpr double hour = 3600;  // seconds
constexpr const char* none = "-";

// One request, at its second of the hour. Tabs part its members in a file.
struct Deed {
  double at = 0;
  std::string kind, method, path, token, csrf, version = none, body = none;
  std::string agency = none, task = none;  // whose entry or evidence it leaves; several tasks are parted by commas
  long after = -1;                         // its place among the deeds: the one whose answer names what this one goes on with
};

void write(std::ostream& out, const Deed& d) {
  out << fmt::format("{:.3f}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", d.at, d.kind, d.method, d.path, d.token, d.csrf, d.version, d.body,
                     d.agency, d.task, d.after);
}

std::vector<Deed> deeds_in(const char* path) {
  std::ifstream file(path);
  std::vector<Deed> all;
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> cells;
    for (std::size_t at = 0; at != std::string::npos;) {
      const auto tab = line.find('\t', at);
      cells.push_back(line.substr(at, tab == std::string::npos ? tab : tab - at));
      at = tab == std::string::npos ? tab : tab + 1;
    }
    all.push_back({std::stod(cells.at(0)), cells.at(1), cells.at(2), cells.at(3), cells.at(4), cells.at(5), cells.at(6), cells.at(7),
                   cells.at(8), cells.at(9), std::stol(cells.at(10))});
  }
  return all;
}

// "Cả kỳ": how often the simulation did what in its half-year.
std::vector<std::pair<std::string, int>> mix_in(const char* path) {
  // Refused and handed-over work (11 of 2,403 deeds) wants a history that is not prepared here; "minh chứng" goes with its report.
  const std::vector<std::string> left_out{"bàn giao", "giao lại", "trả lại vì giao nhầm", "minh chứng", "tất cả"};
  std::ifstream file(path);
  std::vector<std::pair<std::string, int>> mix;
  bool is_whole = false;
  for (std::string line; std::getline(file, line);) {
    if (line == "Cả kỳ") is_whole = true;
    const auto colon = line.find(": ");
    if (!is_whole || colon == std::string::npos) continue;
    const auto kind = line.substr(2, colon - 2);
    if (std::ranges::find(left_out, kind) == left_out.end()) mix.push_back({kind, std::stoi(line.substr(colon + 2))});
  }
  return mix;
}

struct Person {
  domain::Actor actor;
  std::string token, csrf;
};

// An agency on the last day of a month, and what its people will do in the hour.
class House {
 public:
  House(store::Writer& writer, int number, std::mt19937& dice, const std::vector<std::pair<std::string, int>>& mix, Instant now)
      : writer_(writer), dice_(dice), now_(now), number_(number) {
    agency_ = {domain::AgencyId::make(now), fmt::format("Sở thử nghiệm {}", number), 1};
    writer_.add(agency_);
    enter_people();
    programme_ = {.id = domain::ProgrammeId::make(now), .agency = agency_.id, .title = "Chương trình công tác năm", .year = 2026};
    programme_.sections = {{"1", "Quý IV", 4, std::nullopt}};
    writer_.add(programme_);
    std::vector<double> weights;
    for (const auto& each : mix) weights.push_back(each.second);
    std::discrete_distribution<std::size_t> pick(weights.begin(), weights.end());
    for (int position = 0; position < tasks_an_agency; ++position) prepare(position, mix[pick(dice_)].first);
    for (auto& [doer, tasks] : quiet_) say_nothing_new(doer, tasks);
    writer_.record({{}, agency_.id, "bench"}, "tasks_generated", "programme", programme_.id.value(), "", "{}", now);
  }

  std::vector<Deed> deeds;

 private:
  double moment() { return std::uniform_real_distribution<>(30, hour - 60)(dice_); }

  Person hired(domain::Role role, std::optional<domain::UnitId> unit, std::optional<domain::PersonId> person) {
    domain::User user{domain::UserId::make(now_), agency_.id, fmt::format("nguoi{}-{}", number_, ++hired_), "Người thử", 1, role};
    user.unit = unit;
    user.person = person;
    user.signed_in_at = now_;
    writer_.add(user, "", now_);
    Person made{{user.id, agency_.id, user.full_name}, agency_.id.text() + '.' + random_token(), random_token()};
    writer_.add(store::Session{agency_.id, user.id, sha256(made.token), made.csrf, now_, now_, now_ + std::chrono::hours(8)});
    return made;
  }

  void enter_people() {
    office_ = hired(domain::Role::office, {}, {});
    for (int at = 0; at < leaders_an_agency; ++at) {
      const domain::Person person{domain::PersonId::make(now_), fmt::format("Lãnh đạo {}", at + 1), {}, 1};
      writer_.add(agency_.id, person);
      persons_.push_back(person.id);
      leaders_.push_back(hired(domain::Role::leader, {}, person.id));
    }
    for (int at = 0; at < units_an_agency; ++at) {
      units_.push_back(domain::UnitId::make(now_));
      writer_.add(agency_.id, domain::Unit{.id = units_.back(), .name = fmt::format("Phòng {}", at + 1)});
      heads_.push_back(hired(domain::Role::unit_head, units_.back(), {}));
    }
    officers_.resize(units_an_agency);
    for (std::size_t at = 0; hired_ < people_an_agency; at = (at + 1) % units_.size())
      officers_[at].push_back(hired(domain::Role::officer, units_[at], {}));
  }

  void prepare(int position, const std::string& kind) {
    const auto unit = static_cast<std::size_t>(position % units_an_agency),
               directs = static_cast<std::size_t>(position % leaders_an_agency);
    const Date today = local_date(now_);
    domain::Task task{.id = domain::TaskId::make(now_), .agency = agency_.id, .programme = programme_.id, .position = position};
    task.section = "1";
    task.number = std::to_string(position + 1);
    task.title = fmt::format("Kiểm định 700 phương tiện đo đợt {}", position + 1);
    task.lead_units = {units_[unit]};
    task.directing_leaders = {persons_[directs]};
    task.due_period = domain::Period::day(sys_days(today) + days(position % 60 - 20));
    writer_.add(task, std::nullopt, "");
    const auto& mine = officers_[unit];
    const Person& officer = mine[static_cast<std::size_t>(position) % mine.size()];
    const std::string work = "/api/v1/tasks/" + task.id.text();
    const auto say = [&](const Person& who, const char* name, std::string path, int version, std::string body) {
      visit(who, task.id,
            {.kind = name,
             .method = "POST",
             .path = work + path,
             .version = version ? std::to_string(version) : none,
             .body = std::move(body),
             .task = task.id.text()});
    };
    const auto move = [&](const Person& who, const char* name, int version, const char* step, const char* words) {
      say(who, name, "/work/moves", version, fmt::format(R"({{"move":"{}","words":"{}"}})", step, words));
    };
    if (kind == "giao trong đơn vị") {
      visit(heads_[unit], task.id,
            {.kind = "given to somebody",
             .method = "PUT",
             .path = work + "/work/executor",
             .version = "1",
             .body = fmt::format(R"({{"executor":"{}"}})", officer.actor.user.text()),
             .task = task.id.text()});
      return;
    }
    domain::Work at = writer_.work(agency_.id, task.id);
    at.executor = officer.actor.user;
    const bool is_reported = kind == "xác nhận" || kind == "trả lại làm lại";
    at.state = is_reported         ? domain::WorkState::awaiting_confirmation
               : kind == "bắt đầu" ? domain::WorkState::assigned
                                   : domain::WorkState::in_progress;
    if (is_reported) {
      at.reported_by = officer.actor.user;
      writer_.add(agency_.id, domain::Evidence{.id = next_id(now_),
                                               .task = task.id,
                                               .kind = "Văn bản",
                                               .number = "12",
                                               .symbol = "SKHCN",
                                               .added_at = now_,
                                               .added_by = officer.actor.user});
    }
    writer_.save(at, now_);
    constexpr int version = 2;
    if (kind == "cập nhật") {
      const char* bodies[] = {R"({"words":"Đã gửi lấy ý kiến các đơn vị, dự kiến trình trước ngày 25"})",
                              R"({"words":"Đang thẩm định","percent":60})",
                              R"({"words":"","done":[{"unit":"phương tiện đo","amount":120}]})"};
      const char* names[] = {"progress in words", "progress in percent", "progress in quantity"};
      say(officer, names[position % 3], "/work/entries", version, bodies[position % 3]);
    } else if (kind == "chưa có gì mới") {
      quiet_[officer.actor.user].push_back(task.id);
      doers_.emplace(officer.actor.user, officer);
    } else if (kind == "bắt đầu") {
      move(officer, "begun", version, "begin", "");
    } else if (kind == "báo cáo kết quả") {
      report(officer, task.id, work, version);
    } else if (kind == "xác nhận") {
      move(leaders_[directs], "confirmed", version, "confirm", "");
    } else if (kind == "trả lại làm lại") {
      move(leaders_[directs], "sent back", version, "send_back", "Bổ sung số liệu");
    } else if (kind == "xin gia hạn") {
      const Date from = sys_days(today) + days(70), to = sys_days(today) + days(75);
      say(officer, "extension asked", "/extensions", 0,
          fmt::format(R"({{"wanted":{{"from":"{}","to":"{}"}},"reason":"Chờ ý kiến của các sở"}})", iso(from), iso(to)));
    } else {
      answer(kind, officer, leaders_[directs], task, work);
    }
  }

  // Evidence, its file and the report, as one person sends them one after the other.
  void report(const Person& who, domain::TaskId task, const std::string& work, int version) {
    static const std::string file = "%PDF-1.7 " + std::string(20'000, 'x');
    visit(who, task,
          {.kind = "evidence",
           .method = "POST",
           .path = work + "/evidence",
           .body = R"({"kind":"Văn bản","number":"617","symbol":"SKHCN"})",
           .task = task.text()});
    const double at = deeds[static_cast<std::size_t>(acted_)].at;
    add(who, {.at = at + 4,
              .kind = "file of evidence",
              .method = "PUT",
              .path = work + "/evidence/{id}/file?name=van-ban.pdf",
              .body = file,
              .task = task.text(),
              .after = acted_});
    add(who, {.at = at + 8,
              .kind = "reported",
              .method = "POST",
              .path = work + "/work/moves",
              .version = std::to_string(version),
              .body = R"({"move":"report","words":"Đã hoàn thành"})",
              .task = task.text(),
              .after = static_cast<long>(deeds.size()) - 1});
  }

  void answer(const std::string& kind, const Person& asked, const Person& leader, const domain::Task& task, const std::string& work) {
    const Date until = sys_days(task.due_period->last_day()) + days(80);
    domain::Extension extension{.id = next_id(now_),
                                .task = task.id,
                                .asked_at = now_,
                                .asked_by = asked.actor,
                                .current_last_day = task.due_period->last_day(),
                                .wanted = domain::Period::day(until),
                                .reason = "Chờ ý kiến"};
    writer_.add(agency_.id, extension);
    Deed deed{.kind = "extension answered",
              .method = "POST",
              .path = work + "/extensions/" + id_text(extension.id) + "/answer",
              .version = "1",
              .body = R"({"answer":"granted","reason":"Đồng ý"})",
              .task = task.id.text()};
    if (kind == "không cho gia hạn") deed.body = R"({"answer":"refused","reason":"Việc không thể chậm"})";
    if (kind == "đề nghị hạn khác")
      deed.body = fmt::format(R"({{"answer":"offered","reason":"Sớm hơn","offered":{{"from":"{0}","to":"{0}"}}}})",
                              iso(Date(sys_days(until) - days(3))));
    if (kind == "nhận hạn được đề nghị") {
      extension.state = domain::Extension::State::offered;
      extension.offered = domain::Period::day(sys_days(until) - days(3));
      extension.answered_by = leader.actor;
      extension.answered_at = now_;
      writer_.save(agency_.id, extension);
      deed.kind = "offered day taken";
      deed.version = "2";
      deed.body = R"({"answer":"taken"})";
      return visit(asked, task.id, deed);
    }
    visit(leader, task.id, deed);
  }

  // One click for all of one's own.
  void say_nothing_new(domain::UserId doer, const std::vector<domain::TaskId>& tasks) {
    std::string list, names;
    for (const auto task : tasks) {
      list += (list.empty() ? "" : ",") + ('"' + task.text() + '"');
      names += (names.empty() ? "" : ",") + task.text();
    }
    visit(doers_.at(doer), tasks.front(),
          {.kind = "nothing new", .method = "POST", .path = "/api/v1/work/no_news", .body = "{\"tasks\":[" + list + "]}", .task = names});
  }

  // Somebody looks at what there is to do, opens the task, acts, and looks at the figures.
  void visit(const Person& who, domain::TaskId task, Deed deed) {
    const double at = moment();
    const auto look = [&](double when, const char* kind, const std::string& path) {
      add(who, {.at = when, .kind = kind, .method = "GET", .path = "/api/v1" + path});
    };
    look(at - 20, "reads own list", "/work/short?mine=true");
    if (++visits_ % 2 == 0) look(at - 18, "reads what waits", "/work/waiting");
    look(at - 10, "reads a task", "/tasks/" + task.text() + "/work");
    deed.at = at;
    add(who, deed);
    acted_ = static_cast<long>(deeds.size()) - 1;
    look(at + 12, "reads figures", visits_ % 3 ? "/tallies" : "/tallies?by=unit");
    if (visits_ % 4 == 0) look(at + 14, "reads the trend", "/tallies/trend");
  }

  void add(const Person& who, Deed deed) {
    deed.token = who.token;
    deed.csrf = who.csrf;
    deed.agency = agency_.id.text();
    deeds.push_back(std::move(deed));
  }

  store::Writer& writer_;
  std::mt19937& dice_;
  Instant now_;
  int number_, hired_ = 0, visits_ = 0;
  long acted_ = -1;  // the place of the last visit's deed
  domain::Agency agency_;
  domain::Programme programme_;
  Person office_;
  std::vector<Person> leaders_, heads_;
  std::vector<std::vector<Person>> officers_;
  std::vector<domain::PersonId> persons_;
  std::vector<domain::UnitId> units_;
  std::map<domain::UserId, std::vector<domain::TaskId>> quiet_;
  std::map<domain::UserId, Person> doers_;
};

int prepare(const char* database, const char* mix_path, const char* out, int agencies) {
  const auto mix = mix_in(mix_path);
  if (mix.empty()) return std::cerr << mix_path << " tells no mix of deeds\n", 1;
  store::Store store(database);
  std::mt19937 dice(617);
  std::vector<Deed> all;
  for (int number = 1; number <= agencies; ++number) {
    auto writer = store.begin();
    House house(writer, number, dice, mix, now_from_clock());
    writer.commit();
    const auto offset = static_cast<long>(all.size());
    for (auto& deed : house.deeds) {
      if (deed.after >= 0) deed.after += offset;
      all.push_back(std::move(deed));
    }
  }
  std::ofstream file(out);
  for (const auto& deed : all) write(file, deed);
  return 0;
}

using Clock = std::chrono::steady_clock;
namespace http = boost::beast::http;

struct Outcome {
  int status = 0;
  double millis = 0;  // from the time that was fixed before to the last byte
  std::promise<std::string> id;
  std::shared_future<std::string> said{id.get_future()};
};

std::string id_in(const std::string& body) {
  const auto at = body.find("\"id\":\"");
  return at == std::string::npos ? std::string() : body.substr(at + 6, body.find('"', at + 6) - at - 6);
}

// One connection; takes the next deed that is due, whoever's it is.
class Runner {
 public:
  Runner(const std::vector<Deed>& deeds, const std::vector<std::size_t>& order, std::vector<Outcome>& outcomes,
         std::atomic<std::size_t>& next, Clock::time_point start, double factor, std::uint16_t port)
      : deeds_(deeds), order_(order), outcomes_(outcomes), next_(next), start_(start), factor_(factor), port_(port) {}

  void run() {
    stream_.connect({boost::asio::ip::make_address("127.0.0.1"), port_});
    stream_.socket().set_option(boost::asio::ip::tcp::no_delay(true));
    for (std::size_t turn; (turn = next_++) < order_.size();) {
      const std::size_t place = order_[turn];
      const Deed& deed = deeds_[place];
      const auto due = start_ + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(deed.at / factor_));
      std::this_thread::sleep_until(due);
      const std::string id = deed.after < 0 ? std::string() : outcomes_[static_cast<std::size_t>(deed.after)].said.get();
      Outcome& outcome = outcomes_[place];
      std::string body;
      outcome.status = ask(deed, id, body);
      outcome.millis = std::chrono::duration<double, std::milli>(Clock::now() - due).count();
      if (outcome.status >= 400) std::cerr << deed.kind << ' ' << outcome.status << ' ' << body.substr(0, 300) << '\n';
      outcome.id.set_value(deed.after < 0 ? id_in(body) : id);
    }
  }

 private:
  int ask(const Deed& deed, const std::string& id, std::string& answer) {
    std::string path = deed.path;
    if (const auto hole = path.find("{id}"); hole != std::string::npos) path.replace(hole, 4, id);
    http::request<http::string_body> request(http::string_to_verb(deed.method), path, 11);
    request.set(http::field::host, "127.0.0.1");
    request.set(http::field::cookie, "tiendo_session=" + deed.token);
    request.set("X-CSRF-Token", deed.csrf);
    if (deed.version != none) request.set(http::field::if_match, '"' + deed.version + '"');
    if (deed.body != none) {
      request.set(http::field::content_type, deed.body.starts_with('%') ? "application/pdf" : "application/json");
      request.body() = deed.body;
    }
    request.prepare_payload();
    http::write(stream_, request);
    http::response<http::string_body> response;
    http::read(stream_, buffer_, response);
    answer = std::move(response.body());
    return response.result_int();
  }

  const std::vector<Deed>& deeds_;
  const std::vector<std::size_t>& order_;
  std::vector<Outcome>& outcomes_;
  std::atomic<std::size_t>& next_;
  Clock::time_point start_;
  double factor_;
  std::uint16_t port_;
  boost::asio::io_context context_;
  boost::beast::tcp_stream stream_{context_};
  boost::beast::flat_buffer buffer_;
};

void row(const std::string& name, std::vector<double> times, double seconds) {
  std::ranges::sort(times);
  const auto at = [&](double share) {
    return times[std::min(times.size() - 1, static_cast<std::size_t>(share * static_cast<double>(times.size())))];
  };
  std::cout << fmt::format("| {} | {} | {:.1f} | {:.2f} | {:.2f} | {:.2f} |\n", name, times.size(),
                           static_cast<double>(times.size()) / seconds, at(0.5), at(0.99), times.back());
}

int play(const char* path, std::uint16_t port, double factor, const char* out) {
  constexpr int connections = 64;
  const auto deeds = deeds_in(path);
  std::vector<std::size_t> order(deeds.size());
  for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
  std::ranges::stable_sort(order, {}, [&](std::size_t at) { return deeds[at].at; });
  std::vector<Outcome> outcomes(deeds.size());
  std::atomic<std::size_t> next{0};
  const auto start = Clock::now() + std::chrono::milliseconds(200);
  {
    std::vector<std::jthread> threads;
    for (int number = 0; number < connections; ++number)
      threads.emplace_back([&] { Runner(deeds, order, outcomes, next, start, factor, port).run(); });
  }
  std::map<std::string, std::vector<double>> by_kind;
  std::vector<double> updates, readings;
  std::ofstream answers(out);
  bool all_taken = true;
  for (std::size_t at = 0; at < deeds.size(); ++at) {
    by_kind[deeds[at].kind].push_back(outcomes[at].millis);
    (deeds[at].method == "GET" ? readings : updates).push_back(outcomes[at].millis);
    answers << fmt::format("{} {:.2f}\n", outcomes[at].status, outcomes[at].millis);
    all_taken = all_taken && outcomes[at].status < 300;
  }
  for (const auto& [kind, times] : by_kind) row(kind, times, hour / factor);
  row("**all updates**", updates, hour / factor);
  row("**all readings**", readings, hour / factor);
  return all_taken ? 0 : 1;
}

int check(const char* database, const char* path, const char* answers_path) {
  const auto deeds = deeds_in(path);
  std::ifstream answers(answers_path);
  std::map<std::pair<std::string, std::string>, std::size_t> entries, evidence, files;  // acknowledged, by agency and task
  std::map<std::string, bool> agencies;
  std::size_t acknowledged = 0;
  for (const auto& deed : deeds) {
    int status = 0;
    double millis = 0;
    answers >> status >> millis;
    agencies[deed.agency] = true;
    if (deed.method == "GET" || status >= 300 || status < 200) continue;
    ++acknowledged;
    auto& kind = deed.kind == "evidence" ? evidence : deed.kind == "file of evidence" ? files : entries;
    for (std::size_t at = 0; at < deed.task.size();) {
      const auto comma = std::min(deed.task.find(',', at), deed.task.size());
      ++kind[{deed.agency, deed.task.substr(at, comma - at)}];
      at = comma + 1;
    }
  }
  const store::Store store(database);
  const auto reader = store.read();
  const Instant now = now_from_clock();
  std::size_t kept = 0, wrong = 0, other_counts = 0;
  for (const auto& [text, _] : agencies) {
    const auto agency = domain::AgencyId::parse(text);
    std::map<std::string, domain::Tally> scratch;
    for (const auto& each : reader.tasks_at_work(agency, {.limit = -1})) {
      const std::pair key{text, each.task.id.text()};
      const auto one = domain::tally_of(each.work.state, domain::timing(each.work, now, {}));
      for (const auto unit : each.task.lead_units) scratch[std::to_string(unit.value())] += one;
      std::size_t with_file = 0, proofs = 0;
      for (const auto& proof : reader.evidence(agency, each.task.id)) {
        proofs += proof.number == "617";
        with_file += !proof.file_sha256.empty();
      }
      const auto said = reader.work_entries(agency, each.task.id).size();
      kept += said + proofs + with_file;
      wrong += said != entries[key] || proofs != evidence[key] || with_file != files[key];
    }
    const auto counted = store::tallies_by_member(reader, agency, {.by = store::Grouping::unit}, domain::last_closed_day(now, {}));
    other_counts += counted != scratch;
  }
  std::cout << fmt::format(
      "Acknowledged {} updates, which leave {} entries, pieces of evidence and files in the store: {}. ", acknowledged, kept,
      wrong ? fmt::format("{} TASKS HAVE ANOTHER NUMBER", wrong) : "every task has exactly its own, none lost, none doubled");
  std::cout << (other_counts ? fmt::format("KEPT COUNTS OF {} AGENCIES DIFFER FROM A COUNT FROM SCRATCH.\n", other_counts)
                             : fmt::format("The kept counts of {} agencies equal a count from scratch.\n", agencies.size()));
  return wrong || other_counts ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string_view command = argc > 1 ? argv[1] : "";
  if (command == "prepare" && argc == 6) return prepare(argv[2], argv[3], argv[4], std::atoi(argv[5]));
  if (command == "play" && argc == 6) return play(argv[2], static_cast<std::uint16_t>(std::atoi(argv[3])), std::atof(argv[4]), argv[5]);
  if (command == "check" && argc == 5) return check(argv[2], argv[3], argv[4]);
  std::cerr << "month_end prepare|play|check, as its head says\n";
  return 2;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
