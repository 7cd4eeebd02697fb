import type { UseMutationResult } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import { sentenceOf } from "../api/client";
import type { Letter, LetterForm } from "../api/types";
import { Dialog } from "../components/Dialog";
import { say } from "../components/Notices";
import { day, localToday } from "../format";
import type { LetterMoves } from "../hooks/letters";
import { t, type Sentence } from "../text/t";

type Props = { letter: Letter; moves: LetterMoves; onClose: () => void };

function Form({ title, more, refusal, isBusy, ok, onSend, onClose, children }: { title: string; more?: string; refusal: unknown; isBusy: boolean; ok: string; onSend: () => void; onClose: () => void; children: ReactNode }) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <Dialog label={title} className="letter-dialog" onClose={onClose}>
      <form onSubmit={send}>
        <h2>{title}</h2>
        {more && <p className="wide soft">{more}</p>}
        {children}
        {refusal ? <p className="message bad wide" role="alert">{sentenceOf(refusal)}</p> : null}
        <footer className="wide">
          <button type="button" className="button" onClick={onClose}>{t("ui.close")}</button>
          <button className="button primary" disabled={isBusy}>{ok}</button>
        </footer>
      </form>
    </Dialog>
  );
}

type FieldProps = { name: keyof LetterForm | "number" | "issued_on"; value: string | number; onChange: (value: string) => void; rows?: number; type?: string; isWide?: boolean; isNeeded?: boolean; placeholder?: string; min?: string; max?: string };

function Field({ name, value, onChange, rows, type = "text", isWide, isNeeded, placeholder, min, max }: FieldProps) {
  const id = `letter-${name}`;
  const shared = { id, className: "input", value, required: isNeeded ?? false, placeholder };
  return (
    <div className={`field${isWide ? " wide" : ""}`}>
      <label htmlFor={id}>{t(`ui.letters.${name}` as Sentence)}</label>
      {rows ? <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} /> : <input {...shared} type={type} min={min} max={max} onChange={(event) => onChange(event.target.value)} />}
    </div>
  );
}

export function EditDialog({ letter, moves, onClose }: Props) {
  const [form, setForm] = useState<LetterForm>(letter.form);
  const field = (name: Exclude<keyof LetterForm, "answer_days">) => ({ name, value: form[name], onChange: (value: string) => setForm({ ...form, [name]: value }) });
  const save = () => moves.save.mutate(form, { onSuccess: () => (say({ text: t("ui.letters.saved") }), onClose()) });
  return (
    <Form title={t("ui.letters.move.edit")} more={t("ui.letters.edit_more")} refusal={moves.save.error} isBusy={moves.save.isPending} ok={t("ui.letters.save")} onSend={save} onClose={onClose}>
      <Field {...field("subject")} isWide isNeeded rows={2} />
      <Field {...field("basis")} isWide isNeeded rows={2} />
      <Field {...field("words")} isWide rows={3} />
      <Field name="answer_days" type="number" min="1" max="30" isNeeded value={form.answer_days} onChange={(value) => setForm({ ...form, answer_days: Number(value) })} />
      <Field {...field("symbol")} placeholder={t("ui.letters.symbol_example")} />
      <Field {...field("superior")} />
      <Field {...field("issuer")} isNeeded />
      <Field {...field("place")} isNeeded />
      <Field {...field("signer")} />
      <Field {...field("capacity")} rows={3} placeholder={t("ui.letters.capacity_example")} />
      <Field {...field("recipients")} rows={3} placeholder={t("ui.letters.recipients_more")} />
    </Form>
  );
}

export function IssueDialog({ letter, moves, onClose }: Props) {
  const today = localToday();
  const [form, setForm] = useState({ number: "", symbol: letter.form.symbol, issued_on: today, capacity: letter.form.capacity, signer: letter.form.signer });
  const field = (name: keyof typeof form) => ({ name, value: form[name], onChange: (value: string) => setForm({ ...form, [name]: value }) });
  const issue = () => moves.issue.mutate(form, { onSuccess: (now) => (say({ text: t("ui.letters.issued", day(now.answer_due ?? today)) }), onClose()) });
  return (
    <Form title={t("ui.letters.move.issue")} more={t("ui.letters.issue_more", letter.form.answer_days)} refusal={moves.issue.error} isBusy={moves.issue.isPending} ok={t("ui.letters.issue_now")} onSend={issue} onClose={onClose}>
      <Field {...field("number")} isNeeded />
      <Field {...field("symbol")} isNeeded placeholder={t("ui.letters.symbol_example")} />
      <Field {...field("issued_on")} type="date" min={letter.as_of} max={today} isNeeded />
      <Field {...field("signer")} isNeeded />
      <Field {...field("capacity")} isWide rows={2} placeholder={t("ui.letters.capacity_example")} />
    </Form>
  );
}

type Move = UseMutationResult<Letter, Error, { reason: string }>;

export function ReasonDialog({ title, move, isOptional, onClose }: { title: Sentence; move: Move; isOptional?: boolean; onClose: () => void }) {
  const [reason, setReason] = useState("");
  return (
    <Form title={t(title)} refusal={move.error} isBusy={move.isPending} ok={t(title)} onSend={() => move.mutate({ reason }, { onSuccess: onClose })} onClose={onClose}>
      <div className="field wide">
        <label htmlFor="letter-reason">{t("ui.letters.reason")}</label>
        <textarea id="letter-reason" className="input" rows={3} required={!isOptional} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
    </Form>
  );
}
