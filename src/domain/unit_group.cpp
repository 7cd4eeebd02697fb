#include "domain/unit_group.h"

#include <algorithm>

#include "base/text.h"

namespace tiendo::domain {
namespace {

struct Words {
  const char* key;  // as search_key writes it, with a blank on both sides
  std::vector<UnitKind> kinds;
};

}  // namespace

bool UnitGroup::goes_by(std::string_view key) const {
  return search_key(name) == key || std::ranges::any_of(aliases, [&](const std::string& alias) { return search_key(alias) == key; });
}

std::vector<UnitKind> kinds_meant(std::string_view group_name) {
  using enum UnitKind;
  static const std::vector<Words> known{{" phong ", {division, office}},
                                        {" chuyen mon ", {division, office}},
                                        {" don vi truc thuoc ", {division, centre, office, public_service_unit}},
                                        {" don vi thuoc so ", {division, centre, office, public_service_unit}},
                                        {" su nghiep ", {public_service_unit, centre}},
                                        {" trung tam ", {centre, public_service_unit}},
                                        {" so ban nganh ", {department}},
                                        {" so nganh ", {department}},
                                        {" cac so ", {department}}};
  std::string key = " ";
  for (const char letter : search_key(group_name)) key += letter == ',' || letter == ';' ? ' ' : letter;
  key = " " + collapse_blanks(key) + " ";
  std::vector<UnitKind> kinds;
  for (const auto& [words, meant] : known) {
    if (key.find(words) == std::string::npos) continue;
    for (const UnitKind kind : meant)
      if (std::ranges::find(kinds, kind) == kinds.end()) kinds.push_back(kind);
  }
  return kinds;
}

}  // namespace tiendo::domain
