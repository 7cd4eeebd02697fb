import { useState, type FormEvent } from "react";
import { sentenceOf } from "../api/client";
import type { Executor, SplitPart, SubTasks, Unit } from "../api/types";
import { Dialog } from "../components/Dialog";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { byName, number } from "../format";
import type { usePartChanges } from "../hooks/parts";
import { useUnits } from "../hooks/units";
import { useExecutors } from "../hooks/work";
import { t } from "../text/t";
import { choiceOf, chosen, evenly, sumOf } from "./shares";

type Row = SplitPart & { isOpen: boolean };
type Props = { parts: SubTasks; split: ReturnType<typeof usePartChanges>["split"]; onClose: () => void };

const rowsOf = ({ items }: SubTasks): Row[] =>
  items.map(({ id, words, unit, executor, share, due_on, state }) => ({ id, words, unit, executor, share, due_on, isOpen: state === "open" }));

// The whole split at once; what was reported or closed keeps all but its share.
export function SplitDialog(props: Props) {
  const units = useUnits().data?.filter((unit) => unit.successor === null).sort((a, b) => byName(a.name, b.name));
  const people = useExecutors(props.parts.task, true).data;
  return units && people ? <SplitForm {...props} units={units} people={people} /> : null;
}

function SplitForm({ parts, split, onClose, units, people }: Props & { units: Unit[]; people: Executor[] }) {
  const blank = (share: number): Row => ({ words: "", unit: people[0]?.unit ?? units[0]?.id ?? "", executor: null, share, due_on: null, isOpen: true });
  const [rows, setRows] = useState<Row[]>(parts.items.length > 0 ? rowsOf(parts) : [blank(50), blank(50)]);
  const change = (at: number, part: Partial<Row>) => setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const sum = sumOf(rows);
  const isWhole = sum === 100 || rows.length === 0;
  const send = (event: FormEvent) => {
    event.preventDefault();
    split.mutate(rows.map(({ id, words, unit, executor, share, due_on }) => ({ id, words, unit, executor, share, due_on })), { onSuccess: () => (say({ text: t("ui.parts.saved") }), onClose()) });
  };
  return (
    <Dialog label={t("ui.parts.split")} className="parts-dialog" onClose={onClose}>
      <form onSubmit={send}>
        <h2>{t("ui.parts.split")}</h2>
        <p className="soft">{t("ui.parts.lead")}</p>
        <p className="heads" aria-hidden="true">
          {(["head_words", "head_to", "head_due", "head_share"] as const).map((head) => <span key={head}>{t(`ui.parts.${head}`)}</span>)}
        </p>
        <ol>
          {rows.map((row, at) => (
            <li key={row.id ?? at}>
              <textarea className="input words" rows={1} required maxLength={1000} disabled={!row.isOpen} aria-label={t("ui.parts.words", at + 1)} placeholder={t("ui.parts.words", at + 1)} value={row.words} onChange={(event) => change(at, { words: event.target.value })} />
              <select className="input to" disabled={!row.isOpen} aria-label={t("ui.parts.to", at + 1)} value={choiceOf(row)} onChange={(event) => change(at, chosen(event.target.value))}>
                {people.length > 0 && <optgroup label={t("ui.parts.people")}>{people.map((person) => <option key={person.id} value={choiceOf({ unit: person.unit, executor: person.id })}>{person.name}</option>)}</optgroup>}
                <optgroup label={t("ui.parts.units")}>{units.map((unit) => <option key={unit.id} value={choiceOf({ unit: unit.id, executor: null })}>{unit.name}</option>)}</optgroup>
              </select>
              <input type="date" className="input due" disabled={!row.isOpen} aria-label={t("ui.parts.due", at + 1)} value={row.due_on ?? ""} onChange={(event) => change(at, { due_on: event.target.value || null })} />
              <input type="number" className="input share" required min={1} max={100} aria-label={t("ui.parts.share", at + 1)} value={row.share} onChange={(event) => change(at, { share: Number(event.target.value) })} />
              <button type="button" className="button small quiet" disabled={!row.isOpen} aria-label={t("ui.parts.remove", at + 1)} onClick={() => setRows(rows.filter((_, index) => index !== at))}><Icon name="close" /></button>
            </li>
          ))}
        </ol>
        <p className="sum">
          <button type="button" className="button small" onClick={() => setRows([...rows, blank(Math.max(1, 100 - sum))])}>{t("ui.parts.add")}</button>
          <button type="button" className="button small quiet" onClick={() => setRows(evenly(rows))}>{t("ui.parts.even")}</button>
          <span className={isWhole ? "soft" : "bad"} role="status">{t(isWhole ? "ui.parts.sum" : "ui.parts.sum_wrong", number(sum))}</span>
        </p>
        {split.error && <p className="message bad" role="alert">{sentenceOf(split.error)}</p>}
        <footer>
          <button type="button" className="button" onClick={onClose}>{t("ui.close")}</button>
          <button className="button primary" disabled={split.isPending || !isWhole}>{t("ui.parts.save")}</button>
        </footer>
      </form>
    </Dialog>
  );
}
