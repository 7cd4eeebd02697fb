#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "actions/make_notices.h"
#include "base/error.h"
#include "cli/commands.h"
#include "cli/place.h"
#include "cli/spoken.h"
#include "reports/period_report.h"

namespace tiendo::cli {
namespace {

struct RemindOptions {
  std::string database, day;
  bool is_dry = false;
};

void show(const actions::PlannedNotice& each) {
  const auto kind = std::string(name_of(each.notice.kind));
  std::cout << "    " << said("digest.kind." + kind) << ": " << (each.task.number.empty() ? "" : each.task.number + ". ") << each.task.title
            << " (" << said("digest.days." + kind, {std::to_string(each.notice.days)}) << ")\n";
}

void show_plan(const store::Store& store, const domain::Agency& agency, Date day) {
  const auto planned = actions::planned_notices(store.read(), agency.id, day);
  const auto reports = actions::planned_reports(store.read(), agency.id, day);
  std::cout << agency.name << '\n';
  if (planned.empty() && reports.empty()) std::cout << "  " << said("remind.nothing", {vietnamese(day)}) << '\n';
  for (const auto& each : reports)
    std::cout << "  " << each.user.full_name << " (" << each.user.name
              << "): " << said("digest.report", {tiendo::reports::name_in_words(each.period)}) << ", "
              << said(each.kind == domain::NoticeKind::overdue ? "digest.report_overdue" : "digest.report_by", {vietnamese(each.send_by)})
              << '\n';
  domain::UserId shown;
  for (const auto& each : planned) {
    if (each.user.id != shown) std::cout << "  " << each.user.full_name << " (" << each.user.name << ")\n";
    shown = each.user.id;
    show(each);
  }
}

void remind(const RemindOptions& options) {
  const auto now = now_from_clock();
  const auto day = options.day.empty() ? local_date(now) : find_date(options.day);
  if (!day) throw Error(ErrorCode::invalid, "bad_value", {"--day"});
  store::Store store(options.database);
  for (const auto& agency : store.read().agencies()) {
    if (options.is_dry)
      show_plan(store, agency, *day);
    else
      std::cout << said("remind.made", {agency.name, std::to_string(actions::make_notices(store, agency.id, *day, now))}) << '\n';
  }
}

}  // namespace

void add_remind(CLI::App& app, int&) {
  auto options = std::make_shared<RemindOptions>();
  auto* command = app.add_subcommand("remind", "Lập thông báo nhắc việc của một ngày / make the notices of a day");
  add_database_option(*command, options->database);
  command->add_option("--day", options->day, "Ngày, năm-tháng-ngày; hôm nay nếu không ghi / the day, today without it");
  command->add_flag("--dry-run", options->is_dry, "Chỉ cho xem / show what would be said, and to whom");
  command->callback([options] { remind(*options); });
}

}  // namespace tiendo::cli
