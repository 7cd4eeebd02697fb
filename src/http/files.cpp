#include "http/files.h"

#include <algorithm>

#include "base/error.h"

namespace tiendo::http {
namespace {

constexpr std::pair<std::string_view, const char*> types[] = {{".html", "text/html; charset=utf-8"},
                                                              {".js", "text/javascript; charset=utf-8"},
                                                              {".css", "text/css; charset=utf-8"},
                                                              {".json", "application/json; charset=utf-8"},
                                                              {".svg", "image/svg+xml"},
                                                              {".png", "image/png"},
                                                              {".ico", "image/x-icon"},
                                                              {".woff2", "font/woff2"},
                                                              {".webmanifest", "application/manifest+json"},
                                                              {".txt", "text/plain; charset=utf-8"},
                                                              {".map", "application/json"}};

const char* type_of(std::string_view path) {
  for (const auto& [ending, type] : types)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

const EmbeddedFile* find_file(std::span<const EmbeddedFile> files, std::string_view path) {
  const auto at = std::ranges::lower_bound(files, path, {}, &EmbeddedFile::path);
  return at != files.end() && at->path == path ? &*at : nullptr;
}

// "gzip;q=0" refuses it; anything else that names the coding takes it.
bool takes(const Request& request, std::string_view coding) {
  std::string_view rest = request.find_header("Accept-Encoding").value_or("");
  while (!rest.empty()) {
    auto part = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    while (part.starts_with(' ')) part.remove_prefix(1);
    if (part.substr(0, part.find_first_of("; ")) == coding)
      return part.find("q=0") == std::string_view::npos || part.find("q=0.") != std::string_view::npos;
  }
  return false;
}

// Addresses of the page ("programmes/05QK…") have no dot; files, and climbing upwards, have one.
bool is_address_of_page(std::string_view path) {
  return !path.starts_with("assets/") && path.find('.') == std::string_view::npos;
}

}  // namespace

Response file_response(std::span<const EmbeddedFile> files, const Request& request) {
  const auto path = percent_decoded(std::string_view(request.path).substr(1));
  const EmbeddedFile* file = path && !path->empty() ? find_file(files, *path) : nullptr;
  if (!file && path && is_address_of_page(*path)) file = find_file(files, "index.html");
  if (!file) throw Error{ErrorCode::not_found, "no_such_page"};

  Response response;
  response.fixed_body = file->bytes;
  response.header("Content-Type", type_of(file->path));
  response.header("Cache-Control", file->path.starts_with("assets/") ? "public, max-age=31536000, immutable" : "no-cache");
  response.header("Vary", "Accept-Encoding");
  constexpr std::pair<std::string_view, const char*> codings[] = {{"br", ".br"}, {"gzip", ".gz"}};
  for (const auto& [coding, ending] : codings) {
    const auto* packed = find_file(files, std::string(file->path) + ending);
    if (!packed || !takes(request, coding)) continue;
    response.fixed_body = packed->bytes;
    response.header("Content-Encoding", std::string(coding));
    break;
  }
  return response;
}

}  // namespace tiendo::http
