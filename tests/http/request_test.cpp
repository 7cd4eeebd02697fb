#include "http/request.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace tiendo::http {
namespace {

Request read(std::string target) {
  Request request;
  request.target = std::move(target);
  request.read_target();
  return request;
}

TEST(Request, TakesItsTargetApart) {
  const auto request = read("/api/v1/tasks?q=h%C3%B2a+b%C3%ACnh&limit=5&empty=");
  EXPECT_EQ(request.path, "/api/v1/tasks");
  EXPECT_EQ(request.find_query("q"), "hòa bình");
  EXPECT_EQ(request.find_query("limit"), "5");
  EXPECT_EQ(request.find_query("empty"), "");
  EXPECT_FALSE(request.find_query("cursor"));
}

TEST(Request, ComposesWhatAMacintoshTypes) {
  EXPECT_EQ(read("/?q=ho%CC%80a").find_query("q"), "hòa");
}

TEST(Request, RefusesTargetsThatAreNone) {
  for (const auto* target :
       {"", "*", "http://elsewhere/", "/?q=%", "/?q=%zz", "/?q=%ff", "/?q=a%00b", "/?q=a%0d%0aX-Header:1", "/?%c0%af=1"})
    EXPECT_THROW(read(target), Error) << target;
}

TEST(Request, RefusesAHugeQuery) {
  std::string many = "/?";
  for (int i = 0; i < 100; ++i) many += "a=1&";
  EXPECT_THROW(read(many), Error);
  EXPECT_THROW(read("/?q=" + std::string(9000, 'a')), Error);
}

TEST(Request, FindsOneCookieAmongOthers) {
  Request request;
  request.headers = {{"cookie", "a=1; tiendo_session=abc; x_tiendo_session=no"}};
  EXPECT_EQ(request.find_cookie("tiendo_session"), "abc");
  EXPECT_EQ(request.find_cookie("a"), "1");
  EXPECT_FALSE(request.find_cookie("session"));
}

TEST(Request, FindsHeadersWhateverTheirCase) {
  Request request;
  request.headers = {{"If-Match", "\"3\""}};
  EXPECT_EQ(request.find_header("if-match"), "\"3\"");
  EXPECT_FALSE(request.find_header("if-matc"));
}

TEST(PercentEncoding, GoesRound) {
  for (const auto* text : {"Phụ lục kèm theo.docx", "a/b?c=d&e+f", "100%"}) EXPECT_EQ(percent_decoded(percent_encoded(text)), text);
}

}  // namespace
}  // namespace tiendo::http
