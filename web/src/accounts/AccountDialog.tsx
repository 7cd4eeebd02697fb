import { useState, type FormEvent } from "react";
import type { Account, AccountForm, AccountList, Role } from "../api/types";
import { Dialog } from "../components/Dialog";
import { t, type Sentence } from "../text/t";
import { Refusal } from "./Door";

const roles: Role[] = ["office", "unit_head", "officer", "leader", "auditor", "administrator"];
const ofUnit: Role[] = ["unit_head", "officer"];

type Form = AccountForm & { name: string };
type Props = { account: Account | null; choices: Pick<AccountList, "units" | "leaders">; refusal: string; onSave: (form: Form) => void; onClose: () => void };

// Who it is, what may be done, for which unit or as which leader.
export function AccountDialog({ account, choices, refusal, onSave, onClose }: Props) {
  const [form, setForm] = useState<Form>(account ? { name: account.name, full_name: account.full_name, role: account.role, unit: account.unit, leader: account.leader } : { name: "", full_name: "", role: "officer", unit: null, leader: null });
  const change = (part: Partial<Form>) => setForm({ ...form, ...part });
  const title = account ? t("ui.accounts.edit", account.name) : t("ui.accounts.invite");
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave({ ...form, unit: ofUnit.includes(form.role) ? form.unit : null, leader: form.role === "leader" ? form.leader : null });
  };
  return (
    <Dialog label={title} className="unit-dialog account-dialog" onClose={onClose}>
      <form onSubmit={save}>
        <h2>{title}</h2>
        <div className="field">
          <label htmlFor="account-full-name">{t("ui.accounts.full_name")}</label>
          <input id="account-full-name" className="input" maxLength={100} required autoComplete="off" value={form.full_name} onChange={(event) => change({ full_name: event.target.value })} />
        </div>
        <div className="field">
          <label htmlFor="account-name">{t("ui.sign_in_name")}</label>
          <input id="account-name" className="input" maxLength={64} required autoComplete="off" autoCapitalize="none" spellCheck={false} disabled={account !== null} value={form.name} onChange={(event) => change({ name: event.target.value })} />
        </div>
        <div className="field wide">
          <label htmlFor="account-role">{t("ui.accounts.role")}</label>
          <select id="account-role" className="input" value={form.role} onChange={(event) => change({ role: event.target.value as Role })}>
            {roles.map((role) => <option key={role} value={role}>{t(`ui.role.${role}` as Sentence)} – {t(`ui.role_more.${role}` as Sentence)}</option>)}
          </select>
        </div>
        {ofUnit.includes(form.role) && (
          <Choice id="account-unit" label={t("ui.accounts.unit")} value={form.unit} items={choices.units} onChange={(unit) => change({ unit })} />
        )}
        {form.role === "leader" && <Choice id="account-leader" label={t("ui.accounts.leader")} value={form.leader} items={choices.leaders} onChange={(leader) => change({ leader })} />}
        <div className="wide"><Refusal>{refusal || null}</Refusal></div>
        <footer className="wide">
          <button type="button" className="button" onClick={onClose}>{t("ui.leave")}</button>
          <button className="button primary">{t(account ? "ui.save" : "ui.accounts.make_code")}</button>
        </footer>
      </form>
    </Dialog>
  );
}

type ChoiceProps = { id: string; label: string; value: string | null; items: { id: string; name: string }[]; onChange: (value: string | null) => void };

function Choice({ id, label, value, items, onChange }: ChoiceProps) {
  return (
    <div className="field wide">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" required value={value ?? ""} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{t("ui.accounts.choose")}</option>
        {items.map((item) => <option key={item.id} value={item.id}>{item.name}</option>)}
      </select>
    </div>
  );
}
