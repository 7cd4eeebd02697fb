import { useState, type FormEvent, type ReactNode } from "react";
import type { Person, PersonForm, Post, Responsibility, Unit } from "../api/types";
import { Dialog } from "../components/Dialog";
import { t } from "../text/t";
import { UnitChoice } from "../units/UnitChoice";

const emptyPost: Post = { position: "", unit: null, from: null, to: null };
const emptyField: Responsibility = { words: "", units: [], from: null, to: null };
const formOf = ({ name, aliases, posts, responsibilities }: Person): PersonForm => ({ name, aliases, posts, responsibilities });

type Dated = { from: string | null; to: string | null };
function DayFields({ id, days, onChange }: { id: string; days: Dated; onChange: (part: Partial<Dated>) => void }) {
  return (["from", "to"] as const).map((end) => (
    <div className="field" key={end}>
      <label htmlFor={`${id}-${end}`}>{t(`ui.people.${end}`)}</label>
      <input id={`${id}-${end}`} className="input" type="date" value={days[end] ?? ""} onChange={(event) => onChange({ [end]: event.target.value || null })} />
    </div>
  ));
}

type RowsProps<Row> = { title: string; add: string; rows: Row[]; empty: Row; onChange: (rows: Row[]) => void; children: (row: Row, id: string, change: (part: Partial<Row>) => void) => ReactNode };

// Rows of the same kind: each with its fields and a way to take it away.
function Rows<Row>({ title, add, rows, empty, onChange, children }: RowsProps<Row>) {
  return (
    <section className="wide">
      <h3>{title}</h3>
      {rows.map((row, index) => (
        <div key={index} className="row" role="group" aria-label={`${title} ${index + 1}`}>
          {children(row, `${title}-${index}`, (part) => onChange(rows.map((each, at) => (at === index ? { ...each, ...part } : each))))}
          <button type="button" className="button small quiet" onClick={() => onChange(rows.filter((_, at) => at !== index))}>{t("ui.people.remove_row")}</button>
        </div>
      ))}
      <button type="button" className="button small" onClick={() => onChange([...rows, empty])}>{add}</button>
    </section>
  );
}

function UnitSelect({ id, unit, units, onChange }: { id: string; unit: string | null; units: Unit[]; onChange: (unit: string | null) => void }) {
  return (
    <div className="field">
      <label htmlFor={id}>{t("ui.people.unit")}</label>
      <select id={id} className="input" value={unit ?? ""} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{t("ui.people.agency")}</option>
        {units.filter((each) => each.successor === null || each.id === unit).map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
      </select>
    </div>
  );
}

type Props = { person: Person | null; units: Unit[]; refusal: string; onSave: (form: PersonForm) => void; onClose: () => void };

export function PersonDialog({ person, units, refusal, onSave, onClose }: Props) {
  const [form, setForm] = useState<PersonForm>(person ? formOf(person) : { name: "", aliases: [], posts: [emptyPost], responsibilities: [] });
  const [spellings, setSpellings] = useState(form.aliases.join("\n"));
  const title = person ? t("ui.units.edit", person.name) : t("ui.people.add");
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave({ ...form, aliases: spellings.split("\n").map((line) => line.trim()).filter(Boolean) });
  };
  return (
    <Dialog label={title} className="unit-dialog" onClose={onClose}>
      <form onSubmit={save}>
        <h2>{title}</h2>
        <div className="field wide">
          <label htmlFor="person-name">{t("ui.people.name")}</label>
          <input id="person-name" className="input" value={form.name} maxLength={100} required onChange={(event) => setForm({ ...form, name: event.target.value })} />
        </div>
        <div className="field wide">
          <label htmlFor="person-aliases">{t("ui.units.aliases")}</label>
          <textarea id="person-aliases" className="input" rows={2} value={spellings} onChange={(event) => setSpellings(event.target.value)} />
        </div>
        <Rows title={t("ui.people.posts")} add={t("ui.people.add_post")} rows={form.posts} empty={emptyPost} onChange={(posts) => setForm({ ...form, posts })}>
          {(post, id, change) => (
            <>
              <div className="field">
                <label htmlFor={`${id}-position`}>{t("ui.people.position")}</label>
                <input id={`${id}-position`} className="input" value={post.position} required onChange={(event) => change({ position: event.target.value })} />
              </div>
              <UnitSelect id={`${id}-unit`} unit={post.unit} units={units} onChange={(unit) => change({ unit })} />
              <DayFields id={id} days={post} onChange={change} />
            </>
          )}
        </Rows>
        <Rows title={t("ui.people.fields")} add={t("ui.people.add_field")} rows={form.responsibilities} empty={emptyField} onChange={(responsibilities) => setForm({ ...form, responsibilities })}>
          {(field, id, change) => (
            <>
              <div className="field wide">
                <label htmlFor={`${id}-words`}>{t("ui.people.field_words")}</label>
                <input id={`${id}-words`} className="input" value={field.words} required={field.units.length === 0} onChange={(event) => change({ words: event.target.value })} />
              </div>
              <UnitChoice label={t("ui.people.field_units")} units={units} chosen={field.units} onChange={(chosen) => change({ units: chosen })} />
              <DayFields id={id} days={field} onChange={change} />
            </>
          )}
        </Rows>
        {refusal && <p className="message bad wide" role="alert">{refusal}</p>}
        <footer className="wide">
          <button type="button" className="button" onClick={onClose}>{t("ui.close")}</button>
          <button className="button primary">{t("ui.units.save")}</button>
        </footer>
      </form>
    </Dialog>
  );
}
