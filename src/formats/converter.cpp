#include "formats/converter.h"

#include <cstdint>

#include <unistd.h>

#include "formats/confine.h"
#include "formats/old_office.h"

namespace tiendo::formats {
namespace {

constexpr std::uint64_t memory = 6ull << 30;  // address space of LibreOffice; it takes about 300 MiB of it
constexpr std::chrono::seconds computing{120};

}  // namespace

int become_converter(const std::string& folder, const std::string& to) {
  const auto office = find_libreoffice();
  if (office.empty() || chdir(folder.c_str()) != 0) return 1;
  confine_to(folder.c_str(), computing, memory);
  const std::string profile = "-env:UserInstallation=file://" + folder + "/profile", in = "in." + to.substr(0, 3);
  execl(office.c_str(), office.c_str(), profile.c_str(), "--headless", "--norestore", "--nolockcheck", "--convert-to", to.c_str(),
        in.c_str(), static_cast<char*>(nullptr));
  return 1;
}

}  // namespace tiendo::formats
