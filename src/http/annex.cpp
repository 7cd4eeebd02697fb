#include "actions/programme_file.h"
#include "http/handlers.h"
#include "reports/export.h"

namespace tiendo::http {

Response download_annex(const Request& request, Context& context) {
  const auto id = domain::ProgrammeId::parse(request.path_value("programme"));
  const auto& format = reports::export_format(request.find_query("format").value_or("docx"));
  const auto file = actions::programme_file(context.store.read(), context.agency(), id);
  Response response;
  response.body = format.write(file, actions::annex_form(file.programme, context.who().agency.name));
  response.header("Content-Type", std::string(format.content_type));
  response.header("Content-Disposition",
                  "attachment; filename*=UTF-8''" + percent_encoded("Phụ lục - " + file.programme.title + "." + std::string(format.name)));
  return response;
}

}  // namespace tiendo::http
