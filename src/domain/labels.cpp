#include "domain/labels.h"

#include <algorithm>

#include "base/text.h"
#include "domain/tokens.h"

namespace tiendo::domain {
namespace {

constexpr std::size_t most_words = 16;  // longer notes are remarks

const PhraseSet ranks{"nhiệm vụ quan trọng", "nhiệm vụ trọng tâm", "nhiệm vụ trọng điểm", "nhiệm vụ thường xuyên",
                      "nhiệm vụ đột xuất",   "nhiệm vụ cấp bách",  "nhiệm vụ chủ yếu"};
const PhraseSet served{
    "nhiệm vụ",  "chương trình", "kế hoạch",     "phục vụ",  "tham mưu",    "kết luận",   "nghị quyết",          "chỉ đạo",
    "đề án",     "trọng tâm",    "thường xuyên", "đột xuất", "chuyển tiếp", "quan trọng", "cải cách hành chính", "thực hiện nghị quyết",
    "thông báo", "chỉ tiêu",     "công tác"};
const PhraseSet upper{"chương trình", "kế hoạch", "nghị quyết", "kết luận", "chỉ thị", "đề án", "tham mưu", "phục vụ"};

void add(std::vector<std::string>& labels, std::string_view text) {
  auto label = trimmed(text);
  while (!label.empty() && (label.back() == '.' || label.back() == ',')) label.pop_back();
  if (label.empty()) return;
  if (label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
  const auto same = [&](const std::string& other) { return search_key(other) == search_key(label); };
  if (std::ranges::none_of(labels, same)) labels.push_back(label);
}

void add_part(std::vector<std::string>& labels, std::string_view text) {
  const auto in = tokens(text);
  if (in.empty() || in.size() > most_words) return;
  if (const auto rank = ranks.length_at(in, 0)) {
    add(labels, text.substr(in[0].place.from, in[rank - 1].place.to - in[0].place.from));
    if (rank < in.size()) add(labels, text.substr(in[rank].place.from));
  } else if (served.length_at(in, 0)) {
    add(labels, text);
  }
}

// ';', a line's end, or a dash with a blank at a side parts labels; "KT-XH" stays whole.
bool parts(const std::vector<Token>& in, std::size_t at) {
  if (in[at].is(";")) return true;
  const bool dash = in[at].is("-") || in[at].is("–");
  return dash && (in[at].after_blank || at + 1 == in.size() || in[at + 1].after_blank);
}

}  // namespace

std::vector<std::string> labels_from_note(std::string_view note) {
  std::vector<std::string> labels;
  const auto in = tokens(note);
  std::size_t from = 0;
  for (std::size_t at = 0; at < in.size(); ++at) {
    if (!parts(in, at)) continue;
    add_part(labels, note.substr(from, in[at].place.from - from));
    from = in[at].place.to;
  }
  add_part(labels, note.substr(from));
  return labels;
}

bool names_upper_programme(std::string_view label) {
  const auto in = tokens(label);
  for (std::size_t at = 0; at < in.size(); ++at)
    if (upper.length_at(in, at)) return true;
  return false;
}

}  // namespace tiendo::domain
