import type { CalendarDay } from "../../api/types";
import { groupsOf, type DayGroup } from "../../calendar/year";
import { period } from "../../format";
import { t, type Sentence } from "../../text/t";

const datesOf = ({ days }: DayGroup) => period({ from: days[0]?.date ?? "", to: days.at(-1)?.date ?? "" });
const decided = (days: CalendarDay[], is_confirmed: boolean) => days.map((day) => ({ ...day, is_confirmed }));

export function Proposals({ days, onDecide }: { days: CalendarDay[]; onDecide: ((days: CalendarDay[]) => void) | null }) {
  if (days.length === 0) return <p className="settled">{t("ui.calendar.all_confirmed")}</p>;
  return (
    <section className="proposals" aria-label={t("ui.calendar.proposals")}>
      <h2>{t("ui.calendar.proposals")}</h2>
      <p>{t("ui.calendar.proposals_more")}</p>
      {onDecide && <button className="button primary" onClick={() => onDecide(decided(days, true))}>{t("ui.calendar.confirm_all", days.length)}</button>}
      <ul>
        {groupsOf(days).map((group) => (
          <li key={group.days[0]?.date}>
            <p><strong>{group.name}</strong> <span className="dates">{datesOf(group)}</span></p>
            <p className="source">{t("ui.calendar.show_source", group.source)}</p>
            {onDecide && (
              <p className="ways">
                <button className="button small" onClick={() => onDecide(decided(group.days, true))} aria-label={`${t("ui.calendar.confirm")}: ${group.name}`}>{t("ui.calendar.confirm")}</button>
                <button className="button small quiet" onClick={() => onDecide(decided(group.days, false))} aria-label={`${t("ui.calendar.set_aside")}: ${group.name}`}>{t("ui.calendar.set_aside")}</button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function KeptDays({ days }: { days: CalendarDay[] }) {
  return (
    <section className="kept" aria-label={t("ui.calendar.kept")}>
      <h2>{t("ui.calendar.kept")}</h2>
      {days.length === 0 && <p>{t("ui.calendar.kept_none")}</p>}
      <ul>
        {groupsOf(days).map((group) => (
          <li key={group.days[0]?.date}>
            <p>
              <strong>{group.name}</strong> <span className="dates">{datesOf(group)}</span>{" "}
              <span className="chip">{group.days[0]?.is_confirmed ? t(`ui.calendar.kind.${group.days[0].kind}` as Sentence) : t("ui.calendar.set_aside_mark")}</span>
            </p>
            {group.source && <p className="source">{t("ui.calendar.show_source", group.source)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
