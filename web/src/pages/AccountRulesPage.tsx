import { useEffect } from "react";
import { AccountTabs } from "../accounts/AccountTabs";
import { Failed } from "../components/Failed";
import { say } from "../components/Notices";
import { RuleForm } from "../components/RuleForm";
import { useAccountChanges, useAccountRules } from "../hooks/accounts";
import "../styles/accounts.css";
import { t } from "../text/t";

export function AccountRulesPage() {
  const rules = useAccountRules();
  const { saveRules } = useAccountChanges();
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
      <RuleForm key={rules.data.version} rules={rules.data} saving={{ ...saveRules, mutate: (form) => saveRules.mutate(form, { onSuccess: () => say({ text: t("ui.rules.saved") }) }) }} />
    </div>
  );
}
