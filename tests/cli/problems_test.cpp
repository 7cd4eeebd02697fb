#include "cli/problems.h"

#include <sstream>

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace tiendo::cli {
namespace {

using domain::Problem;
using domain::ProblemPlace;
using domain::Severity;

const std::vector<Problem> found = {
    {"two_leads_one_marked",
     Severity::warning,
     {ProblemPlace::Kind::task, 69, "lead", "I", "Quý III, số 70"},
     {"“Phòng A”, “Phòng B”", "“Phòng A”"}},
    {"missing_lead", Severity::error, {ProblemPlace::Kind::task, 2, "lead", "I", "Quý III, số 3"}, {"Quý III, số 3"}},
};

TEST(PrintedProblems, PutErrorsFirstWithTheirPlaceAndEndWithTheCounts) {
  std::ostringstream out;
  print_problems(out, found, Language::vi);
  EXPECT_EQ(out.str(),
            "LỖI (1)\n"
            "  Quý III, số 3 chưa có đơn vị chủ trì.\n"
            "CẦN XEM (1)\n"
            "  Quý III, số 70: Ô chủ trì có nhiều đơn vị: “Phòng A”, “Phòng B”; chỉ “Phòng A” được ghi là chủ trì, đơn vị còn lại nên "
            "chuyển sang ô phối hợp.\n"
            "1 lỗi, 1 điều cần xem, 0 ghi nhận.\n");
}

TEST(PrintedProblems, AreTheSameInJson) {
  std::ostringstream out;
  print_problems_json(out, found, Language::en);
  const auto first = boost::json::parse(out.str()).at("problems").at(0);
  EXPECT_EQ(first.at("key"), "two_leads_one_marked");
  EXPECT_EQ(first.at("where").at("row"), 69);
  EXPECT_EQ(first.at("where").at("field"), "lead");
  EXPECT_TRUE(std::string(first.at("message").as_string()).starts_with("The lead cell names several units"));
}

}  // namespace
}  // namespace tiendo::cli
