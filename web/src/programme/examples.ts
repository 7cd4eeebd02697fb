import type { Programme, TaskRow } from "../api/types";

// Tasks for tests, of an invented department.
export function task(changes: Partial<TaskRow> = {}): TaskRow {
  return {
    id: "05QK3R9X2M0A1", programme: "05QK3R9X2M000", position: 0, section: "I", quarter: 3, month: 7, number: "1",
    title: "Xây dựng kế hoạch thanh tra", lead: "Phòng QLKH", coordinating: "Văn phòng Sở", deliverable: "Kế hoạch", directing_leader: "PGĐ Sở Lê Thị Hòa", note: "", due: "",
    extra: {}, lead_units: [{ id: "U1", name: "Phòng Quản lý Khoa học" }], coordinating_units: [{ id: "U2", name: "Văn phòng Sở" }], directing_leaders: [{ id: "L1", name: "Lê Thị Hòa" }],
    labels: [], due_period: null, version: 1, ...changes,
  };
}

export function programme(changes: Partial<Programme> = {}): Programme {
  return {
    id: "05QK3R9X2M000", title: "Nhiệm vụ 6 tháng cuối năm 2025", year: 2025, tasks: 1, stage: "draft", issued_on: null, is_planned: false, version: 1,
    attachment: { decision_number: "", decision_symbol: "", decision_date: "", issuer: "", as_written: "" },
    column_headers: ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Lãnh đạo Sở chỉ đạo", "Ghi chú"],
    sections: [
      { id: "I", heading: "Quý III", quarter: 3, declared_tasks: null, tasks: 1 },
      { id: "II", heading: "Quý IV", quarter: 4, declared_tasks: null, tasks: 0 },
    ],
    ...changes,
  };
}
