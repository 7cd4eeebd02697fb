import type { ShortWork, WaitingLists } from "../api/types";
import { Link, useSearchText } from "../app/router";
import { number } from "../format";
import { t } from "../text/t";
import { groupOf } from "./groups";

export type Part = "due" | "for_me" | "for_others";

// The three things a person asks of the page, each with its number.
export function Parts({ part, rows, waiting }: { part: Part; rows: ShortWork[]; waiting: WaitingLists | undefined }) {
  const count = (group: string) => rows.filter((row) => groupOf(row) === group).length;
  const open = rows.filter((row) => groupOf(row) !== "done").length;
  const overdue = count("overdue");
  const text = useSearchText();
  // The filter of the work stays while somebody looks at what waits.
  const addressOf = (next: string) => {
    const words = new URLSearchParams(text);
    words.delete("task");
    words.delete("part");
    if (next !== "due") words.set("part", next);
    return `/work${words.size ? `?${words.toString()}` : ""}`;
  };
  const parts = [
    { part: "due", name: t("ui.work.part_due"), tasks: open, more: overdue ? t("ui.work.part_overdue", number(overdue)) : t("ui.work.part_soon", number(count("due_soon"))), tone: overdue ? "bad" : "" },
    { part: "for_me", name: t("ui.work.part_for_me"), tasks: waiting?.for_me.length, more: t("ui.work.part_for_me_more"), tone: "" },
    { part: "for_others", name: t("ui.work.part_for_others"), tasks: waiting?.for_others.length, more: t("ui.work.part_for_others_more"), tone: "" },
  ];
  return (
    <nav className="parts" aria-label={t("ui.rail_work")}>
      {parts.map((one) => (
        <Link key={one.part} to={addressOf(one.part)} aria-current={one.part === part ? "page" : undefined} className={one.tasks ? undefined : "none"}>
          <strong>{one.tasks === undefined ? "–" : number(one.tasks)}</strong>
          <span className="name">{one.name}</span>
          <span className={`more ${one.tone}`}>{one.more}</span>
        </Link>
      ))}
    </nav>
  );
}
