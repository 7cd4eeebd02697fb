#include "actions/create_intake.h"
#include "actions/evidence.h"
#include "http/handlers.h"
#include "http/route.h"

namespace tiendo::http {
namespace {

using enum Method;
using enum domain::Right;

constexpr Route table[] = {
    {get, "/health", open, show_health},

    {post, "/session", open, create_session},
    {get, "/session", own_session, show_session},
    {remove, "/session", own_session, remove_session},

    {post, "/invitation_redemptions", open, redeem_invitation},
    {put, "/own_password", own_session, put_own_password},
    {get, "/sessions", own_session, list_sessions},
    {remove, "/sessions", own_session, end_other_sessions},
    {remove, "/sessions/{session}", own_session, end_session},
    {get, "/second_factor", own_session, show_second_factor},
    {post, "/second_factor", own_session, begin_second_factor},
    {post, "/second_factor/confirmation", own_session, confirm_second_factor},
    {post, "/second_factor/recovery_codes", own_session, renew_recovery_codes},
    {post, "/second_factor/removal", own_session, remove_second_factor},
    {get, "/access_keys", own_session, list_access_keys},
    {post, "/access_keys", own_session, create_access_key},
    {remove, "/access_keys/{access_key}", own_session, revoke_access_key},

    {get, "/accounts", manage_accounts, list_accounts},
    {post, "/accounts", manage_accounts, create_account},
    {put, "/accounts/{account}", manage_accounts, put_account},
    {post, "/accounts/{account}/invitation", manage_accounts, create_invitation},
    {put, "/accounts/{account}/disablement", manage_accounts, disable_account},
    {remove, "/accounts/{account}/disablement", manage_accounts, enable_account},
    {remove, "/accounts/{account}/lock", manage_accounts, unlock_account},
    {remove, "/accounts/{account}/sessions", manage_accounts, end_account_sessions},
    {remove, "/accounts/{account}/second_factor", manage_accounts, remove_account_second_factor},
    {get, "/account_rules", manage_accounts, show_account_rules},
    {put, "/account_rules", manage_accounts, put_account_rules},
    {get, "/account_review", manage_accounts, review_accounts},

    {get, "/programmes", read_programmes, list_programmes},
    {get, "/programmes/{programme}", read_programmes, show_programme},
    {get, "/programmes/{programme}/annex", read_programmes, download_annex},
    {get, "/programmes/{programme}/versions", read_programmes, list_versions},
    {get, "/programmes/{programme}/comparison", read_programmes, compare_versions},
    {post, "/programmes/{programme}/moves", edit_programmes, move_programme},
    {post, "/programmes/{programme}/approval", decide, approve_programme},
    {get, "/programmes/{programme}/completeness", read_programmes, show_completeness},
    {get, "/programmes/{programme}/next", edit_programmes, plan_next_programme},
    {post, "/programmes/{programme}/next", edit_programmes, create_next_programme},
    {get, "/programmes/{programme}/amendments", read_programmes, list_amendments},
    {post, "/programmes/{programme}/amendments", edit_programmes, ask_change},
    {get, "/versions/{version}", read_programmes, show_version},
    {get, "/versions/{version}/annex", read_programmes, download_version},
    {remove, "/amendments/{amendment}/changes/{change}", edit_programmes, drop_change},
    {post, "/amendments/{amendment}/changes/{change}/answer", decide, answer_change},
    {post, "/amendments/{amendment}/issue", edit_programmes, issue_amendment},
    {post, "/amendments/{amendment}/withdrawal", edit_programmes, withdraw_amendment},
    {get, "/consultations", read_programmes, list_consultations},
    {get, "/programmes/{programme}/consultations", read_programmes, list_consultations_of},
    {post, "/programmes/{programme}/consultations", edit_programmes, send_consultation},
    {get, "/consultations/{consultation}", read_programmes, show_consultation},
    {get, "/consultations/{consultation}/table", read_programmes, download_consultation},
    {post, "/consultations/{consultation}/units/{unit}/proposals", propose, make_proposal},
    {remove, "/consultations/{consultation}/proposals/{proposal}", propose, remove_proposal},
    {post, "/consultations/{consultation}/units/{unit}/answer", propose, finish_answer},
    {put, "/consultations/{consultation}/units/{unit}/file", propose, answer_by_file, actions::most_source_bytes, 422},
    {post, "/consultations/{consultation}/proposals/{proposal}/recommendation", edit_programmes, recommend_on_proposal},
    {post, "/consultations/{consultation}/proposals/{proposal}/place", edit_programmes, place_proposal},
    {post, "/consultations/{consultation}/decisions", decide, decide_proposals},
    {post, "/consultations/{consultation}/closing", edit_programmes, close_consultation},
    {post, "/consultations/{consultation}/withdrawal", edit_programmes, withdraw_consultation},
    {post, "/consultations/{consultation}/settlement", edit_programmes, settle_consultation},

    {get, "/items_asked", read_programmes, show_items_asked},
    {put, "/items_asked", edit_programmes, put_items_asked},

    {get, "/tasks", read_programmes, list_tasks},
    {get, "/tasks/{task}", read_programmes, show_task},
    {patch, "/tasks/{task}", edit_programmes, change_task},
    {get, "/tasks/{task}/events", read_programmes, list_task_events},

    {get, "/tasks/{task}/work", read_programmes, show_work},
    {post, "/tasks/{task}/work/moves", work_on_tasks, move_work},
    {post, "/tasks/{task}/work/entries", work_on_tasks, add_progress},
    {post, "/tasks/{task}/evidence", work_on_tasks, add_evidence},
    {remove, "/tasks/{task}/evidence/{evidence}", work_on_tasks, remove_evidence},
    {put, "/tasks/{task}/evidence/{evidence}/file", work_on_tasks, put_evidence_file, actions::most_evidence_bytes, 422},
    {get, "/tasks/{task}/evidence/{evidence}/file", read_programmes, show_evidence_file},
    {post, "/tasks/{task}/extensions", work_on_tasks, ask_extension},
    {post, "/tasks/{task}/extensions/{extension}/answer", work_on_tasks, answer_extension},
    {get, "/work", read_programmes, list_work},
    {get, "/work/short", read_programmes, list_short_work},
    {get, "/work/waiting", read_programmes, list_waiting},
    {get, "/work/loads", read_programmes, list_workloads},
    {post, "/work/no_news", work_on_tasks, say_no_news},
    {post, "/work/hand_over", work_on_tasks, hand_over_work},
    {get, "/tasks/{task}/executors", read_programmes, list_executors},
    {put, "/tasks/{task}/work/executor", work_on_tasks, put_executor},
    {get, "/tallies", read_programmes, list_tallies},
    {get, "/tallies/trend", read_programmes, show_trend},
    {get, "/tallies/tasks", read_programmes, list_tasks_behind},
    {get, "/reports/period", read_programmes, download_period_report},
    {get, "/citations", read_programmes, list_citations},

    {get, "/counts", read_programmes, list_counts},
    {get, "/units", read_programmes, list_units},
    {post, "/units", edit_programmes, create_unit},
    {put, "/units/{unit}", edit_programmes, put_unit},
    {post, "/units/{unit}/merger", edit_programmes, merge_unit},
    {get, "/leaders", read_programmes, list_leaders},
    {get, "/labels", read_programmes, list_labels},
    {get, "/groups", read_programmes, list_groups},
    {post, "/groups", edit_programmes, create_group},
    {put, "/groups/{group}", edit_programmes, put_group},
    {remove, "/groups/{group}", edit_programmes, remove_group},
    {get, "/register/proposals", edit_programmes, list_register_proposals},
    {post, "/register/set_aside", edit_programmes, set_proposal_aside},
    {get, "/people", read_programmes, list_people},
    {post, "/people", edit_programmes, create_person},
    {put, "/people/{person}", edit_programmes, put_person},
    {post, "/people/{person}/merger", edit_programmes, join_person},
    {get, "/delegations", read_programmes, list_delegations},
    {post, "/delegations", edit_programmes, create_delegation},
    {post, "/delegations/{delegation}/end", edit_programmes, end_delegation},

    {get, "/access_log", read_log, list_accesses},
    {get, "/access_log/file", read_log, download_accesses},

    {get, "/notices", read_programmes, list_notices},
    {post, "/notices/readings", read_programmes, read_notices},
    {get, "/own_reminders", read_programmes, show_own_reminders},
    {put, "/own_reminders", read_programmes, put_own_reminders},
    {post, "/own_reminders/feed", read_programmes, renew_feed},
    {remove, "/own_reminders/feed", read_programmes, remove_feed},
    {get, "/calendar_feeds/{feed}", open, show_feed},
    {get, "/reminder_settings", edit_programmes, show_reminder_settings},
    {put, "/reminder_settings", edit_programmes, put_reminder_settings},

    {get, "/calendar/{year}", read_programmes, show_calendar},
    {put, "/calendar/{year}", edit_programmes, put_calendar},
    {get, "/working_days", read_programmes, count_working_days},

    {post, "/intakes", edit_programmes, create_intake, actions::most_source_bytes, 422},
    {get, "/readings/{reading}", read_drafts, show_reading},
    {remove, "/readings/{reading}", edit_programmes, give_up_reading},
    {get, "/intakes", read_drafts, list_intakes},
    {get, "/intakes/{intake}", read_drafts, show_intake},
    {patch, "/intakes/{intake}", edit_programmes, correct_intake},
    {get, "/intakes/{intake}/source", read_drafts, show_intake_source},
    {get, "/intakes/{intake}/comparison", read_drafts, show_comparison},
    {post, "/intakes/{intake}/confirmation", edit_programmes, confirm_intake},
    {post, "/intakes/{intake}/withdrawal", edit_programmes, withdraw_intake},
};

}  // namespace

std::span<const Route> routes() {
  return table;
}

}  // namespace tiendo::http
