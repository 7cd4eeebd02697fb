import { day } from "../format";
import { t } from "../text/t";

type Days = { from: string | null; to: string | null };

export const isOn = ({ from, to }: Days, today: string): boolean => (from === null || from <= today) && (to === null || today <= to);

// "từ 01/01/2025", "đến hết 31/12/2025", both, or nothing.
export function daysSaid({ from, to }: Days): string {
  if (from && to) return t("ui.people.from_to", day(from), day(to));
  if (from) return t("ui.people.since", day(from));
  return to ? t("ui.people.until", day(to)) : "";
}
