// A document that is no programme is answered with what it seems to be and why it was not taken.
#pragma once

#include "formats/paper.h"

namespace tiendo::intake {

// Throws invalid "no_programme_tables" with how many tables and the header words of the first, "no_programme_letter" with whom it is
// addressed to, "no_programme" with how many lines, "no_programme_words" where there is no word at all.
[[noreturn]] void refuse_with_what_was_found(const formats::Paper& paper);

}  // namespace tiendo::intake
