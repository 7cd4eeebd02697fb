import { useEffect } from "react";
import { address, sentenceOf } from "../api/client";
import type { OwedReport, PeriodReports } from "../api/types";
import { changeSearch, Link, navigate, useSearch } from "../app/router";
import { Failed } from "../components/Failed";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { FigureTabs } from "../figures/FigureTabs";
import { day, number } from "../format";
import { useBeginReport, usePeriodReports } from "../hooks/reports";
import { asKind, groupOf, groups, kinds, nameOfPeriod, queryOf, step, type ReportPeriod } from "../reports/periods";
import { OwedFacts } from "../reports/ReportState";
import "../styles/figures.css";
import "../styles/reports.css";
import { t, type Sentence } from "../text/t";

function periodIn(search: URLSearchParams): ReportPeriod | null {
  const kind = kinds.find((one) => one === search.get("kind"));
  return kind ? { kind, year: Number(search.get("year")), number: Number(search.get("number")) } : null;
}

// Who has sent the report of a period, and who has not.
export function ReportsPage() {
  const reports = usePeriodReports(periodIn(useSearch()));
  useEffect(() => void (document.title = `${t("ui.reports.title")} · Tiến Độ`), []);
  if (reports.error) return <Failed error={reports.error} again={() => void reports.refetch()} />;
  if (!reports.data) return null;
  return (
    <div className="figures reports">
      <header>
        <h1>{t("ui.reports.title")}</h1>
        <FigureTabs />
        <PeriodChoice period={reports.data.period} />
      </header>
      <Period reports={reports.data} />
    </div>
  );
}

function PeriodChoice({ period }: { period: ReportPeriod }) {
  const go = (to: ReportPeriod) => changeSearch(queryOf(to));
  return (
    <div className="choice">
      <label className="hidden-words" htmlFor="report-kind">{t("ui.reports.kind")}</label>
      <select id="report-kind" className="input" value={period.kind} onChange={(event) => go(asKind(period, event.target.value as ReportPeriod["kind"]))}>
        {kinds.map((kind) => <option key={kind} value={kind}>{t(`ui.reports.kind.${kind}` as Sentence)}</option>)}
      </select>
      <div className="stepper">
        <button className="button" onClick={() => go(step(period, -1))} aria-label={t("ui.reports.before")}><Icon name="previous" /></button>
        <strong aria-live="polite">{nameOfPeriod(period)}</strong>
        <button className="button" onClick={() => go(step(period, 1))} aria-label={t("ui.reports.after")}><Icon name="next" /></button>
      </div>
    </div>
  );
}

function Period({ reports: { period, items } }: { reports: PeriodReports }) {
  const days = t("ui.reports.days", day(period.first_day), day(period.last_day));
  if (items.length === 0) return <p className="sentence">{t("ui.reports.none", nameOfPeriod(period))} <span className="soft">{days}</span></p>;
  if (!period.is_over) return <p className="sentence">{t("ui.reports.not_over", day(period.last_day))} <span className="soft">{days}</span></p>;
  const missing = items.filter((item) => groupOf(item) === "missing");
  const overdue = missing.filter((item) => item.is_overdue).length;
  return (
    <>
      <p className="sentence">
        {t("ui.reports.sentence", number(items.length - missing.length), number(items.length))} {overdue > 0 && t("ui.reports.overdue", number(overdue))} <span className="soft">{days}</span>
      </p>
      <p className="tools">
        <a className="button" href={address("/reports/briefing", queryOf(period))}><Icon name="file" />{t("ui.reports.briefing")}</a>
        <a className="button" href={address("/reports/coming", { ...queryOf(period), format: "docx" })}><Icon name="file" />{t("ui.reports.coming_list")}</a>
      </p>
      {groups.map((group) => {
        const some = items.filter((item) => groupOf(item) === group);
        return some.length === 0 ? null : (
          <section key={group} className={group}>
            <h2>{t(`ui.reports.group.${group}` as Sentence)} <span className="count">{number(some.length)}</span></h2>
            <ul className="rows">{some.map((item) => <Owed key={item.unit ?? "agency"} owed={item} period={period} />)}</ul>
          </section>
        );
      })}
    </>
  );
}

function Owed({ owed, period }: { owed: OwedReport; period: ReportPeriod }) {
  const begin = useBeginReport();
  const write = () =>
    begin.mutate({ period: { kind: period.kind, year: period.year, number: period.number }, unit: owed.unit }, {
      onSuccess: (report) => navigate(`/figures/reports/${report.id}`),
      onError: (error) => say({ text: sentenceOf(error) }),
    });
  const name = owed.unit ? owed.name : t("ui.reports.of_agency", owed.name);
  return (
    <li>
      <div>
        {owed.report?.may_read ? <Link to={`/figures/reports/${owed.report.id}`}>{name}</Link> : <span className="name">{name}</span>}
        <OwedFacts owed={owed} />
      </div>
      {owed.may_begin && <button className="button small" disabled={begin.isPending} onClick={write}>{t("ui.reports.write")}<span className="hidden-words"> {name}</span></button>}
    </li>
  );
}
