import { Link, usePath } from "../app/router";
import { t, type Sentence } from "../text/t";

const tabs = ["/accounts", "/account-rules", "/account-review"] as const;
const names: Record<(typeof tabs)[number], Sentence> = { "/accounts": "ui.rail_accounts", "/account-rules": "ui.rail_account_rules", "/account-review": "ui.rail_account_review" };

// The three places of an administrator, side by side.
export function AccountTabs() {
  const path = usePath();
  return (
    <nav className="tabs" aria-label={t("ui.rail_accounts")}>
      {tabs.map((tab) => <Link key={tab} to={tab} className="tab" aria-current={path === tab ? "page" : undefined}>{t(names[tab])}</Link>)}
    </nav>
  );
}
