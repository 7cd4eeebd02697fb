import { language, t } from "./text/t";

const locale = () => (language() === "vi" ? "vi-VN" : "en-GB");

// 1.000,5 in Vietnamese.
export const number = (value: number): string => new Intl.NumberFormat(locale()).format(value);

// "2025-07-01" -> "01/07/2025": a calendar day, so no time zone takes part.
export function day(iso: string): string {
  const [year, month, date] = iso.split("-");
  return `${date}/${month}/${year}`;
}

// Today in Vietnam, whatever the clock of this machine says its zone is.
export const localToday = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

export function moment(instant: string): string {
  return new Intl.DateTimeFormat("vi-VN", { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" })
    .format(new Date(instant))
    .replace(/^(\d\d:\d\d) (.*)$/, "$2 $1");
}

// For rows where the order of events matters.
export function momentToTheSecond(instant: string): string {
  return `${moment(instant)}:${instant.slice(17, 19)}`;
}

export function period(value: { from: string; to: string }): string {
  return value.from === value.to ? day(value.from) : t("ui.period", day(value.from), day(value.to));
}

const roman = ["", "I", "II", "III", "IV"];
export const quarterName = (quarter: number): string => t("ui.quarter", roman[quarter] ?? quarter);
export const monthName = (month: number): string => t("ui.month", month);

const collator = new Intl.Collator("vi");

// Vietnamese people sort by given name, then middle, then family name.
const givenNameFirst = (name: string) => name.trim().split(/\s+/).reverse().join(" ");
export const byName = (a: string, b: string): number => collator.compare(a, b);
export const byGivenName = (a: string, b: string): number => collator.compare(givenNameFirst(a), givenNameFirst(b));
