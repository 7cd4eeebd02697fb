import { useState, type FormEvent } from "react";
import { Refusal } from "../accounts/Door";
import { Handed } from "../accounts/Handed";
import { sentenceOf } from "../api/client";
import type { OwnReminders } from "../api/types";
import { Failed } from "../components/Failed";
import { say } from "../components/Notices";
import { useOwnReminderChanges, useOwnReminders } from "../hooks/reminders";
import { ReminderFrame } from "../reminders/ReminderTabs";
import { t } from "../text/t";

export function OwnRemindersPage() {
  const own = useOwnReminders();
  if (own.error) return <Failed error={own.error} again={() => void own.refetch()} />;
  if (!own.data) return null;
  return (
    <ReminderFrame title="ui.remind.own" lead={t("ui.remind.own_lead")}>
      <section><h2>{t("ui.remind.email")}</h2><Mail key={own.data.version} own={own.data} /></section>
      <section><h2>{t("ui.remind.feed")}</h2><Feed own={own.data} /></section>
    </ReminderFrame>
  );
}

function Mail({ own }: { own: OwnReminders }) {
  const { save } = useOwnReminderChanges();
  const [email, setEmail] = useState(own.email);
  const [by_email, setByEmail] = useState(own.by_email);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ form: { email: email.trim(), by_email }, version: own.version }, { onSuccess: () => say({ text: t("ui.remind.saved") }) });
  };
  return (
    <form className="reminder-form" onSubmit={submit}>
      <label className="tick"><input type="checkbox" checked={by_email} onChange={(event) => setByEmail(event.target.checked)} /> {t("ui.remind.by_email")}</label>
      <div className="field">
        <label htmlFor="remind-email">{t("ui.remind.email_address")}</label>
        <input id="remind-email" className="input" type="email" autoComplete="email" required={by_email} value={email} onChange={(event) => setEmail(event.target.value)} />
      </div>
      <Refusal>{save.error ? sentenceOf(save.error) : null}</Refusal>
      <p><button className="button primary" disabled={save.isPending}>{t("ui.save")}</button></p>
    </form>
  );
}

function Feed({ own }: { own: OwnReminders }) {
  const { renewFeed, removeFeed } = useOwnReminderChanges();
  const [made, setMade] = useState("");
  const renew = () => renewFeed.mutate(undefined, { onSuccess: ({ path }) => setMade(location.origin + path), onError: (error) => say({ text: sentenceOf(error) }) });
  return (
    <>
      <p className="soft">{t("ui.remind.feed_more")}</p>
      {made && <Handed title={t("ui.remind.feed_made")} more={t("ui.remind.feed_once")} text={made} onRead={() => setMade("")} />}
      <p className="deeds">
        <button className="button" disabled={renewFeed.isPending} onClick={renew}>{t(own.has_feed ? "ui.remind.feed_renew" : "ui.remind.feed_make")}</button>
        {own.has_feed && <button className="button" onClick={() => removeFeed.mutate(undefined, { onSuccess: () => setMade("") })}>{t("ui.remind.feed_remove")}</button>}
      </p>
    </>
  );
}
