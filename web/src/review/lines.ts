import type { Preview, Place } from "../api/types";
import { rowsOf, type Row, type RowKind } from "./cells";

export type Line =
  | { kind: "section"; id: string; heading: string; count: number }
  | { kind: "month"; id: string; month: number; count: number }
  | { kind: "group"; id: string; text: string }
  | { kind: "row"; id: string; row: number; draft: Row };

// The rows of one table under the headings of the document.
export function linesOf(preview: Preview, kind: RowKind): Line[] {
  const rows = rowsOf(preview, kind);
  const headings = new Map(preview.sections.map((section) => [section.id, section.heading]));
  const count = (like: (row: Row) => boolean) => rows.reduce((sum, row) => sum + (like(row) ? 1 : 0), 0);
  const lines: Line[] = [];
  let before: Row | null = null;
  for (const [row, draft] of rows.entries()) {
    const isNewSection = draft.section !== before?.section;
    if (isNewSection && headings.has(draft.section)) lines.push({ kind: "section", id: `s${row}`, heading: headings.get(draft.section) ?? "", count: count((one) => one.section === draft.section) });
    if (draft.month !== null && (isNewSection || draft.month !== before?.month))
      lines.push({ kind: "month", id: `m${row}`, month: draft.month, count: count((one) => one.section === draft.section && one.month === draft.month) });
    const group = "group" in draft ? draft.group : draft.group_note;
    const above = before === null ? "" : "group" in before ? before.group : before.group_note;
    if (group && (group !== above || isNewSection)) lines.push({ kind: "group", id: `g${row}`, text: group });
    lines.push({ kind: "row", id: `r${row}`, row, draft });
    before = draft;
  }
  return lines;
}

export type Piece = { text: string; isMarked: boolean };

// A line of the source in pieces, the marked ones those that the places name (counted in letters).
export function piecesOf(line: string, places: Place[]): Piece[] {
  const letters = Array.from(line.normalize("NFC"));
  const ranges = places.map(({ from = 0, to = letters.length }) => [from, to] as const).sort((a, b) => a[0] - b[0]);
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from > at) pieces.push({ text: letters.slice(at, from).join(""), isMarked: false });
    if (to > Math.max(at, from)) pieces.push({ text: letters.slice(Math.max(at, from), to).join(""), isMarked: true });
    at = Math.max(at, to);
  }
  if (at < letters.length) pieces.push({ text: letters.slice(at).join(""), isMarked: false });
  return pieces;
}
