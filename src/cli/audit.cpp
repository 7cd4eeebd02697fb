#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "actions/keep_log.h"
#include "cli/commands.h"
#include "cli/place.h"
#include "cli/spoken.h"

namespace tiendo::cli {
namespace {

struct AuditOptions {
  std::string database;
  int months = actions::least_months_of_log;
};

void tell(const actions::CheckedLog& checked) {
  const auto name = said(std::string("audit.log.") + name_of(checked.log));
  const auto owner = checked.agency.name.empty() ? said("audit.installation") : checked.agency.name;
  if (checked.faults.empty()) {
    std::cout << said("audit.holds", {name, owner, std::to_string(checked.head.sequence), checked.head.hash}) << '\n';
    return;
  }
  std::cout << said("audit.broken", {name, owner}) << '\n';
  for (const auto& fault : checked.faults) {
    std::cout << "  "
              << said(std::string("audit.fault.") + name_of(fault.kind), {std::to_string(fault.sequence), std::to_string(fault.other)})
              << '\n';
  }
  if (checked.faults.size() >= store::most_faults) std::cout << "  " << said("audit.more") << '\n';
}

// 0: every row is as it was written. 1: at least one is not.
int verify(const AuditOptions& options) {
  const store::Store store(options.database);
  bool holds = true;
  for (const auto& checked : actions::check_logs(store.read())) {
    tell(checked);
    holds = holds && checked.faults.empty();
  }
  return holds ? 0 : 1;
}

void trim(const AuditOptions& options) {
  store::Store store(options.database);
  const auto gone = actions::trim_access_logs(store, options.months, now_from_clock());
  std::cout << said("audit.trimmed", {std::to_string(gone), std::to_string(options.months)}) << '\n';
}

}  // namespace

void add_audit(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<AuditOptions>();
  auto* audit = app.add_subcommand("audit", "Nhật ký / the logs")->require_subcommand(1);

  auto* verifying =
      audit->add_subcommand("verify", "Soát xem có dòng nào bị sửa, mất, đổi chỗ / find rows that were changed, removed or moved");
  add_database_option(*verifying, options->database);
  verifying->callback([options, &exit_code] { exit_code = verify(*options); });

  auto* trimming = audit->add_subcommand("trim", "Bỏ phần nhật ký truy cập đã quá thời hạn lưu / take off what was kept long enough");
  trimming->add_option("--months", options->months, "Giữ lại bấy nhiêu tháng / months to keep")->capture_default_str();
  add_database_option(*trimming, options->database);
  trimming->callback([options] { trim(*options); });
}

}  // namespace tiendo::cli
