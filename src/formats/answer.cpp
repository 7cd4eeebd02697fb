#include "formats/answer.h"

#include <new>
#include <vector>

#include <boost/json.hpp>
#include <unistd.h>

#include "base/error.h"
#include "formats/child.h"
#include "formats/confine.h"
#include "formats/paper_json.h"
#include "formats/read.h"

namespace tiendo::formats {
namespace {

namespace json = boost::json;

json::object error_answer(const std::string& key, const std::vector<std::string>& arguments = {}) {
  return {{"error", key}, {"arguments", json::value_from(arguments)}};
}

json::value answer_for(const std::string& name) {
  try {
    return to_json(read_paper(read_all(0), name, [](int done, int total) {
      write_all(1, "progress " + std::to_string(done) + " " + std::to_string(total) + "\n");
      return true;
    }));
  } catch (const Error& error) {
    return error_answer(error.code() == ErrorCode::internal ? "reader_fell" : error.key(), error.arguments());
  } catch (const std::bad_alloc&) {
    return error_answer("document_needs_too_much");
  } catch (const std::exception&) {
    return error_answer("reader_fell");
  }
}

}  // namespace

int answer_apart(const std::string& name, std::chrono::seconds computing, std::uint64_t memory) {
  confine(computing, memory);
  write_all(1, json::serialize(answer_for(name)) + "\n");
  // No farewell of libraries that a hostile file may have confused.
  _exit(0);
}

}  // namespace tiendo::formats
