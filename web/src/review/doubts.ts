import type { DocumentProblem, Preview } from "../api/types";
import { columnsOf, isDoubtful, rowsOf, type CellPlace, type RowKind } from "./cells";

// A cell to look at: the reader was not sure, or the check remarked something.
export type Doubt = CellPlace & { isUnsure: boolean; other: string | null; problems: DocumentProblem[] };

export const nameOf = (problem: DocumentProblem): string => [problem.key, problem.where.kind, problem.where.label ?? "", problem.where.field ?? "", ...problem.arguments].join("|");
export const matters = (problem: DocumentProblem): boolean => problem.severity !== "info";
export const cellOf = ({ where }: DocumentProblem): CellPlace | null =>
  (where.kind === "task" || where.kind === "proposal") && where.row !== undefined ? { kind: where.kind, row: where.row, field: where.field || "title" } : null;

const keyOf = ({ kind, row, field }: CellPlace) => `${kind}/${row}/${field}`;

// In the order of reading: the tasks, then the proposals; `seen` are problems that the user has waved through.
export function doubtsOf(preview: Preview, seen: ReadonlySet<string>): Doubt[] {
  const problems = new Map<string, DocumentProblem[]>();
  for (const problem of preview.problems) {
    const cell = cellOf(problem);
    if (!cell || !matters(problem) || seen.has(nameOf(problem))) continue;
    const key = keyOf(cell);
    problems.set(key, [...(problems.get(key) ?? []), problem]);
  }
  const doubts: Doubt[] = [];
  for (const kind of ["task", "proposal"] as RowKind[]) {
    const order = columnsOf(preview, kind).map((column) => column.field);
    for (const [row, draft] of rowsOf(preview, kind).entries()) {
      const here = Object.keys(draft.confidence).filter((field) => isDoubtful(draft, field));
      const fields = new Set([...order, ...here]);
      for (const field of fields) {
        const place = { kind, row, field };
        const remarks = problems.get(keyOf(place)) ?? [];
        if (isDoubtful(draft, field) || remarks.length) doubts.push({ ...place, isUnsure: isDoubtful(draft, field), other: draft.other[field] ?? null, problems: remarks });
        problems.delete(keyOf(place));
      }
    }
  }
  // Remarks about a column that is not shown still have to be looked at.
  for (const [key, remarks] of problems) {
    const [kind = "task", row = "0", field = "title"] = key.split("/");
    if (rowsOf(preview, kind as RowKind)[Number(row)]) doubts.push({ kind: kind as RowKind, row: Number(row), field, isUnsure: false, other: null, problems: remarks });
  }
  return doubts;
}

export function indexByCell(doubts: Doubt[]): Map<string, Doubt> {
  return new Map(doubts.map((doubt) => [keyOf(doubt), doubt]));
}
export const doubtAt = (index: Map<string, Doubt>, cell: CellPlace): Doubt | null => index.get(keyOf(cell)) ?? null;

// The next (or previous) doubt seen from a cell, going round at the end.
export function step(preview: Preview, doubts: Doubt[], from: CellPlace | null, by: 1 | -1): Doubt | null {
  if (doubts.length === 0) return null;
  if (!from) return (by > 0 ? doubts[0] : doubts.at(-1)) ?? null;
  const orders = { task: columnsOf(preview, "task"), proposal: columnsOf(preview, "proposal") };
  const rank = ({ kind, row, field }: CellPlace) => {
    const column = orders[kind].findIndex((one) => one.field === field);
    return [kind === "task" ? 0 : 1, row, column < 0 ? 99 : column];
  };
  const compare = (a: CellPlace, b: CellPlace) => {
    const [one, two] = [rank(a), rank(b)];
    return one.map((value, at) => value - (two[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
  };
  if (by > 0) return doubts.find((doubt) => compare(doubt, from) > 0) ?? doubts[0] ?? null;
  return doubts.findLast((doubt) => compare(doubt, from) < 0) ?? doubts.at(-1) ?? null;
}

export type Check = { section: string; heading: string; declared: number | null; found: number };

// The headings beside what was read under them.
export const checksOf = (preview: Preview): Check[] =>
  preview.sections
    .map((section) => ({ section: section.id, heading: section.heading, declared: section.declared_tasks ?? null, found: preview.tasks.filter((task) => task.section === section.id).length }))
    .filter((check) => check.found > 0 || check.declared !== null);

export type ProblemGroup = { key: string; severity: DocumentProblem["severity"]; problems: DocumentProblem[] };
const weight = { error: 0, warning: 1, info: 2 };

export function groupsOf(problems: DocumentProblem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const group = groups.get(problem.key) ?? { key: problem.key, severity: problem.severity, problems: [] };
    group.problems.push(problem);
    groups.set(problem.key, group);
  }
  return [...groups.values()].sort((a, b) => weight[a.severity] - weight[b.severity]);
}
