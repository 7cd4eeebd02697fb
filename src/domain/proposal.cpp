#include "domain/proposal.h"

#include <algorithm>
#include <array>

#include "base/error.h"

namespace tiendo::domain {
namespace {

constexpr std::array state_names{"open", "closed", "settled", "withdrawn"};
constexpr std::array kind_names{"keep", "drop", "add", "move", "amend"};
constexpr std::array opinion_names{"none", "accept", "refuse"};
constexpr std::array answer_names{"awaited", "answered", "silent"};

template <class Value, std::size_t size>
std::optional<Value> find_named(const std::array<const char*, size>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name, [](const char* known) { return std::string_view(known); });
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace

Answer answer_of(const Consultation& consultation, const ConsultedUnit& unit) {
  if (unit.answered_at) return Answer::answered;
  return consultation.state == ConsultationState::open ? Answer::awaited : Answer::silent;
}

bool may_close(const Consultation& consultation, Date today) {
  const bool all_answered = std::ranges::all_of(consultation.units, [](const auto& unit) { return unit.answered_at.has_value(); });
  return consultation.state == ConsultationState::open && (all_answered || today > consultation.due_on);
}

void check_can_be_settled(const std::vector<Proposal>& proposals) {
  const auto undecided =
      std::ranges::count_if(proposals, [](const Proposal& each) { return !each.asks_nothing() && each.decision == Opinion::none; });
  if (undecided > 0) throw Error(ErrorCode::conflict, "proposals_undecided", {std::to_string(undecided)});
}

const char* name_of(ConsultationState state) {
  return state_names[static_cast<std::size_t>(state)];
}

const char* name_of(ProposalKind kind) {
  return kind_names[static_cast<std::size_t>(kind)];
}

const char* name_of(Opinion opinion) {
  return opinion_names[static_cast<std::size_t>(opinion)];
}

const char* name_of(Answer answer) {
  return answer_names[static_cast<std::size_t>(answer)];
}

std::optional<ConsultationState> find_consultation_state(std::string_view name) {
  return find_named<ConsultationState>(state_names, name);
}

std::optional<ProposalKind> find_proposal_kind(std::string_view name) {
  return find_named<ProposalKind>(kind_names, name);
}

std::optional<Opinion> find_opinion(std::string_view name) {
  return find_named<Opinion>(opinion_names, name);
}

}  // namespace tiendo::domain
