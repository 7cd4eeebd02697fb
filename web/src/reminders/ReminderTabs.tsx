import type { ReactNode } from "react";
import { useEffect } from "react";
import { Link, usePath } from "../app/router";
import { useRights } from "../hooks/rights";
import "../styles/accounts.css";
import "../styles/reminders.css";
import { t, type Sentence } from "../text/t";

const tabs = [
  { to: "/reminders", name: "ui.remind.notices", right: "read_programmes" },
  { to: "/reminders/own", name: "ui.remind.own", right: "read_programmes" },
  { to: "/reminders/agency", name: "ui.remind.agency", right: "edit_programmes" },
  { to: "/reminders/deadlines", name: "ui.work_settings.title", right: "edit_programmes" },
  { to: "/reminders/reports", name: "ui.report_settings.title", right: "edit_programmes" },
] as const;

// The places of reminders, side by side.
export function ReminderFrame({ title, lead, children }: { title: Sentence; lead: string; children: ReactNode }) {
  const may = useRights();
  const path = usePath();
  useEffect(() => void (document.title = `${t(title)} · Tiến Độ`), [title]);
  return (
    <div className="accounts reminders">
      <header>
        <h1>{t(title)}</h1>
        <nav className="tabs" aria-label={t("ui.remind.title")}>
          {tabs.filter((tab) => may(tab.right)).map((tab) => <Link key={tab.to} to={tab.to} className="tab" aria-current={path === tab.to ? "page" : undefined}>{t(tab.name)}</Link>)}
        </nav>
        <p className="sentence">{lead}</p>
      </header>
      {children}
    </div>
  );
}
