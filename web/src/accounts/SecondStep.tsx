import { useState, type FormEvent } from "react";
import { encode } from "uqr";
import { sentenceOf } from "../api/client";
import type { NewSecondFactor } from "../api/types";
import { useOwnChanges } from "../hooks/own_account";
import { t } from "../text/t";
import { Refusal } from "./Door";
import { CodeField } from "./SecondStepCode";

// Drawn here, so that the secret goes nowhere else.
function Square({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg className="square" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t("ui.own.square")} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

const inFours = (secret: string) => secret.match(/.{1,4}/g)?.join(" ") ?? secret;

// Setting the second step up: show the square, take the first code, hand out the recovery codes once.
export function SecondStepSetUp({ onBegun, onDone }: { onBegun?: () => void; onDone: () => void }) {
  const { beginSecondFactor, confirmSecondFactor } = useOwnChanges();
  const [made, setMade] = useState<NewSecondFactor | null>(null);
  const [code, setCode] = useState("");
  const [codes, setCodes] = useState<string[] | null>(null);
  const error = beginSecondFactor.error ?? confirmSecondFactor.error;
  if (codes) return <RecoveryCodes codes={codes} onRead={onDone} />;
  if (!made)
    return (
      <div className="second-step">
        <Refusal>{error ? sentenceOf(error) : null}</Refusal>
        <p>{t("ui.own.second_step_more")}</p>
        <p><button className="button primary" disabled={beginSecondFactor.isPending} onClick={() => beginSecondFactor.mutate(undefined, { onSuccess: (next) => (setMade(next), onBegun?.()) })}>{t("ui.own.second_step_begin")}</button></p>
      </div>
    );
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    confirmSecondFactor.mutate(code.trim(), { onSuccess: ({ recovery_codes }) => setCodes(recovery_codes) });
  };
  return (
    <form className="second-step" onSubmit={confirm}>
      <p>{t("ui.own.scan")}</p>
      <Square text={made.address} />
      <p className="soft">{t("ui.own.type_secret")} <code>{inFours(made.secret)}</code></p>
      <Refusal>{error ? sentenceOf(error) : null}</Refusal>
      <CodeField id="first-code" value={code} onChange={setCode} />
      <p><button className="button primary" disabled={!code.trim() || confirmSecondFactor.isPending}>{t("ui.own.second_step_confirm")}</button></p>
    </form>
  );
}

export function RecoveryCodes({ codes, onRead }: { codes: string[]; onRead: () => void }) {
  return (
    <div className="second-step" role="status">
      <p>{t("ui.own.recovery_more")}</p>
      <ol className="codes">
        {codes.map((code) => <li key={code}><code>{code}</code></li>)}
      </ol>
      <p className="deeds">
        <button className="button primary" onClick={onRead}>{t("ui.own.recovery_kept")}</button>
        <button className="button" onClick={() => window.print()}>{t("ui.print")}</button>
      </p>
    </div>
  );
}
