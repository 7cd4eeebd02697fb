import { useEffect } from "react";
import type { SeriesTarget, TargetOfTask } from "../api/types";
import { changeSearch, Link, useSearch } from "../app/router";
import { Failed } from "../components/Failed";
import { FigureTabs } from "../figures/FigureTabs";
import { monthName, number } from "../format";
import { useTargets } from "../hooks/figures";
import { t } from "../text/t";
import "../styles/figures.css";

// What the year asks for in numbers: every sum opens the tasks that it comes from.
export function TargetsPage() {
  const search = useSearch();
  const series = search.get("series");
  const targets = useTargets(search.get("year"), series);
  useEffect(() => void (document.title = `${t("ui.targets.title")} · Tiến Độ`), []);
  if (targets.error) return <Failed error={targets.error} again={() => void targets.refetch()} />;
  if (!targets.data) return null;
  const { year, years, items } = targets.data;
  const reached = items.filter((one) => one.percent === 100).length;
  return (
    <div className="figures targets">
      <header>
        <h1>{t("ui.rail_figures")}</h1>
        <FigureTabs />
        <label className="field">
          <span className="label">{t("ui.targets.year")}</span>
          <select className="input" value={year} onChange={(event) => changeSearch({ year: event.target.value, series: null })}>
            {[...new Set([year, ...years])].sort((a, b) => b - a).map((one) => <option key={one} value={one}>{one}</option>)}
          </select>
        </label>
      </header>
      <p className="sentence">{items.length ? t("ui.targets.sentence", number(items.length), String(year), number(reached)) : t("ui.targets.none", String(year))}</p>
      {series && <p><button className="button small" onClick={() => changeSearch({ series: null })}>{t("ui.targets.all")}</button></p>}
      <ul className="lines">{items.map((one) => <li key={`${one.key} ${one.unit}`}><Line target={one} isOpen={series !== null} /></li>)}</ul>
    </div>
  );
}

function Line({ target, isOpen }: { target: SeriesTarget; isOpen: boolean }) {
  const [first] = target.tasks;
  if (!first) return null;
  if (target.tasks.length === 1) return <div className="target"><TaskLink task={first} /><Sum target={target} /></div>;
  return (
    <details open={isOpen}>
      <summary className="target">
        <span className="name">{first.title} <span className="soft">{t("ui.targets.tasks", number(target.tasks.length))}</span></span>
        <Sum target={target} />
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("ui.figures.by_month")}</th>
            <th scope="col">{t("ui.targets.task")}</th>
            <th scope="col" className="number">{t("ui.targets.done")}</th>
            <th scope="col" className="number">{t("ui.targets.asked")}</th>
          </tr>
        </thead>
        <tbody>
          {target.tasks.map((task) => (
            <tr key={task.task}>
              <td>{task.month ? monthName(task.month) : ""}</td>
              <th scope="row"><TaskLink task={task} /> <span className="soft">{task.lead}</span></th>
              <td className="number">{number(task.done)}</td>
              <td className="number">{number(task.least)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <th scope="row">{t("ui.targets.whole_year")}</th>
            <td className="number">{number(target.done)}</td>
            <td className="number">{number(target.least)}</td>
          </tr>
        </tfoot>
      </table>
    </details>
  );
}

const TaskLink = ({ task }: { task: TargetOfTask }) => <Link className="name" to={`/programmes/${task.programme}?task=${task.task}`}>{task.number && `${task.number}. `}{task.title}</Link>;

function Sum({ target }: { target: SeriesTarget }) {
  const done = target.percent ?? 0;
  return (
    <span className="sum">
      <span className="said">
        <span><strong>{number(target.done)}</strong> / {target.approximate && `${t("ui.targets.about")} `}{number(target.least)} {target.unit}</span> <span>{done}%</span>
      </span>
      <span className="bar" aria-hidden="true"><span className="completed_on_time" style={{ width: `${done}%` }} /></span>
    </span>
  );
}
