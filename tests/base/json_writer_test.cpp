#include "base/json_writer.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace tiendo {
namespace {

TEST(JsonWriter, WritesWhatAReaderReadsBack) {
  JsonWriter json;
  json.begin_object();
  json.member("title", "Tham mưu “Kế hoạch”");
  json.member("position", 12);
  json.member("is_open", true);
  json.member("month", nullptr);
  json.member("least", 2.5);
  json.key("labels");
  json.begin_array();
  json.value("a");
  json.begin_object();
  json.end_object();
  json.begin_array();
  json.end_array();
  json.value("b");
  json.end_array();
  json.key("places");
  json.raw(R"({"lead":[]})");
  json.end_object();
  EXPECT_EQ(json.take(), R"({"title":"Tham mưu “Kế hoạch”","position":12,"is_open":true,"month":null,"least":2.5,)"
                         R"("labels":["a",{},[],"b"],"places":{"lead":[]}})");
}

TEST(JsonWriter, EscapesEveryLetterThatNeedsIt) {
  std::string text;
  for (int c = 0; c < 128; ++c) text += static_cast<char>(c);
  text += "đ\xe2\x80\xa8";
  JsonWriter json;
  json.begin_object();
  json.member(text, text);
  json.end_object();
  const auto read = boost::json::parse(json.take());
  EXPECT_EQ(read.as_object().begin()->key(), text);
  EXPECT_EQ(read.as_object().begin()->value().as_string(), text);
}

// Letters are copied many at once: one to be escaped may stand at the edge of such a piece.
TEST(JsonWriter, EscapesALetterWhereverItStands) {
  for (std::size_t size = 1; size <= 50; ++size)
    for (std::size_t at = 0; at < size; ++at)
      for (const char letter : {'"', '\\', '\n', '\x01', '\x1f', ' ', '\xbf'}) {
        std::string text(size, 'a');
        text[at] = letter;
        if (letter == '\xbf') text.insert(at, "\xe1\xba");  // "ế"
        JsonWriter json;
        json.begin_array();
        json.value(text);
        json.end_array();
        ASSERT_EQ(boost::json::parse(json.take()).as_array().at(0).as_string(), text);
      }
}

}  // namespace
}  // namespace tiendo
