#include "domain/quantity.h"

#include <algorithm>

#include "base/text.h"
#include "domain/written_date.h"

namespace tiendo::domain {
namespace {

using Tokens = std::vector<Token>;

// A number after one of these names a thing, it does not count: "số 4", "đợt 1", "Đề án 06".
const WordSet naming{"số",    "năm",    "tháng", "quý",   "quí",  "ngày", "đợt",  "khóa", "kỳ",  "lần",  "phiên",  "điều", "khoản",
                     "mục",   "nhóm",   "thứ",   "bước",  "loại", "tuần", "vòng", "hạng", "tập", "bậc",  "chương", "luật", "tiết",
                     "tầng",  "phường", "quận",  "trang", "bảng", "biểu", "cột",  "lớp",  "xã",  "ấp",   "thôn",   "tổ",   "khu",
                     "tuyến", "iso",    "tcvn",  "qcvn",  "iec",  "mẫu",  "mức",  "điểm", "của", "thuộc"};
const PhraseSet naming_phrases{"quyết định",   "nghị định", "quy định",  "nghị quyết", "kế hoạch",  "chỉ thị",     "thông tư", "kết luận",
                               "chương trình", "đề án",     "dự án",     "giai đoạn",  "cấp độ",    "mức độ",      "phụ lục",  "thế hệ",
                               "văn bản",      "công văn",  "phiên bản", "tiêu chuẩn", "quy chuẩn", "ban chỉ đạo", "thông báo"};
// Time and ranks are counted too, but are no targets.
const WordSet no_target{"tháng", "năm",  "ngày", "tuần",  "quý",  "quí", "giờ", "phút", "cấp", "chiều",
                        "rõ",    "bước", "trục", "trong", "thập", "thế", "g",   "k",    "h"};
// What agencies count. The longest phrase wins; a noun outside the list is taken as two words, as most nouns are.
const PhraseSet counted{"phương tiện đo",
                        "phương tiện",
                        "mẫu",
                        "hộp",
                        "bịch",
                        "cây giống",
                        "cây",
                        "con giống",
                        "con",
                        "lớp",
                        "lớp tập huấn",
                        "lớp đào tạo",
                        "khóa",
                        "khóa đào tạo",
                        "lượt",
                        "lượt người",
                        "lượt doanh nghiệp",
                        "người",
                        "học viên",
                        "hồ sơ",
                        "doanh nghiệp",
                        "dự án",
                        "đề tài",
                        "đề án",
                        "nhiệm vụ",
                        "sản phẩm",
                        "báo cáo",
                        "văn bản",
                        "kế hoạch",
                        "quyết định",
                        "hội nghị",
                        "hội thảo",
                        "cuộc",
                        "cuộc họp",
                        "phiên họp",
                        "buổi",
                        "tin",
                        "bài",
                        "tin bài",
                        "bản tin",
                        "bản",
                        "cuốn",
                        "số báo",
                        "kg",
                        "tấn",
                        "tạ",
                        "ha",
                        "km",
                        "m",
                        "m2",
                        "m3",
                        "m²",
                        "m³",
                        "lít",
                        "gb",
                        "tb",
                        "trạm",
                        "đơn vị",
                        "phòng",
                        "sở",
                        "xã",
                        "phường",
                        "tỉnh",
                        "huyện",
                        "thôn",
                        "tổ chức",
                        "cá nhân",
                        "cán bộ",
                        "công chức",
                        "viên chức",
                        "hộ",
                        "hộ gia đình",
                        "mô hình",
                        "chỉ tiêu",
                        "tiêu chí",
                        "chỉ số",
                        "sáng kiến",
                        "giải pháp",
                        "thủ tục",
                        "thủ tục hành chính",
                        "dịch vụ công",
                        "dịch vụ",
                        "cơ sở",
                        "hợp tác xã",
                        "thửa đất",
                        "thửa",
                        "điểm",
                        "tuyến",
                        "hệ thống",
                        "phần mềm",
                        "bộ",
                        "cái",
                        "chiếc",
                        "suất",
                        "gói",
                        "gói thầu",
                        "lô",
                        "chuyến",
                        "chuyên mục",
                        "chuyên đề",
                        "phóng sự",
                        "video",
                        "clip",
                        "ấn phẩm",
                        "tài liệu",
                        "sổ tay",
                        "nhãn hiệu",
                        "bằng sáng chế",
                        "đơn",
                        "giấy phép",
                        "quy trình",
                        "tiêu chuẩn",
                        "quy chuẩn",
                        "công trình",
                        "nhà",
                        "căn",
                        "trường",
                        "trường học",
                        "giáo viên",
                        "học sinh",
                        "sinh viên",
                        "đoàn",
                        "đoàn viên",
                        "đồng",
                        "cuộc kiểm tra",
                        "cuộc thanh tra",
                        "vụ",
                        "vụ việc",
                        "ý kiến",
                        "câu hỏi",
                        "phiếu",
                        "tổ",
                        "đội",
                        "ban",
                        "hội đồng",
                        "chuyên gia",
                        "nhà khoa học",
                        "kỹ sư",
                        "lao động",
                        "việc làm",
                        "máy",
                        "máy tính",
                        "thiết bị",
                        "camera",
                        "bộ dữ liệu",
                        "cơ sở dữ liệu",
                        "nền tảng",
                        "ứng dụng",
                        "nhóm",
                        "địa phương",
                        "địa bàn"};
const WordSet stops{"các",   "của",  "cho",  "thuộc", "trên", "tại",  "về",  "và",  "tham", "theo",  "trong", "với",  "để",   "đến", "từ",
                    "được",  "là",   "có",   "ở",     "do",   "bằng", "như", "này", "đó",   "khi",   "nếu",   "hoặc", "phục", "năm", "quý",
                    "tháng", "hàng", "hằng", "nuôi",  "nhằm", "gửi",  "đạt", "đã",  "sẽ",   "không", "phối",  "giai", "trở",  "so",  "mới"};
const PhraseSet at_least{"ít nhất", "tối thiểu", "không dưới", "không ít hơn", "trên", "hơn", "đạt trên", "từ ít nhất", "đạt từ"};
const PhraseSet at_most{"tối đa", "không quá", "dưới", "không vượt quá", "nhiều nhất", "không trên"};
const PhraseSet roughly{"khoảng", "gần", "ước", "ước khoảng", "dự kiến", "ước đạt", "xấp xỉ", "chừng"};
const PhraseSet upwards{"trở lên"};
const WordSet and_word{"và"}, from_word{"từ"}, to_words{"đến", "tới", "hoặc"};
const WordSet thousand{"nghìn", "ngàn"}, million{"triệu"}, billion{"tỷ", "tỉ"};

struct Scan {
  std::string_view text;
  Tokens in;

  bool mark(std::size_t at, std::string_view mark) const { return at < in.size() && in[at].is(mark); }
  bool joined(std::size_t at) const { return at < in.size() && !in[at].after_blank; }
};

// Part of a date, a document's number, a model, "1/2", "24/7", "9001:2015".
bool tied(const Scan& scan, std::size_t at, std::size_t end) {
  const auto ties = [&](std::size_t i) {
    const auto& token = scan.in[i];
    return token.is("/") || token.is(":") || token.is("-") || token.is("–") || token.is("&") || token.is(".") || token.is("_");
  };
  const bool before = at > 0 && scan.joined(at) && (ties(at - 1) || scan.in[at - 1].is_word());
  const bool after =
      end < scan.in.size() && scan.joined(end) && ties(end) && end + 1 < scan.in.size() && scan.joined(end + 1) && !scan.mark(end, ".");
  const bool slash = end < scan.in.size() && scan.mark(end, "/");
  return before || (after && !scan.mark(end, ":")) || (scan.mark(end, ":") && scan.joined(end) && after && scan.in[end + 1].is_number()) ||
         slash;
}

// "số 27, 28, 29, 30" and "số 7 và 8": the naming word reaches over the whole list.
bool named(const Scan& scan, std::size_t at) {
  while (at > 0) {
    if (naming.has(scan.in[at - 1]) || naming_phrases.length_before(scan.in, at)) return true;
    const bool list = scan.in[at - 1].is(",") || and_word.has(scan.in[at - 1]) || scan.in[at - 1].is("-");
    if (!list || at < 2 || !scan.in[at - 2].is_number()) return false;
    at -= 2;
  }
  return false;
}

struct Unit {
  std::size_t length = 0;  // tokens
  double factor = 1;
  std::string name;
};

Unit unit_at(const Scan& scan, std::size_t at) {
  Unit unit;
  const auto& in = scan.in;
  std::size_t next = at;
  const auto scale = [&](const WordSet& word, double factor) {
    if (next >= in.size() || !word.has(in[next])) return;
    unit.factor *= factor;
    ++next;
  };
  scale(thousand, 1e3);
  scale(million, 1e6);
  scale(billion, 1e9);
  std::size_t length = counted.length_at(in, next);
  if (length == 0) {
    while (length < 2 && next + length < in.size() && in[next + length].is_word() && !in[next + length].is_capitals &&
           !in[next + length].starts_upper && !stops.has(in[next + length])) {
      ++length;
    }
  }
  const bool money = unit.factor > 1 && length == 0;
  if (length > 0) unit.name = collapse_blanks(scan.text.substr(in[next].place.from, in[next + length - 1].place.to - in[next].place.from));
  if (money) unit.name = "đồng";
  unit.length = next + length - at;
  return unit;
}

bool is_range_mark(const Token& token) {
  return is_dash(token) || to_words.has(token);
}

// A bare number of four figures between 1900 and 2200 is a year unless something counted follows.
bool is_year_here(const Scan& scan, std::size_t at) {
  return scan.in[at].text.size() == 4 && is_year(whole(scan.in[at].text)) && !counted.length_at(scan.in, at + 1);
}

std::optional<Quantity> quantity_at(const Scan& scan, std::size_t& at) {
  const auto& in = scan.in;
  const std::size_t first = at;
  std::size_t end = at + 1;
  double least = value_of(in[at].text), most = least;
  bool range = false;
  if (end + 1 < in.size() && is_range_mark(in[end]) && in[end + 1].is_number() && !scan.mark(end + 2, "/")) {
    range = true;
    most = value_of(in[end + 1].text);
    end += 2;
  }
  at = end - 1;  // what was looked at is not looked at again
  if (date_at(in, first) || tied(scan, first, end) || is_year_here(scan, range ? end - 1 : first)) return std::nullopt;
  Quantity out;
  out.percent = scan.mark(end, "%");
  const bool counts = out.percent || counted.length_at(in, end) > 0;
  const bool after_abbreviation = first > 0 && in[first - 1].is_capitals;
  if (named(scan, first) || (after_abbreviation && !counts)) return std::nullopt;
  std::size_t last = end + 1;
  double factor = 1;
  if (out.percent) {
    out.unit = "%";
  } else {
    if (end >= in.size() || !in[end].is_word() || no_target.has(in[end])) return std::nullopt;
    if (scan.joined(end) && !counts) return std::nullopt;  // "5G"
    const auto unit = unit_at(scan, end);
    if (unit.name.empty()) return std::nullopt;
    factor = unit.factor;
    out.unit = unit.name;
    last = end + unit.length;
  }
  std::size_t begin = first;
  if (begin > 0 && from_word.has(in[begin - 1]) && range) --begin;
  const auto low = at_least.length_before(in, begin), high = at_most.length_before(in, begin), about = roughly.length_before(in, begin);
  begin -= std::max({low, high, about});
  const auto up = upwards.length_at(in, last);
  last += up;
  out.approximate = about > 0;
  if (!high || range) out.least = least * factor;
  if ((!low && !up) || range) out.most = most * factor;
  if (range && most < least) return std::nullopt;
  out.place = {in[begin].place.from, in[last - 1].place.to};
  out.as_written = collapse_blanks(scan.text.substr(out.place.from, out.place.to - out.place.from));
  at = last - 1;
  return out;
}

}  // namespace

std::vector<Quantity> quantities(std::string_view text) {
  if (!has_digit(text)) return {};
  const Scan scan{text, tokens(text)};
  std::vector<Quantity> out;
  for (std::size_t at = 0; at < scan.in.size(); ++at) {
    if (!scan.in[at].is_number()) continue;
    if (auto quantity = quantity_at(scan, at)) out.push_back(std::move(*quantity));
  }
  return out;
}

}  // namespace tiendo::domain
