import { useEffect, useMemo, useState } from "react";
import type { ComparedVersionRow } from "../api/types";
import { Link, useSearch } from "../app/router";
import { Changed } from "../components/Changed";
import { Failed } from "../components/Failed";
import { monthName, number } from "../format";
import { useVersionComparison } from "../hooks/life";
import { byMonth, rowKinds, type RowKind } from "../life/stages";
import "../styles/life.css";
import { t, type Sentence } from "../text/t";

const signs: Record<RowKind, string> = { dropped: "−", added: "+", moved: "⇅", rewritten: "~", renumbered: "#" };
const placeFields = new Set(["section", "quarter"]);

// Two versions at a glance: counts first, then every difference in its month, with the words that went and came.
export function ComparePage({ programme = "" }: Record<string, string>) {
  const search = useSearch();
  const comparison = useVersionComparison(programme, search.get("before") ?? "now", search.get("after") ?? "now");
  const [filter, setFilter] = useState<RowKind | null>(null);
  useEffect(() => void (document.title = `${t("ui.life.comparison")} · Tiến Độ`), []);
  const shown = useMemo(() => byMonth((comparison.data?.rows ?? []).filter((row) => (filter ? row.kind === filter : row.kind !== "renumbered"))), [comparison.data, filter]);
  if (comparison.error) return <Failed error={comparison.error} again={() => void comparison.refetch()} />;
  if (!comparison.data) return null;
  const { before, after, counts } = comparison.data;
  const name = (version: number | null) => (version === null ? t("ui.life.now") : t("ui.life.version", number(version)));
  const isSame = counts.added + counts.dropped + counts.moved + counts.rewritten + counts.renumbered === 0;
  return (
    <div className="life comparison">
      <header>
        <p className="above"><Link to={`/programmes/${programme}/life`}>{t("ui.life.to_life")}</Link></p>
        <h1>{t("ui.life.compared", name(before), name(after))}</h1>
        <p className="lead">{isSame ? t("ui.life.all_same") : t("ui.life.same", number(counts.same))}</p>
      </header>
      {!isSame && (
        <div className="filters" role="group" aria-label={t("ui.life.comparison")}>
          {rowKinds.map((kind) => (
            <button key={kind} className={`filter ${kind}`} aria-pressed={filter === kind} disabled={counts[kind] === 0} onClick={() => setFilter(filter === kind ? null : kind)}>
              <span aria-hidden="true">{signs[kind]}</span> {t(`ui.life.row.${kind}` as Sentence)} <strong>{number(counts[kind])}</strong>
            </button>
          ))}
        </div>
      )}
      {shown.map(({ month, rows }) => (
        <section key={month ?? 0}>
          <h2>{month ? monthName(month) : t("ui.life.no_month")}</h2>
          <ul>{rows.map((row) => <Row key={`${row.kind}${row.task}`} row={row} />)}</ul>
        </section>
      ))}
    </div>
  );
}

function Row({ row }: { row: ComparedVersionRow }) {
  const cells = row.cells.filter((cell) => !placeFields.has(cell.field));
  const words = (field: string, text: string) => (field === "month" && text ? monthName(Number(text)) : text);
  const isRenumbered = row.number_before !== null && row.number_after !== null && row.number_before !== row.number_after;
  return (
    <li className={row.kind}>
      <p className="numbers">
        {row.number_before !== null && (isRenumbered || row.kind === "dropped" ? <del>{row.number_before || "–"}</del> : row.number_before)}
        {isRenumbered && " → "}
        {row.number_after !== null && (isRenumbered || row.kind === "added") && <ins>{row.number_after || "–"}</ins>}
      </p>
      <div>
        <p className="name"><span className={`chip kind-${row.kind}`}><span aria-hidden="true">{signs[row.kind]}</span> {t(`ui.life.row.${row.kind}` as Sentence)}</span> {row.kind === "dropped" ? <del>{row.title}</del> : row.title}</p>
        {row.lead && <p className="more">{row.lead}</p>}
        {cells.map((cell) => (
          <p key={cell.field} className="cell">
            <span>{cell.field.startsWith("extra.") ? cell.field.slice(6) : cell.field === "month" ? t("ui.life.month") : t(`field.${cell.field}` as Sentence)}</span>{" "}
            <Changed before={words(cell.field, cell.before)} after={words(cell.field, cell.after)} />
          </p>
        ))}
      </div>
    </li>
  );
}
