#include "domain/steps.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "domain/quantity.h"
#include "domain/tokens.h"

namespace tiendo::domain {
namespace {

using enum DeliverableKind;

constexpr std::array kind_names{"decision", "plan", "report", "training", "meeting", "inspection", "bulletin", "document", "research"};

// Words alone, blind to case and tone placement, with a blank at each end: "KH&CN" reads " kh cn ".
std::string words_of(std::string_view text) {
  std::string out = " ";
  for (const Token& token : tokens(text))
    if (token.is_word()) out += token.key + ' ';
  return out;
}

bool has(const std::string& words, std::string_view phrase) {
  return words.find(words_of(phrase)) != std::string::npos;
}

bool begins(const std::string& words, std::string_view phrase) {
  return words.starts_with(words_of(phrase));
}

struct Telling {
  std::string_view title;        // words that the title must hold; "" for any, "^…" for those it must begin with
  std::string_view deliverable;  // the same of the deliverable
  std::optional<DeliverableKind> kind;
};

bool fits(std::string_view wanted, const std::string& words) {
  return wanted.empty() || (wanted.front() == '^' ? begins(words, wanted.substr(1)) : has(words, wanted));
}

// The first row that fits tells. A new wording is a new line.
constexpr Telling tellings[] = {
    // Counted work, whose quantity says how far it is, and upkeep: the papers that go with them are not what is done.
    {"^Kiểm định", "", {}},
    {"^Sản xuất", "", {}},
    {"^Bảo trì", "", {}},
    {"", "bản tin", bulletin},
    {"", "chuyên mục", bulletin},
    {"bản tin số", "", bulletin},
    {"^xuất bản bản tin", "", bulletin},
    {"", "lớp", training},
    {"", "khóa đào tạo", training},
    {"", "tập huấn", training},
    {"", "quyết định của UBND tỉnh", decision},
    {"", "quyết định của Chủ tịch UBND tỉnh", decision},
    {"", "quyết định của UBND thành phố", decision},
    {"", "của UBND tỉnh ban hành", decision},
    {"", "chỉ thị", decision},
    {"", "nghị quyết", decision},
    {"", "VBQPPL", decision},
    {"", "văn bản quy phạm pháp luật", decision},
    {"", "phê duyệt kế hoạch kiểm tra của UBND tỉnh", decision},
    {"đánh giá nội bộ", "", inspection},
    {"^kế hoạch", "", plan},
    {"", "^kế hoạch", plan},
    {"", "kế hoạch của", plan},
    {"", "đề án", decision},
    {"", "phương án", decision},
    {"", "hội nghị", meeting},
    {"", "hội thảo", meeting},
    {"", "họp", meeting},
    {"", "phiên họp", meeting},
    {"", "biên bản", meeting},
    {"", "tổ chức sự kiện", meeting},
    {"", "các sự kiện", meeting},
    {"kiểm tra", "báo cáo", inspection},
    {"", "kết quả kiểm tra", inspection},
    {"đoàn kiểm tra", "", inspection},
    {"^thanh tra", "", inspection},
    {"^kiểm tra", "", inspection},
    {"", "báo cáo", report},
    {"", "kết quả rà soát", report},
    {"^quyết định ban hành", "", decision},
    {"dự thảo kế hoạch", "", plan},
    {"^xây dựng kế hoạch", "", plan},
    {"^tham mưu UBND tỉnh", "", decision},
    {"", "văn bản", document},
    {"", "công văn", document},
    {"", "hướng dẫn", document},
    {"", "thông báo", document},
    {"", "quyết định", document},
    {"^hội nghị", "", meeting},
    {"^hội thảo", "", meeting},
    {"^tổ chức hội", "", meeting},
    {"^tổ chức họp", "", meeting},
    {"^tập huấn", "", training},
    {"^báo cáo", "", report},
};

// What makes a task one of an R&D way: its field, then the deed.
constexpr std::array research_fields{"nhiệm vụ KH&CN", "nhiệm vụ KHCN", "nhiệm vụ khoa học và công nghệ", "đề tài", "dự án khoa học"};

struct ResearchTelling {
  std::array<std::string_view, 2> words;
  std::string_view step;
  bool needs_field = true;
};

constexpr ResearchTelling research_tellings[] = {
    {{"đề xuất nhiệm vụ", ""}, "call"},
    {{"đặt hàng", ""}, "call"},
    {{"tuyển chọn", ""}, "selection"},
    {{"giao trực tiếp", ""}, "selection"},
    {{"hội đồng", "xác định"}, "council"},
    {{"thẩm định kinh phí", ""}, "appraisal"},
    {{"phê duyệt danh mục", ""}, "list"},
    {{"phê duyệt các nhiệm vụ", ""}, "approval"},
    {{"phê duyệt nhiệm vụ", ""}, "approval"},
    {{"kiểm tra", ""}, "checks"},
    {{"nghiệm thu", "KH&CN"}, "acceptance", false},
    {{"nghiệm thu", ""}, "acceptance"},
};

void expect_text(const std::string& text, const char* field) {
  if (text.empty() || code_points(text) > longest_step_name) throw Error(ErrorCode::invalid, "bad_field", {field});
}

// "(02 lớp)" is two, "khóa 3" is none: that is its name.
int classes_in(std::string_view title) {
  for (const Quantity& quantity : quantities(title)) {
    const auto unit = words_of(quantity.unit);
    const bool counts = begins(unit, "lớp") || begins(unit, "khóa");
    if (counts && quantity.least && *quantity.least >= 1 && *quantity.least <= most_step_parts) return static_cast<int>(*quantity.least);
  }
  return 1;
}

// "số 5,6/2025", "7 và 8/2025": the numbers before the year.
std::vector<std::string> numbers_in(std::string_view title) {
  const auto in = tokens(title);
  std::vector<std::string> found;
  for (std::size_t at = 0; at < in.size(); ++at) {
    if (!in[at].is_number()) continue;
    found.clear();
    std::size_t last = at;
    for (; last < in.size(); ++last) {
      const bool joins =
          in[last].is(",") || in[last].is("-") || (in[last].is_word() && in[last].key == words_of("và").substr(1, in[last].key.size()));
      if (in[last].is_number() && in[last].text.size() <= 2)
        found.emplace_back(in[last].text);
      else if (in[last].is_number() && in[last].text.find(',') != std::string_view::npos && in[last].text.size() <= 5) {
        const auto comma = in[last].text.find(',');
        found.emplace_back(in[last].text.substr(0, comma));
        found.emplace_back(in[last].text.substr(comma + 1));
      } else if (!joins)
        break;
    }
    const bool of_a_year = last + 1 < in.size() && in[last].is("/") && in[last + 1].is_number() && in[last + 1].text.size() == 4;
    if (of_a_year && !found.empty()) return found;
    at = last;
  }
  return {};
}

}  // namespace

const char* name_of(DeliverableKind kind) {
  return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<DeliverableKind> find_deliverable_kind(std::string_view name) {
  const auto found = std::ranges::find(kind_names, name, [](const char* known) { return std::string_view(known); });
  if (found == kind_names.end()) return std::nullopt;
  return static_cast<DeliverableKind>(found - kind_names.begin());
}

std::optional<DeliverableKind> kind_told(std::string_view title, std::string_view deliverable) {
  const std::string name = words_of(title), product = words_of(deliverable);
  for (const Telling& row : tellings)
    if (fits(row.title, name) && fits(row.deliverable, product)) return row.kind;
  return std::nullopt;
}

std::string_view research_step_told(std::string_view title) {
  const std::string words = words_of(title);
  const bool is_of_field = std::ranges::any_of(research_fields, [&](std::string_view field) { return has(words, field); });
  for (const ResearchTelling& row : research_tellings)
    if ((is_of_field || !row.needs_field) &&
        std::ranges::all_of(row.words, [&](std::string_view word) { return word.empty() || has(words, word); }))
      return row.step;
  return {};
}

std::vector<Step> usual_steps(DeliverableKind kind) {
  switch (kind) {
    case decision:
      return {{"draft", "Dự thảo", 30},
              {"opinions", "Lấy ý kiến", 20},
              {"appraisal", "Thẩm định", 20},
              {"submission", "Trình", 15},
              {"issue", "Ban hành", 15}};
    case plan:
      return {{"draft", "Dự thảo", 40}, {"opinions", "Lấy ý kiến", 25}, {"submission", "Trình", 15}, {"issue", "Ban hành", 20}};
    case report:
      return {{"figures", "Thu thập số liệu", 40}, {"draft", "Dự thảo", 30}, {"submission", "Trình ký", 15}, {"issue", "Gửi báo cáo", 15}};
    case training:
      return {{"plan", "Kế hoạch, dự toán", 20},
              {"invitation", "Mời giảng viên, học viên", 15},
              {"class", "Tổ chức lớp", 55, true},
              {"report", "Báo cáo kết quả", 10}};
    case meeting:
      return {{"papers", "Chuẩn bị tài liệu", 40},
              {"invitation", "Gửi giấy mời", 15},
              {"meeting", "Tổ chức", 25},
              {"minutes", "Biên bản, kết luận", 20}};
    case inspection:
      return {{"plan", "Quyết định, kế hoạch kiểm tra", 20},
              {"inspection", "Tiến hành kiểm tra", 40},
              {"minutes", "Biên bản", 15},
              {"report", "Báo cáo kết quả", 25}};
    case bulletin:
      return {{"contents", "Lên nội dung", 20}, {"issue", "Biên tập, phát hành", 80, true}};
    case document:
      return {{"draft", "Dự thảo", 50}, {"submission", "Trình ký", 25}, {"issue", "Phát hành", 25}};
    case research:
      break;
  }
  return {{"call", "Thông báo đề xuất, đặt hàng", 10}, {"council", "Hội đồng xác định nhiệm vụ", 10},
          {"list", "Phê duyệt danh mục", 10},          {"selection", "Tuyển chọn, giao trực tiếp", 15},
          {"appraisal", "Thẩm định kinh phí", 10},     {"approval", "Phê duyệt nhiệm vụ", 10},
          {"checks", "Kiểm tra tiến độ", 20},          {"acceptance", "Nghiệm thu", 15}};
}

void check(const StepSeries& series) {
  if (series.steps.empty() || series.steps.size() > most_steps)
    throw Error(ErrorCode::invalid, "steps_count", {std::to_string(most_steps)});
  std::set<std::string_view> keys;
  int whole = 0;
  for (const Step& step : series.steps) {
    expect_text(step.name, "name");
    expect_text(step.key, "key");
    if (!keys.insert(step.key).second) throw Error(ErrorCode::invalid, "bad_field", {"key"});
    if (step.share < 1 || step.share > 100) throw Error(ErrorCode::invalid, "steps_shares");
    whole += step.share;
  }
  if (whole != 100) throw Error(ErrorCode::invalid, "steps_shares");
}

std::vector<std::string> parts_told(DeliverableKind kind, std::string_view title) {
  std::vector<std::string> parts;
  if (kind == training)
    for (int number = 1, all = classes_in(title); all > 1 && number <= all; ++number) parts.push_back("lớp " + std::to_string(number));
  if (kind == bulletin)
    if (const auto numbers = numbers_in(title); numbers.size() > 1)
      for (const auto& number : numbers) parts.push_back("số " + number);
  return parts;
}

std::vector<TaskStep> steps_of(const StepSeries& series, const std::vector<std::string>& parts) {
  std::vector<TaskStep> all;
  for (const Step& step : series.steps) {
    const int count = step.is_each ? static_cast<int>(parts.size()) : 0;
    if (count < 2) {
      all.push_back({step.key, 0, step.name, step.share});
      continue;
    }
    for (int part = 1; part <= count; ++part)  // what does not divide goes to the last ones
      all.push_back({step.key, part, step.name + ": " + parts[static_cast<std::size_t>(part - 1)],
                     step.share * part / count - step.share * (part - 1) / count});
  }
  return all;
}

}  // namespace tiendo::domain
