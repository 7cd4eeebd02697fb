import { useState, type FormEvent } from "react";
import { sentenceOf } from "../api/client";
import type { UnplannedForm } from "../api/types";
import { Dialog } from "../components/Dialog";
import { say } from "../components/Notices";
import { localToday } from "../format";
import { useSession } from "../hooks/session";
import { useUnits } from "../hooks/units";
import { useAddUnplanned, useLeaders } from "../hooks/unplanned";
import { t } from "../text/t";
import { UnitChoice } from "../units/UnitChoice";
import "../styles/units.css";

// A head enters tasks of the own unit; the office and leaders give them to any.
export function UnplannedDialog({ onClose }: { onClose: () => void }) {
  const user = useSession().data?.user;
  const units = (useUnits().data ?? []).filter((unit) => unit.successor === null);
  const leaders = useLeaders().data ?? [];
  const add = useAddUnplanned();
  const isHead = user?.role === "unit_head";
  const [form, setForm] = useState<UnplannedForm>({ title: "", deliverable: "", lead: (isHead && user?.unit) || "", coordinating: [], leader: null, due_on: null, document: "", given_on: localToday(), is_urgent: false });
  const change = (part: Partial<UnplannedForm>) => setForm({ ...form, ...part });
  const send = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(form, { onSuccess: () => (say({ text: t("ui.unplanned.added") }), onClose()) });
  };
  const text = (name: "title" | "deliverable" | "document", isWide = true, isNeeded = false) => (
    <div className={`field${isWide ? " wide" : ""}`}>
      <label htmlFor={`unplanned-${name}`}>{t(name === "title" ? "ui.unplanned.name" : `ui.unplanned.${name}`)}</label>
      <input id={`unplanned-${name}`} className="input" value={form[name] ?? ""} required={isNeeded} placeholder={name === "document" ? t("ui.unplanned.document_example") : undefined} onChange={(event) => change({ [name]: event.target.value })} />
    </div>
  );
  const date = (name: "given_on" | "due_on", isNeeded: boolean) => (
    <div className="field">
      <label htmlFor={`unplanned-${name}`}>{t(`ui.unplanned.${name}`)}</label>
      <input id={`unplanned-${name}`} className="input" type="date" required={isNeeded} max={name === "given_on" ? localToday() : undefined} value={form[name] ?? ""} onChange={(event) => change({ [name]: event.target.value || null })} />
    </div>
  );
  return (
    <Dialog label={t("ui.unplanned.add")} className="unit-dialog" onClose={onClose}>
      <form onSubmit={send}>
        <h2>{t("ui.unplanned.add")}</h2>
        {text("title", true, true)}
        <div className="field">
          <label htmlFor="unplanned-lead">{t("ui.unplanned.lead")}</label>
          <select id="unplanned-lead" className="input" required disabled={isHead} value={form.lead} onChange={(event) => change({ lead: event.target.value })}>
            <option value="">{t("ui.people.choose")}</option>
            {units.map((unit) => <option key={unit.id} value={unit.id}>{unit.name}</option>)}
          </select>
        </div>
        <div className="field">
          <label htmlFor="unplanned-leader">{t("ui.unplanned.leader")}</label>
          <select id="unplanned-leader" className="input" value={form.leader ?? ""} onChange={(event) => change({ leader: event.target.value || null })}>
            <option value="">{t("ui.unplanned.no_leader")}</option>
            {leaders.map((leader) => <option key={leader.id} value={leader.id}>{leader.name}</option>)}
          </select>
        </div>
        {text("document")}
        {date("given_on", true)}
        {date("due_on", false)}
        {text("deliverable")}
        <UnitChoice label={t("ui.unplanned.coordinating")} units={units.filter((unit) => unit.id !== form.lead)} chosen={form.coordinating ?? []} onChange={(coordinating) => change({ coordinating })} />
        <label className="wide"><input type="checkbox" checked={form.is_urgent ?? false} onChange={(event) => change({ is_urgent: event.target.checked })} /> {t("ui.unplanned.is_urgent")}</label>
        {add.error ? <p className="message bad wide" role="alert">{sentenceOf(add.error)}</p> : null}
        <footer className="wide">
          <button type="button" className="button" onClick={onClose}>{t("ui.close")}</button>
          <button className="button primary" disabled={add.isPending}>{t("ui.unplanned.save")}</button>
        </footer>
      </form>
    </Dialog>
  );
}
