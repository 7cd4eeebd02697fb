import { Link } from "../app/router";
import type { TaskNotice } from "../api/types";
import { Failed } from "../components/Failed";
import { day } from "../format";
import { useNotices, useReadNotices } from "../hooks/reminders";
import { ReminderFrame } from "../reminders/ReminderTabs";
import { t, type Sentence } from "../text/t";

function byDay(items: TaskNotice[]): [string, TaskNotice[]][] {
  const days = new Map<string, TaskNotice[]>();
  for (const item of items) days.set(item.day, [...(days.get(item.day) ?? []), item]);
  return [...days];
}

export function RemindersPage() {
  const notices = useNotices();
  const read = useReadNotices();
  if (notices.error) return <Failed error={notices.error} again={() => void notices.refetch()} />;
  if (!notices.data) return null;
  const { unread, items } = notices.data;
  const lead = items.length === 0 ? t("ui.remind.none") : unread ? t("ui.remind.unread", unread) : t("ui.remind.all_read");
  return (
    <ReminderFrame title="ui.remind.notices" lead={lead}>
      {unread > 0 && <p><button className="button small" disabled={read.isPending} onClick={() => read.mutate(null)}>{t("ui.remind.read_all")}</button></p>}
      {byDay(items).map(([date, ofDay]) => (
        <section key={date}>
          <h2>{day(date)}</h2>
          <ul className="lines">
            {ofDay.map((item) => <Row key={item.id} item={item} onRead={() => item.read_at || read.mutate(item.id)} />)}
          </ul>
        </section>
      ))}
    </ReminderFrame>
  );
}

function Row({ item, onRead }: { item: TaskNotice; onRead: () => void }) {
  return (
    <li className={item.read_at ? "read" : "unread"}>
      <div>
        <p>
          {!item.read_at && <span className="hidden-words">{t("ui.remind.is_unread")} </span>}
          <Link to={`/programmes/${item.programme}?task=${item.task}`} onClick={onRead}>{item.number && `${item.number}. `}{item.title}</Link>
        </p>
        <p className="soft">{t(`digest.days.${item.kind}` as Sentence, item.days)} · {item.due_on ? t("digest.due", day(item.due_on)) : t("digest.undated")}</p>
      </div>
      <span className={`chip ${item.is_resolved ? "done" : item.kind}`}>{item.is_resolved ? t("ui.remind.resolved") : t(`digest.kind.${item.kind}` as Sentence)}</span>
    </li>
  );
}
