import { useEffect, useRef, useState } from "react";
import type { Column } from "../programme/columns";
import { t } from "../text/t";
import { Icon } from "./Icon";

type Properties = { columns: Column[]; hidden: Set<string>; onChange: (hidden: Set<string>) => void };

export function ColumnChoice({ columns, hidden, onChange }: Properties) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const onPress = (event: PointerEvent) => !root.current?.contains(event.target as Node) && setOpen(false);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      setOpen(false);
      root.current?.querySelector("button")?.focus();
    };
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("keydown", onKey, true);
    return () => {
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("keydown", onKey, true);
    };
  }, [isOpen]);

  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    onChange(next);
  };
  return (
    <div className="menu column-choice" ref={root}>
      <button className="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="columns" />
        {hidden.size ? t("ui.columns_hidden", hidden.size) : t("ui.columns")}
      </button>
      {isOpen && (
        <fieldset className="sheet">
          <legend className="hidden-words">{t("ui.columns")}</legend>
          {columns.map((column) => (
            <label className="entry" key={column.key}>
              <span>{column.header}</span>
              <input type="checkbox" checked={!hidden.has(column.key)} disabled={column.field === "title"} onChange={() => toggle(column.key)} />
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
