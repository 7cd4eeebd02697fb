import { useEffect } from "react";
import type { Share, Tally } from "../api/types";
import { changeSearch, Link, useSearch } from "../app/router";
import { Failed } from "../components/Failed";
import { moment, monthName, number } from "../format";
import { useTallies, type Grouping } from "../hooks/work";
import { t, type Sentence } from "../text/t";
import "../styles/figures.css";

const groupings: Grouping[] = ["unit", "leader", "month", "label"];
const parts = ["completed_on_time", "completed_late", "under_way_in_time", "under_way_overdue"] as const;

// Figures are sentences first, then a bar where the eye is quicker, with the table beside it; every row opens its tasks.
export function FiguresPage() {
  const search = useSearch();
  const by = groupings.find((one) => one === search.get("by")) ?? "unit";
  const asOf = search.get("as_of");
  const grouping = asOf ? "unit" : by;
  const whole = useTallies("programme", null, asOf);
  const each = useTallies(grouping, null, asOf);
  useEffect(() => void (document.title = `${t("ui.rail_figures")} · Tiến Độ`), []);
  const failed = whole.error ?? each.error;
  if (failed) return <Failed error={failed} again={() => void Promise.all([whole.refetch(), each.refetch()])} />;
  if (!whole.data || !each.data) return null;
  const total = whole.data.items[0];
  return (
    <div className="figures">
      <header>
        <h1>{t("ui.rail_figures")}</h1>
        <label className="field as-of">
          <span className="label">{t("ui.figures.as_of")}</span>
          <input type="date" className="input" value={asOf ?? ""} onChange={(event) => changeSearch({ as_of: event.target.value || null })} />
        </label>
      </header>
      {!total ? (
        <p className="soft">{t("ui.figures.empty")}</p>
      ) : (
        <>
          <p className="sentence">
            {t("ui.figures.sentence", number(total.assigned), number(total.completed_on_time), number(total.completed_late), number(total.under_way_in_time), number(total.under_way_overdue))}
          </p>
          <Bar tally={total} />
          <ul className="shares">
            <Percent name="ui.figures.on_time" share={total.on_time_over_completed} />
            <Percent name="ui.figures.completed_due" share={total.completed_over_fallen_due} />
            <Percent name="ui.figures.completed_assigned" share={total.completed_over_assigned} />
          </ul>
          <p className="soft">{t("ui.figures.at", moment(whole.data.as_of))}</p>
          {!asOf && (
            <div className="tabs" role="group" aria-label={t("ui.figures.by")}>
              {groupings.map((one) => (
                <button key={one} className={`button small${one === by ? " primary" : ""}`} aria-pressed={one === by} onClick={() => changeSearch({ by: one })}>
                  {t(`ui.figures.by_${one}` as Sentence)}
                </button>
              ))}
            </div>
          )}
          <Table tallies={each.data.items} grouping={grouping} />
        </>
      )}
    </div>
  );
}

function Bar({ tally }: { tally: Tally }) {
  return (
    <div className="bar" role="img" aria-label={parts.map((part) => `${t(`ui.figures.${part}` as Sentence)}: ${number(tally[part])}`).join("; ")}>
      {parts.map((part) => tally[part] > 0 && <span key={part} className={part} style={{ flexGrow: tally[part] }} />)}
    </div>
  );
}

// A percentage with its base and both numbers.
function Percent({ name, share }: { name: Sentence; share: Share }) {
  if (share.percent === null) return null;
  return (
    <li>
      <strong>{share.percent}</strong> {t(name)} <span className="soft">{t("ui.figures.of", number(share.part), number(share.whole), t(`ui.figures.base_${share.base}` as Sentence))}</span>
    </li>
  );
}

const nameOf = (tally: Tally, grouping: Grouping) => (grouping === "month" ? monthName(Number(tally.key)) : tally.name || t("ui.blank"));

function Table({ tallies, grouping }: { tallies: Tally[]; grouping: Grouping }) {
  const rows = grouping === "month" ? [...tallies].sort((a, b) => Number(a.key) - Number(b.key)) : [...tallies].sort((a, b) => b.under_way_overdue - a.under_way_overdue || b.assigned - a.assigned);
  return (
    <div className="scroller" tabIndex={0} role="region" aria-label={t("ui.figures.table")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(`ui.figures.by_${grouping}` as Sentence)}</th>
            <th scope="col" className="number">{t("ui.figures.assigned")}</th>
            {parts.map((part) => <th key={part} scope="col" className={`number ${part}`}>{t(`ui.figures.${part}` as Sentence)}</th>)}
            <th scope="col" className="wide">{t("ui.figures.picture")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((tally) => (
            <tr key={tally.key}>
              <th scope="row">{grouping === "unit" ? <Link to={`/work?unit=${tally.key}`}>{nameOf(tally, grouping)}</Link> : nameOf(tally, grouping)}</th>
              <td className="number">{number(tally.assigned)}</td>
              {parts.map((part) => <td key={part} className={`number ${part}${tally[part] ? "" : " none"}`}>{number(tally[part])}</td>)}
              <td className="wide"><Bar tally={tally} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
