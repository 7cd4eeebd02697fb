import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { ShortWork } from "../api/types";
import { changeSearch, useSearch } from "../app/router";
import { Icon } from "../components/Icon";
import { day, localToday, monthName, number } from "../format";
import { useNarrow } from "../hooks/narrow";
import "../styles/work_views.css";
import { t, type Sentence } from "../text/t";
import { isDone, whoHas } from "./groups";
import { monthTitle } from "./MonthView";
import { addMonths, barOf, firstDay, lastDay, monthOf, nearestMonth, stretch, type Bar, type Stretch } from "./time";

const spans = ["3", "6", "12"] as const;
const shortMonth = (month: number): string => t("ui.work.month_short", month);

// Where the line of time begins: what the address says, else so that today or the nearest deadline lies in it.
function useWindowOfTime(rows: ShortWork[], isNarrow: boolean) {
  const search = useSearch();
  const today = localToday();
  const asked = search.get("span");
  const span = Number(spans.find((one) => one === asked) ?? (isNarrow ? "3" : "6"));
  const from = search.get("from");
  const nearest = useMemo(() => nearestMonth(rows, monthOf(today)) ?? monthOf(today), [rows, today]);
  const start = from && /^\d{4}-(0[1-9]|1[0-2])$/.test(from) ? from : addMonths(nearest, nearest > monthOf(today) ? -1 : 1 - span + (nearest === monthOf(today) ? Math.floor(span / 2) : 0));
  return { span, start, first: firstDay(start), last: lastDay(addMonths(start, span - 1)), today };
}

// Each task from its start to its deadline; what was granted later and what is late are told apart.
export function Timeline({ rows }: { rows: ShortWork[] }) {
  const isNarrow = useNarrow();
  const { span, start, first, last, today } = useWindowOfTime(rows, isNarrow);
  const shown = useMemo(() => rows.map((row) => ({ row, bar: barOf(row, first, last, today) })).filter(({ bar }) => bar.shown), [rows, first, last, today]);
  const without = useMemo(() => rows.filter((row) => !row.due_on).length, [rows]);
  const outside = rows.length - shown.length - without;
  const months = Array.from({ length: span }, (_, at) => addMonths(start, at));
  const now = stretch(today, today, first, last);
  const go = (month: string) => changeSearch({ from: month });
  return (
    <div className="timeline">
      <header>
        <h2 aria-live="polite">{t("ui.work.span_of", monthTitle(start), monthTitle(addMonths(start, span - 1)))}</h2>
        <p className="soft">
          {t("ui.work.span_count", number(shown.length))}
          {outside > 0 && ` · ${t("ui.work.span_outside", number(outside))}`}
          {without > 0 && ` · ${t("ui.work.month_without", number(without))}`}
        </p>
        <div className="ways">
          <button className="button small" onClick={() => go(addMonths(start, -Math.ceil(span / 2)))}><Icon name="previous" />{t("ui.work.earlier")}</button>
          <button className="button small" onClick={() => go(addMonths(monthOf(today), -Math.floor(span / 2)))}>{t("ui.work.today")}</button>
          <button className="button small" onClick={() => go(addMonths(start, Math.ceil(span / 2)))}>{t("ui.work.later")}<Icon name="next" /></button>
          <select className="chooser" aria-label={t("ui.work.span")} value={String(span)} onChange={(event) => changeSearch({ span: event.target.value, from: start })}>
            {spans.map((one) => <option key={one} value={one}>{t(`ui.work.span_${one}` as Sentence)}</option>)}
          </select>
        </div>
      </header>
      <ul className="legend" aria-label={t("ui.work.legend")}>
        <li><span className="bar planned" />{t("ui.work.bar_planned")}</li>
        <li><span className="bar extended" />{t("ui.work.bar_extended")}</li>
        <li><span className="bar late" />{t("ui.work.bar_late")}</li>
        <li><span className="bar finished" />{t("ui.work.bar_done")}</li>
        {now && <li><span className="now-mark" />{t("ui.work.today")}</li>}
      </ul>
      <div className="scale" aria-hidden="true">
        <span />
        <div className="track">
          {months.map((month) => {
            const part = stretch(firstDay(month), lastDay(month), first, last);
            return part && <span key={month} className="month" style={at(part)}>{(isNarrow && span > 3 ? shortMonth : monthName)(Number(month.slice(5, 7)))}{span < (isNarrow ? 4 : 12) && (month.endsWith("-01") || month === start) && <small>{month.slice(0, 4)}</small>}</span>;
          })}
        </div>
      </div>
      {shown.length === 0 ? <p className="soft nothing-shown">{t("ui.work.span_empty")}</p> : <Bars key={String(isNarrow)} shown={shown} isNarrow={isNarrow} months={months} first={first} last={last} now={now} />}
    </div>
  );
}

const at = ({ left, width }: Stretch) => ({ left: `${left}%`, width: `${width}%` });

type BarsProperties = { shown: { row: ShortWork; bar: Bar }[]; isNarrow: boolean; months: string[]; first: string; last: string; now: Stretch | null };

// Only the rows in sight are drawn.
function Bars({ shown, isNarrow, months, first, last, now }: BarsProperties) {
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setMargin((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [shown]);
  const virtual = useWindowVirtualizer({ count: shown.length, estimateSize: () => (isNarrow ? 84 : 60), getItemKey: (index) => shown[index]?.row.id ?? index, overscan: 12, scrollMargin: margin });
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" || event.key === "j" ? 1 : event.key === "ArrowUp" || event.key === "k" ? -1 : 0;
    const index = Number((event.target as HTMLElement).closest<HTMLElement>("[data-index]")?.dataset.index);
    const next = index + by;
    if (!by || !shown[next]) return;
    event.preventDefault();
    virtual.scrollToIndex(next, { align: "auto" });
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-index="${next}"] button`)?.focus());
  };
  return (
    <ul className="bars" ref={list} style={{ height: virtual.getTotalSize() }} onKeyDown={onKey}>
      {virtual.getVirtualItems().map((item) => {
        const one = shown[item.index];
        if (!one) return null;
        const { row, bar } = one;
        const end = bar.late ?? bar.extended ?? bar.planned;
        const right = end ? end.left + end.width : 0;
        return (
          <li key={row.id} data-index={item.index} ref={virtual.measureElement} style={{ transform: `translateY(${item.start - margin}px)` }}>
            <button className="title" onClick={() => changeSearch({ task: row.id })}>
              {row.title}
              <small>{whoHas(row)}</small>
              <span className="hidden-words">
                {row.start_on && row.due_on ? t("ui.period", day(row.start_on), day(row.due_on)) : ""}, {t(`ui.timing.${row.timing}` as Sentence)}
              </span>
            </button>
            <div className="track" aria-hidden="true">
              {months.slice(1).map((month) => <span key={month} className="edge" style={{ left: `${stretch(firstDay(month), firstDay(month), first, last)?.left ?? 0}%` }} />)}
              {now && <span className="now" style={{ left: `${now.left + now.width / 2}%` }} />}
              {bar.planned && <span className={`bar planned${isDone(row) ? " finished" : ""}`} style={at(bar.planned)}>{!isDone(row) && row.percent > 0 && <span className="part" style={{ width: `${row.percent}%` }} />}</span>}
              {bar.extended && <span className="bar extended" style={at(bar.extended)} />}
              {bar.late && <span className="bar late" style={at(bar.late)} />}
              {row.due_on && right > 0 && <span className={`until${right > 85 ? " inside" : ""}${bar.late ? " bad" : ""}`} style={right > 85 ? undefined : { left: `${right}%` }}>{row.due_on < first || row.due_on > last ? day(row.due_on) : day(row.due_on).slice(0, 5)}</span>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
