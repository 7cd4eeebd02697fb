import type { Place, Task } from "../api/types";
import { Link } from "../app/router";
import { number } from "../format";
import { useRights } from "../hooks/rights";
import { useIntakeSource } from "../hooks/task";
import { t } from "../text/t";

const most_lines = 40;

function where(places: Place[]): string {
  const place = places[0];
  if (!place) return "";
  const parts = [];
  if (place.page !== undefined) parts.push(t("ui.place_page", number(place.page + 1)));
  if (place.sheet) parts.push(t("ui.place_sheet", place.sheet));
  if (place.table !== undefined) parts.push(t("ui.place_table", number(place.table + 1)));
  if (place.row !== undefined) parts.push(t("ui.place_row", number(place.row + 1)));
  if (place.line !== undefined) parts.push(t("ui.place_line", number(place.line + 1)));
  return parts.join(" · ");
}

// The lines of the document from which this task was read, with their numbers.
function Lines({ lines, places }: { lines: string[]; places: Place[] }) {
  const marked = new Set(places.flatMap((place) => (place.line === undefined ? [] : [place.line])));
  const first = Math.max(0, Math.min(...marked) - 1);
  const last = Math.min(lines.length - 1, Math.max(...marked) + 1, first + most_lines);
  return (
    <ol className="source-lines" tabIndex={0} aria-label={t("ui.source_lines")}>
      {lines.slice(first, last + 1).map((line, index) => {
        const at = first + index;
        return (
          <li key={at}>
            <span className="line-number">{number(at + 1)}</span>
            {marked.has(at) && line.trim() ? <mark>{line}</mark> : <span>{line || " "}</span>}
          </li>
        );
      })}
    </ol>
  );
}

export function TaskSource({ task }: { task: Task }) {
  const canRead = useRights()("read_drafts");
  const source = useIntakeSource(canRead ? task.source.intake : null);
  const places = Object.values(task.source.places).flat();
  const hasLines = places.some((place) => place.line !== undefined);
  return (
    <section className="source">
      <h3>{t("ui.source")}</h3>
      {task.source.intake === null ? (
        <p className="soft">{t("ui.source_none")}</p>
      ) : (
        <>
          <p className="soft">
            {source.data?.name ?? (canRead ? "" : t("ui.source_of_office"))} {places.length > 0 && !hasLines && `· ${where(places)}`}
          </p>
          {source.data?.lines && hasLines && <Lines lines={source.data.lines} places={places} />}
          {canRead && <Link to={`/import/${task.source.intake}`}>{t("ui.source_open")}</Link>}
        </>
      )}
    </section>
  );
}
