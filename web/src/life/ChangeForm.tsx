import { useState, type FormEvent } from "react";
import type { ChangeWish, Task } from "../api/types";
import { monthName } from "../format";
import { t, type Sentence } from "../text/t";

type Kind = ChangeWish["kind"];
const months = Array.from({ length: 12 }, (_, index) => index + 1);
const fields = ["title", "lead", "coordinating", "deliverable", "directing_leader", "note"] as const;
type Texts = Record<(typeof fields)[number], string>;
const blank: Texts = { title: "", lead: "", coordinating: "", deliverable: "", directing_leader: "", note: "" };

// A change to a task in force, its dropping, or another task: only what differs is asked for.
export function ChangeForm({ task, isBusy, onAsk, onLeave }: { task: Task | null; isBusy: boolean; onAsk: (wish: ChangeWish) => void; onLeave: () => void }) {
  const [kind, setKind] = useState<Kind>(task ? "change" : "add");
  const [texts, setTexts] = useState<Texts>(task ? { title: task.title, lead: task.lead, coordinating: task.coordinating, deliverable: task.deliverable, directing_leader: task.directing_leader, note: task.note } : blank);
  const [month, setMonth] = useState(task?.month ? String(task.month) : "");
  const [reason, setReason] = useState("");
  const changed = Object.fromEntries(fields.filter((field) => texts[field].trim() !== (task?.[field] ?? "")).map((field) => [field, texts[field].trim()]));
  const newMonth = Number(month) || null;
  const edit = { ...changed, ...(newMonth !== (task?.month ?? null) ? { month: newMonth } : {}) };
  const isReady = reason.trim() !== "" && (kind === "drop" || (Object.keys(edit).length > 0 && texts.title.trim() !== ""));
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onAsk({ kind, task: task?.id ?? null, reason: reason.trim(), ...(kind === "drop" ? {} : { edit }) });
  };
  return (
    <form className="change-form" onSubmit={ask}>
      <h3>{task ? task.title : t("ui.life.add_task")}</h3>
      {task && (
        <div className="wide kinds" role="group" aria-label={t("ui.life.change_kind")}>
          {(["change", "drop"] as const).map((one) => <button key={one} type="button" className="button small" aria-pressed={kind === one} onClick={() => setKind(one)}>{t(`ui.life.kind.${one}` as Sentence)}</button>)}
        </div>
      )}
      {kind !== "drop" && (
        <>
          {fields.map((field) => (
            <div key={field} className={field === "title" ? "field wide" : "field"}>
              <label htmlFor={`change-${field}`}>{t(`field.${field}` as Sentence)}</label>
              <textarea id={`change-${field}`} className="input" rows={field === "title" ? 2 : 1} value={texts[field]} onChange={(event) => setTexts({ ...texts, [field]: event.target.value })} />
            </div>
          ))}
          <div className="field">
            <label htmlFor="change-month">{t("ui.life.month")}</label>
            <select id="change-month" className="input" value={month} onChange={(event) => setMonth(event.target.value)}>
              <option value="">{t("ui.blank")}</option>
              {months.map((one) => <option key={one} value={one}>{monthName(one)}</option>)}
            </select>
          </div>
        </>
      )}
      <div className="field wide">
        <label htmlFor="change-reason">{t("ui.life.reason")}</label>
        <input id="change-reason" className="input" value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <p className="deeds wide">
        <button className="button primary small" disabled={!isReady || isBusy}>{t("ui.life.ask_change")}</button>
        <button type="button" className="button small" onClick={onLeave}>{t("ui.leave")}</button>
      </p>
    </form>
  );
}
