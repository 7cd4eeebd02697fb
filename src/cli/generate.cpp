#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "actions/generate_agencies.h"
#include "cli/commands.h"
#include "cli/place.h"
#include "cli/spoken.h"

namespace tiendo::cli {
namespace {

struct GenerateOptions {
  std::string database;
  int agencies = 20;
  std::int64_t tasks = 100'000;
  std::string password = "thu-nghiem-tien-do";
};

}  // namespace

void add_generate(CLI::App& app, int&) {
  auto options = std::make_shared<GenerateOptions>();
  auto* command = app.add_subcommand("generate", "Tạo dữ liệu thử nghiệm / make data for measuring");
  command->add_option("--agencies", options->agencies, "Số cơ quan / agencies")->check(CLI::Range(1, 10'000))->capture_default_str();
  command->add_option("--tasks", options->tasks, "Tổng số nhiệm vụ / tasks in all")
      ->check(CLI::Range(0, 50'000'000))
      ->capture_default_str();
  command->add_option("--password", options->password, "Mật khẩu của các tài khoản thử / password of the accounts")->capture_default_str();
  add_database_option(*command, options->database);
  command->callback([options] {
    store::Store store(options->database);
    const auto made = actions::generate_agencies(store, options->agencies, options->tasks, options->password);
    std::cout << said("notice.generated", {std::to_string(made.agencies), std::to_string(made.tasks), options->password}) << '\n';
  });
}

}  // namespace tiendo::cli
