#include "store/programme_rules.h"

#include "store/database.h"
#include "store/lists.h"

namespace tiendo::store {

std::vector<Item> items_asked(const Reader& reader, AgencyId agency) {
  auto rows = reader.database().query("select items from programme_rules where agency_id = $1", agency);
  if (!rows.next()) return items_by_default;
  std::vector<Item> items;
  for (const std::string& name : words_from(rows.view(0)))
    if (const auto item = find_item(name)) items.push_back(*item);
  return items;
}

void ask_items(Writer& writer, AgencyId agency, const std::vector<Item>& items) {
  std::vector<std::string> names;
  for (const Item item : items) names.emplace_back(name_of(item));
  writer.database().run(R"sql(
    insert into programme_rules (agency_id, items) values ($1, $2) on conflict (agency_id) do update set items = excluded.items
  )sql",
                        agency, list_of(names));
}

}  // namespace tiendo::store
