import { useState, type FormEvent } from "react";
import { sentenceOf } from "../api/client";
import { useOwnChanges } from "../hooks/own_account";
import { t } from "../text/t";
import { Refusal } from "./Door";
import { Secret } from "./Secret";

// The own password: the old one once more, the new one twice. What is wrong with it the server says in one sentence.
export function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const { password } = useOwnChanges();
  const [old, setOld] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const differs = again !== "" && next !== again;
  const change = (event: FormEvent) => {
    event.preventDefault();
    password.mutate({ old_password: old, password: next }, { onSuccess: () => (setOld(""), setNext(""), setAgain(""), onChanged()) });
  };
  return (
    <form className="password-form" onSubmit={change}>
      <Refusal>{password.error ? sentenceOf(password.error) : null}</Refusal>
      <Secret id="old-password" label={t("ui.own.old_password")} value={old} onChange={setOld} autoComplete="current-password" />
      <Secret id="new-password" label={t("ui.own.new_password")} value={next} onChange={setNext} autoComplete="new-password" />
      <Secret id="again-password" label={t("ui.own.again_password")} value={again} onChange={setAgain} autoComplete="new-password" />
      {differs && <p className="soft" role="status">{t("ui.own.differs")}</p>}
      <p><button className="button primary" disabled={!old || !next || next !== again || password.isPending}>{t("ui.own.change_password")}</button></p>
    </form>
  );
}
