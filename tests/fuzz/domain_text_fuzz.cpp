// The readers of running text: quantities, citations, deadlines, units, leaders, labels, marks of secrecy. Whatever the bytes, they
// end, and what they found lies where they say.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "domain/citation.h"
#include "domain/deadline.h"
#include "domain/labels.h"
#include "domain/parties.h"
#include "domain/quantity.h"
#include "domain/secrecy.h"

using namespace tiendo::domain;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

bool within(const TextPlace& place, std::string_view text) {
  return place.from < place.to && place.to <= text.size();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::size_t end = 0;
  for (const auto& quantity : quantities(text)) {
    must(within(quantity.place, text) && !quantity.unit.empty() && (quantity.least || quantity.most));
    must(!quantity.least || !quantity.most || *quantity.least <= *quantity.most);
    must(quantity.place.to >= end);
    end = quantity.place.to;
  }
  for (const auto& citation : citations(text)) {
    must(within(citation.place, text) && !citation.number.empty());
    doubts(citation);
  }
  if (const auto deadline = parse_deadline(text, 2025); deadline && deadline->period) {
    must(deadline->period->first_day() <= deadline->period->last_day());
  }
  for (const auto& party : parties(text)) must(!party.name.empty());
  for (const auto& leader : leaders(text)) must(!leader.as_written.empty());
  for (const auto& label : labels_from_note(text)) must(!label.empty());
  find_secret_mark(text);
  return 0;
}
