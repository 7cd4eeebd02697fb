// The zip file that a DOCX or XLSX is: its members, unzipped within limits, and read as XML.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

struct zip;

namespace tiendo::formats {

inline constexpr std::uint64_t most_package_bytes = 64u << 20;
inline constexpr std::uint64_t most_member_bytes = 96u << 20;
inline constexpr std::uint64_t most_unzipped_bytes = 160u << 20;
inline constexpr std::uint64_t most_members = 20'000;
// Office files of long tables reach about 60; a bomb reaches 1,000.
inline constexpr std::uint64_t most_ratio = 300;
inline constexpr std::uint64_t ratio_counts_from = 4u << 20;
inline constexpr int most_xml_depth = 256;

class Package {
 public:
  // Throws invalid "package_too_large", "package_broken".
  explicit Package(std::string_view bytes);
  ~Package();
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;

  bool has(std::string_view path) const;
  // Throws invalid "package_broken" (absent, damaged), "package_bomb" (a limit passed), "document_encrypted".
  std::string member(std::string_view path);
  // As member(); also "xml_broken", "xml_entities" (a document type declaration), "xml_too_deep".
  pugi::xml_document xml(std::string_view path);
  std::optional<pugi::xml_document> find_xml(std::string_view path);
  // Target of a relationship by id, as a path inside the package, for a part such as "word/document.xml".
  std::map<std::string, std::string> relationships(std::string_view part);
  // The part that a relationship of this kind ("officeDocument") leads to from the root of the package.
  std::string main_part(std::string_view usual);

 private:
  struct Discard {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Discard> archive_;
  std::uint64_t unzipped_ = 0;
};

// Names are compared without their prefix: some writers choose their own.
std::string_view local_name(const pugi::xml_node& node);
std::string_view local_name(const pugi::xml_attribute& attribute);
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);
std::string_view value(const pugi::xml_node& node, std::string_view attribute, std::string_view otherwise = {});
int number(const pugi::xml_node& node, std::string_view attribute, int otherwise);
// <w:tblHeader/>, w:val="1", "true", "on" against "0", "false", "off".
bool is_on(const pugi::xml_node& node);

}  // namespace tiendo::formats
