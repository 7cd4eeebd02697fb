import { useEffect, useRef, useState } from "react";
import type { Session } from "../api/types";
import { Link } from "../app/router";
import { setTheme, useTheme } from "../app/theme";
import { useSignOut } from "../hooks/session";
import { setLanguage, t, useLanguage } from "../text/t";
import { Icon } from "./Icon";
import { Switch } from "./Switch";

// The given name stands last in a Vietnamese name.
const initial = (name: string) => name.trim().split(/\s+/).at(-1)?.charAt(0).toUpperCase() ?? "";

export function PersonMenu({ session, onKeys }: { session: Session; onKeys: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const theme = useTheme();
  const language = useLanguage();
  const signOut = useSignOut();

  useEffect(() => {
    if (!isOpen) return;
    const onPress = (event: PointerEvent) => !root.current?.contains(event.target as Node) && setOpen(false);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("keydown", onKey, true);
    return () => {
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("keydown", onKey, true);
    };
  }, [isOpen]);

  const name = session.user.full_name || session.user.name;
  return (
    <div className="menu" ref={root}>
      <button ref={opener} className="opener" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className="face" aria-hidden="true">{initial(name)}</span>
        <span className="hidden-words">{t("ui.person_menu")}</span>
        <span className="name">{name}</span>
        <Icon name="down" />
      </button>
      {isOpen && (
        <div className="sheet">
          <div className="who">
            <strong>{name}</strong>
            <span>{session.agency.name}</span>
          </div>
          <fieldset>
            <legend>{t("ui.theme")}</legend>
            <Switch
              name="theme"
              value={theme}
              onChange={setTheme}
              choices={[{ value: "system", name: t("ui.theme_system") }, { value: "light", name: t("ui.theme_light") }, { value: "dark", name: t("ui.theme_dark") }]}
            />
          </fieldset>
          <fieldset>
            <legend>{t("ui.language")}</legend>
            <Switch name="language" value={language} onChange={(next) => void setLanguage(next)} choices={[{ value: "vi", name: "Tiếng Việt" }, { value: "en", name: "English" }]} />
          </fieldset>
          <div className="line" />
          <Link className="entry" to="/account" onClick={() => setOpen(false)}>{t("ui.own.title")}</Link>
          <button className="entry" onClick={() => (setOpen(false), onKeys())}>
            {t("ui.keys")} <span className="key">?</span>
          </button>
          <button className="entry" onClick={() => signOut.mutate()}>
            {t("ui.sign_out")}
          </button>
        </div>
      )}
    </div>
  );
}
