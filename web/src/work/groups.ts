import type { ShortWork } from "../api/types";

// The order in which a person's day is worked through.
export const groups = ["overdue", "waiting", "due_soon", "under_way", "no_deadline", "done"] as const;
export type Group = (typeof groups)[number];

export const isDone = (row: Pick<ShortWork, "state">): boolean => row.state === "completed" || row.state === "stopped";

export function groupOf(row: Pick<ShortWork, "state" | "timing">): Group {
  if (isDone(row)) return "done";
  if (row.state === "awaiting_confirmation") return "waiting";
  if (row.timing === "overdue") return "overdue";
  if (row.timing === "due_today" || row.timing === "due_soon") return "due_soon";
  return row.timing === "no_deadline" ? "no_deadline" : "under_way";
}

export function grouped(rows: ShortWork[]): { group: Group; rows: ShortWork[] }[] {
  return groups.map((group) => ({ group, rows: rows.filter((row) => groupOf(row) === group) })).filter(({ rows: some }) => some.length > 0);
}

// Who has it: the units that lead, as understood or as written, and the person.
export const whoHas = (row: ShortWork): string => [row.lead_units.map((unit) => unit.name).join(", ") || row.lead, row.executor_name].filter(Boolean).join(" · ");

// Moves that ask for a reason (the server asks again).
export const asksReason = (move: string): boolean => ["refuse", "send_back", "pause", "stop"].includes(move);
