import type { OwedReport, PeriodReports, ReportKind, ReportState } from "../api/types";
import { t, type Sentence } from "../text/t";

export type ReportPeriod = Pick<PeriodReports["period"], "kind" | "year" | "number">;

export const kinds: ReportKind[] = ["month", "quarter", "half_year", "nine_months", "year"];
const inAYear: Record<ReportKind, number> = { month: 12, quarter: 4, half_year: 2, nine_months: 1, year: 1 };
const roman = ["I", "II", "III", "IV"];

// "tháng 8 năm 2026", "quý IV năm 2026", "6 tháng đầu năm 2026".
export function nameOfPeriod({ kind, year, number }: ReportPeriod): string {
  if (kind === "half_year") return t(number === 1 ? "ui.reports.first_half" : "ui.reports.second_half", year);
  return t(`ui.reports.of.${kind}` as Sentence, kind === "quarter" ? (roman[number - 1] ?? number) : number, year);
}

// The one before or after, over the turn of the year.
export function step({ kind, year, number }: ReportPeriod, by: 1 | -1): ReportPeriod {
  const most = inAYear[kind];
  const at = year * most + (number - 1) + by;
  return { kind, year: Math.floor(at / most), number: (at % most) + 1 };
}

// The same time of the year told by another kind: the month's quarter, the quarter's last month.
export function asKind({ kind, year, number }: ReportPeriod, wanted: ReportKind): ReportPeriod {
  const lastMonth = (number * 12) / inAYear[kind];
  return { kind: wanted, year, number: wanted === "nine_months" ? 1 : Math.max(1, Math.ceil((lastMonth * inAYear[wanted]) / 12)) };
}

export const queryOf = ({ kind, year, number }: ReportPeriod): Record<string, string> => ({ kind, year: String(year), number: String(number) });

export type ReportGroup = "missing" | Exclude<ReportState, "draft">;
export const groups: ReportGroup[] = ["missing", "submitted", "approved", "locked"];

// A draft is not sent yet, whoever writes it.
export const groupOf = ({ report }: OwedReport): ReportGroup => (!report || report.state === "draft" ? "missing" : report.state);
