// The text of a Word paragraph as a reader sees it once all changes are accepted.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "formats/docx_numbering.h"
#include "formats/paper.h"

namespace tiendo::formats {

// Says each kind of notice once for a document, with what was left aside.
class Notices {
 public:
  explicit Notices(std::vector<Notice>& notices) : notices_(notices) {}
  void say(const std::string& key, const std::string& argument = {}, const Place& place = {});

 private:
  std::vector<Notice>& notices_;
};

class DocxText {
 public:
  DocxText(Numbering numbering, Notices notices) : numbering_(std::move(numbering)), notices_(notices) {}

  // Its automatic number first; `begun` is the text of paragraphs that run on into this one.
  std::string of_paragraph(const pugi::xml_node& paragraph, std::string begun = {});
  // The paragraph's end was deleted: it runs on into the next one.
  static bool runs_on(const pugi::xml_node& paragraph);
  Notices& notices() { return notices_; }

 private:
  void inline_content(const pugi::xml_node& parent, std::string& out);
  void run(const pugi::xml_node& run, std::string& out);
  void left_aside(const pugi::xml_node& drawing);

  Numbering numbering_;
  Notices notices_;
};

}  // namespace tiendo::formats
