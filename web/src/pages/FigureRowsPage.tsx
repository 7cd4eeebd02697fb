import { useEffect, useState } from "react";
import { Link, useSearch } from "../app/router";
import { Failed } from "../components/Failed";
import { number } from "../format";
import { useTasksBehind } from "../hooks/figures";
import { useRights } from "../hooks/rights";
import { t, type Sentence } from "../text/t";
import { State, Timing } from "../work/Standing";
import "../styles/figures.css";
import "../styles/work.css";

// The tasks behind a number: as many as it says.
export function FigureRowsPage() {
  const search = useSearch();
  const of = (name: string) => search.get(name);
  const tasks = useTasksBehind({ by: of("by"), member: of("member"), part: of("part"), from: of("from"), to: of("to") });
  const canWrite = useRights()("edit_programmes");
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const choose = (task: string) => setChosen((before) => { const next = new Set(before); if (!next.delete(task)) next.add(task); return next; });
  const part = t(`ui.figures.${of("part") ?? "assigned"}` as Sentence);
  const title = of("name") ? t("ui.figures.rows_title", of("name") ?? "", part) : part;
  useEffect(() => void (document.title = `${title} · Tiến Độ`), [title]);
  if (tasks.error) return <Failed error={tasks.error} again={() => void tasks.refetch()} />;
  if (!tasks.data) return null;
  const rows = tasks.data.pages.flatMap((page) => page.items);
  const total = tasks.data.pages[0]?.total ?? 0;
  return (
    <div className="figures">
      <p><Link to="/figures">{t("ui.figures.back")}</Link></p>
      <h1>{title}</h1>
      <p className="sentence">{total ? t("ui.figures.rows_count", number(total)) : t("ui.figures.no_rows")}</p>
      {chosen.size > 0 && (
        <div className="many" role="region" aria-label={t("ui.letters.chosen", number(chosen.size))}>
          <p>{t("ui.letters.chosen", number(chosen.size))}</p>
          <Link className="button primary small" to={`/work/letters/new?tasks=${[...chosen].join(",")}`}>{t("ui.letters.write_chosen")}</Link>
          <button className="button small" onClick={() => setChosen(new Set())}>{t("ui.work.choose_none")}</button>
        </div>
      )}
      <ul className="rows">
        {rows.map((row) => (
          <li key={row.task} className={canWrite && row.state !== "completed" ? "choosable" : undefined}>
            {canWrite && row.state !== "completed" && <input type="checkbox" checked={chosen.has(row.task)} onChange={() => choose(row.task)} aria-label={t("ui.letters.choose_row", row.title)} />}
            <Link to={`/programmes/${row.programme}?task=${row.task}`}>{row.number && `${row.number}. `}{row.title}</Link>
            <p className="facts">
              <Timing work={row} /> <State work={row} /> <span className="who">{row.lead}</span>
            </p>
          </li>
        ))}
      </ul>
      {tasks.hasNextPage && <p><button className="button" disabled={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>{t("ui.figures.more_rows")}</button></p>}
    </div>
  );
}
