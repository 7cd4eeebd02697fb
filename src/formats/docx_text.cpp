#include "formats/docx_text.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace tiendo::formats {
namespace {

constexpr std::size_t most_shown_bytes = 300;

void collect_text(const pugi::xml_node& node, std::string& out) {
  for (const auto& each : node.children()) {
    const auto name = local_name(each);
    if (name == "Fallback") continue;
    if (name == "t")
      out.append(each.text().get());
    else
      collect_text(each, out);
    if (name == "p") out += ' ';
  }
}

pugi::xml_node find_inside(const pugi::xml_node& node, std::string_view name) {
  return node.find_node([&](const pugi::xml_node& each) { return local_name(each) == name; });
}

// A letter of a symbol font stands in the private area F000-F0FF.
void append_symbol(const pugi::xml_node& node, std::string& out) {
  const auto code = value(node, "char");
  unsigned letter = 0;
  std::from_chars(code.data(), code.data() + code.size(), letter, 16);
  const bool is_private = letter >= 0xE000 && letter <= 0xF8FF;
  if (letter < 0x20 || is_private || letter > 0xFFFF || (letter >= 0xD800 && letter < 0xE000)) {
    out += "•";
  } else if (letter < 0x80) {
    out += static_cast<char>(letter);
  } else if (letter < 0x800) {
    out += static_cast<char>(0xC0 | (letter >> 6));
    out += static_cast<char>(0x80 | (letter & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (letter >> 12));
    out += static_cast<char>(0x80 | ((letter >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (letter & 0x3F));
  }
}

}  // namespace

void Notices::say(const std::string& key, const std::string& argument, const Place& place) {
  const auto known = std::ranges::find(notices_, key, &Notice::key);
  if (known == notices_.end()) {
    notices_.push_back({key, argument.empty() ? std::vector<std::string>{} : std::vector{argument}, place});
  } else if (!argument.empty() && known->arguments.front().size() + argument.size() < most_shown_bytes) {
    known->arguments.front() += "; " + argument;
  }
}

bool DocxText::runs_on(const pugi::xml_node& paragraph) {
  const auto mark = child(child(paragraph, "pPr"), "rPr");
  return child(mark, "del") || child(mark, "moveFrom");
}

std::string DocxText::of_paragraph(const pugi::xml_node& paragraph, std::string begun) {
  std::string text = std::move(begun);
  inline_content(paragraph, text);
  const auto label = runs_on(paragraph) ? std::string() : numbering_.next_label(child(paragraph, "pPr"));
  if (label.empty()) return nfc(text);
  return nfc(text.empty() ? label : label + " " + text);
}

void DocxText::inline_content(const pugi::xml_node& parent, std::string& out) {
  for (const auto& node : parent.children()) {
    const auto name = local_name(node);
    if (name == "r")
      run(node, out);
    else if (name == "t")
      out += node.text().get();  // of a formula
    else if (name == "del" || name == "moveFrom")
      notices_.say("tracked_changes");
    else if (name == "pPr" || name == "rPr" || name == "sdtPr" || name == "Fallback")
      continue;
    else {
      if (name == "ins" || name == "moveTo") notices_.say("tracked_changes");
      inline_content(node, out);
    }
  }
}

void DocxText::run(const pugi::xml_node& run, std::string& out) {
  if (is_on(child(child(run, "rPr"), "vanish"))) {
    std::string hidden;
    collect_text(run, hidden);
    if (!hidden.empty()) notices_.say("hidden_text", collapse_blanks(nfc(hidden)));
    return;
  }
  for (const auto& node : run.children()) {
    const auto name = local_name(node);
    if (name == "t")
      out += node.text().get();
    else if (name == "tab" || name == "ptab")
      out += '\t';
    else if (name == "br" || name == "cr")
      out += '\n';
    else if (name == "noBreakHyphen")
      out += '-';
    else if (name == "sym")
      append_symbol(node, out);
    else if (name == "footnoteReference" || name == "endnoteReference")
      notices_.say("footnotes");
    else if (name == "drawing" || name == "pict" || name == "object")
      left_aside(node);
    else if (name == "AlternateContent") {
      const auto choice = child(node, "Choice");
      if (find_inside(choice, "txbxContent") || child(choice, "drawing") || child(choice, "pict"))
        left_aside(choice);
      else
        this->run(choice, out);
    } else if (name == "ruby") {
      inline_content(child(node, "rubyBase"), out);
    }
  }
}

void DocxText::left_aside(const pugi::xml_node& drawing) {
  const auto box = find_inside(drawing, "txbxContent");
  if (!box) return;
  std::string text;
  collect_text(box, text);
  if (auto shown = collapse_blanks(nfc(text)); !shown.empty()) notices_.say("text_boxes", shown);
}

}  // namespace tiendo::formats
