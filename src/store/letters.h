// Letters to units about their tasks, and what the units replied.
#pragma once

#include "domain/letter.h"
#include "store/store.h"

namespace tiendo::store {

std::vector<Letter> letters(const Reader& reader, AgencyId agency);                        // newest first
std::vector<Letter> letters_about(const Reader& reader, AgencyId agency, TaskId task);     // newest first
std::vector<std::pair<TaskId, Date>> last_letters(const Reader& reader, AgencyId agency);  // of each task, the day it was last issued
std::optional<Letter> find_last_letter(const Reader& reader, AgencyId agency, LetterKind kind);
Letter letter(const Reader& reader, AgencyId agency, LetterId id);  // throws not_found "letter_not_found"

void add(Writer& writer, const Letter& letter);
// All but its unit, its tasks and its replies. Throws conflict "stale_version" as Writer::save does, "letter_number_taken".
void save(Writer& writer, const Letter& letter);

void add(Writer& writer, AgencyId agency, LetterId letter, const LetterReply& reply);
void save_file(Writer& writer, AgencyId agency, LetterId letter, const LetterReply& reply);

}  // namespace tiendo::store
