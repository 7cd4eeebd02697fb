import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from "react";
import type { ComparedRow, MissingTask } from "../../api/types";
import { monthName, number } from "../../format";
import type { Review } from "../../hooks/review";
import { choiceOf, entriesOf, isDropped, isLeft, isPlace, turned, wholeRow, type Compared, type Entry, type Kind } from "../../review/merging";
import { t } from "../../text/t";
import { Changed } from "../Changed";
import { Icon } from "../Icon";
import { labelOf } from "./words";

export type MergeHandle = { walk: (by: 1 | -1) => void; take: () => void; leave: () => void };

const filters: Kind[] = ["added", "rewritten", "moved", "missing"];
const signs: Record<Kind, string> = { added: "+", rewritten: "~", moved: "⇅", missing: "?" };

function placeWords(field: string, text: string): string {
  if (!text) return t("ui.blank");
  return field === "month" ? monthName(Number(text)) : field === "quarter" ? t("ui.merge.quarter", text) : text;
}

function Chips({ kinds }: { kinds: Kind[] }) {
  return <>{kinds.map((kind) => <span key={kind} className={`kind ${kind}`}><span aria-hidden="true">{signs[kind]}</span> {t(`ui.merge.kind_${kind}`)}</span>)}</>;
}

function Row({ row, kinds, review, isOpen }: { row: ComparedRow; kinds: Kind[]; review: Review; isOpen: boolean }) {
  const { preview, change } = review;
  const task = preview.tasks[row.row];
  if (!task) return null;
  const isTaken = !isLeft(preview, row.row, wholeRow);
  const cells = row.cells.filter((cell) => cell.field !== "number");
  const headers = new Map(preview.columns.map((column) => [column.field ?? `extra.${column.header}`, column.header]));
  const where = [task.month ? monthName(task.month) : task.quarter ? t("ui.merge.quarter", task.quarter) : "", row.task === null ? task.lead : ""].filter(Boolean).join(" · ");
  return (
    <>
      <div className="entry-head">
        <label className="take">
          <input type="checkbox" checked={isTaken} disabled={!isOpen} onChange={(event) => change({ op: "take", row: row.row, field: wholeRow, taken: event.target.checked }, null)} />
          <span className="title">{task.number && `${task.number}. `}{task.title}</span>
        </label>
        <span className="kinds"><Chips kinds={kinds} /></span>
      </div>
      {where && <p className="soft where">{where}</p>}
      {(cells.length > 0 || row.reordered) && (
        <ul className="cells">
          {row.reordered && <li><span className="field">{t("ui.merge.order")}</span> <span className="words">{t("ui.merge.reordered")}</span></li>}
          {cells.map((cell) => (
            <li key={cell.field} className={isLeft(preview, row.row, cell.field) ? "left" : ""}>
              <span className="field">{isPlace(cell.field) ? t(`ui.merge.place_${cell.field as "section"}`) : labelOf(cell.field, headers.get(cell.field) ?? "")}</span>
              <span className="words">{isPlace(cell.field) ? <><del>{placeWords(cell.field, cell.before)}</del> → <ins>{placeWords(cell.field, cell.after)}</ins></> : <Changed before={cell.before} after={cell.after} />}</span>
              {isOpen && isTaken && (
                <label className="take one">
                  <input type="checkbox" checked={!isLeft(preview, row.row, cell.field)} onChange={(event) => change({ op: "take", row: row.row, field: choiceOf(cell.field), taken: event.target.checked }, null)} />
                  {t("ui.merge.take")}
                </label>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Missing({ task, review, isOpen }: { task: MissingTask; review: Review; isOpen: boolean }) {
  const dropped = isDropped(review.preview, task.task);
  const choose = (drop: boolean) => drop !== dropped && review.change({ op: "drop", task: task.task, dropped: drop }, null);
  const where = [task.month ? monthName(task.month) : "", task.lead].filter(Boolean).join(" · ");
  return (
    <>
      <div className="entry-head">
        <span className="title">{task.number && `${task.number}. `}{task.title}</span>
        <span className="kinds"><Chips kinds={["missing"]} /></span>
      </div>
      {where && <p className="soft where">{where}</p>}
      <fieldset className="question" disabled={!isOpen}>
        <legend>{t("ui.merge.missing_question")}</legend>
        <label><input type="radio" name={task.task} checked={!dropped} onChange={() => choose(false)} /> {t("ui.merge.keep")}</label>
        <label><input type="radio" name={task.task} checked={dropped} onChange={() => choose(true)} /> {t("ui.merge.drop")}</label>
      </fieldset>
    </>
  );
}

// The newer file beside what is kept: counts first, then each difference with what would become of it.
export function MergeView({ ref, compared, review, isOpen, onShow }: { ref: Ref<MergeHandle>; compared: Compared; review: Review; isOpen: boolean; onShow: (row: number) => void }) {
  const { preview, change } = review;
  const [filter, setFilter] = useState<Kind | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const entries = useMemo(() => entriesOf(compared), [compared]);
  const shown = useMemo(() => (filter ? entries.filter((entry) => entry.kinds.includes(filter)) : entries), [entries, filter]);
  const counts: Record<Kind, number> = { added: compared.counts.added, rewritten: compared.counts.rewritten, moved: compared.counts.moved, missing: compared.counts.missing };
  const at = shown.findIndex((entry) => entry.id === current);
  const set = (taken: boolean) => {
    const entry = shown[at];
    if (!entry || !isOpen) return;
    const isTaken = entry.missing ? !isDropped(preview, entry.missing.task) : !isLeft(preview, entry.row.row, wholeRow);
    if (isTaken !== taken) change(turned(preview, entry), null);
  };
  useImperativeHandle(ref, () => ({
    walk: (by) => setCurrent(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length]?.id ?? null),
    take: () => set(true),
    leave: () => set(false),
  }));
  useEffect(() => {
    if (current) list.current?.querySelector<HTMLElement>(`#${CSS.escape(current)}`)?.focus();
  }, [current]);

  if (entries.length === 0 && compared.counts.renumbered === 0)
    return <div className="merge-view"><p className="message good"><Icon name="check" />{t("ui.merge.all_same", number(compared.counts.same))}</p></div>;
  return (
    <div className="merge-view" role="region" aria-label={t("ui.merge.view")} tabIndex={0}>
      <div className="kinds-shown" role="group" aria-label={t("ui.merge.filters")}>
        <button className="filter" aria-pressed={filter === null} onClick={() => setFilter(null)}>{t("ui.merge.all")} <strong>{number(entries.length)}</strong></button>
        {filters.map((kind) => (
          <button key={kind} className={`filter ${kind}`} aria-pressed={filter === kind} disabled={counts[kind] === 0} onClick={() => setFilter(filter === kind ? null : kind)}>
            <span aria-hidden="true">{signs[kind]}</span> {t(`ui.merge.kind_${kind}`)} <strong>{number(counts[kind])}</strong>
          </button>
        ))}
        <span className="soft">{t("ui.merge.same", number(compared.counts.same))}</span>
      </div>
      {compared.counts.renumbered > 0 && (
        <label className="take numbers">
          <input type="checkbox" checked={preview.merge?.takes_numbers ?? true} disabled={!isOpen} onChange={(event) => change({ op: "programme", programme: compared.programme, takes_numbers: event.target.checked }, null)} />
          {t("ui.merge.take_numbers", number(compared.counts.renumbered))}
        </label>
      )}
      <ul className="entries" ref={list}>
        {shown.map((entry) => (
          <li key={entry.id} id={entry.id} tabIndex={-1} className={`${entry.kinds.join(" ")}${entry.id === current ? " current" : ""}${isOut(entry, review) ? " out" : ""}`} onFocus={() => (setCurrent(entry.id), entry.row && onShow(entry.row.row))}>
            {entry.missing ? <Missing task={entry.missing} review={review} isOpen={isOpen} /> : <Row row={entry.row} kinds={entry.kinds} review={review} isOpen={isOpen} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

// Not taken over, or not kept: drawn quieter.
const isOut = (entry: Entry, review: Review) => (entry.missing ? isDropped(review.preview, entry.missing.task) : isLeft(review.preview, entry.row.row, wholeRow));
