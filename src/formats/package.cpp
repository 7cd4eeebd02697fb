#include "formats/package.h"

#include <charconv>

#include <zip.h>

#include "base/error.h"

namespace tiendo::formats {
namespace {

[[noreturn]] void refuse(const char* key, std::string detail = {}) {
  throw Error(ErrorCode::invalid, key, {}, std::move(detail));
}

void check_depth(const pugi::xml_document& document) {
  int depth = 0;
  for (pugi::xml_node node = document.first_child(); node;) {
    if (node.first_child()) {
      node = node.first_child();
      if (++depth > most_xml_depth) refuse("xml_too_deep");
      continue;
    }
    while (node && !node.next_sibling()) {
      node = node.parent();
      --depth;
      if (!node || node == document) return;
    }
    node = node.next_sibling();
  }
}

// "word/" + "../media/x" -> "media/x"
std::string resolved(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string path(folder);
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const auto slash = path.find_last_of('/', path.empty() ? 0 : path.size() - 2);
    path.erase(slash == std::string::npos ? 0 : slash + 1);
  }
  return path.append(target);
}

}  // namespace

void Package::Discard::operator()(zip* archive) const {
  zip_discard(archive);
}

Package::Package(std::string_view bytes) {
  if (bytes.size() > most_package_bytes) refuse("package_too_large");
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  archive_.reset(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
  if (!archive_) {
    if (source) zip_source_free(source);
    const std::string detail = zip_error_strerror(&error);
    zip_error_fini(&error);
    refuse("package_broken", detail);
  }
  zip_error_fini(&error);
  if (zip_get_num_entries(archive_.get(), 0) > static_cast<zip_int64_t>(most_members)) refuse("package_bomb");
}

Package::~Package() = default;

bool Package::has(std::string_view path) const {
  return zip_name_locate(archive_.get(), std::string(path).c_str(), ZIP_FL_NOCASE) >= 0;
}

std::string Package::member(std::string_view path) {
  const std::string name(path);
  const auto index = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
  zip_stat_t stat;
  if (index < 0 || zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE) ||
      !(stat.valid & ZIP_STAT_COMP_SIZE))
    refuse("package_broken", name);
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE) refuse("document_encrypted");
  const bool bomb = stat.size > ratio_counts_from && stat.size / std::max<zip_uint64_t>(stat.comp_size, 1) > most_ratio;
  if (stat.size > most_member_bytes || unzipped_ + stat.size > most_unzipped_bytes || bomb) refuse("package_bomb", name);
  zip_file_t* file = zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0);
  if (!file) refuse("package_broken", name);
  // The size was only claimed: what is really there is read up to it, and one byte more is a lie.
  std::string out(stat.size + 1, '\0');
  zip_uint64_t have = 0;
  zip_int64_t got = 0;
  while (have < out.size() && (got = zip_fread(file, out.data() + have, out.size() - have)) > 0) have += static_cast<zip_uint64_t>(got);
  zip_fclose(file);
  if (got < 0 || have != stat.size) refuse("package_broken", name);
  unzipped_ += have;
  out.resize(have);
  return out;
}

pugi::xml_document Package::xml(std::string_view path) {
  const std::string text = member(path);
  // UTF-16 parts are rare; a declaration hidden in one is harmless, because no entity of it is ever expanded.
  if (text.find("<!DOCTYPE") != std::string::npos || text.find("<!ENTITY") != std::string::npos) refuse("xml_entities");
  pugi::xml_document document;
  const auto result = document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!result) refuse("xml_broken", std::string(path) + ": " + result.description());
  check_depth(document);
  return document;
}

std::optional<pugi::xml_document> Package::find_xml(std::string_view path) {
  if (!has(path)) return std::nullopt;
  return xml(path);
}

std::map<std::string, std::string> Package::relationships(std::string_view part) {
  const auto slash = part.find_last_of('/');
  const std::string folder(slash == std::string_view::npos ? "" : part.substr(0, slash + 1));
  const std::string file(slash == std::string_view::npos ? part : part.substr(slash + 1));
  std::map<std::string, std::string> out;
  const auto document = find_xml(folder + "_rels/" + file + ".rels");
  if (!document) return out;
  for (const auto& relation : document->document_element().children())
    out[std::string(value(relation, "Id"))] = resolved(folder, value(relation, "Target"));
  return out;
}

std::string Package::main_part(std::string_view usual) {
  if (has(usual)) return std::string(usual);
  if (const auto document = find_xml("_rels/.rels"))
    for (const auto& relation : document->document_element().children())
      if (value(relation, "Type").ends_with("/officeDocument")) return resolved("", value(relation, "Target"));
  refuse("package_broken", std::string(usual));
}

namespace {

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::string_view local_name(const pugi::xml_node& node) {
  return without_prefix(node.name());
}
std::string_view local_name(const pugi::xml_attribute& attribute) {
  return without_prefix(attribute.name());
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const auto& each : node.children())
    if (local_name(each) == name) return each;
  return {};
}

std::string_view value(const pugi::xml_node& node, std::string_view attribute, std::string_view otherwise) {
  for (const auto& each : node.attributes())
    if (local_name(each) == attribute) return each.value();
  return otherwise;
}

int number(const pugi::xml_node& node, std::string_view attribute, int otherwise) {
  const auto text = value(node, attribute);
  int out = otherwise;
  const auto end = text.data() + text.size();
  return std::from_chars(text.data(), end, out).ec == std::errc() ? out : otherwise;
}

bool is_on(const pugi::xml_node& node) {
  if (!node) return false;
  const auto text = value(node, "val", "1");
  return text != "0" && text != "false" && text != "off";
}

}  // namespace tiendo::formats
