import { useState } from "react";
import { t } from "../text/t";

type Props = { id: string; label: string; value: string; onChange: (value: string) => void; autoComplete: "current-password" | "new-password"; autoFocus?: boolean };

// A password as it is typed, shown on demand.
export function Secret({ id, label, value, onChange, autoComplete, autoFocus }: Props) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="secret">
        <input id={id} className="input" type={isShown ? "text" : "password"} autoComplete={autoComplete} autoFocus={autoFocus} required value={value} onChange={(event) => onChange(event.target.value)} />
        <button type="button" className="button quiet small" aria-pressed={isShown} onClick={() => setShown(!isShown)}>{t(isShown ? "ui.password_hide" : "ui.password_show")}</button>
      </div>
    </div>
  );
}
