import { useEffect, useState, type FormEvent } from "react";
import { Door, Refusal } from "../accounts/Door";
import { Secret } from "../accounts/Secret";
import { invitationOf } from "../accounts/words";
import { sentenceOf } from "../api/client";
import { navigate } from "../app/router";
import { say } from "../components/Notices";
import { useRedemption } from "../hooks/own_account";
import { useSignIn } from "../hooks/session";
import { t } from "../text/t";

// Whoever was handed a code chooses the password, and is let in with it.
export function InvitationPage() {
  const [form, setForm] = useState(() => ({ ...invitationOf(window.location.hash), password: "", again: "" }));
  const redeem = useRedemption();
  const signIn = useSignIn();
  useEffect(() => void (document.title = `${t("ui.invitation.title")} · Tiến Độ`), []);
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const isWhole = form.name && form.code && form.password && form.password === form.again;
  const take = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await redeem.mutateAsync({ name: form.name.trim(), code: form.code.trim(), password: form.password });
    } catch {
      return;
    }
    say({ text: t("ui.invitation.taken") });
    try {
      await signIn.mutateAsync({ name: form.name.trim(), password: form.password });
    } finally {
      navigate("/");
    }
  };
  return (
    <Door>
      <form onSubmit={(event) => void take(event)}>
        <h1>{t("ui.invitation.title")}</h1>
        <p className="hint">{t("ui.invitation.more")}</p>
        <Refusal>{redeem.error ? sentenceOf(redeem.error) : null}</Refusal>
        <div className="field">
          <label htmlFor="invited-name">{t("ui.sign_in_name")}</label>
          <input id="invited-name" className="input" autoComplete="username" autoCapitalize="none" spellCheck={false} required value={form.name} onChange={(event) => set({ name: event.target.value })} />
        </div>
        <div className="field">
          <label htmlFor="invited-code">{t("ui.invitation.code")}</label>
          <input id="invited-code" className="input" autoComplete="off" spellCheck={false} required value={form.code} onChange={(event) => set({ code: event.target.value })} />
        </div>
        <Secret id="invited-password" label={t("ui.own.new_password")} value={form.password} onChange={(password) => set({ password })} autoComplete="new-password" />
        <Secret id="invited-again" label={t("ui.own.again_password")} value={form.again} onChange={(again) => set({ again })} autoComplete="new-password" />
        <button className="button primary" disabled={!isWhole || redeem.isPending}>{t("ui.invitation.take")}</button>
      </form>
    </Door>
  );
}
