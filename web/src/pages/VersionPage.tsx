import { useEffect } from "react";
import { address } from "../api/client";
import { Link } from "../app/router";
import { Failed } from "../components/Failed";
import { day, moment, monthName, number } from "../format";
import { useVersion } from "../hooks/life";
import "../styles/life.css";
import { t, type Sentence } from "../text/t";

const columns = ["number", "title", "lead", "coordinating", "deliverable", "directing_leader", "note"] as const;

// A version as it was kept: to be read and printed, never changed.
export function VersionPage({ programme = "", version: id = "" }: Record<string, string>) {
  const version = useVersion(id);
  useEffect(() => void (document.title = `${t("ui.life.versions")} · Tiến Độ`), []);
  if (version.error) return <Failed error={version.error} again={() => void version.refetch()} />;
  if (!version.data) return null;
  const { rows, decision, ...one } = version.data;
  return (
    <div className="life kept">
      <header>
        <p className="above"><Link to={`/programmes/${programme}/life`}>{t("ui.life.to_life")}</Link></p>
        <h1>{one.title}</h1>
        <p className="lead">
          {t("ui.life.version", number(one.number))} <span className={`state ${one.stage}`}>{t(`ui.life.kept.${one.stage}` as Sentence)}</span> {moment(one.at)} · {one.by}
        </p>
        {decision && <p className="lead">{t("ui.life.by_decision", `${decision.number}${decision.symbol}`, day(decision.date), decision.signer)}</p>}
        <p className="tools">{["docx", "xlsx", "pdf"].map((format) => <a key={format} className="button" href={address(`/versions/${id}/annex`, { format })}>{format.toUpperCase()}</a>)}</p>
      </header>
      <div className="rows" role="region" aria-label={one.title} tabIndex={0}>
        <table>
          <thead><tr><th>{t("ui.life.month")}</th>{columns.map((column) => <th key={column}>{t(`field.${column}` as Sentence)}</th>)}</tr></thead>
          <tbody>{rows.map((row, index) => <tr key={row.task ?? index}><td>{row.month ? monthName(row.month) : ""}</td>{columns.map((column) => <td key={column}>{row[column]}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </div>
  );
}
