import { useEffect, useState, type FormEvent } from "react";
import { AccountTabs } from "../accounts/AccountTabs";
import { Refusal } from "../accounts/Door";
import { isSwitch } from "../accounts/words";
import { sentenceOf } from "../api/client";
import type { AccountRule, AccountRules } from "../api/types";
import { Failed } from "../components/Failed";
import { say } from "../components/Notices";
import { number } from "../format";
import { useAccountChanges, useAccountRules } from "../hooks/accounts";
import "../styles/accounts.css";
import { t, type Sentence } from "../text/t";

export function AccountRulesPage() {
  const rules = useAccountRules();
  useEffect(() => void (document.title = `${t("ui.rail_account_rules")} · Tiến Độ`), []);
  if (rules.error) return <Failed error={rules.error} again={() => void rules.refetch()} />;
  if (!rules.data) return null;
  return (
    <div className="accounts">
      <header>
        <h1>{t("ui.rail_account_rules")}</h1>
        <AccountTabs />
        <p className="sentence">{t("ui.rules.lead")}</p>
      </header>
      <Rules key={rules.data.version} rules={rules.data} />
    </div>
  );
}

function Rules({ rules }: { rules: AccountRules }) {
  const { saveRules } = useAccountChanges();
  const [changed, setChanged] = useState<Record<string, number>>({});
  const save = (event: FormEvent) => {
    event.preventDefault();
    saveRules.mutate({ values: changed, version: rules.version }, { onSuccess: () => say({ text: t("ui.rules.saved") }) });
  };
  return (
    <form className="rules" onSubmit={save}>
      <ul className="lines">
        {rules.items.map((rule) => (
          <Rule key={rule.name} rule={rule} value={changed[rule.name] ?? rule.value} onChange={(value) => setChanged({ ...changed, [rule.name]: value })} />
        ))}
      </ul>
      <Refusal>{saveRules.error ? sentenceOf(saveRules.error) : null}</Refusal>
      <p><button className="button primary" disabled={Object.keys(changed).length === 0 || saveRules.isPending}>{t("ui.save")}</button></p>
    </form>
  );
}

function Rule({ rule, value, onChange }: { rule: AccountRule; value: number; onChange: (value: number) => void }) {
  const id = `rule-${rule.name}`;
  return (
    <li>
      <div>
        <label htmlFor={id}>{t(`ui.rules.${rule.name}` as Sentence)}</label>
        <p className="soft">{[rule.source, isSwitch(rule) ? t(rule.usual ? "ui.rules.usually_on" : "ui.rules.usually_off") : t("ui.rules.usual", number(rule.usual), number(rule.least), number(rule.most))].filter(Boolean).join(" · ")}</p>
      </div>
      {isSwitch(rule) ? (
        <input id={id} type="checkbox" checked={value === 1} onChange={(event) => onChange(event.target.checked ? 1 : 0)} />
      ) : (
        <input id={id} type="number" className="input" min={rule.least} max={rule.most} required value={value} onChange={(event) => onChange(Number(event.target.value))} />
      )}
    </li>
  );
}
