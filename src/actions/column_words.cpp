#include "actions/column_words.h"

#include <algorithm>

#include <boost/json.hpp>

#include "actions/corrections.h"
#include "base/text.h"
#include "intake/header.h"

namespace tiendo::actions {
namespace {

using domain::Field;
using intake::ColumnDraft;

// Whether the header does not say what the column is: unknown words, or words of another meaning.
bool is_unsaid(const ColumnDraft& column) {
  const auto meaning = intake::meaning_of_header(column.header);
  return !column.header.empty() && !meaning.exact && (!column.field || meaning.field != column.field);
}

// Two columns of one meaning: the second was set aside by the reader, not by a clerk.
bool gave_way(const intake::Intake& intake, const ColumnDraft& column) {
  const auto meaning = intake::meaning_of_header(column.header);
  return !column.field && meaning.field && std::ranges::find(intake.columns, meaning.field, &ColumnDraft::field) != intake.columns.end();
}

}  // namespace

void name_columns(intake::Intake& intake, const store::ColumnWords& words) {
  for (std::size_t at = 0; at < intake.columns.size(); ++at) {
    const auto known = words.find(search_key(intake.columns[at].header));
    if (known == words.end()) {
      intake.columns[at].asks = is_unsaid(intake.columns[at]);
    } else {
      apply(intake, NameColumn{static_cast<int>(at), known->second});
    }
  }
}

void remember_columns(store::Writer& writer, const domain::Actor& actor, const intake::Intake& intake, Instant now) {
  const auto words = writer.column_words(actor.agency);
  for (const ColumnDraft& column : intake.columns) {
    if (column.header.empty() || column.asks || gave_way(intake, column)) continue;
    const auto known = words.find(search_key(column.header));
    const auto meaning = intake::meaning_of_header(column.header);
    const bool is_read_so =
        known == words.end() ? meaning.field == column.field && (meaning.field || meaning.exact) : known->second == column.field;
    if (is_read_so) continue;
    writer.save_column_word(actor.agency, column.header, column.field);
    const auto field = column.field ? boost::json::value(domain::name_of(*column.field)) : boost::json::value(nullptr);
    writer.record(actor, "column_named", "agency", actor.agency.value(), "",
                  boost::json::serialize(boost::json::object{{"header", column.header}, {"field", field}}), now);
  }
}

}  // namespace tiendo::actions
