import { useState, type FormEvent } from "react";
import { sentenceOf } from "../api/client";
import type { NextPlan, Programme } from "../api/types";
import { navigate } from "../app/router";
import { Dialog } from "../components/Dialog";
import { say } from "../components/Notices";
import { day, number } from "../format";
import { useNextPlan, type LifeMoves } from "../hooks/life";
import { t } from "../text/t";

// The next programme in a minute: what is unfinished and what recurs, all chosen until the clerk says otherwise.
export function NextDialog({ programme, moves, onClose }: { programme: Programme; moves: LifeMoves; onClose: () => void }) {
  const plan = useNextPlan(programme.id);
  return (
    <Dialog label={t("ui.life.next")} className="life-dialog" onClose={onClose}>
      {plan.error && <p className="message bad" role="alert">{sentenceOf(plan.error)}</p>}
      {plan.data && <Form programme={programme} plan={plan.data} moves={moves} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ programme, plan, moves, onClose }: { programme: Programme; plan: NextPlan; moves: LifeMoves; onClose: () => void }) {
  const year = (programme.year ?? new Date().getFullYear()) + 1;
  const [title, setTitle] = useState(t("ui.life.next_title", year));
  const [reason, setReason] = useState("");
  const [left, setLeft] = useState<Set<string>>(new Set());
  const series = new Set(plan.series.flatMap((one) => one.tasks));
  const carried = plan.unfinished.filter((one) => !series.has(one.task));
  const turn = (tasks: string[], isTaken: boolean) => setLeft((before) => new Set(isTaken ? [...before].filter((one) => !tasks.includes(one)) : [...before, ...tasks]));
  const go = (event: FormEvent) => {
    event.preventDefault();
    moves.next.mutate(
      { title, year, reason, left: [...left] },
      { onSuccess: (made) => (say({ text: t("ui.life.next_made", number(made.carried), number(made.repeated)) }), navigate(`/programmes/${made.programme}`)) },
    );
  };
  const line = (key: string, tasks: string[], text: string, more: string) => (
    <li key={key}>
      <label>
        <input type="checkbox" checked={!tasks.every((one) => left.has(one))} onChange={(event) => turn(tasks, event.target.checked)} /> <span>{text} <span className="more">{more}</span></span>
      </label>
    </li>
  );
  return (
    <form onSubmit={go}>
      <h2>{t("ui.life.next")}</h2>
      <div className="field">
        <label htmlFor="next-title">{t("ui.life.next_name")}</label>
        <input id="next-title" className="input" required value={title} onChange={(event) => setTitle(event.target.value)} />
      </div>
      <h3>{t("ui.life.next_carried", number(carried.filter((one) => !left.has(one.task)).length))}</h3>
      <ul className="choose">{carried.map((one) => line(one.task, [one.task], `${one.number}. ${one.title}`, one.first_due_on ? t("ui.life.was_due", day(one.first_due_on)) : ""))}</ul>
      <div className="field">
        <label htmlFor="next-reason">{t("ui.life.next_reason")}</label>
        <input id="next-reason" className="input" value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <h3>{t("ui.life.next_series", number(plan.series.length))}</h3>
      <ul className="choose">{plan.series.map((one) => line(one.tasks[0] ?? one.title, one.tasks, one.title, t("ui.life.in_months", one.months.join(", "))))}</ul>
      {moves.next.error && <p className="message bad" role="alert">{sentenceOf(moves.next.error)}</p>}
      <footer>
        <button type="button" className="button" onClick={onClose}>{t("ui.close")}</button>
        <button className="button primary" disabled={!title.trim() || moves.next.isPending}>{t("ui.life.next_go")}</button>
      </footer>
    </form>
  );
}
