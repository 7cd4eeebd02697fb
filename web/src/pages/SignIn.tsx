import { useEffect, useRef, useState, type FormEvent } from "react";
import { CodeField } from "../accounts/SecondStepCode";
import { Door, Refusal } from "../accounts/Door";
import { ApiError, sentenceOf } from "../api/client";
import { useSignIn } from "../hooks/session";
import { setLanguage, t, useLanguage } from "../text/t";

export function SignIn() {
  const signIn = useSignIn();
  const language = useLanguage();
  const [isShown, setShown] = useState(false);
  const [missing, setMissing] = useState(false);
  const [asksCode, setAsksCode] = useState(false);
  const [code, setCode] = useState("");
  const name = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => void (document.title = `${t("ui.sign_in")} · Tiến Độ`), [language]);

  const refused = (error: unknown) => {
    const wantsCode = error instanceof ApiError && (error.key === "code_wanted" || error.key === "code_wrong");
    setAsksCode(wantsCode);
    setCode("");
    if (!wantsCode) password.current?.select();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const form = { name: name.current?.value.trim() ?? "", password: password.current?.value ?? "", ...(code.trim() && { code: code.trim() }) };
    const isMissing = !form.name || !form.password;
    setMissing(isMissing);
    if (isMissing) (form.name ? password : name).current?.focus();
    else signIn.mutate(form, { onError: refused });
  };
  const problem = missing ? t("ui.sign_in_missing") : signIn.error ? sentenceOf(signIn.error) : null;

  return (
    <Door>
      <form onSubmit={submit} noValidate>
        <h1>{t("ui.sign_in")}</h1>
        <Refusal id="sign-in-problem">{problem}</Refusal>
        <div className="field">
          <label htmlFor="name">{t("ui.sign_in_name")}</label>
          <input ref={name} id="name" className="input" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus aria-invalid={problem !== null} aria-describedby={problem ? "sign-in-problem" : undefined} />
        </div>
        <div className="field">
          <label htmlFor="password">{t("ui.sign_in_password")}</label>
          <div className="secret">
            <input ref={password} id="password" className="input" type={isShown ? "text" : "password"} autoComplete="current-password" aria-invalid={problem !== null} aria-describedby={problem ? "sign-in-problem" : undefined} />
            <button type="button" className="button quiet small" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
              {t(isShown ? "ui.password_hide" : "ui.password_show")}
            </button>
          </div>
        </div>
        {asksCode && <CodeField id="sign-in-code" value={code} onChange={setCode} autoFocus />}
        <button className="button primary" disabled={signIn.isPending}>{t("ui.sign_in")}</button>
        <p className="hint">{t("ui.sign_in_help")}</p>
        <button type="button" className="button quiet small tongue" lang={language === "vi" ? "en" : "vi"} onClick={() => void setLanguage(language === "vi" ? "en" : "vi")}>
          {language === "vi" ? "English" : "Tiếng Việt"}
        </button>
      </form>
    </Door>
  );
}
