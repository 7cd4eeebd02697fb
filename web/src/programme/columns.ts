import type { Programme, TaskRow, TextField } from "../api/types";
import { fold } from "../fold";
import { t } from "../text/t";

export type Column = { key: string; header: string; field: TextField | null };

// What agencies write above their columns, folded. A new spelling is a new line; longer ones first.
const spellings: [string, TextField][] = [
  ["don vi chu tri", "lead"],
  ["co quan chu tri", "lead"],
  ["chu tri", "lead"],
  ["phoi hop", "coordinating"],
  ["lanh dao", "directing_leader"],
  ["chi dao", "directing_leader"],
  ["phu trach", "directing_leader"],
  ["thoi han", "due"],
  ["thoi gian", "due"],
  ["tien do", "due"],
  ["hoan thanh", "due"],
  ["san pham", "deliverable"],
  ["ket qua", "deliverable"],
  ["ghi chu", "note"],
  ["nhiem vu", "title"],
  ["noi dung", "title"],
  ["cong viec", "title"],
  ["stt", "number"],
  ["so tt", "number"],
  ["tt", "number"],
];

const usual: TextField[] = ["number", "title", "lead", "coordinating", "deliverable", "directing_leader", "note"];

export const fieldName = (field: TextField): string => t(`ui.field.${field}`);

function fieldOf(header: string, taken: Set<TextField>): TextField | null {
  const folded = fold(header);
  const found = spellings.find(([spelling, field]) => !taken.has(field) && (folded === spelling || (spelling !== "tt" && folded.includes(spelling))));
  return found ? found[1] : null;
}

// The columns of the annex in their order, under their own headers; then any field that has text but no column.
export function columnsOf(programme: Programme, tasks: TaskRow[]): Column[] {
  // A header without a single text under it belongs to another table of the document.
  const extras = new Set(tasks.flatMap((task) => Object.keys(task.extra).filter((header) => task.extra[header])));
  const taken = new Set<TextField>();
  const columns: Column[] = [];
  for (const header of programme.column_headers) {
    const field = extras.has(header) ? null : fieldOf(header, taken);
    if (field) taken.add(field);
    else if (!extras.has(header)) continue;
    extras.delete(header);
    columns.push({ key: field ?? `extra.${header}`, header, field });
  }
  const all: TextField[] = [...usual, "due"];
  const missing = all.filter((field) => !taken.has(field) && (columns.length === 0 ? field !== "due" : tasks.some((task) => task[field] !== "")));
  if (columns.length === 0) return missing.map((field) => ({ key: field, header: fieldName(field), field }));
  const rest = missing.map((field) => ({ key: field, header: fieldName(field), field }));
  const front = rest.filter((column) => column.field === "number" || column.field === "title");
  return [...front, ...columns, ...rest.filter((column) => !front.includes(column)), ...[...extras].map((header) => ({ key: `extra.${header}`, header, field: null }))];
}

export const textOf = (task: TaskRow, column: Column): string => (column.field ? task[column.field] : (task.extra[column.header] ?? ""));

const weights: Partial<Record<TextField, number>> = { title: 32, lead: 13, coordinating: 15, deliverable: 15, directing_leader: 12, note: 13, due: 9 };

// The number's own width, and percentages for the rest; on paper all of them add up to the whole.
export function widths(columns: Column[], paperNumber = 0): Map<string, string> {
  const weight = (column: Column) => (column.field ? (weights[column.field] ?? 0) : 12);
  const sum = columns.reduce((total, column) => total + weight(column), 0);
  return new Map(columns.map((column) => [column.key, column.field === "number" ? (paperNumber ? `${paperNumber}%` : "3.5rem") : `${((weight(column) / sum) * (100 - paperNumber)).toFixed(2)}%`]));
}
