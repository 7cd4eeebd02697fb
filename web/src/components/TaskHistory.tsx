import type { TaskEvent } from "../api/types";
import { moment, period } from "../format";
import { useTaskEvents } from "../hooks/task";
import { sentenceFor, t } from "../text/t";

function said(value: unknown): string {
  if (value === null || value === undefined || value === "") return t("ui.blank");
  if (Array.isArray(value)) return value.length ? value.map(said).join(", ") : t("ui.blank");
  if (typeof value === "object") {
    const { from, to } = value as { from?: string; to?: string };
    if (from && to) return period({ from, to });
    return Object.entries(value).filter(([, text]) => text).map(([header, text]) => `${header}: ${said(text)}`).join("; ") || t("ui.blank");
  }
  return String(value);
}

function Change({ field, change }: { field: string; change: { before?: unknown; after?: unknown } }) {
  return (
    <li>
      <span className="what">{sentenceFor(`ui.field.${field}`) ?? field}</span>
      <del>{said(change.before)}</del>
      <ins>{said(change.after)}</ins>
    </li>
  );
}

function Happened({ event }: { event: TaskEvent }) {
  const changes = Object.entries(event.changes);
  const isNews = event.kind === "task_edited";
  return (
    <li>
      <p>
        <strong>{sentenceFor(`ui.event.${event.kind}`) ?? event.kind}</strong>
        <span className="when">{event.actor} · <time dateTime={event.at}>{moment(event.at)}</time></span>
      </p>
      {isNews && changes.length > 0 && (
        <ul>
          {changes.map(([field, change]) => (
            <Change key={field} field={field} change={change} />
          ))}
        </ul>
      )}
    </li>
  );
}

export function TaskHistory({ id }: { id: string }) {
  const events = useTaskEvents(id);
  if (!events.data) return null;
  return (
    <section className="history">
      <h3>{t("ui.history")}</h3>
      {events.data.length === 0 ? <p className="soft">{t("ui.history_empty")}</p> : <ol>{[...events.data].reverse().map((event) => <Happened key={event.id} event={event} />)}</ol>}
    </section>
  );
}
