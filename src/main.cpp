#include "cli/run.h"

int main(int argc, char** argv) {
  return tiendo::cli::run(argc, argv);
}
