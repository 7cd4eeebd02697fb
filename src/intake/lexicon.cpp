#include "intake/lexicon.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "intake/value.h"

namespace tiendo::intake {
namespace {

using domain::Field;
using Words = std::string_view;  // parted by commas

// Two words tell more than their first one alone: "hội" is a body, "hội nghị" is not.
constexpr Words units =
    "phòng,sở,ban,trung tâm,văn phòng,ubnd,ủy ban,uỷ ban,hđnd,các,đơn vị,cơ quan,chi cục,cục,tổng cục,vụ,bộ,công an,công ty,công đoàn,"
    "hội,hội đồng,tổ,trường,thành viên,thành phố,thành đoàn,thành ủy,viện,khoa,kho bạc,thuế,thanh tra,doanh nghiệp,đài,báo,mttq,ubmttq,"
    "mặt trận,tập đoàn,bch,vp,tt,huyện,xã,đoàn,tỉnh đoàn,tỉnh ủy,đảng ủy,nhà,nhà thầu,nhà trường,tòa án,toà án,hợp tác,liên đoàn,"
    "liên minh,liên hiệp,bộ chỉ,bảo hiểm,ngân hàng,trạm,đội,thư viện,bảo tàng,bệnh viện,học viện,đại học,cấp ủy,chủ đầu,quỹ,nhóm,chi,"
    "phân hiệu,phòng/ban,toàn,cty,bvđk,tổng công";
constexpr Words deliverables =
    "kế hoạch,báo cáo,quyết định,văn bản,tờ trình,đề án,nghị quyết,nghị định,thông tư,thông báo,công văn,chương trình,chỉ thị,biên bản,"
    "lớp,hồ sơ,tài liệu,giấy,danh mục,danh sách,kết quả,hướng dẫn,cuộc,buổi,dự thảo,dự án,dự toán,quy chế,quy định,quy trình,quy hoạch,"
    "hệ thống,hợp đồng,bản,tập,phương án,chuyên đề,hoàn thành,vbqppl,số liệu,phần mềm,hội nghị,hội thảo,hội thi,hội chợ,sự kiện,tin,bài,"
    "cơ sở,phiếu,bảng,mô hình,ứng dụng,nền tảng,dữ liệu,thủ tục,đề cương,đề tài,sản phẩm,tỷ lệ,công trình,ý kiến,phiên,tổ chức,kịch bản,"
    "sổ,lễ,bộ tiêu,bộ chỉ số,bộ tài liệu,bộ hồ,luật,pháp lệnh,đơn,tổng kết,chứng,các văn,các báo,các kế,giáo trình,bài giảng,phóng sự";
constexpr Words leaders =
    "pgđ,phó,giám đốc,gđ,đồng chí,đ/c,đ/c:,ông,bà,chủ tịch,pct,ct,trưởng,chánh,lãnh đạo,bí thư,tgđ,tổng giám,cục trưởng,vụ trưởng,"
    "thứ trưởng,bộ trưởng,hiệu trưởng,hiệu phó,các pgđ,các phó,các đồng,các đ/c,thường trực,viện trưởng";
constexpr Words dues =
    "tháng,quý,quí,trước,ngày,trong,thường xuyên,hằng,hàng,định kỳ,năm,theo,sau,cuối,đầu,từ,đến,chậm,hoàn thành,khi,6 tháng,tuần,"
    "giai đoạn";
constexpr Words notes =
    "nhiệm vụ,theo,chương trình,đề xuất,chuyển,bỏ,đã,điều chỉnh,kết luận,phục vụ,đang,cần,trình,có,thực hiện,lồng ghép,không,chưa,"
    "tiếp tục,bổ sung,kế hoạch,gia hạn,làm";
constexpr Words levels = "ubnd,hđnd,tỉnh,sở,chủ tịch,chính phủ,thủ tướng,giám đốc,thường trực,ban thường,tỉnh ủy,bộ,trung ương,quốc hội";

constexpr Words families =
    "nguyễn,trần,lê,phạm,hoàng,huỳnh,phan,vũ,võ,đặng,bùi,đỗ,hồ,ngô,dương,lý,đinh,trịnh,mai,lương,đoàn,tô,trương,cao,lâm,tạ,hà,châu,thái,"
    "quách,đào,vương,lò,vàng,giàng,lường,triệu,tống,phùng,tăng,kiều,nông,vi,hứa,doãn,chu,khuất,thân,bạch,quan,ninh,lưu,tôn,mạc,la,cù,"
    "đàm,nghiêm,thạch,kim,sơn,danh,rơ,ksor,y,h',a,siu,nay";

// Words that ask for another one after them.
constexpr Words openers =
    "của,cho,và,về,tại,theo,với,các,trên,từ,đến,trong,do,là,để,thuộc,những,được,bằng,hoặc,như,gồm,khi,qua,đối,giữa,vào,một,số,nhằm,có,"
    "cấp,ngày,tháng,năm,quý,gửi,bởi,tới,phải,sẽ,không,mọi,từng,nếu,vì,nhất";

constexpr Words kinds =
    "phòng,sở,ban,cục,vụ,khoa,tổ,viện,bộ,trạm,đội,trường,hội,trung tâm,chi cục,tổng cục,ban quản lý,pgđ,pgđ sở,pct,đ/c,đồng chí,ông,bà,"
    "thứ trưởng,phó giám đốc,phó chủ tịch,các";

template <class Visit>
void each(Words list, Visit&& visit) {
  for (std::size_t first = 0; first <= list.size();) {
    const auto end = std::min(list.find(',', first), list.size());
    visit(list.substr(first, end - first));
    first = end + 1;
  }
}

using Beginnings = std::unordered_map<std::uint64_t, Fields>;

Beginnings all_beginnings() {
  Beginnings out;
  const auto note = [&](Words list, Fields fields) { each(list, [&](std::string_view words) { out[value_of(words)] |= fields; }); };
  note(units, fields_of(Field::lead) | fields_of(Field::coordinating));
  note(deliverables, fields_of(Field::deliverable));
  note(leaders, fields_of(Field::directing_leader));
  note(families, fields_of(Field::directing_leader));
  note(dues, fields_of(Field::due));
  note(notes, fields_of(Field::note));
  note(levels, fields_of(Field::issuing_level));
  return out;
}

}  // namespace

Fields fields_that_begin(std::uint64_t word, std::uint64_t next) {
  static const Beginnings known = all_beginnings();
  if (const auto found = known.find(word * value_base + next); next != 0 && found != known.end()) return found->second;
  const auto found = known.find(word);
  return found == known.end() ? 0 : found->second;
}

bool asks_for_name(std::uint64_t words) {
  static const auto known = [] {
    std::unordered_set<std::uint64_t> out;
    each(kinds, [&](std::string_view kind) { out.insert(value_of(kind)); });
    return out;
  }();
  return known.contains(words);
}

bool asks_for_more(std::string_view word) {
  static const auto known = [] {
    std::unordered_set<std::string> out;
    each(openers, [&](std::string_view opener) { out.insert(upper(opener)); });
    return out;
  }();
  return known.contains(upper(word));
}

}  // namespace tiendo::intake
