import { useState, type FormEvent } from "react";
import type { DelegationForm, Person } from "../api/types";
import { Dialog } from "../components/Dialog";
import { t } from "../text/t";

type Props = { people: Person[]; today: string; refusal: string; onSave: (form: DelegationForm) => void; onClose: () => void };

export function DelegationDialog({ people, today, refusal, onSave, onClose }: Props) {
  const [form, setForm] = useState<DelegationForm>({ absent: "", delegate: "", from: today, to: "", document: "" });
  const change = (part: Partial<DelegationForm>) => setForm({ ...form, ...part });
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave(form);
  };
  return (
    <Dialog label={t("ui.delegations.add")} className="unit-dialog" onClose={onClose}>
      <form onSubmit={save}>
        <h2>{t("ui.delegations.add")}</h2>
        <p className="wide">{t("ui.delegations.more")}</p>
        {(["absent", "delegate"] as const).map((who) => (
          <div className="field" key={who}>
            <label htmlFor={`delegation-${who}`}>{t(`ui.delegations.${who}`)}</label>
            <select id={`delegation-${who}`} className="input" required value={form[who]} onChange={(event) => change({ [who]: event.target.value })}>
              <option value="">{t("ui.people.choose")}</option>
              {people.map((person) => <option key={person.id} value={person.id}>{person.name}</option>)}
            </select>
          </div>
        ))}
        {(["from", "to"] as const).map((end) => (
          <div className="field" key={end}>
            <label htmlFor={`delegation-${end}`}>{t(`ui.people.${end}`)}</label>
            <input id={`delegation-${end}`} className="input" type="date" required value={form[end]} onChange={(event) => change({ [end]: event.target.value })} />
          </div>
        ))}
        <div className="field wide">
          <label htmlFor="delegation-document">{t("ui.delegations.document")}</label>
          <input id="delegation-document" className="input" value={form.document} onChange={(event) => change({ document: event.target.value })} />
        </div>
        {refusal && <p className="message bad wide" role="alert">{refusal}</p>}
        <footer className="wide">
          <button type="button" className="button" onClick={onClose}>{t("ui.close")}</button>
          <button className="button primary">{t("ui.units.save")}</button>
        </footer>
      </form>
    </Dialog>
  );
}
