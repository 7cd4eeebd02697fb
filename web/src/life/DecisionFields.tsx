import { useId } from "react";
import type { Decision } from "../api/types";
import { localToday } from "../format";
import { t } from "../text/t";

export const noDecision = (symbol: string): Decision => ({ number: "", symbol, date: localToday(), signer: "" });

// Number, symbol, day and signer of the decision.
export function DecisionFields({ decision, onChange }: { decision: Decision; onChange: (decision: Decision) => void }) {
  const id = useId();
  const fields = [["number", "ui.life.decision_number"], ["symbol", "ui.life.decision_symbol"], ["signer", "ui.life.decision_signer"]] as const;
  return (
    <div className="decision">
      {fields.map(([name, label]) => (
        <div className="field" key={name}>
          <label htmlFor={`${id}-${name}`}>{t(label)}</label>
          <input id={`${id}-${name}`} className="input" required={name !== "symbol"} value={decision[name]} onChange={(event) => onChange({ ...decision, [name]: event.target.value })} />
        </div>
      ))}
      <div className="field">
        <label htmlFor={`${id}-date`}>{t("ui.life.decision_date")}</label>
        <input id={`${id}-date`} className="input" type="date" required max={localToday()} value={decision.date} onChange={(event) => onChange({ ...decision, date: event.target.value })} />
      </div>
    </div>
  );
}
