#include "domain/letter.h"

#include <set>

#include <gtest/gtest.h>

#include "base/error.h"
#include "store/key_of_error.h"

namespace tiendo::domain {
namespace {

using namespace std::chrono_literals;
using enum LetterState;
using enum LetterMove;

TEST(LetterRules, AreTheWholeLifeOfALetter) {
  struct Expected {
    LetterState from;
    LetterMove move;
    LetterState to;
    LetterDoer by;
  };
  const Expected all[] = {{drafted, edit, drafted, LetterDoer::office},       {drafted, issue, issued, LetterDoer::office},
                          {drafted, withdraw, withdrawn, LetterDoer::office}, {issued, answer, answered, LetterDoer::unit},
                          {issued, withdraw, withdrawn, LetterDoer::office},  {answered, answer, answered, LetterDoer::unit},
                          {answered, ask_again, issued, LetterDoer::office}};
  EXPECT_EQ(letter_rules().size(), std::size(all));
  std::set<std::pair<LetterState, LetterMove>> known;
  for (const auto& one : all) {
    const auto& rule = letter_rule(one.from, one.move, "lý do");
    EXPECT_EQ(rule.to, one.to) << name_of(one.from) << ' ' << name_of(one.move);
    EXPECT_EQ(rule.by, one.by) << name_of(one.from) << ' ' << name_of(one.move);
    known.emplace(one.from, one.move);
  }
  for (const auto from : {drafted, issued, answered, withdrawn})
    for (const auto move : {edit, issue, answer, ask_again, withdraw}) {
      if (known.contains({from, move})) continue;
      EXPECT_EQ(key_of_error([&] { letter_rule(from, move, "lý do"); }), "letter_move_not_possible")
          << name_of(from) << ' ' << name_of(move);
    }
}

TEST(LetterRules, AskForAReasonWhereAnIssuedLetterIsTakenBackOrAskedAgain) {
  EXPECT_EQ(key_of_error([] { letter_rule(issued, withdraw, "  "); }), "reason_missing");
  EXPECT_EQ(key_of_error([] { letter_rule(answered, ask_again); }), "reason_missing");
  EXPECT_EQ(key_of_error([] { letter_rule(drafted, withdraw); }), "");
}

TEST(ALetter, IsOverdueOnceItsLastDayHasPassedWithoutAnAnswer) {
  Letter letter{.state = issued, .answer_due = 2025y / 8 / 8};
  EXPECT_FALSE(is_overdue(letter, 2025y / 8 / 8));
  EXPECT_TRUE(is_overdue(letter, 2025y / 8 / 9));
  letter.state = answered;
  letter.answered_on = 2025y / 8 / 9;
  EXPECT_FALSE(is_overdue(letter, 2025y / 8 / 20));
  EXPECT_TRUE(was_answered_late(letter));
  letter.answered_on = 2025y / 8 / 8;
  EXPECT_FALSE(was_answered_late(letter));
}

TEST(ALetter, IsHeadedByTheAgencyAndItsSuperior) {
  const auto sci = letter_head_of("Sở Khoa học và Công nghệ tỉnh Bình Minh");
  EXPECT_EQ(sci.superior, "UBND tỉnh Bình Minh");
  EXPECT_EQ(sci.issuer, "Sở Khoa học và Công nghệ");
  EXPECT_EQ(sci.place, "Bình Minh");
  const auto city = letter_head_of("Sở Nội vụ thành phố Sao Mai");
  EXPECT_EQ(city.superior, "UBND thành phố Sao Mai");
  EXPECT_EQ(city.place, "Sao Mai");
  const auto commune = letter_head_of("Ủy ban nhân dân xã Đông Hải");
  EXPECT_EQ(commune.superior, "") << "who stands above is not told by the name";
  EXPECT_EQ(commune.issuer, "Ủy ban nhân dân xã Đông Hải");
}

TEST(ALetter, CarriesALeadingZeroBelowTen) {
  EXPECT_EQ(printed_number("5"), "05");
  EXPECT_EQ(printed_number("12"), "12");
  EXPECT_EQ(printed_number("05"), "05");
  EXPECT_EQ(printed_number("5a"), "5a");
}

TEST(TheFormOfALetter, KeepsTheLengthsOfTheDecree) {
  const LetterForm good{.issuer = "Sở A", .place = "B", .symbol = "SA-VP", .subject = "đôn đốc", .basis = "Chương trình"};
  EXPECT_EQ(key_of_error([&] { check(good); }), "");
  const auto refused = [&](auto change) {
    LetterForm form = good;
    change(form);
    try {
      check(form);
    } catch (const Error& error) {
      return error.arguments().at(0);
    }
    return std::string();
  };
  EXPECT_EQ(refused([](auto& form) { form.subject = ""; }), "subject");
  EXPECT_EQ(refused([](auto& form) { form.subject = std::string(501, 'a'); }), "subject");
  EXPECT_EQ(refused([](auto& form) {
              for (int i = 0; i < 30; ++i) form.symbol += "Đ";
            }),
            "symbol")
      << "letters are counted, not bytes";
  EXPECT_EQ(refused([](auto& form) { form.signer = std::string(51, 'a'); }), "signer");
  EXPECT_EQ(refused([](auto& form) { form.answer_days = 0; }), "answer_days");
  EXPECT_EQ(refused([](auto& form) { form.answer_days = 31; }), "answer_days");
  EXPECT_EQ(refused([](auto& form) { form.issuer = ""; }), "issuer");
}

}  // namespace
}  // namespace tiendo::domain
