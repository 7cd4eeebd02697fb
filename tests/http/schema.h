// Holds JSON against the schemas of api/openapi.yaml: the keywords that it uses, and no silent pass for one that it does not know.
#pragma once

#include <string>
#include <vector>

#include <boost/json/value.hpp>

namespace tiendo::http {

class Schemas {
 public:
  explicit Schemas(boost::json::value document) : document_(std::move(document)) {}

  const boost::json::object& document() const { return document_.as_object(); }
  // Follows `$ref` where there is one.
  const boost::json::object& resolved(const boost::json::value& node) const;

  // What does not fit, each with its place; empty where all does. Members that the schema does not name do not fit either.
  std::vector<std::string> misfits(const boost::json::value& value, const boost::json::value& schema) const;

 private:
  struct Check;
  boost::json::value document_;
};

}  // namespace tiendo::http
