import { useState, type FormEvent } from "react";
import { Refusal } from "../accounts/Door";
import { isSwitch } from "../accounts/words";
import { sentenceOf } from "../api/client";
import type { Rule as RuleRow, Rules } from "../api/types";
import { number } from "../format";
import { t, type Sentence } from "../text/t";

// What a save says back: of a mutation that takes the changed values and the version they were seen at.
interface Saving {
  mutate: (form: { values: Record<string, number>; version: number }) => void;
  error: Error | null;
  isPending: boolean;
}

// A table of rules, each with its usual value beside it. Only what was changed is sent.
export function RuleForm({ rules, saving }: { rules: Rules; saving: Saving }) {
  const [changed, setChanged] = useState<Record<string, number>>({});
  const save = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate({ values: changed, version: rules.version });
  };
  return (
    <form className="rules" onSubmit={save}>
      <ul className="lines">
        {rules.items.map((rule) => (
          <Rule key={rule.name} rule={rule} value={changed[rule.name] ?? rule.value} onChange={(value) => setChanged({ ...changed, [rule.name]: value })} />
        ))}
      </ul>
      <Refusal>{saving.error ? sentenceOf(saving.error) : null}</Refusal>
      <p><button className="button primary" disabled={Object.keys(changed).length === 0 || saving.isPending}>{t("ui.save")}</button></p>
    </form>
  );
}

const isTime = (rule: RuleRow) => rule.name === "closing_minutes";
const isChoice = (rule: RuleRow) => rule.name === "sending";
const waysOf = (rule: RuleRow) => Array.from({ length: rule.most - rule.least + 1 }, (_, at) => rule.least + at);
const wayName = (rule: RuleRow, way: number) => t(`ui.rules.${rule.name}.${way}` as Sentence);
const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

function usual(rule: RuleRow): string {
  if (isSwitch(rule)) return t(rule.usual ? "ui.rules.usually_on" : "ui.rules.usually_off");
  if (isTime(rule)) return t("ui.rules.usually_at", clock(rule.usual));
  if (isChoice(rule)) return t("ui.rules.usually_at", wayName(rule, rule.usual));
  return t("ui.rules.usual", number(rule.usual), number(rule.least), number(rule.most));
}

function Rule({ rule, value, onChange }: { rule: RuleRow; value: number; onChange: (value: number) => void }) {
  const id = `rule-${rule.name}`;
  return (
    <li>
      <div>
        <label htmlFor={id}>{t(`ui.rules.${rule.name}` as Sentence)}</label>
        <p className="soft">{[rule.source, usual(rule)].filter(Boolean).join(" · ")}</p>
      </div>
      {isSwitch(rule) ? (
        <input id={id} type="checkbox" checked={value === 1} onChange={(event) => onChange(event.target.checked ? 1 : 0)} />
      ) : isChoice(rule) ? (
        <select id={id} className="input" value={value} onChange={(event) => onChange(Number(event.target.value))}>
          {waysOf(rule).map((way) => <option key={way} value={way}>{wayName(rule, way)}</option>)}
        </select>
      ) : isTime(rule) ? (
        <input id={id} type="time" className="input" required value={clock(value)} onChange={(event) => event.target.value && onChange(minutesOf(event.target.value))} />
      ) : (
        <input id={id} type="number" className="input" min={rule.least} max={rule.most} required value={value} onChange={(event) => onChange(Number(event.target.value))} />
      )}
    </li>
  );
}
