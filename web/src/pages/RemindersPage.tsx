import { Link } from "../app/router";
import type { ReportNotice, TaskNotice } from "../api/types";
import { Failed } from "../components/Failed";
import { day } from "../format";
import { useNotices, useReadNotices } from "../hooks/reminders";
import { ReminderFrame } from "../reminders/ReminderTabs";
import { nameOfPeriod, queryOf } from "../reports/periods";
import { t, type Sentence } from "../text/t";

type Day = { date: string; tasks: TaskNotice[]; reports: ReportNotice[] };

// The newest day first.
function byDay(tasks: TaskNotice[], reports: ReportNotice[]): Day[] {
  const dates = [...new Set([...tasks, ...reports].map((item) => item.day))].sort().reverse();
  return dates.map((date) => ({ date, tasks: tasks.filter((item) => item.day === date), reports: reports.filter((item) => item.day === date) }));
}

export function RemindersPage() {
  const notices = useNotices();
  const read = useReadNotices();
  if (notices.error) return <Failed error={notices.error} again={() => void notices.refetch()} />;
  if (!notices.data) return null;
  const { unread, items, reports } = notices.data;
  const lead = items.length + reports.length === 0 ? t("ui.remind.none") : unread ? t("ui.remind.unread", unread) : t("ui.remind.all_read");
  return (
    <ReminderFrame title="ui.remind.notices" lead={lead}>
      {unread > 0 && <p><button className="button small" disabled={read.isPending} onClick={() => read.mutate(null)}>{t("ui.remind.read_all")}</button></p>}
      {byDay(items, reports).map(({ date, tasks, reports }) => (
        <section key={date}>
          <h2>{day(date)}</h2>
          <ul className="lines">
            {reports.map((item) => <Report key={item.id} item={item} onRead={() => item.read_at || read.mutate(item.id)} />)}
            {tasks.map((item) => <Row key={item.id} item={item} onRead={() => item.read_at || read.mutate(item.id)} />)}
          </ul>
        </section>
      ))}
    </ReminderFrame>
  );
}

function Report({ item, onRead }: { item: ReportNotice; onRead: () => void }) {
  const isOverdue = item.send_by < item.day;
  return (
    <li className={item.read_at ? "read" : "unread"}>
      <div>
        <p>
          {!item.read_at && <span className="hidden-words">{t("ui.remind.is_unread")} </span>}
          <Link to={`/figures/reports?${new URLSearchParams(queryOf(item))}`} onClick={onRead}>{t("ui.reports.heading", nameOfPeriod(item))}{item.unit_name && `, ${item.unit_name}`}</Link>
        </p>
        <p className="soft">{t(isOverdue ? "digest.report_overdue" : "digest.report_by", day(item.send_by))}</p>
      </div>
      <span className={`chip ${item.is_resolved ? "done" : isOverdue ? "overdue" : "due_soon"}`}>{t(item.is_resolved ? "ui.remind.sent" : "digest.reports_to_send")}</span>
    </li>
  );
}

function Row({ item, onRead }: { item: TaskNotice; onRead: () => void }) {
  return (
    <li className={item.read_at ? "read" : "unread"}>
      <div>
        <p>
          {!item.read_at && <span className="hidden-words">{t("ui.remind.is_unread")} </span>}
          <Link to={`/programmes/${item.programme}?task=${item.task}`} onClick={onRead}>{item.number && `${item.number}. `}{item.part ? t("digest.part", item.part, item.title) : item.title}</Link>
        </p>
        <p className="soft">{t(`digest.days.${item.kind}` as Sentence, item.days)} · {item.due_on ? t("digest.due", day(item.due_on)) : t("digest.undated")}</p>
      </div>
      <span className={`chip ${item.is_resolved ? "done" : item.kind}`}>{item.is_resolved ? t("ui.remind.resolved") : t(`digest.kind.${item.kind}` as Sentence)}</span>
    </li>
  );
}
