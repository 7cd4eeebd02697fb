import { useState, type FormEvent } from "react";
import type { CalendarDay } from "../../api/types";
import type { YearDay } from "../../calendar/year";
import { day as dayText } from "../../format";
import { t, type Sentence } from "../../text/t";
import { Dialog } from "../Dialog";
import { lunarText } from "./Month";

const kinds = ["holiday", "day_off", "working_day"] as const;
type Kind = CalendarDay["kind"] | "";

// What one day is: an ordinary day, off or worked, with its name and the document that says so. Without `onSave` it is only read.
export function DayDialog({ day, onSave, onClose }: { day: YearDay; onSave: ((entry: CalendarDay | null) => void) | null; onClose: () => void }) {
  const [kind, setKind] = useState<Kind>(day.entry?.kind ?? "");
  const [name, setName] = useState(day.entry?.name ?? "");
  const [source, setSource] = useState(day.entry?.source ?? "");
  const [isAsked, setIsAsked] = useState(false);
  const title = t("ui.calendar.day", dayText(day.iso));
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!onSave) return;
    if (kind === "") return onSave(null);
    if (name.trim() === "") return setIsAsked(true);
    onSave({ date: day.iso, kind, name: name.trim(), source: source.trim(), is_confirmed: true });
  };
  return (
    <Dialog label={title} className="day-dialog" onClose={onClose}>
      <form onSubmit={save}>
        <header>
          <h2>{title}</h2>
          <p>{t("ui.calendar.lunar", lunarText(day))}</p>
        </header>
        <fieldset disabled={!onSave}>
          <legend>{t("ui.calendar.kind")}</legend>
          {(["", ...kinds] as Kind[]).map((choice) => (
            <label key={choice}>
              <input type="radio" name="kind" checked={kind === choice} onChange={() => setKind(choice)} />
              {choice === "" ? t("ui.calendar.ordinary") : t(`ui.calendar.kind.${choice}` as Sentence)}
            </label>
          ))}
        </fieldset>
        {kind !== "" && (
          <>
            <div className="field">
              <label htmlFor="day-name">{t("ui.calendar.name")}</label>
              <input id="day-name" className="input" value={name} readOnly={!onSave} maxLength={100} aria-invalid={isAsked && !name.trim()} aria-describedby={isAsked ? "day-name-asked" : undefined} onChange={(event) => setName(event.target.value)} />
              {isAsked && !name.trim() && <p id="day-name-asked" role="alert" className="asked">{t("ui.calendar.name_missing")}</p>}
            </div>
            <div className="field">
              <label htmlFor="day-source">{t("ui.calendar.source")}</label>
              <textarea id="day-source" className="input" rows={3} value={source} readOnly={!onSave} maxLength={200} onChange={(event) => setSource(event.target.value)} />
            </div>
          </>
        )}
        <footer>
          <button type="button" className="button" onClick={onClose}>{t("ui.close")}</button>
          {onSave && <button className="button primary">{t("ui.calendar.save")}</button>}
        </footer>
      </form>
    </Dialog>
  );
}
