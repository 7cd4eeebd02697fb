import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { address } from "../../api/client";
import type { Intake, Place, Preview } from "../../api/types";
import { number } from "../../format";
import { useSourceLines } from "../../hooks/intakes";
import { rowsOf, type CellPlace } from "../../review/cells";
import { piecesOf } from "../../review/lines";
import { t } from "../../text/t";

type Marks = { cell: Map<number, Place[]>; row: Set<number> };

// No-break spaces would keep a long cell on one line.
const breakable = (line: string) => line.replaceAll("\u00a0", " ");

function marksOf(preview: Preview, current: CellPlace | null): Marks {
  const marks: Marks = { cell: new Map(), row: new Set() };
  const draft = current ? rowsOf(preview, current.kind)[current.row] : undefined;
  if (!current || !draft) return marks;
  for (const place of Object.values(draft.source).flat()) if (place.line !== undefined) marks.row.add(place.line);
  for (const place of draft.source[current.field] ?? [])
    if (place.line !== undefined) marks.cell.set(place.line, [...(marks.cell.get(place.line) ?? []), place]);
  return marks;
}

function where(place: Place): string {
  const parts = [];
  if (place.sheet) parts.push(t("ui.place_sheet", place.sheet));
  if (place.page !== undefined) parts.push(t("ui.place_page", number(place.page + 1)));
  if (place.table !== undefined) parts.push(t("ui.place_table", number(place.table + 1)));
  if (place.row !== undefined) parts.push(t("ui.place_row", number(place.row + 1)));
  return parts.join(" · ");
}

// A document that is not text is not drawn here: its place is named, and the file itself is one press away.
function OtherKind({ intake, preview, current }: { intake: Intake; preview: Preview; current: CellPlace | null }) {
  const draft = current ? rowsOf(preview, current.kind)[current.row] : undefined;
  const places = (draft && current && (draft.source[current.field] ?? Object.values(draft.source)[0])) || [];
  return (
    <div className="other-kind">
      <p>{places[0] ? t("ui.review.read_from", where(places[0])) : t("ui.review.choose_cell")}</p>
      <a className="button" href={address(`/intakes/${intake.id}/source`)} download={intake.source_name}>{t("ui.review.open_source")}</a>
    </div>
  );
}

export function SourcePane({ intake, preview, current }: { intake: Intake; preview: Preview; current: CellPlace | null }) {
  const isText = preview.source.kind === "text";
  const source = useSourceLines(intake.id, isText);
  return (
    <section className="source-pane" aria-label={t("ui.review.source")}>
      <h2>{t("ui.review.source")} <span className="soft">{intake.source_name}</span></h2>
      {!isText && <OtherKind intake={intake} preview={preview} current={current} />}
      {isText && source.data && <Lines lines={source.data} preview={preview} current={current} />}
      {source.error && <p className="message bad" role="alert">{t("ui.review.source_failed")}</p>}
    </section>
  );
}

function Lines({ lines, preview, current }: { lines: string[]; preview: Preview; current: CellPlace | null }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize: () => 25, overscan: 20 });
  rows.shouldAdjustScrollPositionOnItemSizeChange = () => false;
  const marks = useMemo(() => marksOf(preview, current), [preview, current]);
  const target = marks.cell.keys().next().value ?? (marks.row.size ? Math.min(...marks.row) : undefined);
  const { getOffsetForIndex, measure } = rows;
  // Lines wrap, so heights are known only once drawn: the place is approached until it stands in the middle,
  // and again when the pane changes its size or comes out of hiding (on a phone it is a tab).
  useEffect(() => {
    const box = scroller.current;
    if (target === undefined || !box) return;
    let frame = 0;
    const approach = (tries: number) => {
      const line = box.querySelector(`[data-index="${target}"]`)?.getBoundingClientRect();
      const frameOf = box.getBoundingClientRect();
      if (line) box.scrollTop += line.top + line.height / 2 - frameOf.top - frameOf.height / 2;
      else box.scrollTop = getOffsetForIndex(target, "center")?.[0] ?? 0;
      if (tries > 0) frame = requestAnimationFrame(() => approach(tries - 1));
    };
    const start = () => {
      cancelAnimationFrame(frame);
      if (box.clientHeight > 0) approach(12);
    };
    let width = box.clientWidth;
    const watch = new ResizeObserver(() => {
      if (box.clientWidth !== width) measure(); // other widths, other line breaks
      width = box.clientWidth;
      start();
    });
    watch.observe(box);
    start();
    return () => (watch.disconnect(), cancelAnimationFrame(frame));
  }, [getOffsetForIndex, measure, target]);
  return (
    <div className="lines" ref={scroller} tabIndex={0} role="region" aria-label={t("ui.source_lines")}>
      <div style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <p key={index} data-index={index} ref={rows.measureElement} className={`line${marks.row.has(index) ? " of-row" : ""}`} style={{ transform: `translateY(${start}px)` }}>
            <span className="line-number">{number(index + 1)}</span>
            <span>{piecesOf(breakable(lines[index] ?? ""), marks.cell.get(index) ?? []).map((piece, at) => (piece.isMarked ? <mark key={at}>{piece.text}</mark> : piece.text))}</span>
          </p>
        ))}
      </div>
    </div>
  );
}
