import { useEffect, useState, type FormEvent } from "react";
import type { Access } from "../api/types";
import { changeSearch, useSearch } from "../app/router";
import { Failed } from "../components/Failed";
import { Icon } from "../components/Icon";
import { momentToTheSecond, number } from "../format";
import { logFile, useLog, type LogFilter } from "../hooks/log";
import { objectOf, whatOf } from "../log/words";
import "../styles/log.css";
import { t, type Sentence } from "../text/t";

const kinds = ["session", "account", "read", "change", "log"] as const;
const results = ["done", "refused", "absent", "failed"] as const;

function filterFrom(search: URLSearchParams): LogFilter {
  const word = (name: string) => search.get(name) ?? "";
  return { from: word("from"), to: word("to"), account: word("account"), kind: word("kind"), result: word("result") };
}

// Who signed in, read and changed what. Ids only: nothing of what a task says stands here.
export function LogPage() {
  const filter = filterFrom(useSearch());
  const log = useLog(filter);
  useEffect(() => void (document.title = `${t("ui.rail_log")} · Tiến Độ`), []);
  if (log.error) return <Failed error={log.error} again={() => void log.refetch()} />;
  const rows = log.data?.pages.flatMap((page) => page.items) ?? [];
  const isFull = log.data?.pages[0]?.is_space_low ?? false;
  return (
    <div className="log">
      <header>
        <h1>{t("ui.rail_log")}</h1>
        <a className="button" href={logFile(filter)} download>{t("ui.log.file")}</a>
        <p className="lead">{t("ui.log.lead")}</p>
      </header>
      {isFull && <p className="message bad" role="alert"><Icon name="warning" />{t("ui.log.space_low")}</p>}
      <Filter filter={filter} />
      {log.data && rows.length === 0 && <p className="soft" role="status">{t("ui.log.empty")}</p>}
      {rows.length > 0 && <Rows rows={rows} />}
      {log.hasNextPage && (
        <p className="further">
          <button className="button" disabled={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>{t("ui.log.further")}</button>
          <span className="soft">{t("ui.log.shown", number(rows.length))}</span>
        </p>
      )}
    </div>
  );
}

function Filter({ filter }: { filter: LogFilter }) {
  const [account, setAccount] = useState(filter.account);
  const [known, setKnown] = useState(filter.account);
  if (known !== filter.account) {
    setKnown(filter.account);
    setAccount(filter.account);
  }
  const change = (name: keyof LogFilter, value: string) => changeSearch({ [name]: value || null });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change("account", account.trim());
  };
  const isFiltering = Object.values(filter).some(Boolean);
  return (
    <form className="filter" role="search" aria-label={t("ui.log.filter")} onSubmit={submit}>
      <div className="field">
        <label htmlFor="log-from">{t("ui.log.from")}</label>
        <input id="log-from" type="date" className="input" value={filter.from} onChange={(event) => change("from", event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor="log-to">{t("ui.log.to")}</label>
        <input id="log-to" type="date" className="input" value={filter.to} onChange={(event) => change("to", event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor="log-account">{t("log.account")}</label>
        <input id="log-account" className="input" value={account} autoComplete="off" spellCheck={false} onChange={(event) => setAccount(event.target.value)} onBlur={() => change("account", account.trim())} />
      </div>
      <div className="field">
        <label htmlFor="log-kind">{t("log.kind")}</label>
        <select id="log-kind" className="input" value={filter.kind} onChange={(event) => change("kind", event.target.value)}>
          <option value="">{t("ui.log.all")}</option>
          {kinds.map((kind) => <option key={kind} value={kind}>{t(`log.kind.${kind}` as Sentence)}</option>)}
        </select>
      </div>
      <div className="field">
        <label htmlFor="log-result">{t("log.result")}</label>
        <select id="log-result" className="input" value={filter.result} onChange={(event) => change("result", event.target.value)}>
          <option value="">{t("ui.log.all")}</option>
          {results.map((result) => <option key={result} value={result}>{t(`log.result.${result}` as Sentence)}</option>)}
        </select>
      </div>
      {isFiltering && <button type="button" className="button quiet" onClick={() => changeSearch({ from: null, to: null, account: null, kind: null, result: null })}>{t("ui.filter_clear")}</button>}
    </form>
  );
}

function Rows({ rows }: { rows: Access[] }) {
  return (
    <table>
      <thead>
        <tr>
          {(["log.at", "log.account", "log.what", "log.object", "log.result", "log.address"] as const).map((name) => <th key={name} scope="col">{t(name)}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => <Row key={row.sequence} row={row} />)}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: Access }) {
  const isStranger = row.account.startsWith("?");
  return (
    <tr className={row.result}>
      <td className="at"><time dateTime={row.at}>{momentToTheSecond(row.at)}</time></td>
      <td className="account">
        {isStranger ? <span title={t("ui.log.stranger_more")}>{t("ui.log.stranger")} <span className="id">{row.account}</span></span> : <button className="plain" aria-label={t("ui.log.only", row.account)} onClick={() => changeSearch({ account: row.account })}>{row.account}</button>}
      </td>
      <td className="what" title={row.what}>{whatOf(row)}{row.times > 1 && <span className="soft"> × {number(row.times)}</span>}</td>
      <td className="id">{objectOf(row)}</td>
      <td className="result"><span className={`chip ${row.result}`}>{t(`log.result.${row.result}` as Sentence)}</span></td>
      <td className="address">{row.address || t("ui.log.at_the_machine")}</td>
    </tr>
  );
}
