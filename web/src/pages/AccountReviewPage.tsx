import { useEffect } from "react";
import { AccountTabs } from "../accounts/AccountTabs";
import { address } from "../api/client";
import { Failed } from "../components/Failed";
import { day, number } from "../format";
import { useAccountReview } from "../hooks/accounts";
import "../styles/accounts.css";
import { t, type Sentence } from "../text/t";

const dayOf = (instant: string | null) => (instant ? day(instant.slice(0, 10)) : "–");

// The list that an agency goes through each quarter, with the fields that the regulation names.
export function AccountReviewPage() {
  const review = useAccountReview();
  useEffect(() => void (document.title = `${t("ui.rail_account_review")} · Tiến Độ`), []);
  if (review.error) return <Failed error={review.error} again={() => void review.refetch()} />;
  if (!review.data) return null;
  const columns = ["kind", "name", "role", "state", "holder", "unit", "activated_at", "deactivated_at", "last_used_at"] as const;
  return (
    <div className="accounts">
      <header>
        <h1>{t("ui.rail_account_review")}</h1>
        <a className="button" href={address("/account_review", { format: "csv" })} download>{t("ui.accounts.download")}</a>
        <AccountTabs />
        <p className="sentence">{t("ui.accounts.review_lead", number(review.data.items.length), day(review.data.on))}</p>
      </header>
      <div className="scroller" tabIndex={0} role="region" aria-label={t("ui.rail_account_review")}>
        <table>
          <thead>
            <tr>{columns.map((column) => <th key={column} scope="col">{t(`ui.review_accounts.${column}` as Sentence)}</th>)}</tr>
          </thead>
          <tbody>
            {review.data.items.map((row) => (
              <tr key={`${row.kind} ${row.name} ${row.activated_at}`}>
                <td>{t(`ui.account_kind.${row.kind}` as Sentence)}</td>
                <th scope="row">{row.name}</th>
                <td>{t(`ui.role.${row.role}` as Sentence)}</td>
                <td>{t(`ui.account_state.${row.state}` as Sentence)}</td>
                <td>{row.holder}</td>
                <td>{row.unit}</td>
                <td>{dayOf(row.activated_at)}</td>
                <td>{dayOf(row.deactivated_at)}</td>
                <td>{dayOf(row.last_used_at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
