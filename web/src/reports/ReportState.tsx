import type { KeptReport, OwedReport } from "../api/types";
import { Icon } from "../components/Icon";
import { day, moment } from "../format";
import { t, type Sentence } from "../text/t";

type Signed = Pick<KeptReport, "state" | "nothing_arose" | "submitted_by" | "submitted_at" | "approved_by" | "approved_at" | "locked_by" | "locked_at">;

// Who did the last step, and when.
function lastStep(report: Signed): string | null {
  if (report.locked_at) return t("ui.reports.locked_by", report.locked_by ?? "", moment(report.locked_at));
  if (report.approved_at) return t("ui.reports.approved_by", report.approved_by ?? "", moment(report.approved_at));
  return report.submitted_at ? t("ui.reports.submitted_by", report.submitted_by ?? "", moment(report.submitted_at)) : null;
}

export function ReportFacts({ report }: { report: Signed }) {
  const last = lastStep(report);
  return (
    <p className="facts">
      <span className={`report-state ${report.state}`}>{t(`ui.reports.state.${report.state}` as Sentence)}</span>
      {report.nothing_arose && <span>{t("ui.reports.nothing_arose_short")}</span>}
      {last && <span>{last}</span>}
    </p>
  );
}

export function OwedFacts({ owed }: { owed: OwedReport }) {
  return (
    <>
      {owed.report && <ReportFacts report={owed.report} />}
      {(!owed.report || owed.report.state === "draft") && (
        <p className="facts">
          <span className={owed.is_overdue ? "late" : ""}>{owed.is_overdue && <Icon name="warning" />}{t(owed.is_overdue ? "ui.reports.was_due" : "ui.reports.send_by", day(owed.send_by))}</span>
        </p>
      )}
    </>
  );
}
