// The handlers, one file a resource: each translates, calls one action or one query, and translates back.
#pragma once

#include "http/context.h"
#include "http/request.h"
#include "http/response.h"

namespace tiendo::http {

Response show_health(const Request&, Context&);

Response create_session(const Request&, Context&);
Response show_session(const Request&, Context&);
Response remove_session(const Request&, Context&);

Response redeem_invitation(const Request&, Context&);
Response put_own_password(const Request&, Context&);
Response list_sessions(const Request&, Context&);
Response end_session(const Request&, Context&);
Response end_other_sessions(const Request&, Context&);
Response show_second_factor(const Request&, Context&);
Response begin_second_factor(const Request&, Context&);
Response confirm_second_factor(const Request&, Context&);
Response renew_recovery_codes(const Request&, Context&);
Response remove_second_factor(const Request&, Context&);
Response list_access_keys(const Request&, Context&);
Response create_access_key(const Request&, Context&);
Response revoke_access_key(const Request&, Context&);

Response list_accounts(const Request&, Context&);
Response create_account(const Request&, Context&);
Response put_account(const Request&, Context&);
Response create_invitation(const Request&, Context&);
Response disable_account(const Request&, Context&);
Response enable_account(const Request&, Context&);
Response unlock_account(const Request&, Context&);
Response end_account_sessions(const Request&, Context&);
Response remove_account_second_factor(const Request&, Context&);
Response show_account_rules(const Request&, Context&);
Response put_account_rules(const Request&, Context&);
Response review_accounts(const Request&, Context&);

Response list_programmes(const Request&, Context&);
Response show_programme(const Request&, Context&);
Response download_annex(const Request&, Context&);

Response list_versions(const Request&, Context&);
Response show_version(const Request&, Context&);
Response download_version(const Request&, Context&);
Response compare_versions(const Request&, Context&);
Response move_programme(const Request&, Context&);
Response approve_programme(const Request&, Context&);
Response show_completeness(const Request&, Context&);
Response show_items_asked(const Request&, Context&);
Response put_items_asked(const Request&, Context&);
Response plan_next_programme(const Request&, Context&);
Response create_next_programme(const Request&, Context&);
Response list_amendments(const Request&, Context&);
Response ask_change(const Request&, Context&);
Response drop_change(const Request&, Context&);
Response answer_change(const Request&, Context&);
Response issue_amendment(const Request&, Context&);
Response withdraw_amendment(const Request&, Context&);

Response list_notices(const Request&, Context&);
Response read_notices(const Request&, Context&);
Response show_own_reminders(const Request&, Context&);
Response put_own_reminders(const Request&, Context&);
Response renew_feed(const Request&, Context&);
Response remove_feed(const Request&, Context&);
Response show_feed(const Request&, Context&);
Response show_reminder_settings(const Request&, Context&);
Response put_reminder_settings(const Request&, Context&);

Response list_consultations(const Request&, Context&);
Response list_consultations_of(const Request&, Context&);
Response send_consultation(const Request&, Context&);
Response show_consultation(const Request&, Context&);
Response make_proposal(const Request&, Context&);
Response remove_proposal(const Request&, Context&);
Response finish_answer(const Request&, Context&);
Response answer_by_file(const Request&, Context&);
Response recommend_on_proposal(const Request&, Context&);
Response place_proposal(const Request&, Context&);
Response decide_proposals(const Request&, Context&);
Response close_consultation(const Request&, Context&);
Response withdraw_consultation(const Request&, Context&);
Response settle_consultation(const Request&, Context&);
Response download_consultation(const Request&, Context&);

Response list_tasks(const Request&, Context&);
Response show_task(const Request&, Context&);
Response change_task(const Request&, Context&);
Response list_task_events(const Request&, Context&);

Response show_work(const Request&, Context&);
Response move_work(const Request&, Context&);
Response add_progress(const Request&, Context&);
Response add_evidence(const Request&, Context&);
Response put_evidence_file(const Request&, Context&);
Response show_evidence_file(const Request&, Context&);
Response remove_evidence(const Request&, Context&);
Response ask_extension(const Request&, Context&);
Response answer_extension(const Request&, Context&);
Response list_work(const Request&, Context&);
Response list_short_work(const Request&, Context&);
Response list_waiting(const Request&, Context&);
Response list_workloads(const Request&, Context&);
Response say_no_news(const Request&, Context&);
Response hand_over_work(const Request&, Context&);
Response show_work_settings(const Request&, Context&);
Response put_work_settings(const Request&, Context&);
Response list_executors(const Request&, Context&);
Response put_executor(const Request&, Context&);
Response list_tallies(const Request&, Context&);
Response list_agency_tallies(const Request&, Context&);
Response show_trend(const Request&, Context&);
Response list_tasks_behind(const Request&, Context&);
Response list_unplanned(const Request&, Context&);
Response add_unplanned(const Request&, Context&);
Response list_targets(const Request&, Context&);
Response download_period_report(const Request&, Context&);
Response download_briefing(const Request&, Context&);
Response download_coming(const Request&, Context&);
Response list_period_reports(const Request&, Context&);
Response begin_period_report(const Request&, Context&);
Response show_period_report(const Request&, Context&);
Response put_period_report(const Request&, Context&);
Response move_period_report(const Request&, Context&);
Response download_kept_report(const Request&, Context&);
Response show_report_settings(const Request&, Context&);
Response put_report_settings(const Request&, Context&);
Response list_citations(const Request&, Context&);

Response show_task_steps(const Request&, Context&);
Response put_task_kind(const Request&, Context&);
Response finish_step(const Request&, Context&);
Response reopen_step(const Request&, Context&);
Response list_sub_tasks(const Request&, Context&);
Response put_sub_tasks(const Request&, Context&);
Response move_sub_task(const Request&, Context&);
Response list_step_series(const Request&, Context&);
Response put_step_series(const Request&, Context&);

Response list_tasks_to_urge(const Request&, Context&);
Response list_letters(const Request&, Context&);
Response list_letters_about(const Request&, Context&);
Response draft_letter(const Request&, Context&);
Response show_letter(const Request&, Context&);
Response put_letter(const Request&, Context&);
Response issue_letter(const Request&, Context&);
Response ask_letter_again(const Request&, Context&);
Response withdraw_letter(const Request&, Context&);
Response answer_letter(const Request&, Context&);
Response put_reply_file(const Request&, Context&);
Response show_reply_file(const Request&, Context&);
Response download_letter(const Request&, Context&);

Response list_counts(const Request&, Context&);

Response list_units(const Request&, Context&);
Response create_unit(const Request&, Context&);
Response put_unit(const Request&, Context&);
Response merge_unit(const Request&, Context&);
Response list_leaders(const Request&, Context&);
Response list_labels(const Request&, Context&);

Response list_groups(const Request&, Context&);
Response create_group(const Request&, Context&);
Response put_group(const Request&, Context&);
Response remove_group(const Request&, Context&);
Response list_register_proposals(const Request&, Context&);
Response set_proposal_aside(const Request&, Context&);
Response list_people(const Request&, Context&);
Response create_person(const Request&, Context&);
Response put_person(const Request&, Context&);
Response join_person(const Request&, Context&);
Response list_delegations(const Request&, Context&);
Response create_delegation(const Request&, Context&);
Response end_delegation(const Request&, Context&);
Response list_accesses(const Request&, Context&);
Response download_accesses(const Request&, Context&);

Response show_calendar(const Request&, Context&);
Response put_calendar(const Request&, Context&);
Response count_working_days(const Request&, Context&);

Response create_intake(const Request&, Context&);
Response show_reading(const Request&, Context&);
Response give_up_reading(const Request&, Context&);
Response list_intakes(const Request&, Context&);
Response show_intake(const Request&, Context&);
Response correct_intake(const Request&, Context&);
Response show_intake_source(const Request&, Context&);
Response show_comparison(const Request&, Context&);
Response confirm_intake(const Request&, Context&);
Response withdraw_intake(const Request&, Context&);

}  // namespace tiendo::http
