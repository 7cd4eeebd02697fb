import type { YearDay } from "../../calendar/year";
import { weekdayOf } from "../../calendar/year";
import { day as dayText, monthName } from "../../format";
import { t, type Sentence } from "../../text/t";

export const lunarText = ({ lunar }: YearDay): string => {
  const month = lunar.isLeap ? t("ui.calendar.leap", lunar.month) : String(lunar.month);
  return `${lunar.day}/${month}`;
};

const lookName = (day: YearDay) => t(`ui.calendar.kind.${day.look}` as Sentence);
const weekdayName = (iso: string) => t("ui.calendar.weekday_names").split(",")[weekdayOf(iso) - 1] ?? "";

function spoken(day: YearDay): string {
  const name = day.entry && day.look !== "work" && day.look !== "rest" ? day.entry.name : "";
  return [weekdayName(day.iso), dayText(day.iso), name, lookName(day), t("ui.calendar.lunar", lunarText(day))].filter(Boolean).join(", ");
}

type Props = { month: number; days: YearDay[]; working: number; today: string; tabbable: string; onOpen: (day: YearDay) => void };

export function Month({ month, days, working, today, tabbable, onOpen }: Props) {
  const first = days[0] ? weekdayOf(days[0].iso) : 1;
  return (
    <section className="month" aria-label={monthName(month)}>
      <header>
        <h2>{monthName(month)}</h2>
        <p>{t("ui.calendar.month_days", working)}</p>
      </header>
      <div className="days">
        {t("ui.calendar.weekdays").split(" ").map((name) => (
          <span className="weekday" key={name} aria-hidden="true">{name}</span>
        ))}
        {days.map((day, index) => (
          <button
            key={day.iso}
            id={`day-${day.iso}`}
            type="button"
            className={`day ${day.look}`}
            style={index === 0 ? { gridColumnStart: first } : undefined}
            aria-current={day.iso === today ? "date" : undefined}
            title={day.entry?.name}
            tabIndex={day.iso === tabbable ? 0 : -1}
            onClick={() => onOpen(day)}
          >
            <span className="hidden-words">{spoken(day)}</span>
            <span className="number" aria-hidden="true">{day.day}</span>
            <small aria-hidden="true" className={day.lunar.day === 1 ? "first" : undefined}>{day.lunar.day === 1 ? lunarText(day) : day.lunar.day}</small>
          </button>
        ))}
      </div>
    </section>
  );
}
