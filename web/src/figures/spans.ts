export const dues = ["all", "month", "quarter", "half", "year"] as const;
export type Due = (typeof dues)[number];
export type Span = { from: string; to: string };

const monthsOf: Record<Exclude<Due, "all">, number> = { month: 1, quarter: 3, half: 6, year: 12 };
const iso = (year: number, month: number, day: number) => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

// The month, quarter, half-year or year that the day lies in; none for any time.
export function spanOf(due: Due, today: string): Span | null {
  if (due === "all") return null;
  const year = Number(today.slice(0, 4));
  const length = monthsOf[due];
  const first = Math.floor((Number(today.slice(5, 7)) - 1) / length) * length;
  return { from: iso(year, first, 1), to: iso(year, first + length, 0) };
}

// "2025-07": from its first day to its last.
export function monthSpan(month: string): Span {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return { from: iso(year, number - 1, 1), to: iso(year, number, 0) };
}
