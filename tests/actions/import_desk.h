// An office with an import on the desk: drafts as a reader leaves them, without a reader.
#pragma once

#include <boost/json.hpp>

#include "actions/drafts.h"
#include "intake/intake_json.h"
#include "store/office.h"

namespace tiendo::actions {

inline intake::TaskDraft draft(int number, std::string title) {
  using domain::Field;
  intake::TaskDraft draft;
  draft.section = "I";
  draft.quarter = 3;
  draft.month = 7 + number % 2;
  const auto fill = [&](Field field, std::string text) {
    draft[field].text = std::move(text);
    formats::Place place;
    place.line = number;
    place.from = 0;
    place.to = 5;
    draft[field].places = {place};
  };
  fill(Field::number, std::to_string(number));
  fill(Field::title, std::move(title));
  fill(Field::lead, number % 2 ? "Phòng Chuyển đổi số" : "Văn phòng Sở");
  fill(Field::coordinating, "Các phòng, đơn vị thuộc Sở; Phòng Kế hoạch");
  fill(Field::deliverable, "Báo cáo");
  fill(Field::directing_leader, "PGĐ Sở Trần Thị Thu Hà");
  fill(Field::note, number % 3 ? "" : "Chương trình công tác Quý III của UBND tỉnh");
  draft.extra = {{"Căn cứ", {}}};
  draft.extra[0].second.text = "Nghị quyết " + std::to_string(number);
  return draft;
}

inline intake::Intake drafts(int tasks) {
  using domain::Field;
  intake::Intake intake;
  intake.source_name = "phu-luc.txt";
  intake.source_kind = "text";
  intake.title = "Nhiệm vụ 6 tháng cuối năm 2025";
  intake.columns = {{"STT", Field::number},           {"Nhiệm vụ", Field::title},
                    {"Chủ trì", Field::lead},         {"Phối hợp", Field::coordinating},
                    {"Sản phẩm", Field::deliverable}, {"Lãnh đạo", Field::directing_leader},
                    {"Ghi chú", Field::note},         {"Căn cứ", std::nullopt}};
  intake.sections = {{"I", "Quý III", 3, tasks}};
  for (int number = 1; number <= tasks; ++number) intake.tasks.push_back(draft(number, "Nhiệm vụ số " + std::to_string(number)));
  return intake;
}

inline store::IntakeRecord lay_on_desk(store::Store& store, const domain::Actor& clerk, const intake::Intake& intake) {
  store::IntakeRecord record;
  record.id = domain::IntakeId::make(store::noon());
  record.created_at = store::noon();
  record.created_by = clerk.user;
  record.source_name = intake.source_name;
  record.sha256 = "0";
  write_draft(record, intake);
  auto writer = store.begin();
  writer.add(record, clerk.agency, "nguồn");
  writer.record(clerk, "intake_created", "intake", record.id.value(), "", "", store::noon());
  writer.commit();
  return record;
}

}  // namespace tiendo::actions
