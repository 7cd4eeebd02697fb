// What may not be done, said once and caught at the doors (http/respond.cpp, cli/run.cpp).
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace tiendo {

enum class ErrorCode { invalid, unauthenticated, forbidden, not_found, conflict, internal };

// `key` names a sentence of text/*.json under "error."; `arguments` fill its {0}, {1} …
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, std::string key, std::vector<std::string> arguments = {}, std::string detail = {})
      : std::runtime_error(detail.empty() ? key : key + ": " + detail),
        code_(code),
        key_(std::move(key)),
        arguments_(std::move(arguments)),
        detail_(std::move(detail)) {}

  ErrorCode code() const { return code_; }
  const std::string& key() const { return key_; }
  const std::vector<std::string>& arguments() const { return arguments_; }
  // For the log only, never for a user.
  const std::string& detail() const { return detail_; }

 private:
  ErrorCode code_;
  std::string key_;
  std::vector<std::string> arguments_;
  std::string detail_;
};

}  // namespace tiendo
