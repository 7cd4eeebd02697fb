#include "actions/generate_agencies.h"

#include <array>

#include <fmt/format.h>

#include "actions/operator.h"
#include "actions/understand.h"
#include "base/error.h"
#include "base/password.h"

namespace tiendo::actions {
namespace {

// SplitMix64: small, and the same on every machine.
class Dice {
 public:
  std::uint64_t throw_once() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }
  int below(int limit) { return static_cast<int>(throw_once() % static_cast<std::uint64_t>(limit)); }
  template <std::size_t count>
  const char* one_of(const std::array<const char*, count>& list) {
    return list[throw_once() % count];
  }

 private:
  std::uint64_t state_ = 2025;
};

constexpr auto verbs =
    std::to_array({"Xây dựng", "Tham mưu ban hành", "Rà soát, cập nhật", "Kiểm tra việc thực hiện", "Tổ chức hội nghị về",
                   "Báo cáo kết quả", "Hoàn thiện", "Thẩm định", "Triển khai", "Theo dõi, đôn đốc", "Đánh giá", "Công bố"});
constexpr auto objects =
    std::to_array({"kế hoạch kiểm tra sau nghiệm thu các nhiệm vụ khoa học và công nghệ", "quy chế phối hợp quản lý tài sản công",
                   "đề án chuyển đổi số ngành", "danh mục thủ tục hành chính thuộc phạm vi quản lý",
                   "chương trình phát triển tài sản trí tuệ", "hồ sơ mời thầu gói thầu nâng cấp hạ tầng", "quy hoạch mạng lưới bưu chính",
                   "phương án ứng phó thiên tai", "kế hoạch cải cách hành chính", "mô hình nông nghiệp thông minh",
                   "chỉ số đổi mới sáng tạo cấp tỉnh", "tiêu chuẩn đo lường và chất lượng sản phẩm", "dự toán ngân sách nhà nước",
                   "cơ sở dữ liệu dùng chung", "công tác bảo đảm an toàn thông tin mạng", "lớp tập huấn kỹ năng số cho cán bộ cơ sở"});
constexpr auto places = std::to_array({"huyện Hòa Bình cũ", "xã Thủy Xuân", "phường An Khê", "khu công nghiệp Bình Minh", "các xã, phường",
                                       "toàn tỉnh", "thị trấn Đồng Tâm", "vùng ven biển"});
constexpr auto deliverables =
    std::to_array({"Kế hoạch của Sở", "Báo cáo", "Quyết định của UBND tỉnh", "Tờ trình", "Hội nghị", "Công văn", "Lớp tập huấn"});
constexpr auto notes =
    std::to_array({"", "", "", "Chương trình công tác Quý III của UBND tỉnh", "Nhiệm vụ quan trọng", "Kế hoạch CCHC của tỉnh"});
constexpr auto units =
    std::to_array({"Văn phòng Sở", "Phòng Kế hoạch - Tài chính", "Phòng Chuyển đổi số", "Phòng Tiêu chuẩn Đo lường Chất lượng",
                   "Phòng Bưu chính Viễn thông", "Phòng Quản lý khoa học", "Thanh tra Sở", "Phòng Đổi mới sáng tạo", "Trung tâm Dữ liệu",
                   "Trung tâm Kiểm định", "Phòng Tổ chức cán bộ", "Trung tâm Phục vụ hành chính công"});
constexpr auto leaders = std::to_array({"Trần Thị Thu Hà", "Võ Minh Khôi", "Đặng Quang Tín", "Lê Ngọc Ân", "Nguyễn Hoàng Đăng"});
constexpr int first_year = 2015;

domain::Task written_task(Dice& dice, const domain::Programme& programme, int position, Instant now) {
  domain::Task task;
  task.id = domain::TaskId::make(now);
  task.agency = programme.agency;
  task.programme = programme.id;
  task.position = position;
  task.month = 1 + position * 12 / tasks_a_programme;
  task.quarter = (*task.month + 2) / 3;
  task.section = std::to_string(*task.quarter);
  task.number = std::to_string(position + 1);
  task.title = fmt::format("{} {} tại {} năm {} (đợt {})", dice.one_of(verbs), dice.one_of(objects), dice.one_of(places), *programme.year,
                           1 + dice.below(40));
  task.lead = dice.one_of(units);
  task.coordinating = dice.one_of(units);
  task.deliverable = dice.one_of(deliverables);
  task.directing_leader = fmt::format("PGĐ Sở {}", dice.one_of(leaders));
  task.note = dice.one_of(notes);
  if (dice.below(10) == 0) task.due = fmt::format("{}/{}/{}", 1 + dice.below(28), *task.month, *programme.year);
  return task;
}

domain::Programme next_programme(domain::AgencyId agency, int index, Instant now) {
  domain::Programme programme;
  programme.id = domain::ProgrammeId::make(now);
  programme.agency = agency;
  programme.year = first_year + index % 15;
  programme.title = fmt::format("Chương trình công tác năm {}", *programme.year);
  programme.column_headers = {"STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Lãnh đạo chỉ đạo", "Ghi chú"};
  for (int quarter = 1; quarter <= 4; ++quarter) {
    programme.sections.push_back({std::to_string(quarter), fmt::format("Quý {}", quarter), quarter, std::nullopt});
  }
  return programme;
}

void fill(store::Store& store, domain::AgencyId agency, int index, int tasks, Dice& dice, Instant now) {
  const domain::Actor actor = the_operator(agency);
  auto writer = store.begin();
  const domain::Programme programme = next_programme(agency, index, now);
  writer.add(programme);
  RegisterBook book(writer, actor, now);
  for (int position = 0; position < tasks; ++position) {
    domain::Task task = written_task(dice, programme, position, now);
    understand_units(task, book);
    understand_leaders(task, book);
    understand_labels(task);
    understand_deadline(task, *programme.year);
    writer.add(task, std::nullopt, "");
  }
  writer.record(actor, "tasks_generated", "programme", programme.id.value(), "", fmt::format("{{\"tasks\":{}}}", tasks), now);
  writer.commit();
}

}  // namespace

Generated generate_agencies(store::Store& store, int agencies, std::int64_t tasks, std::string_view password) {
  if (!store.read().agencies().empty()) throw Error(ErrorCode::conflict, "database_not_empty");
  const Instant now{std::chrono::sys_days{std::chrono::year{2025} / 1 / 1}};
  const std::string hash = password_hash(password);
  Dice dice;
  Generated made;
  for (int number = 1; number <= agencies; ++number) {
    const domain::Agency agency{domain::AgencyId::make(now), fmt::format("Sở thử nghiệm {}", number), 1};
    {
      auto writer = store.begin();
      writer.add(agency);
      writer.add(domain::User{domain::UserId::make(now), agency.id, fmt::format("vanthu{}", number), "Văn thư", 1}, hash, now);
      writer.commit();
    }
    ++made.agencies;
    std::int64_t left = tasks / agencies + (number <= tasks % agencies ? 1 : 0);
    for (int index = 0; left > 0; ++index) {
      const int portion = static_cast<int>(std::min<std::int64_t>(left, tasks_a_programme));
      fill(store, agency.id, index, portion, dice, now);
      left -= portion;
      made.tasks += portion;
    }
  }
  return made;
}

}  // namespace tiendo::actions
