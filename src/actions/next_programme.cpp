#include "actions/next_programme.h"

#include <algorithm>
#include <map>
#include <regex>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "actions/facts.h"
#include "actions/programme_file.h"
#include "actions/understand.h"
#include "actions/work_entry.h"
#include "base/error.h"
#include "base/text.h"
#include "intake/title_key.h"
#include "store/origins.h"

namespace tiendo::actions {
namespace {

using domain::Origin;
using domain::OriginKind;
using domain::Programme;
using domain::Section;
using domain::Task;

constexpr int first_year = 2000, last_year = 2100;
constexpr std::string_view carried_section = "CT";
constexpr const char* roman[] = {"", "I", "II", "III", "IV"};

std::vector<store::TaskAtWork> unfinished(const store::Reader& reader, domain::AgencyId agency, domain::ProgrammeId programme) {
  auto open = reader.tasks_at_work(agency, {.programme = programme, .open_only = true, .limit = -1});
  std::ranges::sort(open, {}, [](const store::TaskAtWork& each) { return each.task.position; });
  return open;
}

bool is_in_several_months(const std::vector<Task>& tasks) {
  std::set<int> months;
  for (const Task& task : tasks)
    if (task.month) months.insert(*task.month);
  return months.size() >= fewest_of_a_series;
}

// "Báo cáo năm 2025" becomes the report of the new year; numbers that only look like the year stay.
std::string of_year(const std::string& text, int before, int after) {
  static const std::regex number("[0-9]+");
  std::string out;
  std::size_t from = 0;
  for (std::sregex_iterator at(text.begin(), text.end(), number), end; at != end; ++at) {
    if (at->str() != std::to_string(before)) continue;
    const auto place = static_cast<std::size_t>(at->position());
    const bool is_of_symbol = place + 4 < text.size() && (text[place + 4] == '/' || text[place + 4] == '-');  // "12/2025/QĐ-TTg"
    if (is_of_symbol) continue;
    out.append(text, from, place - from).append(std::to_string(after));
    from = place + 4;
  }
  return out.append(text, from);
}

class Draft {
 public:
  Draft(store::Writer& writer, const domain::Actor& actor, const Programme& from, const NextWish& wish, Instant now)
      : writer_(writer), actor_(actor), from_(from), wish_(wish), now_(now) {
    programme_.id = domain::ProgrammeId::make(now);
    programme_.agency = actor.agency;
    programme_.title = collapse_blanks(nfc(wish.title));
    programme_.year = wish.year;
    programme_.column_headers = from.column_headers;
    programme_.attachment.issuer = from.attachment.issuer;
    programme_.attachment.decision_symbol = from.attachment.decision_symbol;
    programme_.is_planned = true;
  }

  void carry(const store::TaskAtWork& old) {
    Task task = old.task;
    task.quarter = task.month = std::nullopt;
    task.due.clear();
    task.due_period.reset();
    task.section = carried_section;
    const auto before = store::find_origin(writer_, actor_.agency, old.task.id);
    origins_.push_back({.kind = OriginKind::carried,
                        .from_task = old.task.id,
                        .from_programme = from_.id,
                        .reason = wish_.reason,
                        .first_due_on = before ? before->first_due_on : old.work.first_due_on,
                        .delays = (before ? before->delays : 0) + old.work.extensions + 1});
    tasks_.push_back(std::move(task));
  }

  void repeat(const Series& series) {
    for (const Task& old : series.tasks) {
      if (wish_.left.contains(old.id)) continue;
      Task task = old;
      task.title = of_year(old.title, from_.year.value_or(wish_.year), wish_.year);
      if (!task.quarter && task.month) task.quarter = (*task.month + 2) / 3;
      task.section = task.quarter ? roman[*task.quarter] : carried_section;
      if (task.month) task.due.clear();
      understand_deadline(task, wish_.year);
      origins_.push_back({.kind = OriginKind::repeated, .from_task = old.id, .from_programme = from_.id, .first_due_on = std::nullopt});
      tasks_.push_back(std::move(task));
    }
  }

  NextProgramme write() {
    put_in_order();
    writer_.add(programme_);
    NextProgramme made{programme_.id};
    std::map<std::string, int> numbers;
    for (std::size_t at = 0; at < order_.size(); ++at) {
      Task& task = tasks_[order_[at]];
      Origin& origin = origins_[order_[at]];
      task.id = origin.task = domain::TaskId::make(now_);
      task.programme = programme_.id;
      task.position = static_cast<int>(at);
      task.number = std::to_string(++numbers[task.section]);
      task.version = 1;
      writer_.add(task, std::nullopt, "{}");
      store::add(writer_, actor_.agency, origin);
      writer_.record(actor_, "task_created", "task", task.id.value(), "", boost::json::serialize(facts_of(task)), now_);
      ++(origin.kind == OriginKind::carried ? made.carried : made.repeated);
    }
    return made;
  }

 private:
  // What is carried first, then quarter by quarter and month by month.
  void put_in_order() {
    for (std::size_t at = 0; at < tasks_.size(); ++at) order_.push_back(at);
    const auto place = [&](std::size_t at) { return std::pair(tasks_[at].quarter.value_or(0), tasks_[at].month.value_or(0)); };
    std::ranges::stable_sort(order_, {}, place);
    std::set<std::string> seen;
    for (const std::size_t at : order_) {
      const Task& task = tasks_[at];
      if (!seen.insert(task.section).second) continue;
      programme_.sections.push_back(task.quarter ? Section{task.section, fmt::format("Quý {}", roman[*task.quarter]), task.quarter, {}}
                                                 : Section{task.section, "Nhiệm vụ chuyển tiếp", std::nullopt, std::nullopt});
    }
  }

  store::Writer& writer_;
  domain::Actor actor_;
  const Programme& from_;
  const NextWish& wish_;
  Instant now_;
  Programme programme_;
  std::vector<Task> tasks_;
  std::vector<Origin> origins_;  // of each task
  std::vector<std::size_t> order_;
};

}  // namespace

NextPlan plan_next(const store::Reader& reader, domain::AgencyId agency, domain::ProgrammeId programme) {
  NextPlan plan{.unfinished = unfinished(reader, agency, programme)};
  std::map<intake::TitleWords, std::size_t> known;
  std::vector<Series> all;
  for (Task& task : programme_file(reader, agency, programme).tasks) {
    auto words = intake::series_words(task.title);
    if (words.empty()) continue;
    const auto [found, is_new] = known.emplace(std::move(words), all.size());
    if (is_new) all.emplace_back();
    all[found->second].tasks.push_back(std::move(task));
  }
  std::ranges::copy_if(all, std::back_inserter(plan.series), [](const Series& each) { return is_in_several_months(each.tasks); });
  return plan;
}

NextProgramme make_next(store::Store& store, const domain::Actor& actor, domain::ProgrammeId id, const NextWish& wish, Instant now) {
  if (collapse_blanks(wish.title).empty()) throw Error(ErrorCode::invalid, "title_missing");
  if (wish.year < first_year || wish.year > last_year) throw Error(ErrorCode::invalid, "bad_field", {"year"});
  auto writer = store.begin();
  const Programme from = writer.programme(actor.agency, id);
  const NextPlan plan = plan_next(writer, actor.agency, id);
  Draft draft(writer, actor, from, wish, now);
  std::set<domain::TaskId> repeated;
  for (const Series& series : plan.series) {
    for (const Task& task : series.tasks) repeated.insert(task.id);
    draft.repeat(series);
  }
  for (const auto& old : plan.unfinished)
    if (!wish.left.contains(old.task.id) && !repeated.contains(old.task.id)) draft.carry(old);
  const NextProgramme made = draft.write();
  if (made.carried + made.repeated == 0) throw Error(ErrorCode::conflict, "nothing_to_carry");
  writer.record(actor, "next_programme_made", "programme", made.id.value(), "",
                boost::json::serialize(boost::json::object{{"from", id.text()}, {"carried", made.carried}, {"repeated", made.repeated}}),
                now);
  writer.commit();
  return made;
}

void close_what_is_carried(store::Writer& writer, const domain::Actor& actor, const Programme& programme, Instant now) {
  for (const Origin& origin : store::origins(writer, programme.agency, programme.id)) {
    if (origin.kind != OriginKind::carried) continue;
    domain::Work work = writer.work(programme.agency, origin.from_task);
    if (!is_open(work.state)) continue;
    work.state = domain::WorkState::stopped;
    writer.save(work, now);
    write_entry(writer, {.task = origin.from_task,
                         .at = now,
                         .by = actor,
                         .kind = domain::WorkEntry::Kind::move,
                         .move = domain::WorkMove::stop,
                         .state = work.state,
                         .words = "Chuyển tiếp sang: " + programme.title});
  }
}

}  // namespace tiendo::actions
