import { useEffect, useMemo, useState } from "react";
import { sentenceOf } from "../api/client";
import type { LetterKind, UnitToUrge } from "../api/types";
import { Link, navigate, useSearch } from "../app/router";
import { Failed } from "../components/Failed";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { day, number } from "../format";
import { useDraftLetters, useTasksToUrge } from "../hooks/letters";
import "../styles/letters.css";
import { t, type Sentence } from "../text/t";

const kinds: LetterKind[] = ["urging", "explanation"];

// Which tasks of which units; each unit gets a letter of its own.
export function NewLetterPage() {
  const search = useSearch();
  const unit = search.get("unit"), tasks = search.get("tasks");
  const units = useTasksToUrge({ unit, tasks });
  useEffect(() => void (document.title = `${t("ui.letters.write")} · Tiến Độ`), []);
  if (units.error) return <Failed error={units.error} again={() => void units.refetch()} />;
  if (!units.data) return null;
  if (units.data.length === 0)
    return (
      <div className="empty">
        <h1>{t("ui.letters.nothing_to_urge")}</h1>
        <p>{t("ui.letters.nothing_to_urge_more")}</p>
        <Link className="button" to="/work">{t("ui.rail_work")}</Link>
      </div>
    );
  return <Choice units={units.data} isChosen={Boolean(unit || tasks)} />;
}

const keyOf = (unit: string, task: string) => `${unit} ${task}`;
const keysOf = (unit: UnitToUrge) => unit.tasks.map((one) => keyOf(unit.unit, one.task));

function Choice({ units, isChosen }: { units: UnitToUrge[]; isChosen: boolean }) {
  const [kind, setKind] = useState<LetterKind>("urging");
  const [chosen, setChosen] = useState(() => new Set(isChosen ? units.flatMap(keysOf) : []));
  const drafting = useDraftLetters();
  const wanted = useMemo(
    () => units.map((unit) => ({ unit: unit.unit, tasks: unit.tasks.map((one) => one.task).filter((task) => chosen.has(keyOf(unit.unit, task))) })).filter((one) => one.tasks.length > 0),
    [units, chosen],
  );
  const choose = (keys: string[], isWanted: boolean) => setChosen((before) => new Set(isWanted ? [...before, ...keys] : [...before].filter((key) => !keys.includes(key))));
  const make = () =>
    drafting.mutate({ kind, units: wanted }, {
      onSuccess: (made) => {
        say({ text: t("ui.letters.made", number(made.length)) });
        navigate(made.length === 1 && made[0] ? `/work/letters/${made[0].id}` : "/work/letters");
      },
    });
  return (
    <div className="letters new-letter">
      <p><Link to="/work/letters">{t("ui.letters.back")}</Link></p>
      <h1>{t("ui.letters.write")}</h1>
      <fieldset className="kinds">
        <legend>{t("ui.letters.kind")}</legend>
        {kinds.map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
            <span><strong>{t(`ui.letters.kind.${one}` as Sentence)}</strong> <span className="soft">{t(`ui.letters.kind_more.${one}` as Sentence)}</span></span>
          </label>
        ))}
      </fieldset>
      <h2>{t("ui.letters.choose_tasks")} <span className="count">{t("ui.letters.units_count", number(units.length), number(units.reduce((sum, unit) => sum + unit.tasks.length, 0)))}</span></h2>
      {units.map((unit) => <UnitTasks key={unit.unit} unit={unit} chosen={chosen} isOpen={isChosen || units.length === 1} onChoose={choose} />)}
      <footer className="making">
        <p>{wanted.length > 1 ? t("ui.letters.one_each") : ""}{drafting.error && <span className="bad" role="alert">{sentenceOf(drafting.error)}</span>}</p>
        <button className="button primary" disabled={wanted.length === 0 || drafting.isPending} onClick={make}>
          {wanted.length > 1 ? t("ui.letters.make", number(wanted.length)) : t("ui.letters.make_one")}
        </button>
      </footer>
    </div>
  );
}

type UnitProps = { unit: UnitToUrge; chosen: Set<string>; isOpen: boolean; onChoose: (keys: string[], isWanted: boolean) => void };

function UnitTasks({ unit, chosen, isOpen, onChoose }: UnitProps) {
  const keys = keysOf(unit);
  const count = keys.filter((key) => chosen.has(key)).length;
  return (
    <details className="unit" open={isOpen || undefined}>
      <summary>
        <Icon name="down" />
        <span className="name">{unit.name}</span>
        <span className="soft">{count > 0 ? `${number(count)}/${number(keys.length)}` : t("ui.letters.tasks_count", number(keys.length))}</span>
      </summary>
      <label className="whole">
        <input type="checkbox" checked={count === keys.length} onChange={(event) => onChoose(keys, event.target.checked)} />
        {t("ui.letters.choose_whole")}
      </label>
      <ul>
        {unit.tasks.map((one) => {
          const key = keyOf(unit.unit, one.task);
          return (
            <li key={key}>
              <label>
                <input type="checkbox" checked={chosen.has(key)} onChange={(event) => onChoose([key], event.target.checked)} />
                <span>
                  {one.number && `${one.number}. `}{one.title}
                  <span className="facts">
                    {one.days_overdue > 0 && <span className="late"><Icon name="warning" />{t("ui.letters.overdue_days", number(one.days_overdue))}</span>}
                    {one.days_silent > 0 && <span>{t("ui.letters.silent_days", number(one.days_silent))}</span>}
                    {one.percent > 0 && <span>{one.percent}%</span>}
                    {one.urged_on && <span>{t("ui.letters.urged_on", day(one.urged_on))}</span>}
                  </span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
