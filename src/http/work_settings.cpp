// How the agency reads deadlines, counts results and puts deadlines off.
#include "actions/save_work_settings.h"
#include "http/handlers.h"
#include "http/rules_json.h"

namespace tiendo::http {

Response show_work_settings(const Request&, Context& context) {
  return rules_response(store::work_settings(context.store.read(), context.agency()));
}

Response put_work_settings(const Request& request, Context& context) {
  const auto settings = rules_wanted(request, store::work_settings(context.store.read(), context.agency()));
  return rules_response(actions::save_work_settings(context.store, context.who().actor(), settings, context.now));
}

}  // namespace tiendo::http
