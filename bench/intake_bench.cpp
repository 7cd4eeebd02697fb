// Reading the reference annex, and how the time grows with its length.
#include <fstream>
#include <sstream>

#include <benchmark/benchmark.h>

#include "formats/text.h"
#include "intake/intake.h"

namespace tiendo {
namespace {

std::string reference() {
  std::ostringstream out;
  out << std::ifstream(TIENDO_SOURCE_DIR "/../shared/annexes/quang-ngai-2025-h2.txt", std::ios::binary).rdbuf();
  return out.str();
}

// The annex `range` times over, one after another.
void read_annex(benchmark::State& state, const std::string& once) {
  if (once.empty()) return state.SkipWithError("the reference annex (../shared/annexes) is not here");
  std::string text;
  for (int i = 0; i < state.range(0); ++i) text += once;
  std::size_t tasks = 0;
  for (auto _ : state) tasks = intake::read_programme(formats::read_text(text, "annex.txt")).tasks.size();
  state.counters["tasks"] = static_cast<double>(tasks);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  state.SetComplexityN(state.range(0));
}

void BM_read_annex(benchmark::State& state) {
  read_annex(state, reference());
}
BENCHMARK(BM_read_annex)->Arg(1)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond)->Complexity();

void BM_read_pasted_annex(benchmark::State& state) {
  std::string text = reference();
  for (std::size_t at = 0; (at = text.find("\xC2\xA0", at)) != std::string::npos;) text.replace(at, 2, " ");
  read_annex(state, text);
}
BENCHMARK(BM_read_pasted_annex)->Arg(1)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
}  // namespace tiendo
