// The service behind the server: rights first, then the handler, then the headers that every answer carries.
#pragma once

#include <functional>
#include <span>

#include "base/embedded.h"
#include "http/access_book.h"
#include "http/route.h"
#include "http/server.h"

namespace tiendo::http {

class App : public Service {
 public:
  App(store::Store& store, Settings settings, std::span<const EmbeddedFile> files = embedded_web(),
      std::function<Instant()> clock = now_from_clock);

  Admission admit(Request& head) override;
  std::optional<Response> find_refusal(Request& head) override;
  Response answer(Request& request) override;
  Response refuse(int status, const Request* head) override;

 private:
  Response api(Request& request, Context& context, const Match& found);
  void check_rights(const Request& request, Context& context, const Match& found) const;
  void check_token(const Request& request, const actions::SignedIn& who) const;
  Response page(const Request& request) const;
  void add_headers(Response& response, bool is_page) const;
  Context context_for(Request& request);
  void log(const Request& request, const Match& found, const Context& context, const store::Asked& asked, Response& response);

  store::Store& store_;
  const Settings settings_;
  const std::span<const EmbeddedFile> files_;
  const std::function<Instant()> clock_;
  Throttle throttle_;
  Readings readings_;
  AccessBook accesses_;
};

}  // namespace tiendo::http
