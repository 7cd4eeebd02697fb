import { useState, type FormEvent } from "react";
import type { Unit } from "../../api/types";
import { t } from "../../text/t";
import { Dialog } from "../Dialog";

type Props = { unit: Unit; units: Unit[]; today: string; refusal: string; onMerge: (into: string, on: string) => void; onClose: () => void };

// One unit goes into another: says what follows before it is done.
export function MergeDialog({ unit, units, today, refusal, onMerge, onClose }: Props) {
  const others = units.filter((other) => other.successor === null && other.id !== unit.id);
  const [into, setInto] = useState("");
  const [on, setOn] = useState(today);
  const title = t("ui.units.merge_title", unit.name);
  const merge = (event: FormEvent) => {
    event.preventDefault();
    onMerge(into, on);
  };
  return (
    <Dialog label={title} className="unit-dialog" onClose={onClose}>
      <form onSubmit={merge}>
        <h2>{title}</h2>
        <p className="wide">{t("ui.units.merge_more")}</p>
        <div className="field">
          <label htmlFor="merge-into">{t("ui.units.merge_into")}</label>
          <select id="merge-into" className="input" required value={into} onChange={(event) => setInto(event.target.value)}>
            <option value="">{t("ui.units.choose")}</option>
            {others.map((other) => <option key={other.id} value={other.id}>{other.name}</option>)}
          </select>
        </div>
        <div className="field">
          <label htmlFor="merge-on">{t("ui.units.merge_on")}</label>
          <input id="merge-on" className="input" type="date" required value={on} onChange={(event) => setOn(event.target.value)} />
        </div>
        {refusal && <p className="message bad wide" role="alert">{refusal}</p>}
        <footer className="wide">
          <button type="button" className="button" onClick={onClose}>{t("ui.close")}</button>
          <button className="button primary">{t("ui.units.merge")}</button>
        </footer>
      </form>
    </Dialog>
  );
}
