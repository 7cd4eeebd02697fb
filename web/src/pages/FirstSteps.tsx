import { useEffect } from "react";
import { Door } from "../accounts/Door";
import { PasswordForm } from "../accounts/PasswordForm";
import { SecondStepSetUp } from "../accounts/SecondStep";
import type { Session } from "../api/types";
import { useSessionAgain, useSignOut } from "../hooks/session";
import "../styles/accounts.css";
import { t } from "../text/t";

// What stands before the work: another password, or a second step of signing in.
export function FirstSteps({ session }: { session: Session }) {
  const again = useSessionAgain();
  const signOut = useSignOut();
  const isPassword = session.pending === "password_change_needed";
  const title = t(isPassword ? "ui.first.password" : "ui.first.second_step");
  useEffect(() => void (document.title = `${title} · Tiến Độ`), [title]);
  return (
    <Door>
      <div className="first">
        <h1>{title}</h1>
        <p className="hint">{t(isPassword ? "ui.first.password_more" : "ui.first.second_step_more")}</p>
        {isPassword ? <PasswordForm onChanged={again} /> : <SecondStepSetUp onDone={again} />}
        <p><button className="button quiet small" onClick={() => signOut.mutate()}>{t("ui.sign_out")}</button></p>
      </div>
    </Door>
  );
}
