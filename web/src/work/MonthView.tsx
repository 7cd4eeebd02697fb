import { useMemo, useState, type KeyboardEvent } from "react";
import type { ShortWork } from "../api/types";
import { changeSearch, useSearch } from "../app/router";
import { addDays, weekdayOf, yearDays, type YearDay } from "../calendar/year";
import { Icon } from "../components/Icon";
import { day, localToday, number } from "../format";
import { useCalendar } from "../hooks/calendar";
import { useNarrow } from "../hooks/narrow";
import "../styles/work_views.css";
import { t, type Sentence } from "../text/t";
import { isDone, whoHas } from "./groups";
import { State, Timing } from "./Standing";
import { addMonths, byDay, monthOf, nearestMonth, weeksOf } from "./time";

const namesInCell = 3;
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const weekdayNames = () => t("ui.calendar.weekday_names").split(",");
export const monthTitle = (month: string): string => t("ui.work.month_of", Number(month.slice(5, 7)), month.slice(0, 4));

const toneOf = (row: ShortWork) => (isDone(row) ? "ok" : row.timing === "overdue" ? "bad" : row.timing === "due_today" || row.timing === "due_soon" ? "doubt" : "");

// How the agency's calendar takes the days of two neighbouring years: rest, holiday, swapped.
function useDayLooks(month: string): Map<string, YearDay> {
  const year = Number(month.slice(0, 4));
  const near = month.endsWith("-01") ? year - 1 : month.endsWith("-12") ? year + 1 : year;
  const one = useCalendar(year).data, other = useCalendar(near).data;
  return useMemo(() => new Map([one, other].flatMap((calendar) => (calendar ? yearDays(calendar).flat().map((each) => [each.iso, each] as const) : []))), [one, other]);
}

// By the day they fall due, a month at a time.
export function MonthView({ rows }: { rows: ShortWork[] }) {
  const today = localToday();
  const asked = useSearch().get("month");
  const days = useMemo(() => byDay(rows), [rows]);
  const nearest = useMemo(() => nearestMonth(rows, monthOf(today)), [rows, today]);
  const month = asked && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : monthOf(today);
  const looks = useDayLooks(month);
  const isNarrow = useNarrow();
  const due = [...days].filter(([iso]) => monthOf(iso) === month).reduce((sum, [, some]) => sum + some.length, 0);
  const without = rows.filter((row) => !row.due_on).length;
  const go = (to: string) => changeSearch({ month: to === monthOf(today) ? null : to });
  return (
    <div className="month-view">
      <header>
        <h2 aria-live="polite">{monthTitle(month)}</h2>
        <p className="soft">{t("ui.work.month_count", number(due))}{without > 0 && ` · ${t("ui.work.month_without", number(without))}`}</p>
        <div className="ways">
          <button className="button small" onClick={() => go(addMonths(month, -1))}><Icon name="previous" />{t("ui.work.month_before")}</button>
          <button className="button small" disabled={month === monthOf(today)} onClick={() => go(monthOf(today))}>{t("ui.work.this_month")}</button>
          <button className="button small" onClick={() => go(addMonths(month, 1))}>{t("ui.work.month_after")}<Icon name="next" /></button>
        </div>
      </header>
      {due === 0 && nearest && nearest !== month && (
        <p className="nearest">
          {t("ui.work.month_empty")} <button className="button quiet small" onClick={() => go(nearest)}>{t("ui.work.month_nearest", monthTitle(nearest))}</button>
        </p>
      )}
      {isNarrow ? <Agenda month={month} days={days} looks={looks} today={today} /> : <Grid key={month} month={month} days={days} looks={looks} today={today} onMonth={go} />}
    </div>
  );
}

type Shown = { month: string; days: Map<string, ShortWork[]>; looks: Map<string, YearDay>; today: string };

const restOf = (look: YearDay | undefined) => (look && look.look !== "work" && look.look !== "working_day" && look.look !== "proposal" ? look : null);

// "Quốc khánh", "Nghỉ bù": why it is no working day, in words; an ordinary weekend says nothing.
function reasonOf(look: YearDay | undefined): string {
  if (!look || look.look === "work" || look.look === "rest" || look.look === "proposal") return "";
  return look.entry?.name || t(`ui.calendar.kind.${look.look}` as Sentence);
}

function Grid({ month, days, looks, today, onMonth }: Shown & { onMonth: (month: string) => void }) {
  const weeks = weeksOf(month);
  const firstBusy = weeks.flat().find((iso) => monthOf(iso) === month && days.has(iso));
  const [chosen, setChosen] = useState(monthOf(today) === month && days.has(today) ? today : (firstBusy ?? (monthOf(today) === month ? today : `${month}-01`)));
  const focusDay = (iso: string) => {
    setChosen(iso);
    requestAnimationFrame(() => document.getElementById(`due-${iso}`)?.focus());
  };
  const onKey = (event: KeyboardEvent) => {
    const here = (event.target as HTMLElement).id.replace("due-", "");
    if (!/^\d{4}-\d\d-\d\d$/.test(here)) return;
    if (event.key === "PageUp" || event.key === "PageDown") {
      event.preventDefault();
      return onMonth(addMonths(month, event.key === "PageUp" ? -1 : 1));
    }
    const step = steps[event.key];
    const next = step ? addDays(here, step) : null;
    if (!next || monthOf(next) !== month) return;
    event.preventDefault();
    focusDay(next);
  };
  return (
    <div className="month-and-day">
      <table className="month-grid" onKeyDown={onKey}>
        <caption className="hidden-words">{monthTitle(month)}</caption>
        <thead>
          <tr>{weekdayNames().map((name) => <th key={name} scope="col">{name}</th>)}</tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((iso) => {
                const some = days.get(iso) ?? [];
                const look = looks.get(iso);
                const inside = monthOf(iso) === month;
                if (!inside) return <td key={iso} className="outside" aria-hidden="true"><span className="number">{Number(iso.slice(8))}</span></td>;
                return (
                  <td key={iso} className={[restOf(look) ? `rest ${look?.look ?? ""}` : "", iso === chosen ? "chosen" : "", iso === today ? "today" : ""].filter(Boolean).join(" ") || undefined}>
                    <button id={`due-${iso}`} className="number" tabIndex={iso === chosen ? 0 : -1} aria-pressed={iso === chosen} aria-current={iso === today ? "date" : undefined} onClick={() => setChosen(iso)}>
                      {Number(iso.slice(8))}
                      <span className="hidden-words">{[`/${month.slice(5)}`, reasonOf(look), t("ui.work.month_count", number(some.length))].filter(Boolean).join(", ")}</span>
                    </button>
                    {reasonOf(look) && <span className="reason" aria-hidden="true">{reasonOf(look)}</span>}
                    {some.length > 0 && (
                      <ul aria-hidden="true" onClick={() => setChosen(iso)}>
                        {some.slice(0, some.length > namesInCell ? namesInCell - 1 : namesInCell).map((row) => <li key={row.id} className={toneOf(row)}>{row.title}</li>)}
                        {some.length > namesInCell && <li className="rest-of">{t("ui.work.and_more", number(some.length - namesInCell + 1))}</li>}
                      </ul>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <section className="of-day" aria-label={day(chosen)}>
        <h3>{dayTitle(chosen)}</h3>
        {reasonOf(looks.get(chosen)) && <p className="reason">{reasonOf(looks.get(chosen))}</p>}
        <DayRows rows={days.get(chosen) ?? []} />
      </section>
    </div>
  );
}

const dayTitle = (iso: string): string => `${weekdayNames()[weekdayOf(iso) - 1] ?? ""}, ${day(iso)}`;

const rowsOfDay = 30;
function DayRows({ rows }: { rows: ShortWork[] }) {
  const [most, setMost] = useState(rowsOfDay);
  if (rows.length === 0) return <p className="soft">{t("ui.work.day_empty")}</p>;
  return (
    <>
      <ul>
        {rows.slice(0, most).map((row) => (
          <li key={row.id}>
            <button className={`card ${row.timing}`} onClick={() => changeSearch({ task: row.id })}>
              <span className="name">{row.title}</span>
              <span className="facts"><Timing work={{ timing: row.timing, due_on: null }} /><State work={row} /></span>
              <span className="who">{whoHas(row)}</span>
            </button>
          </li>
        ))}
      </ul>
      {rows.length > most && <button className="button small" onClick={() => setMost(most + rowsOfDay)}>{t("ui.work.more_rows", number(rows.length - most))}</button>}
    </>
  );
}

// On a phone the days that have something, and the holidays between them, one below the other.
function Agenda({ month, days, looks, today }: Shown) {
  const shown = weeksOf(month).flat().filter((iso) => monthOf(iso) === month && (days.has(iso) || reasonOf(looks.get(iso)) || iso === today));
  return (
    <ol className="agenda">
      {shown.map((iso) => (
        <li key={iso} className={iso === today ? "today" : undefined}>
          <h3>
            {dayTitle(iso)}
            {iso === today && <span className="chip">{t("ui.work.today")}</span>}
            {reasonOf(looks.get(iso)) && <span className="chip holiday">{reasonOf(looks.get(iso))}</span>}
          </h3>
          {days.has(iso) && <DayRows rows={days.get(iso) ?? []} />}
        </li>
      ))}
    </ol>
  );
}
