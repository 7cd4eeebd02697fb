// Picks the command, and is one of the two places that catch errors: to an exit code and one plain sentence.
#pragma once

namespace tiendo::cli {

int run(int argc, char** argv);

}  // namespace tiendo::cli
