import { useState, type FormEvent } from "react";
import type { GroupForm, Unit } from "../api/types";
import { Dialog } from "../components/Dialog";
import { t } from "../text/t";
import { UnitChoice } from "./UnitChoice";

type Props = { title: string; form: GroupForm; units: Unit[]; refusal: string; onSave: (form: GroupForm) => void; onClose: () => void };

export function GroupDialog({ title, form: before, units, refusal, onSave, onClose }: Props) {
  const [form, setForm] = useState<GroupForm>(before);
  const [spellings, setSpellings] = useState(before.aliases.join("\n"));
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave({ ...form, aliases: spellings.split("\n").map((line) => line.trim()).filter(Boolean) });
  };
  return (
    <Dialog label={title} className="unit-dialog" onClose={onClose}>
      <form onSubmit={save}>
        <h2>{title}</h2>
        <div className="field wide">
          <label htmlFor="group-name">{t("ui.groups.name")}</label>
          <input id="group-name" className="input" value={form.name} maxLength={100} required onChange={(event) => setForm({ ...form, name: event.target.value })} />
        </div>
        <div className="field wide">
          <label htmlFor="group-aliases">{t("ui.units.aliases")}</label>
          <textarea id="group-aliases" className="input" rows={2} value={spellings} onChange={(event) => setSpellings(event.target.value)} />
        </div>
        <UnitChoice label={t("ui.groups.members")} units={units} chosen={form.members} onChange={(members) => setForm({ ...form, members })} />
        {form.members.length === 0 && <p className="wide more">{t("ui.groups.open_more")}</p>}
        {refusal && <p className="message bad wide" role="alert">{refusal}</p>}
        <footer className="wide">
          <button type="button" className="button" onClick={onClose}>{t("ui.close")}</button>
          <button className="button primary">{t("ui.units.save")}</button>
        </footer>
      </form>
    </Dialog>
  );
}
