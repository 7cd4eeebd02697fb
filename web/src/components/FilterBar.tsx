import { useEffect, useRef, useState } from "react";
import { changeSearch } from "../app/router";
import { monthName, number, quarterName } from "../format";
import { isFiltering, noFilter, type Filter, type FilterChoice, type FilterChoices } from "../programme/filter";
import { t } from "../text/t";
import { Icon } from "./Icon";

type ChooserProperties = { name: keyof FilterChoices; label: string; all: string; value: string; choices: FilterChoice[]; nameOf?: (choice: FilterChoice) => string };

function Chooser({ name, label, all, value, choices, nameOf = (choice) => choice.name }: ChooserProperties) {
  if (choices.length === 0) return null;
  return (
    <select className={`chooser${value ? " on" : ""}`} aria-label={label} value={value} onChange={(event) => changeSearch({ [name]: event.target.value })}>
      <option value="">{all}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>{`${nameOf(choice)} (${number(choice.tasks)})`}</option>
      ))}
    </select>
  );
}

export function FilterBar({ filter, choices, shown, all }: { filter: Filter; choices: FilterChoices; shown: number; all: number }) {
  const [isOpen, setOpen] = useState(false);
  const isOn = isFiltering(filter);
  const bar = useRef<HTMLDivElement>(null);
  // The table's header stays right below the bar, however many lines it takes.
  useEffect(() => {
    if (!bar.current) return;
    const style = document.documentElement.style;
    const observer = new ResizeObserver(([entry]) => entry && style.setProperty("--filters", `${entry.borderBoxSize[0]?.blockSize ?? 0}px`));
    observer.observe(bar.current);
    return () => observer.disconnect();
  }, []);
  const inUse = (["quarter", "month", "unit", "leader", "label"] as const).filter((name) => filter[name]).length;
  return (
    <div ref={bar} className={`filters${isOpen ? " open" : ""}`} role="search">
      <label className="search">
        <Icon name="search" />
        <span className="hidden-words">{t("ui.search_here")}</span>
        <input
          type="search"
          className="input"
          placeholder={t("ui.search_here")}
          value={filter.q}
          aria-keyshortcuts="/"
          onChange={(event) => changeSearch({ q: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.preventDefault();
            if (filter.q) changeSearch({ q: null });
            else event.currentTarget.blur();
          }}
        />
        <span className="key" aria-hidden="true">/</span>
      </label>
      <button className="button toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {inUse ? t("ui.filter_in_use", inUse) : t("ui.filter")}
        <Icon name="down" />
      </button>
      <div className="choosers">
        <Chooser name="quarter" label={t("ui.filter_quarter")} all={t("ui.all_quarters")} value={filter.quarter} choices={choices.quarter} nameOf={(choice) => quarterName(Number(choice.value))} />
        <Chooser name="month" label={t("ui.filter_month")} all={t("ui.all_months")} value={filter.month} choices={choices.month} nameOf={(choice) => monthName(Number(choice.value))} />
        <Chooser name="unit" label={t("ui.filter_unit")} all={t("ui.all_units")} value={filter.unit} choices={choices.unit} />
        {filter.unit && (
          <select className="chooser on" aria-label={t("ui.filter_role")} value={filter.role === "lead" ? "lead" : "any"} onChange={(event) => changeSearch({ role: event.target.value === "lead" ? "lead" : null })}>
            <option value="any">{t("ui.role_any")}</option>
            <option value="lead">{t("ui.role_lead")}</option>
          </select>
        )}
        <Chooser name="leader" label={t("ui.filter_leader")} all={t("ui.all_leaders")} value={filter.leader} choices={choices.leader} />
        <Chooser name="label" label={t("ui.filter_label")} all={t("ui.all_labels")} value={filter.label} choices={choices.label} />
      </div>
      <p className="found" role="status">
        {isOn ? t("ui.found_of", number(shown), number(all)) : t("ui.count_tasks", number(all))}
        {isOn && (
          <button className="button quiet small" onClick={() => changeSearch(noFilter)}>{t("ui.filter_clear")}</button>
        )}
      </p>
    </div>
  );
}
