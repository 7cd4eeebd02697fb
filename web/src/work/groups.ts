import type { TaskAtWork } from "../api/types";

// The order in which a person's day is worked through.
export const groups = ["overdue", "waiting", "due_soon", "under_way", "no_deadline"] as const;
export type Group = (typeof groups)[number];

export function groupOf({ work }: TaskAtWork): Group {
  if (work.state === "awaiting_confirmation") return "waiting";
  if (work.timing === "overdue") return "overdue";
  if (work.timing === "due_today" || work.timing === "due_soon") return "due_soon";
  return work.timing === "no_deadline" ? "no_deadline" : "under_way";
}

export function grouped(rows: TaskAtWork[]): { group: Group; rows: TaskAtWork[] }[] {
  return groups.map((group) => ({ group, rows: rows.filter((row) => groupOf(row) === group) })).filter(({ rows: some }) => some.length > 0);
}

// Moves that ask for a reason (the server asks again).
export const asksReason = (move: string): boolean => ["refuse", "send_back", "pause", "stop"].includes(move);
