import type { ComparedRow, Comparison, Correction, MissingTask, Preview } from "../api/types";

// A newer file beside the programme it is merged into: what the clerk looks through, and what is taken of it.
export type Compared = NonNullable<Comparison["merge"]>;
export type Kind = "added" | "rewritten" | "moved" | "missing";
export type Entry = { id: string; kinds: Kind[]; row: ComparedRow; missing?: never } | { id: string; kinds: Kind[]; missing: MissingTask; row?: never };

export const wholeRow = "*";
const places = new Set(["section", "quarter", "month"]);

export const isPlace = (field: string) => places.has(field);
// Where a task stands is taken or left as one; its printed number goes with all the others.
export const choiceOf = (field: string) => (isPlace(field) ? "place" : field);

function kindsOf(row: ComparedRow): Kind[] {
  if (row.task === null) return ["added"];
  const kinds: Kind[] = [];
  if (row.cells.some((cell) => !isPlace(cell.field) && cell.field !== "number")) kinds.push("rewritten");
  if (row.reordered || row.cells.some((cell) => isPlace(cell.field))) kinds.push("moved");
  return kinds;
}

// Rows in the newer file's order, then what it no longer has. A row that only got another number is no entry of its own.
export function entriesOf(compared: Compared): Entry[] {
  const rows = [...compared.rows].sort((a, b) => a.row - b.row).map((row): Entry => ({ id: `row-${row.row}`, kinds: kindsOf(row), row }));
  const missing = compared.missing.map((task): Entry => ({ id: `task-${task.task}`, kinds: ["missing"], missing: task }));
  return [...rows.filter((entry) => entry.kinds.length > 0), ...missing];
}

export const isLeft = (preview: Preview, row: number, field: string): boolean => {
  const left = preview.tasks[row]?.left ?? [];
  return left.includes(wholeRow) || left.includes(choiceOf(field));
};
export const isDropped = (preview: Preview, task: string): boolean => preview.merge?.dropped.includes(task) ?? false;

// The opposite choice for a whole entry.
export function turned(preview: Preview, entry: Entry): Correction {
  if (entry.missing) return { op: "drop", task: entry.missing.task, dropped: !isDropped(preview, entry.missing.task) };
  return { op: "take", row: entry.row.row, field: wholeRow, taken: isLeft(preview, entry.row.row, wholeRow) };
}
