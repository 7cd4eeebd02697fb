import { describe, expect, test } from "vitest";
import { columnsOf, textOf, widths } from "./columns";
import { programme, task } from "./examples";
import { apply, choicesOf, filterOf } from "./filter";
import { rowsOf } from "./rows";

const filter = (text: string) => filterOf(new URLSearchParams(text));

describe("the columns", () => {
  test("keep the annex's order and headers", () => {
    const columns = columnsOf(programme(), [task()]);
    expect(columns.map((column) => column.field)).toEqual(["number", "title", "lead", "coordinating", "deliverable", "directing_leader", "note"]);
    expect(columns[5]?.header).toBe("Lãnh đạo Sở chỉ đạo");
  });
  test("that have no field show what stands under their header", () => {
    const one = task({ extra: { "Nguồn kinh phí": "Ngân sách tỉnh" } });
    const columns = columnsOf(programme({ column_headers: ["TT", "Nội dung", "Nguồn kinh phí", "Thời gian hoàn thành"] }), [one]);
    expect(columns.slice(0, 4).map((column) => column.key)).toEqual(["number", "title", "extra.Nguồn kinh phí", "due"]);
    expect(textOf(one, columns[2]!)).toBe("Ngân sách tỉnh");
  });
  test("leave out a header of the proposals, under which no task has a text", () => {
    const columns = columnsOf(programme({ column_headers: [...programme().column_headers, "Cấp ban hành"] }), [task({ extra: { "Cấp ban hành": "" } })]);
    expect(columns.map((column) => column.header)).not.toContain("Cấp ban hành");
  });
  test("fill the paper and no more", () => {
    const columns = columnsOf(programme(), [task()]);
    const sum = [...widths(columns, 5).values()].reduce((total, width) => total + parseFloat(width), 0);
    expect(sum).toBeCloseTo(100, 0);
  });
  test("never leave out a field that has text", () => {
    const columns = columnsOf(programme({ column_headers: ["TT", "Nội dung"] }), [task()]);
    expect(columns.map((column) => column.field)).toContain("lead");
  });
});

describe("the filter", () => {
  const tasks = [
    task({ id: "A", lead_units: [{ id: "U1", name: "Phòng A" }], coordinating_units: [] }),
    task({ id: "B", quarter: 4, month: 10, lead_units: [], coordinating_units: [{ id: "U1", name: "Phòng A" }], title: "Đo lường tại Hoà Bình" }),
  ];
  const found = (text: string) => apply(filter(text), tasks).map((one) => one.id);
  test("takes a unit in any part, or only as lead", () => {
    expect(found("unit=U1")).toEqual(["A", "B"]);
    expect(found("unit=U1&role=lead")).toEqual(["A"]);
  });
  test("finds words however they are typed", () => {
    for (const words of ["hoa binh", "Hòa Bình", "hoà  bình", "binh do"]) expect(found(`q=${encodeURIComponent(words)}`)).toEqual(["B"]);
    expect(found("q=khong+co")).toEqual([]);
  });
  test("joins everything that is asked", () => expect(found("quarter=4&month=7")).toEqual([]));
  test("counts a unit once per task", () => {
    const both = task({ lead_units: [{ id: "U1", name: "A" }], coordinating_units: [{ id: "U1", name: "A" }] });
    expect(choicesOf([both]).unit).toEqual([{ value: "U1", name: "A", tasks: 1 }]);
  });
});

test("headings stand before their tasks and count those that are shown", () => {
  const tasks = [task({ id: "1", position: 0 }), task({ id: "2", position: 1, month: 8 }), task({ id: "3", position: 2, section: "II", quarter: 4, month: null })];
  const rows = rowsOf(programme(), tasks).map((row) => (row.kind === "task" ? row.task.id : `${row.name} ${row.tasks}`));
  expect(rows).toEqual(["Quý III 2", "Tháng 7 1", "1", "Tháng 8 1", "2", "Quý IV 1", "3"]);
});

test("one task is found among five thousand", () => {
  const tasks = Array.from({ length: 5000 }, (_, index) => task({ id: String(index), position: index, title: `Kiểm tra đo lường lần ${index}` }));
  expect(apply(filter("q=do+luong"), tasks)).toHaveLength(5000);
  expect(apply(filter("q=lan+4999"), tasks)).toHaveLength(1);
});
