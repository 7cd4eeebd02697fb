import { useState, type FormEvent } from "react";
import type { Unit, UnitForm } from "../../api/types";
import { t, type Sentence } from "../../text/t";
import { Dialog } from "../Dialog";

const kinds: UnitForm["kind"][] = ["department", "division", "centre", "office", "public_service_unit", "other"];
const empty: UnitForm = { name: "", abbreviation: "", aliases: [], kind: "other", parent: null, valid_from: null, valid_to: null, identifier: "", old_identifier: "" };

function formOf(unit: Unit): UnitForm {
  const { name, abbreviation, aliases, kind, parent, valid_from, valid_to, identifier, old_identifier } = unit;
  return { name, abbreviation, aliases, kind, parent, valid_from, valid_to, identifier, old_identifier };
}

type Props = { unit: Unit | null; units: Unit[]; refusal: string; onSave: (form: UnitForm) => void; onClose: () => void };

export function UnitDialog({ unit, units, refusal, onSave, onClose }: Props) {
  const [form, setForm] = useState<UnitForm>(unit ? formOf(unit) : empty);
  const [spellings, setSpellings] = useState(form.aliases.join("\n"));
  const change = (part: Partial<UnitForm>) => setForm({ ...form, ...part });
  const title = unit ? t("ui.units.edit", unit.name) : t("ui.units.add");
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave({ ...form, aliases: spellings.split("\n").map((line) => line.trim()).filter(Boolean) });
  };
  const text = (name: "name" | "abbreviation" | "identifier" | "old_identifier", most: number) => (
    <div className={`field ${name}`}>
      <label htmlFor={`unit-${name}`}>{t(`ui.units.${name}` as Sentence)}</label>
      <input id={`unit-${name}`} className="input" value={form[name]} maxLength={most} required={name === "name"} onChange={(event) => change({ [name]: event.target.value })} />
    </div>
  );
  const date = (name: "valid_from" | "valid_to") => (
    <div className="field">
      <label htmlFor={`unit-${name}`}>{t(`ui.units.${name}` as Sentence)}</label>
      <input id={`unit-${name}`} className="input" type="date" value={form[name] ?? ""} onChange={(event) => change({ [name]: event.target.value || null })} />
    </div>
  );
  return (
    <Dialog label={title} className="unit-dialog" onClose={onClose}>
      <form onSubmit={save}>
        <h2>{title}</h2>
        {text("name", 100)}
        {text("abbreviation", 40)}
        <div className="field">
          <label htmlFor="unit-kind">{t("ui.units.kind")}</label>
          <select id="unit-kind" className="input" value={form.kind} onChange={(event) => change({ kind: event.target.value as UnitForm["kind"] })}>
            {kinds.map((kind) => <option key={kind} value={kind}>{t(`ui.units.kind.${kind}` as Sentence)}</option>)}
          </select>
        </div>
        <div className="field">
          <label htmlFor="unit-parent">{t("ui.units.parent")}</label>
          <select id="unit-parent" className="input" value={form.parent ?? ""} onChange={(event) => change({ parent: event.target.value || null })}>
            <option value="">{t("ui.units.no_parent")}</option>
            {units.filter((other) => other.successor === null && other.id !== unit?.id).map((other) => <option key={other.id} value={other.id}>{other.name}</option>)}
          </select>
        </div>
        {date("valid_from")}
        {date("valid_to")}
        {text("identifier", 35)}
        {text("old_identifier", 13)}
        <div className="field wide">
          <label htmlFor="unit-aliases">{t("ui.units.aliases")}</label>
          <textarea id="unit-aliases" className="input" rows={3} value={spellings} onChange={(event) => setSpellings(event.target.value)} />
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
