import { useEffect } from "react";
import type { Part, Share, Tally } from "../api/types";
import { changeSearch, Link, useSearch } from "../app/router";
import { Failed } from "../components/Failed";
import { Bar, parts } from "../figures/Bar";
import { FigureTabs } from "../figures/FigureTabs";
import { rowsOf } from "../figures/rows";
import { dues, spanOf, type Due, type Span } from "../figures/spans";
import { Ageing, Trend } from "../figures/Trend";
import { byGivenName, byName, moment, monthName, number } from "../format";
import { useAgencyTallies, useTallies, useTrend, type Grouping } from "../hooks/figures";
import { t, type Sentence } from "../text/t";
import "../styles/figures.css";

const groupings: Grouping[] = ["unit", "leader", "executor", "month", "kind", "upper", "label"];
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

// Figures are sentences first, then a picture where the eye is quicker, with the table beside it; every number opens its tasks.
export function FiguresPage() {
  const search = useSearch();
  const by = groupings.find((one) => one === search.get("by")) ?? "unit";
  const due = dues.find((one) => one === search.get("due")) ?? "all";
  const asOf = search.get("as_of");
  const grouping = asOf ? "unit" : by;
  const span = asOf ? null : spanOf(due, today());
  const whole = useTallies("programme", span, asOf);
  const each = useTallies(grouping, span, asOf);
  const trend = useTrend(span, !asOf);
  const agencies = useAgencyTallies(span, asOf);
  useEffect(() => void (document.title = `${t("ui.rail_figures")} · Tiến Độ`), []);
  const failed = whole.error ?? each.error ?? trend.error;
  if (failed) return <Failed error={failed} again={() => void Promise.all([whole.refetch(), each.refetch(), trend.refetch()])} />;
  if (!whole.data || !each.data) return null;
  const total = whole.data.items[0];
  return (
    <div className="figures">
      <header>
        <h1>{t("ui.rail_figures")}</h1>
        <FigureTabs />
        {!asOf && (
          <div className="field">
            <label htmlFor="figures-due">{t("ui.figures.due_in")}</label>
            <select id="figures-due" className="input" value={due} onChange={(event) => changeSearch({ due: event.target.value === "all" ? null : event.target.value })}>
              {dues.map((one: Due) => <option key={one} value={one}>{t(`ui.figures.due.${one}` as Sentence)}</option>)}
            </select>
          </div>
        )}
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
            {saidOf(total)}
          </p>
          <Bar tally={total} />
          <ul className="shares">
            <Percent name="ui.figures.on_time" share={total.on_time_over_completed} />
            <Percent name="ui.figures.completed_due" share={total.completed_over_fallen_due} />
            <Percent name="ui.figures.completed_assigned" share={total.completed_over_assigned} />
          </ul>
          {total.under_way_without_deadline + total.completed_without_deadline > 0 && (
            <p className="soft">{t("ui.figures.without_deadline", number(total.under_way_without_deadline), number(total.completed_without_deadline))}</p>
          )}
          <p className="soft">{t("ui.figures.at", moment(whole.data.as_of))}</p>
          {trend.data && !asOf && (
            <div className="pictures">
              {trend.data.months.length > 0 && <Trend trend={trend.data} />}
              <Ageing trend={trend.data} />
            </div>
          )}
          {!asOf && (
            <div className="tabs" role="group" aria-label={t("ui.figures.by")}>
              {groupings.map((one) => (
                <button key={one} className={`button small${one === by ? " primary" : ""}`} aria-pressed={one === by} onClick={() => changeSearch({ by: one })}>
                  {t(`ui.figures.by_${one}` as Sentence)}
                </button>
              ))}
            </div>
          )}
          <Table tallies={each.data.items} whole={total} grouping={grouping} span={span} opens={!asOf} />
        </>
      )}
      {agencies.data && agencies.data.items.length > 0 && (
        <section className="agencies">
          <h2>{t("ui.figures.agencies", number(agencies.data.items.length))}</h2>
          <p className="sentence">{saidOf(agencies.data.whole)}</p>
          <Table tallies={agencies.data.items} whole={agencies.data.whole} grouping="agency" span={span} opens={false} />
          <p className="soft">{t("ui.figures.agencies_sums")}</p>
        </section>
      )}
    </div>
  );
}

const saidOf = (tally: Tally) =>
  t("ui.figures.sentence", number(tally.assigned), number(tally.completed_on_time), number(tally.completed_late), number(tally.under_way_in_time), number(tally.under_way_overdue));

// A percentage with its base and both numbers.
function Percent({ name, share }: { name: Sentence; share: Share }) {
  if (share.percent === null) return null;
  return (
    <li>
      <strong>{share.percent}</strong> {t(name)} <span className="soft">{t("ui.figures.of", number(share.part), number(share.whole), t(`ui.figures.base_${share.base}` as Sentence))}</span>
    </li>
  );
}

function nameOf(tally: Tally, grouping: Shown): string {
  if (grouping === "month") return monthName(Number(tally.key));
  if (grouping === "kind") return t((tally.key === "none" ? "ui.figures.no_kind" : `ui.steps.kind.${tally.key}`) as Sentence);
  return tally.name || t("ui.blank");
}

function sorted(tallies: Tally[], grouping: Shown): Tally[] {
  if (grouping === "month") return [...tallies].sort((a, b) => Number(a.key) - Number(b.key));
  const names = grouping === "leader" || grouping === "executor" ? byGivenName : byName;
  return [...tallies].sort((a, b) => b.under_way_overdue - a.under_way_overdue || b.assigned - a.assigned || names(a.name, b.name));
}

type Shown = Grouping | "agency";
type TableProps = { tallies: Tally[]; whole: Tally; grouping: Shown; span: Span | null; opens: boolean };

function Table({ tallies, whole, grouping, span, opens }: TableProps) {
  const rows = sorted(tallies, grouping);
  const cells = (tally: Tally, by: Shown, member: string | null, name: string) =>
    (["assigned", ...parts] as Part[]).map((part) => (
      <td key={part} className={`number ${part}${tally[part] ? "" : " none"}`}>
        {opens && by !== "agency" && tally[part] > 0 ? <Link to={rowsOf({ by, member, part, span, name })}>{number(tally[part])}</Link> : number(tally[part])}
      </td>
    ));
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
              {cells(tally, grouping, tally.key, nameOf(tally, grouping))}
              <td className="wide"><Bar tally={tally} /></td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(grouping === "agency" ? "ui.figures.agencies_whole" : "ui.figures.whole")}</th>
            {cells(whole, "programme", null, t("ui.figures.whole"))}
            <td className="wide" />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
