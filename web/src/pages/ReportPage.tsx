import { useEffect, useState, type FormEvent } from "react";
import { address, sentenceOf } from "../api/client";
import type { KeptReport, ReportedTask, ReportMove } from "../api/types";
import { Link } from "../app/router";
import { Dialog } from "../components/Dialog";
import { Failed } from "../components/Failed";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { Bar } from "../figures/Bar";
import { day, moment, number } from "../format";
import { useReport, useReportMoves, useReportText } from "../hooks/reports";
import { nameOfPeriod, queryOf } from "../reports/periods";
import { ReportFacts } from "../reports/ReportState";
import { ReportWordsForm, ReportWordsRead } from "../reports/ReportWords";
import "../styles/figures.css";
import "../styles/reports.css";
import { t, type Sentence } from "../text/t";

type Step = Exclude<ReportMove, "edit">;
const steps: Step[] = ["submit", "approve", "lock", "take_back", "send_back", "unlock"];
const asksWhy = (step: Step) => step === "send_back" || step === "unlock";

// One report: its figures, what people write beside them, and its way to the lock.
export function ReportPage({ report: id = "" }: Record<string, string>) {
  const report = useReport(id);
  useEffect(() => void (document.title = `${report.data ? titleOf(report.data) : t("ui.reports.title")} · Tiến Độ`), [report.data]);
  if (report.error) return <Failed error={report.error} again={() => void report.refetch()} />;
  if (!report.data) return null;
  // A report that came back to its draft is written anew from what is kept.
  return <Shown key={`${report.data.id}/${report.data.state}`} report={report.data} />;
}

const titleOf = (report: KeptReport) => t("ui.reports.heading", nameOfPeriod(report));

function Shown({ report }: { report: KeptReport }) {
  const { save, move } = useReportMoves(report);
  const text = useReportText(report, save, () => say({ text: t("ui.reports.saved") }));
  const [asking, setAsking] = useState<Step | null>(null);
  const may = (step: ReportMove) => report.moves.includes(step);
  // What is still being written is kept first.
  const go = async (step: Step, reason = "") => {
    try {
      const { version } = may("edit") ? await text.flush() : report;
      await move.mutateAsync({ move: step, reason, version });
      setAsking(null);
      say({ text: t(`ui.reports.done.${step}` as Sentence) });
    } catch (error) {
      if (!asking) say({ text: sentenceOf(error) });
    }
  };
  return (
    <div className="figures reports report">
      <p><Link to={`/figures/reports?${new URLSearchParams(queryOf(report))}`}>{t("ui.reports.back")}</Link></p>
      <header>
        <div>
          <h1>{titleOf(report)}</h1>
          <p className="whose">{report.name} <span className="soft">{t("ui.reports.days", day(report.first_day), day(report.last_day))}</span></p>
          <ReportFacts report={report} />
        </div>
        <div className="tools">
          {steps.filter(may).map((step, at) => (
            <button key={step} className={`button${at === 0 && !asksWhy(step) ? " primary" : ""}`} disabled={move.isPending} onClick={() => (asksWhy(step) ? setAsking(step) : void go(step))}>
              {t(`ui.reports.move.${step}` as Sentence)}
            </button>
          ))}
        </div>
      </header>
      {report.reason && report.state === "draft" && <p className="message doubt"><Icon name="warning" />{t("ui.reports.reason", report.reason)}</p>}
      <Figures report={report} />
      {may("edit") ? <ReportWordsForm text={text} refusal={save.error} /> : <ReportWordsRead words={report.words} />}
      <Tasks name="ui.reports.completed" tasks={report.completed} />
      <Tasks name="ui.reports.late" tasks={report.overdue} />
      <Tasks name="ui.reports.coming" tasks={report.coming} />
      <Files report={report} />
      {asking && <WhyDialog step={asking} refusal={move.error} isBusy={move.isPending} onSend={(reason) => void go(asking, reason)} onClose={() => (move.reset(), setAsking(null))} />}
    </div>
  );
}

function Figures({ report: { whole, units } }: { report: KeptReport }) {
  if (whole.assigned === 0) return <p className="sentence">{t("ui.reports.nothing")}</p>;
  const { completed_over_fallen_due: due } = whole;
  return (
    <section>
      <p className="sentence">
        {t("ui.figures.sentence", number(whole.assigned), number(whole.completed_on_time), number(whole.completed_late), number(whole.under_way_in_time), number(whole.under_way_overdue))}{" "}
        {due.percent && t("ui.reports.share", due.percent, number(due.part), number(due.whole))}
      </p>
      <Bar tally={whole} />
      {units.length > 0 && (
        <div className="scroller" tabIndex={0} role="region" aria-label={t("ui.reports.by_unit")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("ui.reports.unit")}</th>
                {(["assigned", "completed_on_time", "completed_late", "under_way_in_time", "under_way_overdue"] as const).map((part) => <th key={part} scope="col" className="number">{t(`ui.figures.${part}` as Sentence)}</th>)}
              </tr>
            </thead>
            <tbody>
              {units.map((unit) => (
                <tr key={unit.key}>
                  <th scope="row">{unit.name}</th>
                  {(["assigned", "completed_on_time", "completed_late", "under_way_in_time", "under_way_overdue"] as const).map((part) => <td key={part} className={`number ${part}${unit[part] === 0 ? " none" : ""}`}>{number(unit[part])}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Tasks({ name, tasks }: { name: Sentence; tasks: ReportedTask[] }) {
  if (tasks.length === 0) return null;
  return (
    <details className="tasks">
      <summary><Icon name="down" /><span>{t(name)}</span> <span className="count">{number(tasks.length)}</span></summary>
      <ul className="rows">
        {tasks.map((task, at) => (
          <li key={at}>
            <p>{task.number && <span className="soft">{task.number}. </span>}{task.title}</p>
            <p className="facts"><span>{task.lead}</span><span>{task.due_on ? t("ui.reports.due", day(task.due_on)) : t("ui.reports.no_deadline")}</span></p>
          </li>
        ))}
      </ul>
    </details>
  );
}

// What leaves the house: now, and what was sent before.
function Files({ report }: { report: KeptReport }) {
  const at = (format: string, round?: number) => address(`/period_reports/${report.id}/document`, { format, round });
  const earlier = report.rounds.filter((round) => report.state === "draft" || round.round !== report.rounds[0]?.round);
  return (
    <section className="files">
      <h2>{t("ui.reports.files")}</h2>
      <p className="tools">
        {(["docx", "pdf", "xlsx"] as const).map((format) => <a key={format} className="button" href={at(format)}><Icon name="file" />{t(`ui.reports.${format}`)}</a>)}
      </p>
      {earlier.length > 0 && (
        <ul className="rounds">
          {earlier.map((round) => <li key={round.round}><a href={at("pdf", round.round)}>{t("ui.reports.round", round.round)}</a> <span className="soft">{round.by} · {moment(round.at)}</span></li>)}
        </ul>
      )}
    </section>
  );
}

function WhyDialog({ step, refusal, isBusy, onSend, onClose }: { step: Step; refusal: unknown; isBusy: boolean; onSend: (reason: string) => void; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const send = (event: FormEvent) => (event.preventDefault(), onSend(reason));
  const title = t(`ui.reports.move.${step}` as Sentence);
  return (
    <Dialog label={title} className="report-dialog" onClose={onClose}>
      <form onSubmit={send}>
        <h2>{title}</h2>
        <p className="soft">{t(`ui.reports.why.${step}` as Sentence)}</p>
        <div className="field">
          <label htmlFor="report-reason">{t("ui.reports.reason_label")}</label>
          <textarea id="report-reason" className="input" rows={3} required value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
        {refusal ? <p className="message bad" role="alert">{sentenceOf(refusal)}</p> : null}
        <footer>
          <button type="button" className="button" onClick={onClose}>{t("ui.close")}</button>
          <button className="button primary" disabled={isBusy}>{title}</button>
        </footer>
      </form>
    </Dialog>
  );
}
