#include <algorithm>
#include <variant>

#include "base/error.h"
#include "base/text.h"
#include "domain/secrecy.h"
#include "intake/intake.h"
#include "intake/lines.h"
#include "intake/table_programme.h"
#include "intake/text_programme.h"
#include "intake/what_was_found.h"

namespace tiendo::intake {
namespace {

void refuse_secret(const formats::Paper& paper) {
  std::string text;
  for (const auto& block : paper.blocks) {
    if (const auto* paragraph = std::get_if<formats::Paragraph>(&block)) {
      text += paragraph->text + '\n';
    } else {
      for (const auto& cell : std::get<formats::Table>(block).cells) text += cell.text + '\n';
    }
  }
  if (const auto mark = domain::find_secret_mark(text)) throw Error(ErrorCode::invalid, "secret_document", {*mark});
}

}  // namespace

Intake read_programme(const formats::Paper& paper, const Register& known) {
  refuse_secret(paper);
  Intake out;
  out.source_name = paper.name;
  out.source_kind = formats::name_of(paper.kind);
  out.sha256 = paper.sha256;
  if (!read_tables(paper, known, out)) {
    Lines lines;
    for (const auto& block : paper.blocks) {
      if (const auto* paragraph = std::get_if<formats::Paragraph>(&block)) lines.add(*paragraph);
    }
    if (!read_lines(lines, known, out)) refuse_with_what_was_found(paper);
  }
  if (out.tasks.empty() && out.proposals.empty()) refuse_with_what_was_found(paper);
  out.notices = paper.notices;
  return out;
}

}  // namespace tiendo::intake
