// The commands, one file each. A command adds its subcommand to the app; its callback sets the exit code or throws Error.
#pragma once

namespace CLI {
class App;
}

namespace tiendo::cli {

using AddCommand = void (*)(CLI::App& app, int& exit_code);

void add_audit(CLI::App& app, int& exit_code);
void add_export(CLI::App& app, int& exit_code);
void add_check(CLI::App& app, int& exit_code);
void add_import(CLI::App& app, int& exit_code);
void add_serve(CLI::App& app, int& exit_code);
void add_backup(CLI::App& app, int& exit_code);
void add_generate(CLI::App& app, int& exit_code);
void add_oversee(CLI::App& app, int& exit_code);
void add_remind(CLI::App& app, int& exit_code);
void add_restore(CLI::App& app, int& exit_code);
void add_user(CLI::App& app, int& exit_code);
void add_version(CLI::App& app, int& exit_code);

inline constexpr AddCommand commands[] = {
    add_audit,    add_export,  add_check,  add_import,  add_serve, add_backup,
    add_generate, add_oversee, add_remind, add_restore, add_user,  add_version,
};

}  // namespace tiendo::cli
