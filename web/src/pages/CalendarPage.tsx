import { useEffect, useMemo, useState, type KeyboardEvent } from "react";
import { sentenceOf } from "../api/client";
import type { CalendarDay } from "../api/types";
import { changeSearch, useSearch } from "../app/router";
import { addDays, withDays, yearDays, type DayLook, type YearDay } from "../calendar/year";
import { DayDialog } from "../components/calendar/DayDialog";
import { KeptDays, Proposals } from "../components/calendar/DayLists";
import { Month } from "../components/calendar/Month";
import { Reckoner } from "../components/calendar/Reckoner";
import { Failed } from "../components/Failed";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { localToday, number } from "../format";
import { useCalendar, useSaveCalendar } from "../hooks/calendar";
import { useRights } from "../hooks/rights";
import "../styles/calendar.css";
import { t, type Sentence } from "../text/t";

const shown: DayLook[] = ["holiday", "compensation", "day_off", "working_day", "proposal", "rest"];
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

// One day of the year takes part in Tab; the arrows go from day to day.
function walk(event: KeyboardEvent, year: number, onMove: (iso: string) => void) {
  const step = steps[event.key];
  const here = (event.target as HTMLElement).id.replace("day-", "");
  if (!step || !/^\d{4}-/.test(here)) return;
  const next = addDays(here, step);
  if (!next.startsWith(`${year}-`)) return;
  event.preventDefault();
  onMove(next);
  document.getElementById(`day-${next}`)?.focus();
}

export function CalendarPage() {
  const today = localToday();
  const year = Number(useSearch().get("year")) || Number(today.slice(0, 4));
  const calendar = useCalendar(year);
  const save = useSaveCalendar(year);
  const canEdit = useRights()("edit_programmes");
  const [opened, setOpened] = useState<YearDay | null>(null);
  const [focused, setFocused] = useState("");
  const months = useMemo(() => (calendar.data ? yearDays(calendar.data) : []), [calendar.data]);
  useEffect(() => void (document.title = `${t("ui.calendar.title", year)} · Tiến Độ`), [year]);

  if (calendar.error) return <Failed error={calendar.error} again={() => void calendar.refetch()} />;
  if (!calendar.data) return null;
  const { days, proposals, compensations, working_days } = calendar.data;
  const keep = (next: CalendarDay[]) =>
    save.mutate(next, {
      onSuccess: () => say({ text: t("ui.calendar.saved"), action: { name: t("ui.calendar.undo"), run: () => save.mutate(days, { onError: (error) => say({ text: sentenceOf(error) }) }) } }),
      onError: (error) => say({ text: sentenceOf(error) }),
    });
  const holidays = days.filter((day) => day.is_confirmed && day.kind === "holiday").length;
  const tabbable = focused.startsWith(`${year}-`) ? focused : today.startsWith(`${year}-`) ? today : `${year}-01-01`;
  const go = (to: number) => changeSearch({ year: String(to) });

  return (
    <div className="calendar">
      <header>
        <h1>{t("ui.calendar.title", year)}</h1>
        <div className="years">
          <button className="button" onClick={() => go(year - 1)}><Icon name="previous" /><span className="hidden-words">{t("ui.calendar.previous")} </span>{year - 1}</button>
          <button className="button" onClick={() => go(year + 1)}><span className="hidden-words">{t("ui.calendar.next")} </span>{year + 1}<Icon name="next" /></button>
        </div>
        <p className="sentence">{t("ui.calendar.summary", number(working_days.reduce((sum, count) => sum + count, 0)), holidays, compensations.length)}</p>
        <ul className="legend">
          {shown.map((look) => (
            <li key={look}><span className={`day ${look}`} aria-hidden="true">1</span>{t(`ui.calendar.kind.${look}` as Sentence)}</li>
          ))}
        </ul>
      </header>
      <div className="months" role="presentation" onKeyDown={(event) => walk(event, year, setFocused)}>
        {months.map((month, index) => (
          <Month key={index} month={index + 1} days={month} working={working_days[index] ?? 0} today={today} tabbable={tabbable} onOpen={setOpened} />
        ))}
      </div>
      <aside>
        <Proposals days={proposals} onDecide={canEdit ? (decided) => keep(withDays(days, decided)) : null} />
        <KeptDays days={days} />
        <Reckoner today={today} />
      </aside>
      {opened && (
        <DayDialog
          key={opened.iso}
          day={opened}
          onClose={() => setOpened(null)}
          onSave={
            canEdit
              ? (entry) => {
                  setOpened(null);
                  keep(entry ? withDays(days, [entry]) : withDays(days, [], [opened.iso]));
                }
              : null
          }
        />
      )}
    </div>
  );
}
