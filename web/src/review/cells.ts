import type { FieldName, Preview, ProposalDraft, TaskDraft } from "../api/types";

export type RowKind = "task" | "proposal";
export type Row = TaskDraft | ProposalDraft;
export type CellPlace = { kind: RowKind; row: number; field: string };

// Below this the reader itself is not sure; the server counts alike.
export const sure = 0.8;
const extra = "extra.";

export const rowsOf = (preview: Preview, kind: RowKind): Row[] => (kind === "task" ? preview.tasks : preview.proposals);
export const sameCell = (a: CellPlace | null, b: CellPlace | null): boolean => a?.kind === b?.kind && a?.row === b?.row && a?.field === b?.field;

export function textOf(row: Row, field: string): string {
  if (field.startsWith(extra)) return row.extra?.[field.slice(extra.length)] ?? "";
  return ((row as Record<string, unknown>)[field] as string | null | undefined)?.toString() ?? "";
}

export function withText(row: Row, field: string, text: string): Row {
  if (field.startsWith(extra)) return { ...row, extra: { ...row.extra, [field.slice(extra.length)]: text } };
  if (field === "quarter" || field === "month") return { ...row, [field]: text === "" ? null : Number(text) };
  return { ...row, [field]: text };
}

export const isDoubtful = (row: Row, field: string): boolean => (row.confidence[field] ?? 1) < sure;

// Every cell of a row that holds text as read, other columns included.
export function fieldsOf(row: Row): string[] {
  const known: FieldName[] = ["number", "title", "lead", "coordinating", "deliverable", "directing_leader", "note", "due", "issuing_level"];
  return [...known.filter((field) => field in row), ...Object.keys(row.extra ?? {}).map((header) => extra + header)];
}

export type Column = { field: string; header: string; at: number };

// The document's columns that this table has, in their order; a field that stands in two headings is one column.
export function columnsOf(preview: Preview, kind: RowKind): Column[] {
  const rows = rowsOf(preview, kind);
  const used = new Set<string>();
  for (const row of rows) for (const field of fieldsOf(row)) if (textOf(row, field) || isDoubtful(row, field)) used.add(field);
  const columns: Column[] = [];
  const foreign = kind === "task" ? "issuing_level" : "";
  for (const [at, column] of preview.columns.entries()) {
    const field = column.field ?? extra + column.header;
    const isShown = used.has(field) || (column.field !== null && field !== foreign && kind === "task");
    if (isShown && !columns.some((known) => known.field === field)) columns.push({ field, header: column.header, at });
  }
  for (const field of used) if (!columns.some((known) => known.field === field)) columns.push({ field, header: "", at: -1 });
  return columns;
}
