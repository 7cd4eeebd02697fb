import type { ShortWork } from "../api/types";
import { addDays, weekdayOf } from "../calendar/year";

const msOfDay = 86_400_000;
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / msOfDay;

// "2025-11" and so many months on.
export function addMonths(month: string, more: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const at = year * 12 + number - 1 + more;
  return `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
}
export const monthOf = (day: string): string => day.slice(0, 7);
export const firstDay = (month: string): string => `${month}-01`;
export const lastDay = (month: string): string => addDays(firstDay(addMonths(month, 1)), -1);

// The weeks of a month from Monday to Sunday, with the days of its neighbours that fill them.
export function weeksOf(month: string): string[][] {
  const weeks: string[][] = [];
  let day = addDays(firstDay(month), 1 - weekdayOf(firstDay(month)));
  while (day <= lastDay(month)) {
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(day, at)));
    day = addDays(day, 7);
  }
  return weeks;
}

export function byDay(rows: ShortWork[]): Map<string, ShortWork[]> {
  const days = new Map<string, ShortWork[]>();
  for (const row of rows) {
    if (!row.due_on) continue;
    const some = days.get(row.due_on);
    if (some) some.push(row);
    else days.set(row.due_on, [row]);
  }
  return days;
}

// The month nearest to this one in which something falls due; before it where two are as near.
export function nearestMonth(rows: ShortWork[], month: string): string | null {
  const index = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
  let nearest: string | null = null;
  for (const row of rows) {
    if (!row.due_on) continue;
    const one = monthOf(row.due_on);
    const away = Math.abs(index(one) - index(month));
    const best = nearest === null ? Infinity : Math.abs(index(nearest) - index(month));
    if (away < best || (away === best && nearest !== null && one < nearest)) nearest = one;
  }
  return nearest;
}

// Parts of a bar on a line of time, in percent of what is shown; `until` is its last day, which counts whole.
export type Stretch = { left: number; width: number };
export function stretch(from: string, until: string, first: string, last: string): Stretch | null {
  if (until < first || from > last || until < from) return null;
  const days = daysBetween(first, last) + 1;
  const begin = Math.max(0, daysBetween(first, from));
  const end = Math.min(days, daysBetween(first, until) + 1);
  return { left: (begin / days) * 100, width: ((end - begin) / days) * 100 };
}

export type Bar = {
  planned: Stretch | null; // to the deadline before any extension
  extended: Stretch | null; // what was granted since
  late: Stretch | null; // past the deadline, until today or the day it was done
  shown: boolean; // something of it lies in what is shown
};

export function barOf(row: ShortWork, first: string, last: string, today: string): Bar {
  const none = { planned: null, extended: null, late: null, shown: false };
  if (!row.due_on) return none;
  const from = row.start_on && row.start_on <= row.due_on ? row.start_on : row.due_on;
  const promised = row.first_due_on && row.first_due_on < row.due_on ? row.first_due_on : row.due_on;
  const isOpen = row.state !== "completed" && row.state !== "stopped";
  const ended = isOpen ? today : row.completed_on;
  const planned = stretch(from, promised, first, last);
  const extended = promised < row.due_on ? stretch(addDays(promised, 1), row.due_on, first, last) : null;
  const late = ended && ended > row.due_on ? stretch(addDays(row.due_on, 1), ended, first, last) : null;
  return { planned, extended, late, shown: Boolean(planned ?? extended ?? late) };
}
