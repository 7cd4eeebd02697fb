#include "cli/run.h"

#include <iostream>

#include <CLI/CLI.hpp>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/spoken.h"

namespace tiendo::cli {

int run(int argc, char** argv) {
  CLI::App app{"Tiến Độ: chương trình công tác / work programmes", "tiendo"};
  app.require_subcommand(1);
  int code = 0;
  for (const auto& add : commands) add(app, code);
  try {
    app.parse(argc, argv);
    return code;
  } catch (const CLI::ParseError& error) {
    return app.exit(error);
  } catch (const Error& error) {
    std::cerr << "tiendo: " << said("error." + error.key(), error.arguments()) << '\n';
    if (error.code() == ErrorCode::internal) std::cerr << error.what() << '\n';
    return 1;
  } catch (const std::exception& error) {
    std::cerr << "tiendo: " << said("error.internal") << '\n' << error.what() << '\n';
    return 2;
  }
}

}  // namespace tiendo::cli
