import { useState } from "react";
import { sentenceOf } from "../api/client";
import { say } from "../components/Notices";
import { moment, number } from "../format";
import { useOwnChanges, useSecondFactor } from "../hooks/own_account";
import { t } from "../text/t";
import { Refusal } from "./Door";
import { RecoveryCodes, SecondStepSetUp } from "./SecondStep";
import { CodeField } from "./SecondStepCode";

export function OwnSecondStep() {
  const factor = useSecondFactor();
  const { renewCodes, removeSecondFactor } = useOwnChanges();
  const [code, setCode] = useState("");
  const [codes, setCodes] = useState<string[] | null>(null);
  const [isSettingUp, setSettingUp] = useState(false);
  if (!factor.data) return null;
  if (codes) return <RecoveryCodes codes={codes} onRead={() => setCodes(null)} />;
  if (!factor.data.since || isSettingUp)
    return <SecondStepSetUp onBegun={() => setSettingUp(true)} onDone={() => (setSettingUp(false), say({ text: t("ui.own.second_step_on") }))} />;
  const error = renewCodes.error ?? removeSecondFactor.error;
  const done = () => setCode("");
  return (
    <div className="second-step">
      <p>{t("ui.own.second_step_since", moment(factor.data.since), number(factor.data.recovery_codes_left))}</p>
      <Refusal>{error ? sentenceOf(error) : null}</Refusal>
      <CodeField id="own-code" value={code} onChange={setCode} />
      <p className="deeds">
        <button className="button" disabled={!code.trim()} onClick={() => renewCodes.mutate(code.trim(), { onSuccess: ({ recovery_codes }) => (done(), setCodes(recovery_codes)) })}>{t("ui.own.renew_codes")}</button>
        {!factor.data.is_required && (
          <button className="button" disabled={!code.trim()} onClick={() => removeSecondFactor.mutate(code.trim(), { onSuccess: () => (done(), say({ text: t("ui.own.second_step_off") })) })}>{t("ui.own.second_step_remove")}</button>
        )}
      </p>
    </div>
  );
}
