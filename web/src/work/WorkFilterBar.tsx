import { useState, type KeyboardEvent } from "react";
import { changeSearch } from "../app/router";
import { Icon } from "../components/Icon";
import { number } from "../format";
import { t } from "../text/t";
import { isFiltering, noFilter, type Choice, type choicesOf, type WorkFilter } from "./filter";

export const views = ["list", "board", "calendar", "timeline"] as const;
export type View = (typeof views)[number];

function Chooser({ name, label, all, value, choices }: { name: keyof WorkFilter; label: string; all: string; value: string; choices: Choice[] }) {
  if (choices.length < 2 && !value) return null;
  return (
    <select className={`chooser${value ? " on" : ""}`} aria-label={label} value={value} onChange={(event) => changeSearch({ [name]: event.target.value })}>
      <option value="">{all}</option>
      {choices.map((choice) => <option key={choice.id} value={choice.id}>{`${choice.name} (${number(choice.tasks)})`}</option>)}
    </select>
  );
}

type Properties = { view: View; filter: WorkFilter; done: boolean; choices: ReturnType<typeof choicesOf>; shown: number; all: number };

// One filter for every way of looking at the work; both stand in the address.
export function WorkFilterBar({ view, filter, done, choices, shown, all }: Properties) {
  const [isOpen, setOpen] = useState(false);
  const inUse = [filter.unit, filter.leader, filter.programme, done].filter(Boolean).length;
  const onSearchKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (filter.q) changeSearch({ q: null });
    else event.currentTarget.blur();
  };
  return (
    <div className={`work-tools${isOpen ? " open" : ""}`} role="search">
      <div className="views" role="group" aria-label={t("ui.work.views")}>
        {views.map((one) => (
          <button key={one} aria-pressed={one === view} onClick={() => changeSearch({ view: one === "list" ? null : one, task: null })}>{t(`ui.work.view.${one}`)}</button>
        ))}
      </div>
      <label className="search">
        <Icon name="search" />
        <span className="hidden-words">{t("ui.work.search")}</span>
        <input type="search" className="input" placeholder={t("ui.work.search")} value={filter.q} aria-keyshortcuts="/" onChange={(event) => changeSearch({ q: event.target.value })} onKeyDown={onSearchKey} />
      </label>
      <button className="button toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {inUse ? t("ui.filter_in_use", inUse) : t("ui.filter")}
        <Icon name="down" />
      </button>
      <div className="choosers">
        <Chooser name="unit" label={t("ui.filter_unit")} all={t("ui.all_units")} value={filter.unit} choices={choices.unit} />
        <Chooser name="leader" label={t("ui.filter_leader")} all={t("ui.all_leaders")} value={filter.leader} choices={choices.leader} />
        <Chooser name="programme" label={t("ui.work.programme")} all={t("ui.work.all_programmes")} value={filter.programme} choices={choices.programme} />
        <label className="also-done">
          <input type="checkbox" checked={done} onChange={(event) => changeSearch({ done: event.target.checked ? "true" : null })} />
          {t("ui.work.also_done")}
        </label>
      </div>
      <p className="found" role="status">
        {isFiltering(filter) && (
          <>
            {t("ui.found_of", number(shown), number(all))}
            <button className="button quiet small" onClick={() => changeSearch(noFilter)}>{t("ui.filter_clear")}</button>
          </>
        )}
      </p>
    </div>
  );
}
