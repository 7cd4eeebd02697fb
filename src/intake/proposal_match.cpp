#include "intake/proposal_match.h"

#include <algorithm>

#include "base/text.h"
#include "domain/tokens.h"
#include "domain/written_date.h"
#include "intake/title_key.h"

namespace tiendo::intake {
namespace {

using domain::Field;
using domain::Token;

struct KindWords {
  ProposalKind kind;
  domain::PhraseSet words;
};

// The first family that the note speaks wins: "điều chỉnh thời gian" before "điều chỉnh".
const std::vector<KindWords>& kind_words() {
  static const std::vector<KindWords> families = {
      {ProposalKind::move,
       {"chuyển sang", "lùi", "dời", "sang tháng", "sang quý", "điều chỉnh thời gian", "thay đổi thời gian", "gia hạn", "lùi thời gian"}},
      {ProposalKind::drop,
       {"đề xuất bỏ", "đề nghị bỏ", "bỏ nội dung", "bỏ nhiệm vụ", "bỏ", "không thực hiện", "đưa ra khỏi", "rút", "loại khỏi", "xin rút",
        "không đăng ký"}},
      {ProposalKind::add, {"bổ sung", "thêm", "đề xuất thêm", "đăng ký mới"}},
      {ProposalKind::amend, {"điều chỉnh", "sửa", "thay", "thay đổi", "đổi tên", "chỉnh sửa", "sửa đổi"}},
      {ProposalKind::keep, {"giữ nguyên", "thống nhất", "nhất trí"}},
  };
  return families;
}

struct Candidate {
  TitleWords words;  // sorted
  std::string lead;
};

TitleWords sorted_words(std::string_view title) {
  auto words = title_words(title);
  std::ranges::sort(words);
  return words;
}

constexpr double alike = 0.85, alike_with_same_lead = 0.75;

std::optional<int> find_task(const Intake& intake, const std::vector<Candidate>& tasks, const ProposalDraft& proposal, double& best) {
  const auto words = sorted_words(proposal[Field::title].text);
  const auto lead = search_key(proposal[Field::lead].text);
  std::optional<int> found;
  double best_rank = 0;
  for (std::size_t row = 0; row < tasks.size(); ++row) {
    const double shorter = static_cast<double>(std::min(words.size(), tasks[row].words.size()));
    if (2 * shorter < alike_with_same_lead * static_cast<double>(words.size() + tasks[row].words.size())) continue;
    const double likeness = similarity_of_sorted(words, tasks[row].words);
    const bool same_lead = lead == tasks[row].lead;
    if (likeness < (same_lead ? alike_with_same_lead : alike)) continue;
    if (cite_other_documents(cited_symbols(proposal[Field::title].text), cited_symbols(intake.tasks[row][Field::title].text))) continue;
    // Lead and month break ties between tasks that recur; they never make a match.
    const double rank = likeness + (same_lead ? 0.02 : 0) + (proposal.month && proposal.month == intake.tasks[row].month ? 0.01 : 0);
    if (rank <= best_rank) continue;
    best_rank = rank;
    best = likeness;
    found = static_cast<int>(row);
  }
  return found;
}

const std::string* note_of_group(const Intake& intake, const ProposalDraft& proposal) {
  for (const auto& other : intake.proposals) {
    if (!other.group_note.empty() && other.section == proposal.section && other.month == proposal.month) return &other.group_note;
  }
  return nullptr;
}

// A row without a word of its own is dropped where its group's note says that all are, or names its number.
bool group_drops(const Intake& intake, const ProposalDraft& proposal) {
  const auto* note = note_of_group(intake, proposal);
  if (!note) return false;
  const auto said = read_group_note(*note);
  if (std::ranges::count(said.dropped_numbers, domain::whole(proposal[Field::number].text))) return true;
  return said.dropped && said.tasks && *said.dropped == *said.tasks && *said.dropped > 0;
}

ProposalMatch::Outcome outcome_of(ProposalKind kind, bool found) {
  if (kind == ProposalKind::drop) return found ? ProposalMatch::Outcome::means_task : ProposalMatch::Outcome::already_applied;
  if (kind == ProposalKind::add && found) return ProposalMatch::Outcome::already_applied;
  return found ? ProposalMatch::Outcome::means_task : ProposalMatch::Outcome::not_found;
}

// "64,65" or "32, 33, 34" after "nhiệm vụ".
std::vector<int> list_at(const std::vector<Token>& in, std::size_t at) {
  std::vector<int> out;
  for (; at < in.size() && (in[at].is_number() || in[at].is(",") || in[at].is(";")); ++at) {
    for (const int number : domain::numbers_in(in[at])) out.push_back(number);
  }
  return out;
}

}  // namespace

ProposalKind kind_of_note(std::string_view note) {
  const auto in = domain::tokens(note);
  for (const auto& family : kind_words()) {
    for (std::size_t at = 0; at < in.size(); ++at) {
      if (family.words.length_at(in, at)) return family.kind;
    }
  }
  return ProposalKind::keep;
}

std::string remark_of(const ProposalDraft& proposal) {
  std::string out = proposal[Field::note].text;
  if (!out.empty()) return out;
  for (const auto& [header, cell] : proposal.extra) out += (out.empty() ? "" : " ") + cell.text;
  return trimmed(out);
}

GroupNote read_group_note(std::string_view text) {
  static const domain::PhraseSet tasks{"nhiệm vụ", "nội dung"}, idle{"không có nhiệm vụ", "không có nội dung"}, drops{"bỏ"}, month{"tháng"};
  const auto in = domain::tokens(text);
  GroupNote out;
  bool dropping = false;
  for (std::size_t at = 0; at < in.size(); ++at) {
    if (month.length_at(in, at)) out.months = list_at(in, at + 1);
    if (idle.length_at(in, at)) out.idle_months = out.months;
    dropping |= drops.length_at(in, at) > 0;
    const bool counts = in[at].is_number() && at + 1 < in.size() && tasks.length_at(in, at + 1) > 0;
    if (!counts) continue;
    (dropping ? out.dropped : out.tasks) = domain::whole(in[at].text);
    (dropping ? out.dropped_numbers : out.numbers) = list_at(in, at + 3);
  }
  return out;
}

std::vector<ProposalMatch> match_proposals(const Intake& intake) {
  std::vector<Candidate> tasks;
  for (const auto& task : intake.tasks) tasks.push_back({sorted_words(task[Field::title].text), search_key(task[Field::lead].text)});
  std::vector<ProposalMatch> out;
  for (std::size_t row = 0; row < intake.proposals.size(); ++row) {
    const auto& proposal = intake.proposals[row];
    ProposalMatch match;
    match.proposal = static_cast<int>(row);
    const auto remark = remark_of(proposal);
    match.kind = kind_of_note(remark);
    if (match.kind == ProposalKind::keep && remark.empty() && group_drops(intake, proposal)) {
      match.kind = ProposalKind::drop;
      match.kind_from_group = true;
    }
    match.task = find_task(intake, tasks, proposal, match.similarity);
    match.outcome = outcome_of(match.kind, match.task.has_value());
    out.push_back(match);
  }
  return out;
}

}  // namespace tiendo::intake
