// Who stands in a cell: units with their part in the task, and leaders with their office. Names stay as written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::domain {

struct Party {
  enum class Role { unsaid, lead, coordinating } role = Role::unsaid;
  std::string name;  // "Phòng Kế hoạch"; under "Các Sở: Nội vụ, Tài chính" the names are "Sở Nội vụ" and "Sở Tài chính"
  bool is_open_group = false;  // "Các đơn vị sự nghiệp", "đơn vị có liên quan", "UBND cấp xã": nobody in particular
  std::string as_written;
};

// A units cell, in its order. Never repairs a name.
std::vector<Party> parties(std::string_view text);

struct LeaderName {
  std::string office;  // "PGĐ Sở", "Giám đốc Sở"; may be empty
  std::string name;    // "Phan Văn Hiếu"; empty where only the office is said
  std::string as_written;
};

// "Các PGĐ Sở: A; B; C" gives three leaders with the office "PGĐ Sở".
std::vector<LeaderName> leaders(std::string_view text);

}  // namespace tiendo::domain
