import type { CalendarDay, CalendarYear } from "../api/types";

export type DayLook = "holiday" | "day_off" | "working_day" | "compensation" | "proposal" | "rest" | "work";
export type LunarDay = { day: number; month: number; isLeap: boolean };
export type YearDay = { iso: string; day: number; look: DayLook; entry: CalendarDay | null; lunar: LunarDay };

const msOfDay = 86_400_000;
const utc = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);
const isoOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const addDays = (iso: string, days: number): string => isoOf(utc(iso) + days * msOfDay);
// Monday 1 to Sunday 7.
export const weekdayOf = (iso: string): number => new Date(utc(iso)).getUTCDay() || 7;

function lunarOf(iso: string, months: CalendarYear["lunar_months"]): LunarDay {
  const month = months.findLast((candidate) => candidate.first_day <= iso);
  if (!month) return { day: 0, month: 0, isLeap: false };
  return { day: (utc(iso) - utc(month.first_day)) / msOfDay + 1, month: month.month, isLeap: month.is_leap };
}

// Every day of the year with how it counts and why, by month.
export function yearDays(year: CalendarYear): YearDay[][] {
  const entries = new Map(year.days.map((day) => [day.date, day]));
  const proposals = new Map(year.proposals.map((day) => [day.date, day]));
  const compensations = new Set(year.compensations);
  const lookOf = (iso: string, entry: CalendarDay | undefined): DayLook => {
    if (entry?.is_confirmed) return entry.kind;
    if (proposals.has(iso)) return "proposal";
    if (compensations.has(iso)) return "compensation";
    return year.weekly_rest.includes(weekdayOf(iso)) ? "rest" : "work";
  };
  const months: YearDay[][] = Array.from({ length: 12 }, () => []);
  const end = `${year.year}-12-31`;
  for (let iso = `${year.year}-01-01`; iso <= end; iso = addDays(iso, 1)) {
    const entry = entries.get(iso);
    months[Number(iso.slice(5, 7)) - 1]?.push({
      iso,
      day: Number(iso.slice(8)),
      look: lookOf(iso, entry),
      entry: entry ?? proposals.get(iso) ?? null,
      lunar: lunarOf(iso, year.lunar_months),
    });
  }
  return months;
}

export type DayGroup = { name: string; source: string; days: CalendarDay[] };

// The five days of Tết are one line with one button.
export function groupsOf(days: CalendarDay[]): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const day of days) {
    const last = groups.at(-1);
    const before = last?.days.at(-1);
    if (last && before && last.name === day.name && last.source === day.source && before.kind === day.kind && before.is_confirmed === day.is_confirmed && addDays(before.date, 1) === day.date) last.days.push(day);
    else groups.push({ name: day.name, source: day.source, days: [day] });
  }
  return groups;
}

// The days with these in the place of those of the same dates; `without` are taken out.
export function withDays(days: CalendarDay[], changed: CalendarDay[], without: string[] = []): CalendarDay[] {
  const gone = new Set([...without, ...changed.map((day) => day.date)]);
  return [...days.filter((day) => !gone.has(day.date)), ...changed].sort((a, b) => a.date.localeCompare(b.date));
}
