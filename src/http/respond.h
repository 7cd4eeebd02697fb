// One of the two places that catch: what went wrong becomes a problem+json (RFC 9457) with one sentence for the user.
#pragma once

#include <functional>

#include "base/error.h"
#include "base/sentences.h"
#include "http/request.h"
#include "http/response.h"

namespace tiendo::http {

// What only the door knows: a status of HTTP that no other room speaks of.
class Refused : public Error {
 public:
  Refused(int status, std::string key, std::vector<std::string> arguments = {}, Pairs headers = {})
      : Error(ErrorCode::invalid, std::move(key), std::move(arguments)), status_(status), headers_(std::move(headers)) {}
  int status() const { return status_; }
  const Pairs& headers() const { return headers_; }

 private:
  int status_;
  Pairs headers_;
};

// The answer of `answer`, or the problem it threw. Details of internal errors go to the log under a reference number.
Response answer_or_problem(const std::function<Response()>& answer, Language language, int invalid_status);

Response problem(int status, const std::string& key, Language language, const std::vector<std::string>& arguments = {},
                 const std::string& reference = {});

// The language asked for; Vietnamese where nothing better is said.
Language language_of(const Request& request);

}  // namespace tiendo::http
