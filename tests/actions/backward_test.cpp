// The reference annex played backwards: the older draft that its section III speaks of is rebuilt as far as the annex tells it, sent to
// the division, answered by the file itself, decided, and compared with sections I and II.
#include <fstream>
#include <iterator>
#include <set>

#include <gmock/gmock.h>

#include "actions/add_task.h"
#include "actions/confirm_intake.h"
#include "actions/consultation.h"
#include "actions/create_intake.h"
#include "actions/drafts.h"
#include "actions/freeze_version.h"
#include "actions/life.h"
#include "actions/propose.h"
#include "base/text.h"
#include "intake/match_tasks.h"
#include "intake/proposal_match.h"
#include "store/consultations.h"

namespace tiendo::actions {
namespace {

using domain::Field;
using domain::Opinion;
using domain::ProposalKind;
using domain::Task;
using testing::ElementsAre;
using testing::SizeIs;

std::string reference_annex() {
  std::ifstream file(std::string(TIENDO_SOURCE_DIR) + "/../shared/annexes/quang-ngai-2025-h2.txt", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

using Row = std::tuple<std::optional<int>, std::optional<int>, std::string>;  // quarter, month, title

std::multiset<Row> rows_of(const std::vector<Task>& tasks) {
  std::multiset<Row> rows;
  for (const Task& task : tasks) rows.insert({task.quarter, task.month, task.title});
  return rows;
}

struct Backwards : Life {
  std::string file;
  domain::ProgrammeId annex;
  intake::Intake read;
  std::vector<Task> issued;  // sections I and II
  domain::UnitId division;

  explicit Backwards(std::string bytes) : file(std::move(bytes)) {
    const auto record = create_intake(store, office, file, "phu-luc.txt", noon());
    read = draft_of(record);
    annex = confirm_intake(store, office, record.id, record.version, noon()).programme;
    issued = rows();
    const auto names = store.read().names(agency.id);
    const auto found =
        std::ranges::find_if(names->units, [](const auto& each) { return search_key(each.name) == search_key("Phòng QLCN&CN"); });
    division = found->id;
  }

  std::vector<Task> rows() const { return programme_file(store.read(), agency.id, annex).tasks; }

  // What the annex tells of the older draft: six tasks more, one less, one in another month, and the numbers of ten.
  void rebuild_older_draft() {
    for (const Task& task : rows()) number(task, "");
    for (const auto& match : intake::match_proposals(read)) {
      const auto& row = read.proposals[static_cast<std::size_t>(match.proposal)];
      if (match.outcome == intake::ProposalMatch::Outcome::means_task) {
        number(with_title(row[Field::title].text), row[Field::number].text, row.month);
      } else if (match.kind == intake::ProposalKind::add) {
        drop(with_title(row[Field::title].text));
      } else {
        put_back(row);
      }
    }
  }
  Task with_title(const std::string& title) const {
    const auto all = rows();
    const auto wanted = search_key(title);
    return *std::ranges::find_if(all, [&](const Task& task) { return search_key(task.title).starts_with(wanted.substr(0, 40)); });
  }
  void number(const Task& task, const std::string& number, std::optional<int> month = std::nullopt) {
    auto writer = store.begin();
    TaskEdit edit;
    edit.texts["number"] = number;
    if (month) {
      edit.month = month;
      edit.quarter = (*month + 2) / 3;
      Task moved = writer.task(agency.id, task.id);
      moved.section = *month <= 9 ? "I" : "II";
      writer.save(moved, noon());
    }
    rewrite_task(writer, office, writer.task(agency.id, task.id), edit, noon());
    writer.commit();
  }
  void drop(const Task& task) {
    auto writer = store.begin();
    writer.remove_task(task, noon());
    writer.commit();
  }
  void put_back(const intake::ProposalDraft& row) {
    auto writer = store.begin();
    TaskEdit edit;
    edit.texts = {{"number", row[Field::number].text},
                  {"title", row[Field::title].text},
                  {"lead", row[Field::lead].text},
                  {"coordinating", row[Field::coordinating].text}};
    edit.month = row.month;
    add_task(writer, office, writer.programme(agency.id, annex), edit, noon());
    writer.commit();
  }
};

TEST(TheReferenceAnnexBackwards, LeadsFromTheOlderDraftThroughTheDivisionsAnswerToWhatWasIssued) {
  auto bytes = reference_annex();
  if (bytes.empty()) GTEST_SKIP() << "the reference annex is not here: ../shared/annexes/quang-ngai-2025-h2.txt";
  Backwards world(std::move(bytes));
  ASSERT_THAT(world.issued, SizeIs(176));
  world.rebuild_older_draft();
  ASSERT_THAT(world.rows(), SizeIs(176 + 6 - 1));

  const auto version = world.store.read().programme(world.agency.id, world.annex).version;
  const auto sent = send_consultation(world.store, world.office, world.annex, version, {{world.division}, 3, ""}, noon());
  const auto answer = answer_by_file(world.store, world.office, sent.id, world.division, world.file, "phu-luc.txt", noon());
  EXPECT_EQ(answer.taken, 10);
  EXPECT_THAT(answer.unplaced, SizeIs(0)) << "each number is found in the version that was sent";
  EXPECT_THAT(answer.remarks, SizeIs(5));

  std::map<ProposalKind, int> kinds;
  for (const auto& each : store::proposals(world.store.read(), world.agency.id, sent.id)) ++kinds[each.kind];
  EXPECT_EQ(kinds[ProposalKind::drop], 6);
  EXPECT_EQ(kinds[ProposalKind::add], 1);
  EXPECT_EQ(kinds[ProposalKind::keep], 3);

  // Section III does not say that one of the kept tasks moves to October; sections I and II show that it did.
  const auto moved = world.with_title("Tuyên truyền nâng cao nhận thức cộng đồng về ATBX");
  EXPECT_EQ(moved.month, 8);
  TaskEdit october;
  october.month = 10;
  propose(world.store, world.office, sent.id, world.division, {ProposalKind::move, moved.id, october, "Chờ kinh phí quý IV"}, noon());

  const auto closed = close_consultation(world.store, world.office, sent.id,
                                         store::consultation(world.store.read(), world.agency.id, sent.id).version, noon());
  std::vector<ProposalDecision> accepted;
  for (const auto& each : store::proposals(world.store.read(), world.agency.id, sent.id))
    if (!each.asks_nothing()) accepted.push_back({each.id, Opinion::accept, ""});
  ASSERT_THAT(accepted, SizeIs(8));
  for (const auto& each : accepted) {
    const auto proposal = [&] {
      for (const auto& one : store::proposals(world.store.read(), world.agency.id, sent.id))
        if (one.id == each.proposal) return one;
      return domain::Proposal{};
    }();
    // Where the register knows who directs a task, only that leader decides; the annex names leaders for the kept tasks.
    const auto task = proposal.task ? std::optional(world.store.read().task(world.agency.id, *proposal.task)) : std::nullopt;
    const auto decider = task && !task->directing_leaders.empty()
                             ? world.account(domain::Role::leader, "Lãnh đạo chỉ đạo " + each.proposal.text(), false)
                             : world.other_leader;
    if (task && !task->directing_leaders.empty()) {
      auto writer = world.store.begin();
      auto user = *writer.find_user(world.agency.id, decider.user);
      user.person = task->directing_leaders.front();
      writer.save(user);
      writer.commit();
    }
    decide_proposals(world.store, decider, sent.id, {each}, noon());
  }
  const auto kept = settle_consultation(world.store, world.office, sent.id, closed.version, noon());

  const auto result = version_file(world.store.read(), world.agency.id, kept.id).tasks;
  EXPECT_EQ(rows_of(result), rows_of(world.issued));
  EXPECT_EQ(world.with_title("Tuyên truyền nâng cao nhận thức cộng đồng về ATBX").month, 10);
  std::vector<int> numbers;
  for (const Task& task : result) numbers.push_back(std::stoi(task.number));
  std::vector<int> anew;
  for (int number = 1; number <= 96; ++number) anew.push_back(number);
  for (int number = 1; number <= 80; ++number) anew.push_back(number);
  EXPECT_EQ(numbers, anew);

  const auto before = version_file(world.store.read(), world.agency.id, sent.sent).tasks;
  const auto matches = intake::match_tasks(before, result, intake::EmptyColumn::says_empty);
  EXPECT_THAT(matches.missing, SizeIs(6));
  EXPECT_THAT(matches.added, SizeIs(1));
  EXPECT_EQ(std::ranges::count_if(matches.pairs, intake::is_moved), 1);
}

}  // namespace
}  // namespace tiendo::actions
