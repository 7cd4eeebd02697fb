#include "cli/run.h"
#include "formats/apart.h"

int main(int argc, char** argv) {
  tiendo::formats::read_apart_with("/proc/self/exe");
  return tiendo::cli::run(argc, argv);
}
