// What others wait for from one person, and what that person waits for from others: the two lists beside the work that is due.
#pragma once

#include "domain/letter.h"
#include "domain/proposal.h"
#include "domain/report_period.h"
#include "store/store.h"

namespace tiendo::actions {

enum class WaitingKind {
  // for the one who asks
  confirm,              // a result was reported
  answer_extension,     // a later deadline was asked for
  take_offer,           // another day was offered
  redo,                 // the work came back
  assign_anew,          // the one it was given to refused it
  answer_consultation,  // the unit is asked for its opinion
  decide_proposals,
  answer_letter,   // the office asks why work is late
  answer_change,   // a change to a programme in force needs consent
  send_report,     // the report of a period was not sent yet
  approve_report,  // one was sent
  do_sub_task,     // a part of a task is this person's, or the unit's
  close_sub_task,  // one was reported
  // of the one who asks, for somebody else
  own_report,
  own_extension,
  own_proposals,
  own_letter,
  own_change,
  own_period_report,
  own_sub_task,
};

struct Waiting {
  WaitingKind kind = WaitingKind::confirm;
  std::optional<domain::ProgrammeId> programme;  // none of a letter, which may be about several
  std::optional<domain::TaskId> task;
  std::optional<domain::ConsultationId> consultation;
  std::optional<domain::LetterId> letter;
  std::optional<domain::ReportPeriod> report;
  std::string title;  // of the task; the unit of a letter or report, else of the programme
  std::string by;     // who reported, asked, sent; of what one waits for, who decides; may be empty
  std::optional<Instant> since;
  std::optional<Date> due_on;
  std::int64_t count = 1;  // proposals, changes, tasks of a letter
};

struct WaitingLists {
  std::vector<Waiting> for_me, for_others;  // each oldest first
};

// An auditor is waited for by nobody.
WaitingLists waiting(const store::Reader& reader, const domain::Actor& actor, Date today);

const char* name_of(WaitingKind kind);  // "answer_extension"

}  // namespace tiendo::actions
