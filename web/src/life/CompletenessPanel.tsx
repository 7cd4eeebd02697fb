import { useState } from "react";
import type { Item, Programme } from "../api/types";
import { Link } from "../app/router";
import { Icon } from "../components/Icon";
import { number } from "../format";
import { useCompleteness, type LifeMoves } from "../hooks/life";
import { t, type Sentence } from "../text/t";

const items: Item[] = ["work", "person", "coordination", "responsibility", "time", "product", "authority"];
const fewShown = 8;
const nameOf = (item: Item) => t(`ui.life.item.${item}` as Sentence);

// What tasks still leave open before submission, and the list of what is asked.
export function CompletenessPanel({ programme, moves, canSet }: { programme: Programme; moves: LifeMoves; canSet: boolean }) {
  const found = useCompleteness(programme.id);
  const [isWhole, setWhole] = useState(false);
  if (!found.data) return null;
  const { asked, open, without_one_lead: leads } = found.data;
  const turn = (item: Item) => moves.askItems.mutate(asked.includes(item) ? asked.filter((one) => one !== item) : items.filter((one) => one === item || asked.includes(one)));
  return (
    <section aria-labelledby="completeness">
      <h2 id="completeness">{t("ui.life.completeness")}</h2>
      {open.length === 0 ? (
        <p className="message good"><Icon name="check" />{t("ui.life.complete")}</p>
      ) : (
        <>
          <p className="lead">{t("ui.life.open", number(open.length))} {leads > 0 && t("ui.life.leads", number(leads))}</p>
          <ul className="open-tasks">
            {(isWhole ? open : open.slice(0, fewShown)).map((one) => (
              <li key={one.task}>
                <Link to={`/programmes/${programme.id}?task=${one.task}`}>{one.number && `${one.number}. `}{one.title}</Link>
                <span className="missing">{[...(one.has_one_lead ? [] : [t("ui.life.one_lead")]), ...one.missing.map(nameOf)].join(" · ")}</span>
              </li>
            ))}
          </ul>
          {open.length > fewShown && !isWhole && <button className="button small" onClick={() => setWhole(true)}>{t("ui.life.show_all", number(open.length))}</button>}
        </>
      )}
      {canSet && (
        <fieldset className="asked">
          <legend>{t("ui.life.asked")}</legend>
          {items.map((item) => (
            <label key={item}><input type="checkbox" checked={asked.includes(item)} disabled={moves.askItems.isPending} onChange={() => turn(item)} /> {nameOf(item)}</label>
          ))}
        </fieldset>
      )}
    </section>
  );
}
