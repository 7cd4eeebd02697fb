import { useEffect, useState } from "react";
import type { UnplannedTask } from "../api/types";
import { changeSearch, Link, useSearch } from "../app/router";
import { Failed } from "../components/Failed";
import { Icon } from "../components/Icon";
import { day, number } from "../format";
import { useUnplanned } from "../hooks/unplanned";
import { t } from "../text/t";
import { State } from "../work/Standing";
import { UnplannedDialog } from "../work/UnplannedDialog";
import "../styles/letters.css";
import "../styles/work.css";

// What was given between the programmes: worked and counted like the rest, and told apart.
export function UnplannedPage() {
  const tasks = useUnplanned(useSearch().get("year"));
  const [isAdding, setAdding] = useState(false);
  useEffect(() => void (document.title = `${t("ui.unplanned.title")} · Tiến Độ`), []);
  if (tasks.error) return <Failed error={tasks.error} again={() => void tasks.refetch()} />;
  if (!tasks.data) return null;
  const { year, years, items, programme, may_add } = tasks.data;
  const done = items.filter((one) => one.state === "completed").length;
  const late = items.filter((one) => one.is_late).length;
  return (
    <div className="letters unplanned">
      <header>
        <div>
          <h1>{t("ui.unplanned.title")}</h1>
          <p className="sentence">{items.length ? t("ui.unplanned.sentence", String(year), number(items.length), number(done), number(late)) : t("ui.unplanned.none", String(year))}</p>
          {programme && items.length > 0 && <p><Link to={`/programmes/${programme}`}>{t("ui.unplanned.as_table")}</Link></p>}
        </div>
        <div className="tools">
          {years.length > 1 && (
            <select className="input" aria-label={t("ui.targets.year")} value={year} onChange={(event) => changeSearch({ year: event.target.value })}>
              {[...new Set([year, ...years])].sort((a, b) => b - a).map((one) => <option key={one} value={one}>{one}</option>)}
            </select>
          )}
          {may_add && <button className="button primary" onClick={() => setAdding(true)}>{t("ui.unplanned.add")}</button>}
        </div>
      </header>
      <ul>{items.map((one) => <li key={one.task}><Row task={one} /></li>)}</ul>
      {isAdding && <UnplannedDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

function Row({ task }: { task: UnplannedTask }) {
  return (
    <>
      <Link to={`/programmes/${task.programme}?task=${task.task}`}>{task.number}. {task.title}</Link>
      <p className="facts">
        <State work={task} />
        <span>{task.lead}</span>
        {task.due_on && <span>{t("ui.unplanned.due", day(task.due_on))}</span>}
        {task.is_urgent && <span className="chip">{t("ui.unplanned.urgent")}</span>}
      </p>
      <p className="facts">
        <span>{task.document ? t("ui.unplanned.given_by", task.document, day(task.given_on)) : t("ui.unplanned.given", day(task.given_on))}</span>
        <span>{t("ui.unplanned.entered", day(task.entered_on), [task.entered_by, task.entered_for].filter(Boolean).join(", "))}</span>
        {task.is_late && <span className="late"><Icon name="warning" />{t("ui.unplanned.entered_late", day(task.enter_by))}</span>}
      </p>
    </>
  );
}
