import { useState } from "react";
import { day as dayText } from "../../format";
import { useWorkingDays } from "../../hooks/calendar";
import { t } from "../../text/t";

// "20/11/2026 and 3 working days": what the program itself counts with.
export function Reckoner({ today }: { today: string }) {
  const [from, setFrom] = useState(today);
  const [add, setAdd] = useState("3");
  const count = useWorkingDays(from, add === "" ? NaN : Number(add));
  return (
    <section className="reckoner" aria-label={t("ui.calendar.reckon")}>
      <h2>{t("ui.calendar.reckon")}</h2>
      <div className="field">
        <label htmlFor="reckon-from">{t("ui.calendar.reckon_from")}</label>
        <input id="reckon-from" className="input" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor="reckon-add">{t("ui.calendar.reckon_add")}</label>
        <input id="reckon-add" className="input" type="number" min={-3660} max={3660} value={add} onChange={(event) => setAdd(event.target.value)} />
      </div>
      <p role="status" className="result">{count.data ? t("ui.calendar.reckon_result", dayText(count.data.to)) : ""}</p>
    </section>
  );
}
