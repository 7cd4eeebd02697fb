import type { Tally, Trend as TrendData } from "../api/types";
import { Link } from "../app/router";
import { number } from "../format";
import { t, type Sentence } from "../text/t";
import { parts } from "./Bar";
import { rowsOf } from "./rows";
import { monthSpan } from "./spans";

const nameOf = (month: string) => t("ui.figures.month_of", Number(month.slice(5)), month.slice(0, 4));
const sentenceOf = (tally: Tally) => t("ui.figures.trend_column", nameOf(tally.key), number(tally.assigned), number(tally.completed_on_time + tally.completed_late), number(tally.under_way_overdue));

// One column for each month in which tasks fall due; each opens its tasks, and the same numbers stand in a table below.
export function Trend({ trend }: { trend: TrendData }) {
  const most = Math.max(...trend.months.map((month) => month.assigned), 1);
  return (
    <section className="trend">
      <h2>{t("ui.figures.trend")}</h2>
      <ol className="columns">
        {trend.months.map((month) => (
          <li key={month.key}>
            <Link to={rowsOf({ by: "programme", member: null, part: "assigned", span: monthSpan(month.key), name: nameOf(month.key) })} title={sentenceOf(month)}>
              <span className="hidden-words">{sentenceOf(month)}</span>
              <span className="count" aria-hidden="true">{number(month.assigned)}</span>
              <span className="column" aria-hidden="true" style={{ height: `${(month.assigned / most) * 8}rem` }}>
                {parts.map((part) => month[part] > 0 && <span key={part} className={part} style={{ flexGrow: month[part] }} />)}
              </span>
              <span className="month" aria-hidden="true">{Number(month.key.slice(5))}</span>
            </Link>
          </li>
        ))}
      </ol>
      <ul className="legend" aria-hidden="true">
        {parts.map((part) => <li key={part}><span className={part} /> {t(`ui.figures.${part}` as Sentence)}</li>)}
      </ul>
    </section>
  );
}

const bandName = (least: number, most: number | null) => (most === null ? t("ui.figures.band_more", number(least - 1)) : t("ui.figures.band", number(least), number(most)));
const longAgo = "2000-01-01";

// How long overdue work has waited; each band opens its tasks.
export function Ageing({ trend }: { trend: TrendData }) {
  const most = Math.max(...trend.ageing.map((band) => band.tasks), 1);
  return (
    <section className="ageing">
      <h2>{t("ui.figures.ageing")}</h2>
      <table>
        <tbody>
          {trend.ageing.map((band) => {
            const name = bandName(band.least_days, band.most_days);
            const to = rowsOf({ by: "programme", member: null, part: "under_way_overdue", span: { from: band.from ?? longAgo, to: band.to }, name });
            return (
              <tr key={band.least_days}>
                <th scope="row">{name}</th>
                <td className={`number${band.tasks ? "" : " none"}`}>{band.tasks ? <Link to={to}>{number(band.tasks)}</Link> : number(0)}</td>
                <td className="length" aria-hidden="true"><span style={{ width: `${(band.tasks / most) * 100}%` }} /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
