import { useState } from "react";
import { address } from "../api/client";
import type { Programme, Version } from "../api/types";
import { Link, navigate } from "../app/router";
import { day, moment, number } from "../format";
import { t, type Sentence } from "../text/t";

// All that is kept of a programme, newest first; any two of them side by side.
export function VersionList({ programme, versions }: { programme: Programme; versions: Version[] }) {
  const [before, setBefore] = useState(versions.at(-1)?.id ?? "");
  const [after, setAfter] = useState("now");
  const choices = [...versions].reverse();
  const choice = (id: string, label: string, value: string, set: (value: string) => void) => (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => set(event.target.value)}>
        <option value="now">{t("ui.life.now")}</option>
        {choices.map((one) => <option key={one.id} value={one.id}>{t("ui.life.version", number(one.number))} · {t(`ui.life.kept.${one.stage}` as Sentence)}</option>)}
      </select>
    </div>
  );
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t("ui.life.versions")}</h2>
      {versions.length === 0 ? (
        <p className="lead">{t("ui.life.no_versions")}</p>
      ) : (
        <>
          <ol className="versions">
            {choices.map((one) => (
              <li key={one.id}>
                <p className="name">
                  <Link to={`/programmes/${programme.id}/versions/${one.id}`}>{t("ui.life.version", number(one.number))}</Link>{" "}
                  <span className={`state ${one.stage}`}>{t(`ui.life.kept.${one.stage}` as Sentence)}</span>
                </p>
                <p className="more">
                  {[moment(one.at), one.by, t("ui.count_tasks", number(one.tasks))].join(" · ")}
                  {one.decision && <><br />{t("ui.life.by_decision", `${one.decision.number}${one.decision.symbol}`, day(one.decision.date), one.decision.signer)}</>}
                  {one.words && <><br />{one.words}</>}
                </p>
                <p className="prints">
                  {["docx", "xlsx", "pdf"].map((format) => <a key={format} className="button small" href={address(`/versions/${one.id}/annex`, { format })}>{format.toUpperCase()}<span className="hidden-words"> {t("ui.life.version", number(one.number))}</span></a>)}
                </p>
              </li>
            ))}
          </ol>
          <form className="compare" onSubmit={(event) => (event.preventDefault(), navigate(`/programmes/${programme.id}/comparison?before=${before}&after=${after}`))}>
            {choice("compare-before", t("ui.life.compare_before"), before, setBefore)}
            {choice("compare-after", t("ui.life.compare_after"), after, setAfter)}
            <button className="button" disabled={before === after}>{t("ui.life.compare")}</button>
          </form>
        </>
      )}
    </section>
  );
}
