#include "actions/create_intake.h"
#include "actions/evidence.h"
#include "http/handlers.h"
#include "http/route.h"

namespace tiendo::http {
namespace {

using enum Method;
using enum Access;

constexpr Route table[] = {
    {get, "/health", open, show_health},

    {post, "/session", open, create_session},
    {get, "/session", signed_in, show_session},
    {remove, "/session", signed_in, remove_session},

    {get, "/programmes", signed_in, list_programmes},
    {get, "/programmes/{programme}", signed_in, show_programme},
    {get, "/programmes/{programme}/annex", signed_in, download_annex},

    {get, "/tasks", signed_in, list_tasks},
    {get, "/tasks/{task}", signed_in, show_task},
    {patch, "/tasks/{task}", signed_in, change_task},
    {get, "/tasks/{task}/events", signed_in, list_task_events},

    {get, "/tasks/{task}/work", signed_in, show_work},
    {post, "/tasks/{task}/work/moves", signed_in, move_work},
    {post, "/tasks/{task}/work/entries", signed_in, add_progress},
    {post, "/tasks/{task}/evidence", signed_in, add_evidence},
    {remove, "/tasks/{task}/evidence/{evidence}", signed_in, remove_evidence},
    {put, "/tasks/{task}/evidence/{evidence}/file", signed_in, put_evidence_file, actions::most_evidence_bytes, 422},
    {get, "/tasks/{task}/evidence/{evidence}/file", signed_in, show_evidence_file},
    {post, "/tasks/{task}/extensions", signed_in, ask_extension},
    {post, "/tasks/{task}/extensions/{extension}/answer", signed_in, answer_extension},
    {get, "/work", signed_in, list_work},
    {post, "/work/no_news", signed_in, say_no_news},
    {get, "/tallies", signed_in, list_tallies},
    {get, "/citations", signed_in, list_citations},

    {get, "/counts", signed_in, list_counts},
    {get, "/units", signed_in, list_units},
    {get, "/leaders", signed_in, list_leaders},
    {get, "/labels", signed_in, list_labels},

    {get, "/calendar/{year}", signed_in, show_calendar},
    {put, "/calendar/{year}", signed_in, put_calendar},
    {get, "/working_days", signed_in, count_working_days},

    {post, "/intakes", signed_in, create_intake, actions::most_source_bytes, 422},
    {get, "/readings/{reading}", signed_in, show_reading},
    {remove, "/readings/{reading}", signed_in, give_up_reading},
    {get, "/intakes", signed_in, list_intakes},
    {get, "/intakes/{intake}", signed_in, show_intake},
    {patch, "/intakes/{intake}", signed_in, correct_intake},
    {get, "/intakes/{intake}/source", signed_in, show_intake_source},
    {post, "/intakes/{intake}/confirmation", signed_in, confirm_intake},
    {post, "/intakes/{intake}/withdrawal", signed_in, withdraw_intake},
};

}  // namespace

std::span<const Route> routes() {
  return table;
}

}  // namespace tiendo::http
