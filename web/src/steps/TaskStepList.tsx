import { useState, type FormEvent } from "react";
import { sentenceOf } from "../api/client";
import type { DeliverableKind, TaskStep, TaskSteps } from "../api/types";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { day, localToday, number } from "../format";
import { useMarkSteps, useTaskSteps } from "../hooks/steps";
import "../styles/steps.css";
import { t, type Sentence } from "../text/t";
import { kinds, movedTo } from "./kinds";

const keyOf = (step: TaskStep) => `${step.key} ${step.part}`;

// The steps by which a task comes about, with the day each was done; one click marks the next.
export function TaskStepList({ task }: { task: string }) {
  const steps = useTaskSteps(task).data;
  if (!steps || (steps.steps.length === 0 && steps.way.length === 0 && !steps.may_mark)) return null;
  return <Steps steps={steps} />;
}

function Steps({ steps }: { steps: TaskSteps }) {
  const { finish, reopen, kind } = useMarkSteps(steps.task);
  const [open, setOpen] = useState("");
  const done = steps.steps.filter((step) => step.done_on).length;
  const failure = finish.error ?? reopen.error ?? kind.error;
  const mark = (step: TaskStep, done_on: string, percent: number) =>
    finish.mutate(
      { version: steps.version, key: step.key, part: step.part, done_on, ...(percent === movedTo(steps.percent, step.share) ? {} : { percent }) },
      { onSuccess: () => (setOpen(""), say({ text: t("ui.steps.written", step.name) })) },
    );
  const unmark = (step: TaskStep) =>
    reopen.mutate({ version: steps.version, key: step.key, part: step.part }, { onSuccess: () => say({ text: t("ui.steps.reopened", step.name) }) });
  return (
    <section className="task-steps">
      <header>
        <h3>{t("ui.steps.title")}</h3>
        {steps.steps.length > 0 && <span className="soft">{t("ui.steps.done_of", number(done), number(steps.steps.length))}</span>}
        {steps.may_mark ? (
          <select className="input" aria-label={t("ui.steps.kind")} value={steps.is_told ? "as_told" : (steps.kind ?? "none")} onChange={(event) => kind.mutate(event.target.value === "none" ? null : event.target.value)}>
            <option value="as_told">{steps.is_told && steps.kind ? `${nameOfKind(steps.kind)} (${t("ui.steps.told")})` : t("ui.steps.kind_as_told")}</option>
            {kinds.map((one) => <option key={one} value={one}>{nameOfKind(one)}</option>)}
            <option value="none">{t("ui.steps.kind_none")}</option>
          </select>
        ) : (
          steps.kind && <span className="soft">{nameOfKind(steps.kind)}</span>
        )}
      </header>
      {steps.way.length > 0 && (
        <div className="way">
          <p className="soft">{t("ui.steps.way")}</p>
          <ol>
            {steps.way.map((step) => <li key={step.name}><span aria-current={step.is_this ? "step" : undefined}>{step.name}{step.is_this && <span className="hidden-words"> ({t("ui.steps.this")})</span>}</span></li>)}
          </ol>
        </div>
      )}
      <ol className="line-of-steps">
        {steps.steps.map((step) => (
          <li key={keyOf(step)} className={step.done_on ? "is-done" : undefined}>
            <p>
              <span className="sign" aria-hidden="true">{step.done_on && <Icon name="check" />}</span>
              <span className="name">{step.name}</span>
              <span className="soft">{step.done_on ? t("ui.steps.done_on", day(step.done_on)) : t("ui.steps.share", number(step.share))}</span>
              {steps.may_mark && (step.done_on ? (
                <button className="button quiet small" disabled={reopen.isPending} aria-label={t("ui.steps.reopen_named", step.name)} onClick={() => unmark(step)}>{t("ui.steps.reopen")}</button>
              ) : (
                <button className="button small" aria-expanded={open === keyOf(step)} aria-label={t("ui.steps.finish_named", step.name)} onClick={() => setOpen(open === keyOf(step) ? "" : keyOf(step))}>{t("ui.steps.finish")}</button>
              ))}
            </p>
            {open === keyOf(step) && <Marking step={step} percent={movedTo(steps.percent, step.share)} isBusy={finish.isPending} onMark={(on, percent) => mark(step, on, percent)} />}
          </li>
        ))}
      </ol>
      {failure && <p className="message bad" role="alert"><Icon name="warning" />{sentenceOf(failure)}</p>}
    </section>
  );
}

const nameOfKind = (kind: DeliverableKind) => t(`ui.steps.kind.${kind}` as Sentence);

type MarkingProps = { step: TaskStep; percent: number; isBusy: boolean; onMark: (done_on: string, percent: number) => void };

// Today and the step's share stand ready; another day or percent may be said.
function Marking({ step, percent: usual, isBusy, onMark }: MarkingProps) {
  const today = localToday();
  const [on, setOn] = useState(today);
  const [percent, setPercent] = useState(String(usual));
  const id = `step-${step.key}-${step.part}`;
  const send = (event: FormEvent) => {
    event.preventDefault();
    onMark(on, Number(percent));
  };
  return (
    <form className="marking" onSubmit={send}>
      <div className="field">
        <label htmlFor={`${id}-day`}>{t("ui.steps.day")}</label>
        <input id={`${id}-day`} className="input" type="date" required max={today} value={on} onChange={(event) => setOn(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-percent`}>{t("ui.steps.percent")} (%)</label>
        <input id={`${id}-percent`} className="input" type="number" required min={0} max={100} value={percent} onChange={(event) => setPercent(event.target.value)} />
      </div>
      <button className="button primary" disabled={isBusy}>{t("ui.steps.write")}</button>
    </form>
  );
}
