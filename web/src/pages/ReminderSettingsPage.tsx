import { useState, type FormEvent, type ReactNode } from "react";
import { Refusal } from "../accounts/Door";
import { sentenceOf } from "../api/client";
import type { ReminderRules, ReminderSettings } from "../api/types";
import { Failed } from "../components/Failed";
import { say } from "../components/Notices";
import { day } from "../format";
import { useReminderSettings, useSaveReminderSettings } from "../hooks/reminders";
import { ReminderFrame } from "../reminders/ReminderTabs";
import { t, type Sentence } from "../text/t";

export function ReminderSettingsPage() {
  const settings = useReminderSettings();
  if (settings.error) return <Failed error={settings.error} again={() => void settings.refetch()} />;
  if (!settings.data) return null;
  return (
    <ReminderFrame title="ui.remind.agency" lead={t("ui.remind.agency_lead")}>
      <Form key={settings.data.version} kept={settings.data} />
      <Messages kept={settings.data} />
    </ReminderFrame>
  );
}

const counts = ["overdue_every", "head_after", "leader_after", "undated_silent_after", "silent_after"] as const;
const times = ["sends_at", "quiet_from", "quiet_until"] as const;

function Form({ kept }: { kept: ReminderSettings }) {
  const save = useSaveReminderSettings();
  const [rules, setRules] = useState<ReminderRules>(kept.settings);
  const [before, setBefore] = useState(kept.settings.days_before.join(", "));
  const [password, setPassword] = useState("");
  const [secret, setSecret] = useState("");
  const set = (change: Partial<ReminderRules>) => setRules({ ...rules, ...change });
  const mail = (change: Partial<ReminderRules["mail"]>) => set({ mail: { ...rules.mail, ...change } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const days_before = before.split(/[\s,;]+/).filter(Boolean).map(Number);
    const form = { settings: { ...rules, days_before }, ...(password && { mail_password: password }), ...(secret && { webhook_secret: secret }) };
    save.mutate({ form, version: kept.version }, { onSuccess: () => say({ text: t("ui.remind.saved") }) });
  };
  return (
    <form className="reminder-form" onSubmit={submit}>
      <section>
        <h2>{t("ui.remind.when")}</h2>
        <label className="tick"><input type="checkbox" checked={rules.is_on} onChange={(event) => set({ is_on: event.target.checked })} /> {t("ui.remind.is_on")}</label>
        <label className="tick"><input type="checkbox" checked={rules.on_the_day} onChange={(event) => set({ on_the_day: event.target.checked })} /> {t("ui.remind.on_the_day")}</label>
        <div className="fields">
          <Field id="days_before"><input id="remind-days_before" className="input" inputMode="numeric" value={before} onChange={(event) => setBefore(event.target.value)} /></Field>
          {counts.map((name) => (
            <Field key={name} id={name}><input id={`remind-${name}`} className="input" type="number" min={0} max={366} required value={rules[name]} onChange={(event) => set({ [name]: Number(event.target.value) })} /></Field>
          ))}
          {times.map((name) => (
            <Field key={name} id={name}><input id={`remind-${name}`} className="input" type="time" required value={rules[name]} onChange={(event) => set({ [name]: event.target.value })} /></Field>
          ))}
        </div>
      </section>
      <section>
        <h2>{t("ui.remind.mail")}</h2>
        <p className="soft">{t("ui.remind.mail_more")}</p>
        <div className="fields">
          <Field id="host"><input id="remind-host" className="input" value={rules.mail.host} onChange={(event) => mail({ host: event.target.value.trim() })} /></Field>
          <Field id="port"><input id="remind-port" className="input" type="number" min={1} max={65535} required value={rules.mail.port} onChange={(event) => mail({ port: Number(event.target.value) })} /></Field>
          <Field id="security">
            <select id="remind-security" className="input" value={rules.mail.security} onChange={(event) => mail({ security: event.target.value as ReminderRules["mail"]["security"] })}>
              {(["starttls", "tls", "none"] as const).map((one) => <option key={one} value={one}>{t(`ui.remind.security_${one}`)}</option>)}
            </select>
          </Field>
          <Field id="from"><input id="remind-from" className="input" type="email" value={rules.mail.from} onChange={(event) => mail({ from: event.target.value.trim() })} /></Field>
          <Field id="user"><input id="remind-user" className="input" autoComplete="off" value={rules.mail.user} onChange={(event) => mail({ user: event.target.value })} /></Field>
          <Field id="password"><input id="remind-password" className="input" type="password" autoComplete="new-password" placeholder={kept.has_password ? "••••••••" : ""} value={password} onChange={(event) => setPassword(event.target.value)} /></Field>
          <Field id="page_address"><input id="remind-page_address" className="input" type="url" placeholder="https://" value={rules.page_address} onChange={(event) => set({ page_address: event.target.value.trim() })} /></Field>
        </div>
      </section>
      <section>
        <h2>{t("ui.remind.webhook")}</h2>
        <p className="soft">{t("ui.remind.webhook_more")}</p>
        <div className="fields">
          <Field id="address"><input id="remind-address" className="input" type="url" placeholder="https://" value={rules.webhook.address} onChange={(event) => set({ webhook: { address: event.target.value.trim() } })} /></Field>
          <Field id="secret"><input id="remind-secret" className="input" type="password" autoComplete="new-password" placeholder={kept.has_secret ? "••••••••" : ""} value={secret} onChange={(event) => setSecret(event.target.value)} /></Field>
        </div>
      </section>
      <Refusal>{save.error ? sentenceOf(save.error) : null}</Refusal>
      <p><button className="button primary" disabled={save.isPending}>{t("ui.save")}</button></p>
    </form>
  );
}

function Field({ id, children }: { id: string; children: ReactNode }) {
  return <div className="field"><label htmlFor={`remind-${id}`}>{t(`ui.remind.${id}` as Sentence)}</label>{children}</div>;
}

function Messages({ kept }: { kept: ReminderSettings }) {
  if (kept.messages.length === 0) return null;
  return (
    <section>
      <h2>{t("ui.remind.messages")}</h2>
      <ul className="lines">
        {kept.messages.map((one, at) => (
          <li key={at}>
            <div><p>{t(`ui.remind.${one.channel}`)} · {day(one.day)}</p>{one.fault && <p className="soft">{t("ui.remind.fault", one.attempts, one.fault)}</p>}</div>
            <span className={`chip ${one.state}`}>{t(`ui.remind.${one.state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
