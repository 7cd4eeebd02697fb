import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useImperativeHandle, useMemo, useRef, useState, type Ref } from "react";
import type { FieldName, Preview } from "../../api/types";
import { monthName, number } from "../../format";
import { columnsOf, sameCell, textOf, type CellPlace, type Column, type RowKind } from "../../review/cells";
import { doubtAt, type Doubt } from "../../review/doubts";
import { linesOf, type Line } from "../../review/lines";
import { t } from "../../text/t";
import { Icon } from "../Icon";
import { CellEditor } from "./CellEditor";
import { ColumnMenu } from "./ColumnMenu";
import { labelOf } from "./words";

export type ReviewTableHandle = { reveal: (cell: CellPlace, focus: boolean) => void; move: (rows: number, columns: number) => void };

type Properties = {
  ref: Ref<ReviewTableHandle>;
  kind: RowKind;
  preview: Preview;
  index: Map<string, Doubt>;
  current: CellPlace | null;
  editing: boolean;
  isOpen: boolean;
  onSelect: (cell: CellPlace) => void;
  onEdit: (cell: CellPlace) => void;
  onEdited: (text: string | null) => void;
  onColumn: (column: number, field: FieldName | null) => void;
};

const widths: Record<string, number> = { number: 3.5, title: 17, lead: 9, coordinating: 9, deliverable: 9, directing_leader: 9, note: 9, due: 7, issuing_level: 8 };
const idOf = (cell: CellPlace) => `cell-${cell.kind}-${cell.row}-${cell.field}`;

export function ReviewTable({ ref, kind, preview, index, current, editing, isOpen, onSelect, onEdit, onEdited, onColumn }: Properties) {
  const columns = useMemo(() => columnsOf(preview, kind), [preview, kind]);
  const lines = useMemo(() => linesOf(preview, kind), [preview, kind]);
  const lineOfRow = useMemo(() => new Map(lines.flatMap((line, at) => (line.kind === "row" ? [[line.row, at] as const] : []))), [lines]);
  const [menu, setMenu] = useState<Column | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize: (at) => (lines[at]?.kind === "row" ? 92 : 48), getItemKey: (at) => lines[at]?.id ?? at, overscan: 8 });
  const { scrollToIndex } = rows;

  const reveal = useCallback(
    (cell: CellPlace, focus: boolean) => {
      const at = lineOfRow.get(cell.row);
      if (at === undefined) return;
      const element = document.getElementById(idOf(cell));
      const [box, frame] = [element?.getBoundingClientRect(), scroller.current?.getBoundingClientRect()];
      if (!box || !frame || box.top < frame.top + 60 || box.bottom > frame.bottom) scrollToIndex(at, { align: "center" });
      // A row that was out of sight is drawn one or two frames later.
      const focusSoon = (tries: number) => {
        const found = document.getElementById(idOf(cell));
        if (found) found.focus({ preventScroll: true });
        else if (tries > 0) requestAnimationFrame(() => focusSoon(tries - 1));
      };
      if (focus) focusSoon(20);
    },
    [lineOfRow, scrollToIndex],
  );
  const move = useCallback(
    (down: number, across: number) => {
      if (!current || current.kind !== kind) return;
      const column = columns.findIndex((one) => one.field === current.field);
      const field = columns[Math.min(Math.max(column + across, 0), columns.length - 1)]?.field ?? current.field;
      const row = Math.min(Math.max(current.row + down, 0), lineOfRow.size - 1);
      const next = { kind, row, field };
      onSelect(next);
      requestAnimationFrame(() => reveal(next, true));
    },
    [columns, current, kind, lineOfRow, onSelect, reveal],
  );
  useImperativeHandle(ref, () => ({ reveal, move }), [reveal, move]);

  const shown = rows.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const total = columns.reduce((sum, column) => sum + (widths[column.field] ?? 8), 0);
  const hasCurrent = current?.kind === kind && lineOfRow.has(current.row);

  const cellOf = (draft: Line & { kind: "row" }, column: Column) => {
    const cell = { kind, row: draft.row, field: column.field };
    const doubt = doubtAt(index, cell);
    const isCurrent = sameCell(current, cell);
    const text = textOf(draft.draft, column.field);
    const isFirst = !hasCurrent && draft.row === 0 && column === columns[0];
    return (
      <td
        key={column.field}
        id={idOf(cell)}
        role="gridcell"
        data-field={column.field}
        data-header={labelOf(column.field, column.header)}
        data-empty={!text && !doubt && !isCurrent ? "" : undefined}
        className={`${doubt ? "doubt" : ""}${isCurrent ? " current" : ""}`}
        aria-selected={isCurrent}
        tabIndex={isCurrent || isFirst ? 0 : -1}
        onClick={() => isCurrent && editing || onSelect(cell)}
        onDoubleClick={() => isOpen && onEdit(cell)}
        onFocus={(event) => event.target === event.currentTarget && !isCurrent && onSelect(cell)}
      >
        {isCurrent && editing ? <CellEditor text={text} label={labelOf(column.field, column.header)} onDone={onEdited} /> : <>{doubt && <span className="sign"><Icon name="warning" /><span className="hidden-words">{t("ui.review.to_look_at")}</span></span>}{text || (doubt && <em>{t("ui.blank")}</em>)}</>}
      </td>
    );
  };
  return (
    <div className="rows" ref={scroller}>
      <table role="grid" className={kind} style={{ minWidth: `${total * 0.86}rem` }} aria-rowcount={lines.length + 1} aria-colcount={columns.length} aria-label={t(kind === "task" ? "ui.tasks" : "ui.review.proposals")}>
        <colgroup>{columns.map((column) => <col key={column.field} style={{ width: `${((widths[column.field] ?? 8) / total) * 100}%` }} />)}</colgroup>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column.field} role="columnheader" scope="col" data-field={column.field}>
                {isOpen && column.at >= 0 ? <button className="head" aria-haspopup="dialog" onClick={() => setMenu(column)}>{column.header || labelOf(column.field, "")} <Icon name="down" /></button> : column.header || labelOf(column.field, "")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {before > 0 && <tr className="space" aria-hidden="true" style={{ height: before }}><td colSpan={columns.length} /></tr>}
          {shown.map(({ index: at }) => {
            const line = lines[at];
            if (!line) return null;
            if (line.kind !== "row")
              return (
                <tr key={line.id} role="row" aria-rowindex={at + 2} data-index={at} ref={rows.measureElement} className={line.kind}>
                  <th role="rowheader" colSpan={columns.length} aria-colspan={columns.length}>
                    {line.kind === "group" ? line.text : <><span className="name">{line.kind === "section" ? line.heading : monthName(line.month)}</span> <span className="count">{t(kind === "task" ? "ui.count_tasks" : "ui.import.count_proposals", number(line.count))}</span></>}
                  </th>
                </tr>
              );
            return (
              <tr key={line.id} role="row" aria-rowindex={at + 2} data-index={at} ref={rows.measureElement} className={`row${current?.kind === kind && current.row === line.row ? " open" : ""}`}>
                {columns.map((column) => cellOf(line, column))}
              </tr>
            );
          })}
          {after > 0 && <tr className="space" aria-hidden="true" style={{ height: after }}><td colSpan={columns.length} /></tr>}
        </tbody>
      </table>
      {menu && <ColumnMenu column={menu} onClose={() => setMenu(null)} onChoose={(field) => (setMenu(null), onColumn(menu.at, field))} />}
    </div>
  );
}
