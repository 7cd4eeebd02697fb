import { useEffect, type ReactNode } from "react";
import { OwnKeys } from "../accounts/OwnKeys";
import { OwnSecondStep } from "../accounts/OwnSecondStep";
import { OwnSessions } from "../accounts/OwnSessions";
import { PasswordForm } from "../accounts/PasswordForm";
import { say } from "../components/Notices";
import "../styles/accounts.css";
import { t } from "../text/t";

export function OwnAccountPage() {
  useEffect(() => void (document.title = `${t("ui.own.title")} · Tiến Độ`), []);
  return (
    <div className="accounts own">
      <header><h1>{t("ui.own.title")}</h1></header>
      <Part title={t("ui.own.sessions")}><OwnSessions /></Part>
      <Part title={t("ui.own.password")}><PasswordForm onChanged={() => say({ text: t("ui.own.password_changed") })} /></Part>
      <Part title={t("ui.own.second_step")}><OwnSecondStep /></Part>
      <Part title={t("ui.own.keys")}><OwnKeys /></Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
