import { useState, type FormEvent } from "react";
import { sentenceOf } from "../api/client";
import type { Step, StepSeries } from "../api/types";
import { Dialog } from "../components/Dialog";
import { Failed } from "../components/Failed";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { number } from "../format";
import { useRights } from "../hooks/rights";
import { useSaveSteps, useStepSeries } from "../hooks/steps";
import "../styles/steps.css";
import { t, type Sentence } from "../text/t";
import { movedUp, whole } from "./kinds";

// The usual steps of each kind of deliverable, as this agency has them.
export function StepSeriesList() {
  const all = useStepSeries();
  const canEdit = useRights()("edit_programmes");
  const [edited, setEdited] = useState<StepSeries | null>(null);
  if (all.error) return <Failed error={all.error} again={() => void all.refetch()} />;
  if (!all.data) return null;
  const nameOf = (series: StepSeries) => t(`ui.steps.kind.${series.kind}` as Sentence);
  return (
    <>
      <header><p className="sentence">{t("ui.steps.lead")}</p></header>
      <ul className="series-list">
        {all.data.map((series) => (
          <li key={series.kind}>
            <div className="name">
              <h2>{nameOf(series)}</h2>
              <ol className="chain">
                {series.steps.map((step) => <li key={step.key}>{step.name} <span className="soft">{number(step.share)}%{step.is_each && `, ${t("ui.steps.each")}`}</span></li>)}
              </ol>
            </div>
            {canEdit && <p className="ways"><button className="button small quiet" onClick={() => setEdited(series)}>{t("ui.steps.edit")}<span className="hidden-words"> {nameOf(series)}</span></button></p>}
          </li>
        ))}
      </ul>
      {edited && <SeriesDialog series={edited} name={nameOf(edited)} onClose={() => setEdited(null)} />}
    </>
  );
}

function SeriesDialog({ series, name, onClose }: { series: StepSeries; name: string; onClose: () => void }) {
  const [steps, setSteps] = useState<Step[]>(series.steps);
  const save = useSaveSteps();
  const sum = whole(steps);
  const change = (at: number, part: Partial<Step>) => setSteps(steps.map((step, index) => (index === at ? { ...step, ...part } : step)));
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ series, steps }, { onSuccess: () => (say({ text: t("ui.steps.saved") }), onClose()) });
  };
  return (
    <Dialog label={t("ui.steps.edit_kind", name)} className="steps-dialog" onClose={onClose}>
      <form onSubmit={send}>
        <h2>{t("ui.steps.edit_kind", name)}</h2>
        <ol>
          {steps.map((step, at) => (
            <li key={at}>
              <input className="input name" required maxLength={100} aria-label={t("ui.steps.name", at + 1)} value={step.name} onChange={(event) => change(at, { name: event.target.value })} />
              <input className="input share" type="number" required min={1} max={100} aria-label={t("ui.steps.share_of", at + 1)} value={step.share} onChange={(event) => change(at, { share: Number(event.target.value) })} />
              <label className="each"><input type="checkbox" checked={step.is_each} aria-label={t("ui.steps.each_of", at + 1)} onChange={(event) => change(at, { is_each: event.target.checked })} />{t("ui.steps.each")}</label>
              <span className="deeds">
                <button type="button" className="button small quiet up" disabled={at === 0} aria-label={t("ui.steps.up", at + 1)} title={t("ui.steps.up", at + 1)} onClick={() => setSteps(movedUp(steps, at))}><Icon name="down" /></button>
                <button type="button" className="button small quiet" disabled={steps.length === 1} aria-label={t("ui.steps.remove", at + 1)} title={t("ui.steps.remove", at + 1)} onClick={() => setSteps(steps.filter((_, index) => index !== at))}><Icon name="close" /></button>
              </span>
            </li>
          ))}
        </ol>
        <p className="sum">
          <button type="button" className="button small" onClick={() => setSteps([...steps, { key: "", name: "", share: Math.max(1, 100 - sum), is_each: false }])}>{t("ui.steps.add")}</button>
          <span className={sum === 100 ? "soft" : "bad"} role="status">{t(sum === 100 ? "ui.steps.whole" : "ui.steps.whole_wrong", number(sum))}</span>
        </p>
        {save.error && <p className="message bad" role="alert">{sentenceOf(save.error)}</p>}
        <footer>
          <button type="button" className="button" onClick={onClose}>{t("ui.close")}</button>
          <button className="button primary" disabled={save.isPending || sum !== 100}>{t("ui.steps.save")}</button>
        </footer>
      </form>
    </Dialog>
  );
}
