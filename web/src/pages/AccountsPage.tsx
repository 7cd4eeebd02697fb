import { useEffect, useState } from "react";
import { AccountDialog } from "../accounts/AccountDialog";
import { AccountTabs } from "../accounts/AccountTabs";
import { Handed } from "../accounts/Handed";
import { invitationLink } from "../accounts/words";
import { sentenceOf } from "../api/client";
import type { Account, AccountList, InvitedAccount } from "../api/types";
import { Failed } from "../components/Failed";
import { say } from "../components/Notices";
import { moment, number } from "../format";
import { useAccountChanges, useAccounts, type AccountStep } from "../hooks/accounts";
import { useSession } from "../hooks/session";
import "../styles/accounts.css";
import "../styles/units.css";
import { t, type Sentence } from "../text/t";

// Everybody who can sign in: state at a glance, what an administrator does with an account beside it.
export function AccountsPage() {
  const accounts = useAccounts();
  const own = useSession().data?.user.id;
  const changes = useAccountChanges();
  const [opened, setOpened] = useState<{ account: Account | null } | null>(null);
  const [refusal, setRefusal] = useState("");
  const [handed, setHanded] = useState<InvitedAccount | null>(null);
  useEffect(() => void (document.title = `${t("ui.rail_accounts")} · Tiến Độ`), []);
  if (accounts.error) return <Failed error={accounts.error} again={() => void accounts.refetch()} />;
  if (!accounts.data) return null;
  const { items } = accounts.data;
  const open = (next: typeof opened) => (setRefusal(""), setOpened(next));
  const onError = (error: unknown) => say({ text: sentenceOf(error) });
  const refused = (error: unknown) => setRefusal(sentenceOf(error));
  const hand = (invited: InvitedAccount) => (setOpened(null), setHanded(invited));
  return (
    <div className="accounts">
      <header>
        <h1>{t("ui.rail_accounts")}</h1>
        <button className="button primary" onClick={() => open({ account: null })}>{t("ui.accounts.invite")}</button>
        <AccountTabs />
        <p className="sentence">{t("ui.accounts.count", number(items.length), number(items.filter((one) => one.state === "locked" || one.state === "unused").length))}</p>
      </header>
      {handed && (
        <Handed title={t("ui.accounts.handed", handed.full_name || handed.name)} more={t("ui.accounts.handed_more", handed.invited_until ? moment(handed.invited_until) : "")} text={invitationLink(window.location.origin, handed.name, handed.code)} onRead={() => setHanded(null)} />
      )}
      <ul className="lines">
        {items.map((account) => (
          <Line
            key={account.id}
            account={account}
            choices={accounts.data}
            isOwn={account.id === own}
            onEdit={() => open({ account })}
            onReset={() => changes.reset.mutate(account, { onSuccess: hand, onError })}
            onStep={(step) => changes.step.mutate({ account, step }, { onSuccess: () => say({ text: t(`ui.accounts.done.${step}` as Sentence, account.name) }), onError })}
          />
        ))}
      </ul>
      {opened && (
        <AccountDialog
          account={opened.account}
          choices={accounts.data}
          refusal={refusal}
          onClose={() => open(null)}
          onSave={({ name, ...form }) =>
            opened.account ? changes.save.mutate({ account: opened.account, form }, { onSuccess: () => setOpened(null), onError: refused }) : changes.invite.mutate({ name: name.trim(), ...form }, { onSuccess: hand, onError: refused })
          }
        />
      )}
    </div>
  );
}

type LineProps = { account: Account; choices: AccountList; isOwn: boolean; onEdit: () => void; onReset: () => void; onStep: (step: AccountStep) => void };

function Line({ account, choices, isOwn, onEdit, onReset, onStep }: LineProps) {
  const place = choices.units.find((unit) => unit.id === account.unit)?.name ?? choices.leaders.find((leader) => leader.id === account.leader)?.name;
  return (
    <li>
      <div>
        <p>
          <strong>{account.full_name || account.name}</strong> <span className="soft">{account.name}</span> {account.state !== "open" && <span className={`chip ${account.state}`}>{t(`ui.account_state.${account.state}` as Sentence)}</span>}
        </p>
        <p className="soft">{[t(`ui.role.${account.role}` as Sentence), place, account.has_second_factor && t("ui.accounts.has_second_step")].filter(Boolean).join(" · ")}</p>
        <p className="soft">{account.signed_in_at ? t("ui.accounts.signed_in", moment(account.signed_in_at)) : t("ui.accounts.never_signed_in")}</p>
      </div>
      {!isOwn && (
        <div className="deeds">
          <button className="button small" onClick={onEdit}>{t("ui.accounts.change")}<span className="hidden-words"> {account.name}</span></button>
          {stepsFor(account).map((step) => (
            <button key={step} className="button small" onClick={() => onStep(step)}>{t(`ui.accounts.step.${step}` as Sentence)}<span className="hidden-words"> {account.name}</span></button>
          ))}
          {account.state !== "disabled" && <button className="button small" onClick={onReset}>{t("ui.accounts.reset")}<span className="hidden-words"> {account.name}</span></button>}
        </div>
      )}
    </li>
  );
}

// Only what makes sense for an account as it stands.
function stepsFor(account: Account): AccountStep[] {
  if (account.state === "disabled" || account.state === "unused") return ["enable"];
  const steps: AccountStep[] = [];
  if (account.state === "locked") steps.push("unlock");
  if (account.has_second_factor) steps.push("forget_authenticator");
  if (account.sessions > 0) steps.push("end_sessions");
  return [...steps, "disable"];
}
