#include "intake/invented_annex.h"

#include <algorithm>
#include <array>
#include <random>
#include <string_view>

namespace tiendo::intake {
namespace {

using Names = std::vector<std::string>;

enum class Kind { number, title, lead, coordinating, deliverable, leader, note, due, extra };

// What one sort of agency writes.
struct World {
  std::string name;
  Names units, partners, leaders, deliverables, owners, notes, fields;
};

const std::vector<World>& worlds() {
  static const std::vector<World> out = {
      {"sở",
       {"Phòng Quản lý đô thị", "Phòng HTKT", "Phòng QLN&TTBĐS", "Văn phòng Sở", "Thanh tra Sở", "Phòng Kế hoạch - Tài chính",
        "Trung tâm Giám định chất lượng", "Chi cục Giám định xây dựng", "Phòng KTQH", "Ban QLDA"},
       {"Các phòng, đơn vị thuộc Sở", "UBND các xã, phường", "Sở Tài chính", "Sở Nông nghiệp và Môi trường", "Văn phòng Sở",
        "Các sở, ban, ngành liên quan", "Công an tỉnh", "Phòng HTKT, Thanh tra Sở", "Đơn vị có liên quan", "Ban QLDA; các nhà thầu",
        "Sở Tư pháp, Sở Nội vụ"},
       {"PGĐ Sở Lê Hữu Phước", "PGĐ Sở Đặng Thị Kim Oanh", "PGĐ Sở Bùi Quang Vinh", "Giám đốc Sở", "Các PGĐ Sở"},
       {"Kế hoạch", "Báo cáo", "Quyết định", "Tờ trình", "Công văn", "Biên bản kiểm tra", "Hội nghị, báo cáo", "Thông báo kết quả",
        "Hồ sơ trình thẩm định", "Tờ trình, dự thảo Quyết định"},
       {" của Sở", " của UBND tỉnh", " của Chủ tịch UBND tỉnh", "", ""},
       {"Nhiệm vụ quan trọng tham mưu UBND tỉnh", "Chương trình công tác Quý IV của UBND tỉnh", "Kế hoạch CCHC", "Chuyển từ năm 2025 sang"},
       {"nhà ở xã hội", "hạ tầng kỹ thuật đô thị", "vật liệu xây dựng", "quy hoạch chung xã", "thị trường bất động sản",
        "cấp phép xây dựng"}},
      {"tỉnh",
       {"Sở Tài chính", "Sở Xây dựng", "Sở Nội vụ", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Khoa học và Công nghệ", "Công an tỉnh",
        "Sở Nông nghiệp và Môi trường", "Văn phòng UBND tỉnh", "Ban Quản lý Khu kinh tế", "Bộ Chỉ huy Quân sự tỉnh"},
       {"Các sở, ban, ngành; UBND các xã, phường", "UBND cấp xã", "Sở Tài chính", "Sở Nội vụ, Sở Tư pháp", "Các cơ quan liên quan",
        "Công an tỉnh", "Sở Tư pháp", "Kho bạc Nhà nước khu vực; Sở Tài chính", "Các đơn vị liên quan"},
       {"Chủ tịch UBND tỉnh", "PCT Nguyễn Đức Thắng", "PCT Hoàng Thị Lan Anh", "PCT Trịnh Xuân Bách", "Chánh Văn phòng"},
       {"Nghị quyết của HĐND tỉnh", "Quyết định của UBND tỉnh", "Kế hoạch của UBND tỉnh", "Báo cáo", "Đề án", "Chương trình hành động",
        "Văn bản chỉ đạo", "Tờ trình"},
       {"", "", "", " năm 2026"},
       {"Trình kỳ họp cuối năm", "Theo Nghị quyết 57-NQ/TW", "Theo kết luận của Thường trực Tỉnh ủy",
        "Chương trình công tác của UBND tỉnh"},
       {"đầu tư công", "cải cách hành chính", "dạy nghề cho lao động nông thôn", "an toàn thực phẩm", "trường học đạt chuẩn",
        "khu công nghiệp"}},
      {"xã",
       {"Văn phòng HĐND và UBND xã", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã", "Ban CHQS xã", "Trung tâm PVHCC",
        "Trạm Y tế xã", "Trường THCS Hòa Lạc"},
       {"Các thôn, tổ dân phố", "Phòng Kinh tế", "UBMTTQ xã và các đoàn thể", "Công an xã", "Các ban, ngành, đoàn thể", "Hội Nông dân xã",
        "Các trường học trên địa bàn", "Phòng Kinh tế; Công an xã"},
       {"Đ/c Phạm Văn Sơn", "Đ/c Lò Thị Mai", "Đ/c Chủ tịch UBND xã", "Đ/c Vàng A Dơ"},
       {"Kế hoạch", "Báo cáo", "Danh sách", "Biên bản", "Quyết định", "Hội nghị", "Nghị quyết HĐND xã", "Văn bản triển khai"},
       {"", "", " của UBND xã", " của xã"},
       {"Báo cáo huyện ủy cũ", "Làm thường xuyên", "Có biểu kèm theo"},
       {"hộ nghèo", "chi trả trợ cấp xã hội", "đường giao thông nông thôn", "tiêm phòng gia súc", "nhà văn hóa thôn", "thu quỹ đất"}},
      {"bộ",
       {"Vụ Kế hoạch - Tài chính", "Vụ Pháp chế", "Cục Chuyển đổi số", "Cục Viễn thông", "Vụ Tổ chức cán bộ", "Văn phòng Bộ",
        "Thanh tra Bộ", "Học viện Chiến lược", "Ủy ban Tiêu chuẩn", "Trung tâm Internet"},
       {"Các đơn vị thuộc Bộ", "Vụ Pháp chế", "Bộ Tài chính", "Vụ Pháp chế, Văn phòng Bộ", "Bộ Công an, Bộ Quốc phòng",
        "UBND các tỉnh, thành phố", "Các bộ, ngành liên quan"},
       {"Bộ trưởng", "Thứ trưởng Phan Tâm Đức", "Thứ trưởng Ngô Thị Bích Hằng", "Thứ trưởng Vũ Hải Quân"},
       {"Nghị định", "Thông tư", "Quyết định của Thủ tướng Chính phủ", "Báo cáo", "Đề án", "Tờ trình Chính phủ", "Hồ sơ dự án Luật"},
       {"", "", ""},
       {"Chương trình công tác của Chính phủ", "Theo Luật mới", "Chuyển từ năm trước"},
       {"giao dịch điện tử", "tần số vô tuyến điện", "sở hữu trí tuệ", "năng lượng nguyên tử", "trí tuệ nhân tạo", "bưu chính"}},
      {"trường",
       {"Phòng Đào tạo", "Phòng Công tác sinh viên", "Khoa Điện - Điện tử", "Khoa Kinh tế", "Thư viện", "Phòng TCHC", "Trung tâm Ngoại ngữ",
        "Viện Công nghệ sinh học"},
       {"Các khoa", "Phòng Đào tạo", "Đoàn Thanh niên, Hội Sinh viên", "Các đơn vị trong trường", "Phòng TCHC", "Khoa Kinh tế; Thư viện"},
       {"Nguyễn Thanh Tùng", "Trần Thị Ngọc Diệp", "Hiệu trưởng", "Lương Minh Cừ"},
       {"Kế hoạch", "Quyết định", "Báo cáo tổng kết", "Chương trình đào tạo", "Danh mục giáo trình", "Hợp đồng", "Chuẩn đầu ra"},
       {"", "", " của Trường"},
       {"Theo Thông tư 17/2021/TT-BGDĐT", "Học kỳ I", "Đã có dự toán"},
       {"tuyển sinh đại học chính quy", "khảo sát việc làm sinh viên", "kiểm định chương trình", "học bổng khuyến khích",
        "phòng thí nghiệm"}},
  };
  return out;
}

const Names verbs = {
    "Xây dựng", "Tham mưu ban hành", "Tổ chức",           "Triển khai thực hiện", "Rà soát, bổ sung", "Kiểm tra",         "Hướng dẫn",
    "Tổng hợp", "Hoàn thiện",        "Phối hợp xây dựng", "Trình phê duyệt",      "Đôn đốc",          "Tiếp tục rà soát", "Lập"};
const Names things = {"Kế hoạch kiểm tra công tác",
                      "quy trình nội bộ về lĩnh vực",
                      "hội nghị tập huấn nghiệp vụ về",
                      "Quy chế quản lý",
                      "danh mục dự án thuộc lĩnh vực",
                      "báo cáo chuyên đề về",
                      "Đề án nâng cao chất lượng",
                      "# lớp bồi dưỡng kiến thức về",
                      "Nghị quyết thay thế Nghị quyết số #/2021/NQ-HĐND về",
                      "cơ sở dữ liệu về",
                      "các tồn tại, vướng mắc trong",
                      "cuộc thi tìm hiểu pháp luật về",
                      "phương án xử lý # hồ sơ"};
const Names scopes = {"",
                      "",
                      " trên địa bàn",
                      " giai đoạn 2026-2030",
                      " theo Quyết định số #/QĐ-TTg ngày #/10/2025 của Thủ tướng Chính phủ",
                      " năm 2026 và những năm tiếp theo",
                      " (lần 2)",
                      " theo chỉ đạo của Trung ương và của tỉnh",
                      ", bảo đảm công khai, minh bạch, đúng quy định",
                      " tại các cơ quan, đơn vị, địa phương; tổng hợp kết quả gửi Bộ Tài chính",
                      " phục vụ người dân và doanh nghiệp",
                      " trong tháng cao điểm"};

struct Wording {
  Kind kind;
  Names headers;
  int width;  // letters
};
const std::vector<Wording>& wordings() {
  static const std::vector<Wording> out = {
      {Kind::number, {"STT", "TT", "Stt", "Số TT"}, 5},
      {Kind::title, {"Nhiệm vụ", "Nội dung công việc", "Tên nhiệm vụ", "Nội dung", "Công việc", "Nội dung nhiệm vụ"}, 62},
      {Kind::lead, {"Đơn vị chủ trì", "Cơ quan chủ trì", "Chủ trì", "Phòng, đơn vị chủ trì", "Đơn vị thực hiện"}, 20},
      {Kind::coordinating, {"Đơn vị phối hợp", "Cơ quan phối hợp", "Phối hợp", "Đơn vị phối hợp thực hiện"}, 24},
      {Kind::deliverable, {"Sản phẩm", "Kết quả", "Sản phẩm đầu ra", "Kết quả, sản phẩm"}, 28},
      {Kind::leader, {"Lãnh đạo chỉ đạo", "Người chỉ đạo", "Lãnh đạo phụ trách"}, 22},
      {Kind::note, {"Ghi chú"}, 24},
      {Kind::due, {"Thời gian hoàn thành", "Thời hạn", "Tiến độ", "Thời gian trình"}, 14},
      {Kind::extra, {"Kinh phí", "Mức độ", "Nguồn lực"}, 14},
  };
  return out;
}

class Lots {
 public:
  explicit Lots(unsigned seed) : random_(seed) {}
  int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
  bool once_in(int count) { return below(count) == 0; }
  const std::string& among(const Names& names) { return names[static_cast<std::size_t>(below(static_cast<int>(names.size())))]; }
  // The first ones more often, as busy units stand in more rows than others.
  const std::string& busy(const Names& names) {
    const int last = static_cast<int>(names.size()), one = below(last), other = below(last);
    return names[static_cast<std::size_t>(std::min(one, other))];
  }

 private:
  std::mt19937 random_;
};

int letters(std::string_view text) {
  return static_cast<int>(std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

Names split(std::string_view text) {
  Names out;
  for (std::size_t first = 0; first < text.size();) {
    const auto end = std::min(text.find(' ', first), text.size());
    if (end > first) out.emplace_back(text.substr(first, end - first));
    first = end + 1;
  }
  return out;
}

Names wrap(const std::string& text, int width) {
  Names out;
  for (const auto& word : split(text)) {
    if (out.empty() || letters(out.back()) + 1 + letters(word) > width)
      out.push_back(word);
    else
      out.back() += ' ' + word;
  }
  return out;
}

// Words on paper: cell after cell, with heights, as a page draws them.
class Pen {
 public:
  Pen(const Manner& manner, Lots& lots) : manner_(manner), lots_(lots) {}

  void line(const std::string& text) {
    end_line();
    out_ += text + '\n';
    if (manner_.writing == Writing::spaced || lots_.once_in(2)) out_ += '\n';
  }

  void row(const Names& cells, const std::vector<int>& widths) {
    end_line();
    if (manner_.writing == Writing::cell_a_line) return cells_a_line(cells);
    std::vector<Names> wrapped;
    for (std::size_t i = 0; i < cells.size(); ++i) wrapped.push_back(wrap(cells[i], widths[i]));
    for (const auto& lines : wrapped) {
      double height = -0.5 * static_cast<double>(lines.size());
      for (const auto& text : lines) {
        piece(text, height += 1);
      }
    }
    end_line();
    if (manner_.writing == Writing::drawn) out_ += '\n';
  }

  std::string take() { return std::move(out_); }

 private:
  void piece(std::string text, double height) {
    const double tolerance = manner_.writing == Writing::drawn ? 0.6 : 0.1;
    const double down = height - height_;
    if (is_open_ && std::abs(down) <= tolerance) {
      out_ += ' ';
    } else if (is_open_) {
      end_line();
      const bool jump = down < 0 || down > 1.1 || shared_;
      if (manner_.writing == Writing::spaced || (jump && !lots_.once_in(4))) out_ += '\n';
    }
    shared_ = is_open_ && std::abs(down) <= tolerance;
    if (manner_.no_break_blanks) {
      for (std::size_t at = 0; (at = text.find(' ', at)) != std::string::npos;) text.replace(at, 1, "\xC2\xA0");
    }
    out_ += text;
    height_ = height;
    is_open_ = true;
  }

  void cells_a_line(const Names& cells) {
    for (const auto& cell : cells) out_ += cell + '\n';
    out_ += '\n';
  }

  void end_line() {
    if (is_open_) out_ += manner_.writing == Writing::spaced ? " \n" : "\n";
    is_open_ = false;
  }

  const Manner& manner_;
  Lots& lots_;
  std::string out_;
  bool is_open_ = false, shared_ = false;
  double height_ = 0;
};

class Inventor {
 public:
  Inventor(unsigned seed, const Manner& manner)
      : manner_(manner),
        lots_(seed),
        world_(worlds()[static_cast<std::size_t>(lots_.below(static_cast<int>(worlds().size())))]),
        pen_(manner, lots_) {
    out_.name = world_.name + ", lot " + std::to_string(seed);
  }

  InventedAnnex invent() {
    draw_columns();
    pen_.line("PHỤ LỤC");
    pen_.line("DANH MỤC NHIỆM VỤ TRỌNG TÂM NĂM 2026");
    pen_.line("(Kèm theo Kế hoạch số 18/KH-" + std::string(world_.name == "xã" ? "UBND" : "VP") + " ngày 05/01/2026)");
    header();
    const bool has_months = !has(Kind::due) && lots_.below(3) > 0;
    const bool has_sections = lots_.once_in(2);
    const int a_page = 8 + lots_.below(6), a_part = std::max(3, manner_.rows / 5);
    int month = 6, section = 0;
    for (int number = 1; number <= manner_.rows; ++number) {
      if (has_sections && (number - 1) % (a_part * 2) == 0) {
        pen_.line(roman(section + 1) + ". " + section_names_[static_cast<std::size_t>(section) % 4]);
        ++section;
      }
      if (has_months && (number - 1) % a_part == 0) pen_.line("Tháng " + std::to_string(++month));
      add_row(number, has_months ? std::optional(month) : std::nullopt);
      if (number % a_page == 0 && manner_.writing != Writing::cell_a_line && number < manner_.rows) header();
    }
    out_.text = pen_.take();
    return std::move(out_);
  }

 private:
  bool has(Kind kind) const { return std::ranges::find(kinds_, kind) != kinds_.end(); }

  void draw_columns() {
    std::vector<Kind> chosen = {Kind::number, Kind::title};
    Names headers;
    const bool due_first = lots_.once_in(3), has_due = lots_.once_in(2);
    if (has_due && due_first) chosen.push_back(Kind::due);
    chosen.push_back(Kind::lead);
    if (!lots_.once_in(5)) chosen.push_back(Kind::coordinating);
    const bool leader_early = lots_.once_in(4);
    if (leader_early) chosen.push_back(Kind::leader);
    if (!lots_.once_in(6)) chosen.push_back(Kind::deliverable);
    if (has_due && !due_first) chosen.push_back(Kind::due);
    if (!leader_early && lots_.once_in(2)) chosen.push_back(Kind::leader);
    if (lots_.once_in(6)) chosen.push_back(Kind::extra);
    if (lots_.once_in(2)) chosen.push_back(Kind::note);
    for (const Kind kind : chosen) {
      const auto& wording = *std::ranges::find(wordings(), kind, &Wording::kind);
      kinds_.push_back(kind);
      widths_.push_back(wording.width + lots_.below(wording.width / 3 + 1));
      out_.headers.push_back(lots_.among(wording.headers));
    }
  }

  void header() {
    if (manner_.writing == Writing::cell_a_line) {
      pen_.row(out_.headers, widths_);
    } else {
      pen_.row(out_.headers, std::vector<int>(widths_.size(), lots_.once_in(3) ? 16 : 99));
    }
  }

  void add_row(int number, std::optional<int> month) {
    InventedAnnex::Row row;
    row.month = month;
    const std::string lead = lots_.busy(world_.units);
    for (const Kind kind : kinds_) row.cells.push_back(cell(kind, number, lead));
    pen_.row(row.cells, widths_);
    out_.rows.push_back(std::move(row));
  }

  std::string cell(Kind kind, int number, const std::string& lead) {
    switch (kind) {
      case Kind::number:
        return std::to_string(number);
      case Kind::title:
        return title();
      case Kind::lead:
        return lots_.once_in(25) ? lead + "; " + lots_.among(world_.units) : lead;
      case Kind::coordinating:
        return lots_.once_in(8) ? "" : lots_.busy(world_.partners);
      case Kind::deliverable:
        return lots_.once_in(12) ? "" : deliverable();
      case Kind::leader:
        // A unit has its leader, mostly.
        return lots_.once_in(6) ? lots_.among(world_.leaders) : world_.leaders[lead.size() % world_.leaders.size()];
      case Kind::note:
        return lots_.once_in(3) ? lots_.among(world_.notes) : "";
      case Kind::due:
        return due();
      case Kind::extra:
        return lots_.once_in(2) ? "" : lots_.among({"Ngân sách tỉnh", "120 triệu đồng", "Xã hội hóa", "Không", "Cao", "Trung bình"});
    }
    return {};
  }

  // One draw after the other: the order of evaluation within one expression is not fixed.
  std::string drawn(std::initializer_list<const Names*> lists) {
    std::string out;
    for (const Names* names : lists) out += (out.empty() ? "" : " ") + lots_.among(*names);
    return out;
  }

  std::string title() {
    std::string out = drawn({&verbs, &things, &world_.fields});
    out += lots_.among(scopes);
    for (std::size_t at = 0; (at = out.find('#', at)) != std::string::npos;) out.replace(at, 1, std::to_string(2 + lots_.below(27)));
    return out;
  }

  std::string deliverable() {
    std::string out = lots_.busy(world_.deliverables);
    return out += lots_.among(world_.owners);
  }

  std::string due() {
    const std::string month = std::to_string(1 + lots_.below(12));
    switch (lots_.below(5)) {
      case 0:
        return "Tháng " + month + "/2026";
      case 1:
        return "Quý " + roman(1 + lots_.below(4)) + "/2026";
      case 2:
        return "Trước ngày 15/" + month + "/2026";
      case 3:
        return "30/" + month + "/2026";
      default:
        return lots_.once_in(2) ? "Thường xuyên" : "Hằng quý";
    }
  }

  static std::string roman(int value) {
    static const Names numbers = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII"};
    return numbers[static_cast<std::size_t>(value)];
  }

  const Names section_names_ = {"CÔNG TÁC XÂY DỰNG THỂ CHẾ", "LĨNH VỰC CHUYÊN MÔN", "CẢI CÁCH HÀNH CHÍNH", "NHIỆM VỤ KHÁC"};
  const Manner& manner_;
  Lots lots_;
  const World& world_;
  Pen pen_;
  std::vector<Kind> kinds_;
  std::vector<int> widths_;
  InventedAnnex out_;
};

}  // namespace

InventedAnnex invent_annex(unsigned seed, const Manner& manner) {
  return Inventor(seed, manner).invent();
}

}  // namespace tiendo::intake
