#include "actions/waiting.h"

#include <algorithm>
#include <array>

#include "actions/amend_programme.h"
#include "actions/consultation.h"
#include "actions/delegate.h"
#include "actions/keep_report.h"
#include "actions/letters.h"
#include "actions/propose.h"
#include "actions/standing.h"
#include "actions/sub_tasks.h"
#include "store/amendments.h"
#include "store/consultations.h"
#include "store/letters.h"
#include "store/report_settings.h"
#include "store/sub_tasks.h"

namespace tiendo::actions {
namespace {

using domain::Extension;
using domain::WorkState;

constexpr std::array kind_names{
    "confirm",       "answer_extension", "take_offer",  "redo",           "assign_anew",       "answer_consultation", "decide_proposals",
    "answer_letter", "answer_change",    "send_report", "approve_report", "do_sub_task",       "close_sub_task",      "own_report",
    "own_extension", "own_proposals",    "own_letter",  "own_change",     "own_period_report", "own_sub_task"};

// One walk over what is open in an agency, as one person sees it.
class Walk {
 public:
  Walk(const store::Reader& reader, const domain::Actor& actor, const domain::User& user, Date today)
      : reader_(reader), actor_(actor), user_(user), today_(today) {}

  WaitingLists lists() {
    add_reports();
    add_came_back();
    add_extensions();
    add_consultations();
    add_letters();
    add_changes();
    add_period_reports();
    add_sub_tasks();
    for (auto* list : {&lists_.for_me, &lists_.for_others}) std::ranges::stable_sort(*list, {}, &Waiting::since);
    return std::move(lists_);
  }

 private:
  std::vector<store::TaskAtWork> at(WorkState state) const { return reader_.tasks_at_work(actor_.agency, {.state = state, .limit = -1}); }
  Standing standing_at(const store::TaskAtWork& each) const { return standing(reader_, actor_, each.task, each.work, today_); }

  static Waiting of(WaitingKind kind, const store::TaskAtWork& at) {
    return {.kind = kind,
            .programme = at.task.programme,
            .task = at.task.id,
            .title = at.task.title,
            .since = at.work.heard_at,
            .due_on = at.work.due_on};
  }

  void add_reports() {
    for (const auto& each : at(WorkState::awaiting_confirmation)) {
      const bool is_own = each.work.reported_by == actor_.user;
      if (!is_own && !standing_at(each).is_confirmer) continue;
      Waiting report = of(is_own ? WaitingKind::own_report : WaitingKind::confirm, each);
      report.by = is_own ? deciders(each.task) : each.work.reported_by ? name_of_account(*each.work.reported_by) : "";
      (is_own ? lists_.for_others : lists_.for_me).push_back(std::move(report));
    }
  }

  // The office may do everything to every task; what came back waits for those whose work it is.
  void add_came_back() {
    if (user_.role != domain::Role::office)
      for (const auto& each : at(WorkState::sent_back))
        if (standing_at(each).is_executor) lists_.for_me.push_back(of(WaitingKind::redo, each));
    for (const auto& each : at(WorkState::refused))
      if (standing_at(each).is_assigner) lists_.for_me.push_back(of(WaitingKind::assign_anew, each));
  }

  void add_extensions() {
    for (const auto& each : reader_.open_extensions(actor_.agency)) {
      const store::TaskAtWork at{reader_.task(actor_.agency, each.task), reader_.work(actor_.agency, each.task)};
      const bool is_own = each.asked_by.user == actor_.user, is_offered = each.state == Extension::State::offered;
      if (!is_own && (is_offered || !standing_at(at).is_assigner)) continue;
      Waiting extension = of(!is_own      ? WaitingKind::answer_extension
                             : is_offered ? WaitingKind::take_offer
                                          : WaitingKind::own_extension,
                             at);
      extension.since = is_offered ? each.answered_at : each.asked_at;
      extension.by = is_offered && each.answered_by ? each.answered_by->name : is_own ? deciders(at.task) : each.asked_by.name;
      (is_own && !is_offered ? lists_.for_others : lists_.for_me).push_back(std::move(extension));
    }
  }

  Waiting of(WaitingKind kind, const domain::Consultation& consultation, std::int64_t count) const {
    return {.kind = kind,
            .programme = consultation.programme,
            .consultation = consultation.id,
            .title = reader_.programme(actor_.agency, consultation.programme).title,
            .since = consultation.sent_at,
            .due_on = consultation.state == domain::ConsultationState::open ? std::optional(consultation.due_on) : std::nullopt,
            .count = count};
  }

  void add_consultations() {
    for (const auto& each : store::running_consultations(reader_, actor_.agency)) {
      const bool is_open = each.state == domain::ConsultationState::open;
      if (is_open && is_asked(each)) lists_.for_me.push_back(of(WaitingKind::answer_consultation, each, 1));
      const auto proposals = store::proposals(reader_, actor_.agency, each.id);
      const auto undecided = [](const domain::Proposal& one) { return !one.asks_nothing() && one.decision == domain::Opinion::none; };
      const auto mine = std::ranges::count_if(proposals, [&](const auto& one) { return undecided(one) && is_ours(one); });
      const auto to_decide = std::ranges::count_if(proposals, [&](const auto& one) {
        return !is_open && undecided(one) && decides_as(reader_, actor_, each, one, today_).has_value();
      });
      if (mine > 0) lists_.for_others.push_back(of(WaitingKind::own_proposals, each, mine));
      if (to_decide > 0) lists_.for_me.push_back(of(WaitingKind::decide_proposals, each, to_decide));
    }
  }

  // The office may answer for any unit, and is asked for none.
  bool is_asked(const domain::Consultation& consultation) const {
    return user_.unit && user_.role != domain::Role::office && may_answer_for(reader_, actor_, *user_.unit) &&
           std::ranges::any_of(consultation.units, [&](const auto& each) { return each.unit == *user_.unit && !each.answered_at; });
  }
  bool is_ours(const domain::Proposal& proposal) const {
    return user_.role == domain::Role::unit_head ? proposal.unit == user_.unit : proposal.by.user == actor_.user;
  }

  // Whoever may answer for the unit owes the answer; the office may too, and waits for what it asked.
  void add_letters() {
    const bool is_office = user_.role == domain::Role::office;
    for (const auto& each : store::letters(reader_, actor_.agency)) {
      if (each.state != domain::LetterState::issued) continue;
      const bool is_ours = !is_office && std::ranges::count(moves_for(reader_, actor_, each), domain::LetterMove::answer) > 0;
      if (!is_ours && !is_office) continue;
      Waiting letter{.kind = is_ours ? WaitingKind::answer_letter : WaitingKind::own_letter,
                     .letter = each.id,
                     .title = each.unit_name,
                     .by = each.made_by.name,
                     .since = each.made_at,
                     .due_on = each.answer_due,
                     .count = static_cast<std::int64_t>(each.tasks.size())};
      (is_ours ? lists_.for_me : lists_.for_others).push_back(std::move(letter));
    }
  }

  void add_changes() {
    for (const auto& programme : reader_.programmes(actor_.agency)) {
      const auto amendment = store::find_open_amendment(reader_, actor_.agency, programme.id);
      if (!amendment) continue;
      Waiting asked{.kind = WaitingKind::answer_change, .programme = programme.id, .title = programme.title, .since = amendment->opened_at};
      asked.by = amendment->opened_by.name;
      asked.count = std::ranges::count_if(amendment->changes, [&](const auto& each) {
        return each.consent == domain::Consent::unanswered && answers_as(reader_, actor_, *amendment, each, today_).has_value();
      });
      Waiting own = asked;
      own.kind = WaitingKind::own_change;
      own.count = std::ranges::count_if(amendment->changes, [&](const auto& each) {
        return each.consent == domain::Consent::unanswered && each.asked_by.user == actor_.user;
      });
      if (asked.count > 0) lists_.for_me.push_back(std::move(asked));
      if (own.count > 0) lists_.for_others.push_back(std::move(own));
    }
  }

  // Whoever submits owes the newest report of each kind; whoever may approve one is waited for.
  void add_period_reports() {
    for (const auto& period : domain::reports_owed(store::report_settings(reader_, actor_.agency), today_))
      for (const auto& owed : reports_owed(reader_, actor_.agency, period, today_)) {
        const bool is_sender =
            owed.unit ? user_.role == domain::Role::unit_head && user_.unit == owed.unit : user_.role == domain::Role::office;
        if (is_sender && !owed.is_sent()) lists_.for_me.push_back(of(WaitingKind::send_report, owed, period));
        if (!owed.report || owed.report->state != domain::ReportState::submitted) continue;
        const auto moves = moves_for(reader_, actor_, *owed.report);
        if (std::ranges::count(moves, domain::ReportMove::approve) > 0)
          lists_.for_me.push_back(of(WaitingKind::approve_report, owed, period));
        else if (owed.report->submitted_by->user == actor_.user)
          lists_.for_others.push_back(of(WaitingKind::own_period_report, owed, period));
      }
  }

  // The office may do everything to every part; it is waited for where a part was given to that very person.
  void add_sub_tasks() {
    for (const auto& part : store::unsettled_sub_tasks(reader_, actor_.agency)) {
      const store::TaskAtWork at{reader_.task(actor_.agency, part.task), reader_.work(actor_.agency, part.task)};
      if (!domain::is_open(at.work.state)) continue;
      const bool is_open = part.state == domain::SubTaskState::open, is_mine = part.reported_by == actor_.user;
      const bool is_to_do =
          is_open && (user_.role == domain::Role::office ? part.executor == user_.id : is_ones_own(reader_, actor_, part));
      const bool is_to_close = !is_open && !is_mine && may_split(reader_, actor_, at.task, at.work, today_);
      if (is_to_do)
        lists_.for_me.push_back(of(WaitingKind::do_sub_task, at, part));
      else if (is_to_close)
        lists_.for_me.push_back(of(WaitingKind::close_sub_task, at, part));
      else if (!is_open && is_mine)
        lists_.for_others.push_back(of(WaitingKind::own_sub_task, at, part));
    }
  }

  static Waiting of(WaitingKind kind, const store::TaskAtWork& at, const domain::SubTask& part) {
    Waiting waiting = of(kind, at);
    waiting.title = part.words;
    waiting.due_on = due_day(part, at.work.due_on);
    if (part.moved_at) waiting.since = part.moved_at;
    if (kind == WaitingKind::close_sub_task) waiting.by = part.reported_name;
    return waiting;
  }

  static Waiting of(WaitingKind kind, const ReportOwed& owed, const domain::ReportPeriod& period) {
    Waiting report{.kind = kind, .report = period, .title = owed.name};
    if (kind == WaitingKind::send_report) report.due_on = owed.send_by;
    if (kind == WaitingKind::approve_report) report.by = owed.report->submitted_by->name;
    if (kind != WaitingKind::send_report) report.since = owed.report->submitted_at;
    return report;
  }

  // The leaders who direct the task, as those who hold it today.
  std::string deciders(const domain::Task& task) const {
    const auto names = reader_.names(actor_.agency);
    std::string all;
    for (const auto director : task.directing_leaders)
      if (const auto* person = names->find_leader(holder_of(reader_, actor_.agency, director, today_).person))
        all += (all.empty() ? "" : ", ") + person->full_name;
    return all;
  }

  std::string name_of_account(domain::UserId id) const {
    const auto user = reader_.find_user(actor_.agency, id);
    return !user ? "" : user->full_name.empty() ? user->name : user->full_name;
  }

  const store::Reader& reader_;
  const domain::Actor& actor_;
  const domain::User& user_;
  Date today_;
  WaitingLists lists_;
};

}  // namespace

WaitingLists waiting(const store::Reader& reader, const domain::Actor& actor, Date today) {
  const auto user = reader.find_user(actor.agency, actor.user);
  if (!user || !domain::may(user->role, domain::Right::work_on_tasks)) return {};
  return Walk(reader, actor, *user, today).lists();
}

const char* name_of(WaitingKind kind) {
  return kind_names[static_cast<std::size_t>(kind)];
}

}  // namespace tiendo::actions
