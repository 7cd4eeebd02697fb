import { useId, useState, type FormEvent } from "react";
import type { ProposalKind, ProposalWish } from "../api/types";
import { monthName } from "../format";
import { t, type Sentence } from "../text/t";
import { months, wishOf, type Draft } from "./proposals";

type Props = { kind: ProposalKind; task: string | null; start: Draft; isBusy: boolean; onSay: (wish: ProposalWish) => void; onLeave: () => void };

// What a unit says to one task, or of another task; only the fields that this kind of proposal needs.
export function ProposeForm({ kind, task, start, isBusy, onSay, onLeave }: Props) {
  const [draft, setDraft] = useState(start);
  const id = useId();
  const wish = wishOf(kind, task, draft);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const say = (event: FormEvent) => {
    event.preventDefault();
    if (wish) onSay(wish);
  };
  const hasMonth = kind === "move" || kind === "add";
  const hasTitle = kind === "amend" || kind === "add";
  return (
    <form className="propose" onSubmit={say} onKeyDown={(event) => event.key === "Escape" && onLeave()}>
      {hasTitle && (
        <div className="field wide">
          <label htmlFor={`${id}-title`}>{t("ui.consult.task_title")}</label>
          <textarea id={`${id}-title`} className="input" rows={2} autoFocus value={draft.title} onChange={(event) => set({ title: event.target.value })} />
        </div>
      )}
      {hasMonth && (
        <div className="field">
          <label htmlFor={`${id}-month`}>{t("ui.consult.to_month")}</label>
          <select id={`${id}-month`} className="input" autoFocus={kind === "move"} value={draft.month} onChange={(event) => set({ month: event.target.value })}>
            <option value="">{t("ui.consult.choose_month")}</option>
            {months.map((month) => <option key={month} value={month}>{monthName(month)}</option>)}
          </select>
        </div>
      )}
      <div className="field wide">
        <label htmlFor={`${id}-words`}>{t(kind === "add" ? "ui.consult.reason_if_any" : "ui.consult.reason")}</label>
        <input id={`${id}-words`} className="input" autoFocus={kind === "drop"} value={draft.words} onChange={(event) => set({ words: event.target.value })} />
      </div>
      <p className="deeds wide">
        <button className="button primary small" disabled={!wish || isBusy}>{t(`ui.consult.say.${kind}` as Sentence)}</button>
        <button type="button" className="button small" onClick={onLeave}>{t("ui.leave")}</button>
      </p>
    </form>
  );
}
