import { t } from "../text/t";

type Props = { id: string; value: string; onChange: (code: string) => void; autoFocus?: boolean };

// Six digits of the authenticator, or a recovery code.
export function CodeField({ id, value, onChange, autoFocus }: Props) {
  return (
    <div className="field code">
      <label htmlFor={id}>{t("ui.own.code")}</label>
      <input id={id} className="input" autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} required maxLength={40} autoFocus={autoFocus} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
