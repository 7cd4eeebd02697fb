import { describe, expect, it } from "vitest";
import type { Correction, Preview, TaskDraft } from "../api/types";
import { apply, inverse } from "./corrections";
import { entriesOf, isDropped, isLeft, turned, wholeRow, type Compared } from "./merging";
import { wordChanges } from "./words";

const task = (title: string): TaskDraft => ({
  section: "I", quarter: 3, month: 7, number: "1", title, lead: "", coordinating: "", deliverable: "", directing_leader: "", note: "", due: "", group: "", extra: {}, confidence: {}, other: {}, source: {},
});
const preview: Preview = {
  source: { name: "ban-moi.docx", kind: "docx", sha256: "" },
  title: "", attachment: { decision_number: "", decision_symbol: "", decision_date: "", issuer: "", as_written: "" },
  columns: [], sections: [], tasks: [task("Tổ chức tập huấn"), task("Kiểm tra đo lường")], proposals: [], headings: [], furniture: [], unplaced: [], problems: [],
};
const into: Correction = { op: "programme", programme: "05QK3R9X2M0A1", takes_numbers: true };
const compared: Compared = {
  programme: "05QK3R9X2M0A1", title: "Chương trình", seen: "abc", takes_numbers: true,
  rows: [
    { row: 1, task: "05QK3R9X2M0A2", taken: true, reordered: false, cells: [{ field: "number", before: "1", after: "2", taken: true }] },
    { row: 0, task: "05QK3R9X2M0A3", taken: true, reordered: false, cells: [{ field: "lead", before: "A", after: "B", taken: true }, { field: "month", before: "7", after: "8", taken: true }] },
  ],
  missing: [{ task: "05QK3R9X2M0A4", dropped: false, quarter: 3, month: 7, number: "9", title: "Hội thảo", lead: "" }],
  counts: { same: 0, added: 0, rewritten: 1, moved: 1, renumbered: 1, missing: 1 },
};

describe("a merge", () => {
  it("shows what is rewritten and moved as one entry, and no entry for another number alone", () => {
    expect(entriesOf(compared).map((entry) => [entry.id, entry.kinds])).toEqual([["row-0", ["rewritten", "moved"]], ["task-05QK3R9X2M0A4", ["missing"]]]);
  });
  it("takes every row and keeps every missing task until somebody says otherwise", () => {
    const merging = apply(preview, into);
    expect(isLeft(merging, 0, "lead")).toBe(false);
    expect(isDropped(merging, "05QK3R9X2M0A4")).toBe(false);
    const [row, missing] = entriesOf(compared);
    const left = apply(merging, turned(merging, row!));
    expect(isLeft(left, 0, "lead")).toBe(true);
    expect(isLeft(apply(left, turned(left, row!)), 0, "lead")).toBe(false);
    expect(isDropped(apply(merging, turned(merging, missing!)), "05QK3R9X2M0A4")).toBe(true);
  });
  it("leaves month, quarter and section together", () => {
    const left = apply(apply(preview, into), { op: "take", row: 0, field: "place", taken: false });
    expect([isLeft(left, 0, "month"), isLeft(left, 0, "section"), isLeft(left, 0, "lead")]).toEqual([true, true, false]);
  });
  it("is undone with everything that was chosen within it", () => {
    const chosen = [into, { op: "take", row: 0, field: wholeRow, taken: false }, { op: "drop", task: "05QK3R9X2M0A4", dropped: true }] satisfies Correction[];
    const before = chosen.reduce(apply, preview);
    const gone: Correction = { op: "programme", programme: null };
    const after = apply(before, gone);
    expect([after.merge, isLeft(after, 0, "lead")]).toEqual([undefined, false]);
    expect(inverse(before, after, gone).reduce(apply, after)).toEqual(before);
  });
});

describe("words before and after", () => {
  const shown = (before: string, after: string) => wordChanges(before, after).map(({ kind, text }) => ({ same: "", gone: "-", new: "+" })[kind] + text.trim());
  it("mark whole words and keep what stayed", () => {
    expect(shown("Văn phòng Sở", "Văn phòng UBND tỉnh")).toEqual(["Văn phòng", "-Sở", "+UBND tỉnh"]);
    expect(shown("Báo cáo", "Báo cáo")).toEqual(["Báo cáo"]);
  });
  it("are all there on both sides", () => {
    const [before, after] = ["a b c d e f", "b x c f g"];
    const pieces = wordChanges(before, after);
    const side = (gone: string) => pieces.filter((piece) => piece.kind !== gone).map((piece) => piece.text.trim()).join(" ").split(/\s+/).join(" ");
    expect(side("new")).toBe(before);
    expect(side("gone")).toBe(after);
  });
  it("are shown whole where they are very long", () => {
    const long = "chữ ".repeat(600);
    expect(wordChanges(long, `${long}mới`)).toEqual([{ kind: "gone", text: long }, { kind: "new", text: `${long}mới` }]);
  });
});
