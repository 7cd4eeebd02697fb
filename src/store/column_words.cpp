// What an agency's own column headers mean, as its clerks said.
#include "base/text.h"
#include "store/database.h"
#include "store/store.h"

namespace tiendo::store {

ColumnWords Reader::column_words(AgencyId agency) const {
  ColumnWords words;
  auto rows = database().query("select header_key, field from column_words where agency_id = $1", agency);
  while (rows.next()) {
    const auto field = rows.find_text(1);
    words[rows.text(0)] = field ? find_field(*field) : std::nullopt;
  }
  return words;
}

void Writer::save_column_word(AgencyId agency, const std::string& header, std::optional<Field> field) {
  const std::optional<std::string> name = field ? std::optional(std::string(name_of(*field))) : std::nullopt;
  database().run(R"sql(
    insert into column_words (agency_id, header_key, header, field) values ($1, $2, $3, $4)
    on conflict (agency_id, header_key) do update set header = excluded.header, field = excluded.field
  )sql",
                 agency, search_key(header), header, name);
}

}  // namespace tiendo::store
