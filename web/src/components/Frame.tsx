import { useEffect, useState, type ReactNode } from "react";
import type { Session } from "../api/types";
import { t } from "../text/t";
import { Icon } from "./Icon";
import { Keys } from "./Keys";
import { Palette } from "./Palette";
import { Bell } from "../reminders/Bell";
import { PersonMenu } from "./PersonMenu";
import { Rail } from "./Rail";

export const isTyping = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement && (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));

const isDialogOpen = () => document.querySelector("dialog[open]") !== null;

export function Frame({ session, children }: { session: Session; children: ReactNode }) {
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  const close = () => setOpen(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        if (!isDialogOpen()) setOpen("palette");
        return;
      }
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || isDialogOpen()) return;
      if (event.key === "?") setOpen("keys");
      if (event.key !== "/") return;
      event.preventDefault();
      const search = document.querySelector<HTMLInputElement>("main input[type=search]");
      if (search) search.focus();
      else setOpen("palette");
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <div className="frame">
      <a className="button skip" href="#main">{t("ui.skip")}</a>
      <Rail rights={session.rights} />
      <div className="main">
        <header className="top">
          <p className="agency" title={session.agency.name}>{session.agency.name}</p>
          <button className="ask" onClick={() => setOpen("palette")} aria-keyshortcuts="Control+K">
            <Icon name="search" />
            <span className="words">{t("ui.ask")}</span>
            <span className="key" aria-hidden="true">Ctrl K</span>
          </button>
          <div className="side">
            {session.rights.includes("read_programmes") && <Bell />}
            <PersonMenu session={session} onKeys={() => setOpen("keys")} />
          </div>
        </header>
        <main id="main" tabIndex={-1}>{children}</main>
      </div>
      {open === "palette" && <Palette onClose={close} />}
      {open === "keys" && <Keys onClose={close} />}
    </div>
  );
}
