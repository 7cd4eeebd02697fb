import type { Correction, Place, Preview } from "../api/types";
import { fieldsOf, rowsOf, textOf, withText, type Row, type RowKind } from "./cells";

const collapsed = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();

function without<Value>(all: Record<string, Value>, name: string): Record<string, Value> {
  const { [name]: _gone, ...rest } = all;
  void _gone;
  return rest;
}

const places = ["section", "quarter", "month"];

const decided = (row: Row, field: string, text: string): Row =>
  places.includes(field)
    ? withText(row, field, text)
    : { ...withText(row, field, text), confidence: { ...row.confidence, [field]: 1 }, other: without(row.other, field) };

function joined(upper: Row, lower: Row): Row {
  let result = upper;
  for (const field of new Set([...fieldsOf(upper), ...fieldsOf(lower)])) {
    const [above, below] = [textOf(upper, field), textOf(lower, field)];
    if (!below) continue;
    const isNew = !above;
    const confidence = isNew ? (lower.confidence[field] ?? 1) : Math.min(upper.confidence[field] ?? 1, lower.confidence[field] ?? 1);
    const places = isNew ? (lower.source[field] ?? []) : [...(upper.source[field] ?? []), ...(lower.source[field] ?? [])];
    const other = isNew && lower.other[field] !== undefined ? { ...result.other, [field]: lower.other[field] } : without(result.other, field);
    // A merged cell stands in both rows with the same text.
    result = { ...withText(result, field, isNew || above === below ? below : `${above} ${below}`), confidence: { ...result.confidence, [field]: confidence }, other, source: { ...result.source, [field]: places } };
  }
  return result;
}

const emptied = (row: Row): Row =>
  ({ ...fieldsOf(row).reduce((result, field) => withText(result, field, ""), row), confidence: {}, other: {}, source: {} }) as Row;

function halves(row: Row, cells: Record<string, string[]>): [Row, Row] {
  let [upper, lower] = [row, emptied(row)];
  for (const [field, [before = "", after = ""]] of Object.entries(cells)) {
    const places: Place[] = row.source[field] ?? [];
    upper = decided(upper, field, collapsed(before));
    lower = { ...decided(lower, field, collapsed(after)), source: { ...lower.source, [field]: places } };
  }
  return [upper, lower];
}

const withRows = (preview: Preview, kind: RowKind, rows: Row[]): Preview => ({ ...preview, [kind === "task" ? "tasks" : "proposals"]: rows }) as Preview;

// Problems of the rows below move with them; about the rows themselves they no longer hold.
function withMovedProblems(preview: Preview, kind: RowKind, row: number, by: number): Preview {
  const problems = preview.problems
    .filter(({ where }) => where.kind !== kind || where.row !== row)
    .map((problem) => (problem.where.kind === kind && (problem.where.row ?? -1) > row ? { ...problem, where: { ...problem.where, row: (problem.where.row ?? 0) + by } } : problem));
  return { ...preview, problems };
}

function laidAside(row: Row): Preview["unplaced"] {
  return fieldsOf(row).filter((field) => textOf(row, field)).map((field) => ({ text: textOf(row, field), place: row.source[field]?.[0] ?? {} }));
}

type Choice = Extract<Correction, { op: "programme" | "take" | "drop" }>;
export const isChoice = (correction: Correction): correction is Choice => ["programme", "take", "drop"].includes(correction.op);

const toggled = (list: string[], item: string, isIn: boolean) => (isIn ? [...list.filter((one) => one !== item), item] : list.filter((one) => one !== item));

// What a merge takes and leaves. What was left of one programme says nothing of another.
function chosen(preview: Preview, choice: Choice): Preview {
  if (choice.op === "drop") return preview.merge ? { ...preview, merge: { ...preview.merge, dropped: toggled(preview.merge.dropped, choice.task, choice.dropped) } } : preview;
  if (choice.op === "take") {
    const tasks = [...preview.tasks];
    const task = tasks[choice.row];
    if (task) tasks[choice.row] = { ...task, left: toggled(task.left ?? [], choice.field, !choice.taken) };
    return { ...preview, tasks };
  }
  const isOther = choice.programme !== (preview.merge?.programme ?? null);
  const tasks = isOther ? preview.tasks.map((task) => (task.left ? { ...task, left: [] } : task)) : preview.tasks;
  const { merge, ...rest } = preview;
  if (choice.programme === null) return { ...rest, tasks };
  return { ...rest, tasks, merge: { programme: choice.programme, takes_numbers: choice.takes_numbers ?? true, dropped: isOther ? [] : (merge?.dropped ?? []) } };
}

function backTo(before: Preview, choice: Choice): Correction[] {
  const merge = before.merge;
  if (choice.op === "drop") return [{ ...choice, dropped: merge?.dropped.includes(choice.task) ?? false }];
  if (choice.op === "take") return [{ ...choice, taken: !before.tasks[choice.row]?.left?.includes(choice.field) }];
  const back: Correction[] = [merge ? { op: "programme", programme: merge.programme, takes_numbers: merge.takes_numbers } : { op: "programme", programme: null }];
  for (const task of merge?.dropped ?? []) back.push({ op: "drop", task, dropped: true });
  for (const [row, task] of before.tasks.entries()) for (const field of task.left ?? []) back.push({ op: "take", row, field, taken: false });
  return back;
}

// What the server will make of it, so that the page need not wait. Columns are left to the server.
export function apply(preview: Preview, correction: Correction): Preview {
  if (correction.op === "column") return preview;
  if (isChoice(correction)) return chosen(preview, correction);
  const { kind, row: at } = correction;
  const rows = [...rowsOf(preview, kind)];
  const row = rows[at];
  if (correction.op === "insert") {
    const neighbour = rows[Math.max(at - 1, 0)];
    if (!neighbour) return preview;
    const made = Object.entries(correction.cells).reduce((result, [field, text]) => decided(result, field, collapsed(text)), emptied(neighbour));
    rows.splice(at, 0, made);
    return withMovedProblems(withRows(preview, kind, rows), kind, at - 0.5, 1);
  }
  if (!row) return preview;
  switch (correction.op) {
    case "set":
    case "accept":
      rows[at] = decided(row, correction.field, correction.op === "set" ? collapsed(correction.text) : textOf(row, correction.field));
      return withRows(preview, kind, rows);
    case "merge": {
      const upper = rows[at - 1];
      if (!upper) return preview;
      rows.splice(at - 1, 2, joined(upper, row));
      return withMovedProblems(withRows(preview, kind, rows), kind, at, -1);
    }
    case "split":
      rows.splice(at, 1, ...halves(row, correction.cells as Record<string, string[]>));
      return withMovedProblems(withRows(preview, kind, rows), kind, at, 1);
    case "remove":
      rows.splice(at, 1);
      return withMovedProblems({ ...withRows(preview, kind, rows), unplaced: [...preview.unplaced, ...laidAside(row)] }, kind, at, -1);
  }
}

const pairs = (upper: Row, lower: Row): Record<string, [string, string]> =>
  Object.fromEntries([...new Set([...fieldsOf(upper), ...fieldsOf(lower)])].map((field) => [field, [textOf(upper, field), textOf(lower, field)]]));

const filled = (row: Row): Record<string, string> => Object.fromEntries(fieldsOf(row).filter((field) => textOf(row, field)).map((field) => [field, textOf(row, field)]));

function firstSteps(before: Preview, correction: Exclude<Correction, Choice>): Correction[] {
  if (correction.op === "column") {
    const held = before.columns[correction.column]?.field ?? null;
    const displaced = correction.field === null ? -1 : before.columns.findIndex((column, at) => at !== correction.column && column.field === correction.field);
    const back: Correction[] = [{ op: "column", column: correction.column, field: held }];
    return displaced < 0 ? back : [...back, { op: "column", column: displaced, field: correction.field }];
  }
  const { kind, row: at } = correction;
  const rows = rowsOf(before, kind);
  const [above, row, below] = [rows[at - 1], rows[at], rows[at + 1]];
  switch (correction.op) {
    case "set":
      return row ? [{ op: "set", kind, row: at, field: correction.field, text: textOf(row, correction.field) }] : [];
    case "accept":
      return [];
    case "merge":
      return above && row ? [{ op: "split", kind, row: at - 1, cells: pairs(above, row) }] : [];
    case "split":
      return [{ op: "merge", kind, row: at + 1 }];
    case "insert":
      return [{ op: "remove", kind, row: at }];
    case "remove":
      if (!row) return [];
      // A row is put back under the heading it had: a new row takes the heading of the one above it.
      if (below && above?.section !== row.section && below.section === row.section) return [{ op: "split", kind, row: at, cells: pairs(row, below) }];
      return [{ op: "insert", kind, row: at, cells: filled(row) }];
  }
}

// What must be sent so that the server holds again the words it held before the correction.
export function inverse(before: Preview, after: Preview, correction: Correction): Correction[] {
  if (isChoice(correction)) return backTo(before, correction);
  const steps = firstSteps(before, correction);
  if (correction.op === "column") return steps;
  const { kind } = correction;
  const reached = rowsOf(steps.reduce(apply, after), kind);
  const around = [correction.row - 1, correction.row, correction.row + 1];
  for (const at of around) {
    const [wanted, row] = [rowsOf(before, kind)[at], reached[at]];
    if (!wanted || !row) continue;
    for (const field of [...fieldsOf(wanted), ...places])
      if (textOf(wanted, field) !== textOf(row, field)) steps.push({ op: "set", kind, row: at, field, text: textOf(wanted, field) });
  }
  return steps;
}

// Whether two drafts hold the same words in the same cells.
export function sameWords(a: Preview, b: Preview): boolean {
  return (["task", "proposal"] as const).every((kind) => {
    const [one, two] = [rowsOf(a, kind), rowsOf(b, kind)];
    return one.length === two.length && one.every((row, at) => {
      const other = two[at];
      return other !== undefined && [...fieldsOf(row), ...places].every((field) => textOf(row, field) === textOf(other, field));
    });
  });
}
