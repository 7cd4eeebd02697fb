import type { Tally } from "../api/types";
import { number } from "../format";
import { t, type Sentence } from "../text/t";

export const parts = ["completed_on_time", "completed_late", "under_way_in_time", "under_way_overdue"] as const;

// The official four side by side.
export function Bar({ tally }: { tally: Tally }) {
  return (
    <div className="bar" role="img" aria-label={parts.map((part) => `${t(`ui.figures.${part}` as Sentence)}: ${number(tally[part])}`).join("; ")}>
      {parts.map((part) => tally[part] > 0 && <span key={part} className={part} style={{ flexGrow: tally[part] }} />)}
    </div>
  );
}
