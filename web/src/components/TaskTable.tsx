import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type MouseEvent, type Ref } from "react";
import type { TaskRow } from "../api/types";
import { Link } from "../app/router";
import { number } from "../format";
import { textOf, widths, type Column } from "../programme/columns";
import type { Row } from "../programme/rows";
import { t } from "../text/t";
import { Labels, noteAndLabels } from "./Labels";
import { Marked } from "./Marked";

export type TableHandle = { reveal: (task: string, focus: boolean) => void };

type Properties = {
  rows: Row[];
  columns: Column[];
  words: string[];
  open: string | null;
  current: string | null;
  addressOf: (task: string) => string;
  onOpen: (task: string) => void;
  handle: Ref<TableHandle>;
};

// How much of the window the bars that stay on top cover.
const headerHeight = () => (document.querySelector(".tasks thead th")?.getBoundingClientRect().height ?? 0) + (document.querySelector(".filters")?.getBoundingClientRect().height ?? 0) + 64;

function Cell({ task, column, words, address }: { task: TaskRow; column: Column; words: string[]; address: string }) {
  const text = textOf(task, column);
  if (column.field === "title")
    return (
      <Link to={address} data-task={task.id} onClick={(event) => event.stopPropagation()}>
        <Marked text={text} words={words} />
      </Link>
    );
  if (column.field !== "note") return <Marked text={text} words={words} />;
  const { note, labels } = noteAndLabels(text, task.labels);
  return (
    <span>
      {note && <Marked text={note} words={words} />}
      {note && labels.length > 0 && " "}
      <Labels labels={labels} />
    </span>
  );
}

// A real table of which only the rows in sight are drawn; two empty rows stand for the others.
export function TaskTable({ rows, columns, words, open, current, addressOf, onOpen, handle }: Properties) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [margin, setMargin] = useState(0);
  const wanted = useRef<string | null>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (rows[index]?.kind === "task" ? 84 : 48),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 10,
    scrollMargin: margin,
    scrollPaddingStart: headerHeight(),
    scrollPaddingEnd: 40,
  });

  useLayoutEffect(() => {
    const measure = () => setMargin((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, []);

  const focusRow = useCallback((task: string) => {
    const link = body.current?.querySelector<HTMLElement>(`[data-task="${task}"]`);
    link?.focus({ preventScroll: true });
    return Boolean(link);
  }, []);

  useImperativeHandle(handle, () => ({
    reveal: (task, focus) => {
      const index = rows.findIndex((row) => row.key === task);
      if (index < 0) return;
      virtual.scrollToIndex(index, { align: "auto" });
      wanted.current = focus && !focusRow(task) ? task : null;
    },
  }));
  useEffect(() => {
    if (wanted.current && focusRow(wanted.current)) wanted.current = null;
  });

  const items = virtual.getVirtualItems();
  const above = (items[0]?.start ?? margin) - margin;
  const below = virtual.getTotalSize() + margin - (items.at(-1)?.end ?? margin);
  const width = widths(columns);
  const openRow = (task: string) => (event: MouseEvent) => {
    const isSelecting = !window.getSelection()?.isCollapsed;
    if (!isSelecting && !(event.target as HTMLElement).closest("a")) onOpen(task);
  };

  return (
    <table className="tasks" role="table" aria-rowcount={rows.length + 1}>
      <colgroup>
        {columns.map((column) => (
          <col key={column.key} style={{ width: width.get(column.key) }} />
        ))}
      </colgroup>
      <thead role="rowgroup">
        <tr role="row" aria-rowindex={1}>
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" data-field={column.field ?? "extra"}>{column.header}</th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} role="rowgroup">
        {above > 0 && <tr aria-hidden="true" className="space"><td colSpan={columns.length} style={{ height: above }} /></tr>}
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const place = { "data-index": item.index, ref: virtual.measureElement, role: "row", "aria-rowindex": item.index + 2 };
          if (row.kind !== "task")
            return (
              <tr key={row.key} {...place} className={row.kind}>
                <th role="rowheader" colSpan={columns.length} scope="rowgroup">
                  <span className="name">{row.name}</span>
                  <span className="count">{t("ui.count_tasks", number(row.tasks))}</span>
                </th>
              </tr>
            );
          const isOpen = open === row.task.id;
          return (
            <tr key={row.key} {...place} className={`task${isOpen ? " open" : ""}${current === row.task.id ? " current" : ""}`} onClick={openRow(row.task.id)}>
              {columns.map((column) => (
                <td key={column.key} role="cell" data-field={column.field ?? "extra"} data-header={column.header} data-empty={textOf(row.task, column) === "" && !(column.field === "note" && row.task.labels.length) ? "" : undefined}>
                  <Cell task={row.task} column={column} words={words} address={addressOf(row.task.id)} />
                  {isOpen && column.field === "title" && <span className="hidden-words"> ({t("ui.is_open")})</span>}
                </td>
              ))}
            </tr>
          );
        })}
        {below > 0 && <tr aria-hidden="true" className="space"><td colSpan={columns.length} style={{ height: below }} /></tr>}
      </tbody>
    </table>
  );
}
