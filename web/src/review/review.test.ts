import { describe, expect, it } from "vitest";
import type { Correction, DocumentProblem, Preview, TaskDraft } from "../api/types";
import { columnsOf, textOf } from "./cells";
import { apply, inverse, sameWords } from "./corrections";
import { checksOf, doubtsOf, groupsOf, nameOf, step } from "./doubts";
import { linesOf, piecesOf } from "./lines";

const task = (changes: Partial<TaskDraft>): TaskDraft => ({
  section: "I", quarter: 3, month: 7, number: "", title: "", lead: "", coordinating: "", deliverable: "", directing_leader: "", note: "", due: "", group: "", extra: {}, confidence: {}, other: {}, source: {}, ...changes,
});
const problem = (row: number, field: string, severity: DocumentProblem["severity"] = "warning"): DocumentProblem => ({ key: `about_${field}`, severity, where: { kind: "task", row, field }, arguments: [], message: "" });
const preview: Preview = {
  source: { name: "phu-luc.txt", kind: "text", sha256: "" },
  title: "", attachment: { decision_number: "", decision_symbol: "", decision_date: "", issuer: "", as_written: "" },
  columns: [{ header: "STT", field: "number" }, { header: "Nhiệm vụ", field: "title" }, { header: "Chủ trì", field: "lead" }, { header: "Nguồn vốn", field: null }],
  sections: [{ id: "I", heading: "Quý III", quarter: 3, declared_tasks: 2 }, { id: "II", heading: "Quý IV", quarter: 4, declared_tasks: 1 }],
  tasks: [
    task({ number: "1", title: "Tổ chức tập huấn", lead: "Văn phòng", extra: { "Nguồn vốn": "Sự nghiệp" }, confidence: { lead: 0.4 }, other: { lead: "Văn phòng Sở" }, source: { lead: [{ line: 4, from: 0, to: 9 }] } }),
    task({ number: "2", title: "Kiểm tra đo lường" }),
    task({ number: "1", title: "Báo cáo năm", section: "II", quarter: 4, month: 10 }),
  ],
  proposals: [], headings: [], furniture: [], unplaced: [],
  problems: [problem(1, "lead"), problem(2, "title", "info")],
};
const none = new Set<string>();

describe("doubts", () => {
  it("are the unsure cells and the remarks, in the order of reading", () => {
    expect(doubtsOf(preview, none).map(({ row, field, isUnsure }) => [row, field, isUnsure])).toEqual([[0, "lead", true], [1, "lead", false]]);
  });
  it("are walked round, from wherever the user stands", () => {
    const doubts = doubtsOf(preview, none);
    expect(step(preview, doubts, null, 1)?.row).toBe(0);
    expect(step(preview, doubts, { kind: "task", row: 0, field: "lead" }, 1)?.row).toBe(1);
    expect(step(preview, doubts, { kind: "task", row: 2, field: "title" }, 1)?.row).toBe(0);
    expect(step(preview, doubts, { kind: "task", row: 0, field: "number" }, -1)?.row).toBe(1);
  });
  it("end when the user has seen the remark or settled the cell", () => {
    expect(doubtsOf(preview, new Set([nameOf(problem(1, "lead"))])).map((doubt) => doubt.row)).toEqual([0]);
    expect(doubtsOf(apply(preview, { op: "accept", kind: "task", row: 0, field: "lead" }), none).map((doubt) => doubt.row)).toEqual([1]);
  });
});

describe("corrections", () => {
  it("set a cell and settle it", () => {
    const [row] = apply(preview, { op: "set", kind: "task", row: 0, field: "lead", text: "  Văn phòng   Sở " }).tasks;
    expect([row?.lead, row?.confidence.lead, row?.other.lead]).toEqual(["Văn phòng Sở", 1, undefined]);
  });
  it("merge a row with the one above, cell by cell, and move the remarks", () => {
    const merged = apply(preview, { op: "merge", kind: "task", row: 1 });
    expect(merged.tasks.map((row) => row.title)).toEqual(["Tổ chức tập huấn Kiểm tra đo lường", "Báo cáo năm"]);
    expect(merged.problems.map(({ where }) => where.row)).toEqual([1]);
  });
  it("split a row at the chosen words; cells not named stay above", () => {
    const split = apply(preview, { op: "split", kind: "task", row: 0, cells: { title: ["Tổ chức", "tập huấn"] } });
    expect(split.tasks.slice(0, 2).map((row) => [row.title, row.lead, row.month])).toEqual([["Tổ chức", "Văn phòng", 7], ["tập huấn", "", 7]]);
    expect(split.problems[0]?.where.row).toBe(2);
  });
  it("keep the words of a removed row among those without a place", () => {
    expect(apply(preview, { op: "remove", kind: "task", row: 1 }).unplaced.map((stretch) => stretch.text)).toEqual(["2", "Kiểm tra đo lường"]);
  });
  const every: Correction[] = [
    { op: "set", kind: "task", row: 0, field: "lead", text: "Thanh tra" },
    { op: "set", kind: "task", row: 2, field: "month", text: "" },
    { op: "set", kind: "task", row: 0, field: "extra.Nguồn vốn", text: "" },
    { op: "accept", kind: "task", row: 0, field: "lead" },
    { op: "merge", kind: "task", row: 1 },
    { op: "split", kind: "task", row: 0, cells: { title: ["Tổ chức", "tập huấn"], lead: ["Văn phòng", ""] } },
    { op: "split", kind: "task", row: 1, cells: { title: ["Kiểm tra", "Kiểm tra"] } },
    { op: "remove", kind: "task", row: 0 },
    { op: "remove", kind: "task", row: 1 },
  ];
  it.each(every)("are undone: $op of row $row", (correction) => {
    const after = apply(preview, correction);
    expect(sameWords(inverse(preview, after, correction).reduce(apply, after), preview)).toBe(true);
    if (correction.op !== "accept") expect(sameWords(after, preview)).toBe(false);
  });
});

it("the table has the document's columns in their order, other columns too", () => {
  expect(columnsOf(preview, "task").map((column) => column.field)).toEqual(["number", "title", "lead", "extra.Nguồn vốn"]);
  expect(textOf(preview.tasks[0]!, "extra.Nguồn vốn")).toBe("Sự nghiệp");
});

it("rows stand under their section and month with the counts", () => {
  expect(linesOf(preview, "task").map((line) => line.kind)).toEqual(["section", "month", "row", "row", "section", "month", "row"]);
  expect(checksOf(preview).map(({ heading, declared, found }) => [heading, declared, found])).toEqual([["Quý III", 2, 2], ["Quý IV", 1, 1]]);
});

it("problems are grouped by kind, errors and warnings first", () => {
  expect(groupsOf([problem(0, "a", "info"), problem(1, "b"), problem(2, "b")]).map((group) => [group.key, group.problems.length])).toEqual([["about_b", 2], ["about_a", 1]]);
});

it("marks letters, not bytes, also where the source decomposes its marks", () => {
  expect(piecesOf("Phòng QLKH Sở".normalize("NFD"), [{ from: 6, to: 10 }])).toEqual([
    { text: "Phòng ", isMarked: false }, { text: "QLKH", isMarked: true }, { text: " Sở", isMarked: false },
  ]);
});

it("a row joined to one of another section is put back under its own", () => {
  const joined: Correction = { op: "merge", kind: "task", row: 2 };
  const after = apply(preview, joined);
  const back = inverse(preview, after, joined).reduce(apply, after);
  expect(back.tasks[2]?.section).toBe("II");
  expect(sameWords(back, preview)).toBe(true);
});
