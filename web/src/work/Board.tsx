import { useRef, useState, type DragEvent, type KeyboardEvent } from "react";
import { sentenceOf } from "../api/client";
import type { ShortWork, WorkState } from "../api/types";
import { changeSearch } from "../app/router";
import { say } from "../components/Notices";
import { number } from "../format";
import { useCarry } from "../hooks/work";
import "../styles/work_views.css";
import { t, type Sentence } from "../text/t";
import { whoHas } from "./groups";
import { Done, State, Timing } from "./Standing";

// Each state has its column; the first of a column is what its cards need not say.
const columns: { name: string; states: WorkState[] }[] = [
  { name: "todo", states: ["assigned", "not_started"] },
  { name: "doing", states: ["in_progress", "paused"] },
  { name: "back", states: ["sent_back", "refused"] },
  { name: "signing", states: ["signing"] },
  { name: "confirming", states: ["awaiting_confirmation"] },
  { name: "done", states: ["completed", "stopped"] },
];
const cardsOfColumn = 40;

// The card beside the focused one: up and down in its column, left and right to the next column that has any.
function neighbour(board: HTMLElement, card: HTMLElement, key: string): HTMLElement | null {
  const lists = [...board.querySelectorAll<HTMLElement>(".column")].map((column) => [...column.querySelectorAll<HTMLElement>(".card")]);
  const column = lists.findIndex((cards) => cards.includes(card));
  const at = lists[column]?.indexOf(card) ?? -1;
  if (key === "ArrowDown") return lists[column]?.[at + 1] ?? null;
  if (key === "ArrowUp") return lists[column]?.[at - 1] ?? null;
  const way = key === "ArrowRight" ? lists.slice(column + 1) : key === "ArrowLeft" ? lists.slice(0, column).reverse() : [];
  const next = way.find((cards) => cards.length > 0);
  return next ? (next[Math.min(at, next.length - 1)] ?? null) : null;
}

// A card is carried into another column; what has to be said with it is asked for in its form.
function useCarrying(rows: ShortWork[]) {
  const carry = useCarry();
  return (task: string, column: (typeof columns)[number]) => {
    const row = rows.find((one) => one.id === task);
    if (!row || carry.isPending || column.states.includes(row.state)) return;
    carry.mutate(
      { task, states: column.states },
      {
        onSuccess: ({ how, move }) => {
          if (how === "moved") say({ text: t(`ui.moved.${move}` as Sentence) });
          else if (how === "no_way") say({ text: t("ui.work.no_way", t(`ui.work.column.${column.name}` as Sentence)) });
          else changeSearch({ task });
        },
        onError: (error) => say({ text: sentenceOf(error) }),
      },
    );
  };
}

// The same tasks by where they stand. One card takes part in Tab; the arrows go from card to card, and with Alt carry it.
export function Board({ rows, done }: { rows: ShortWork[]; done: boolean }) {
  const board = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState<Record<string, number>>({});
  const shown = columns.filter((column) => done || column.name !== "done").map((column) => ({ ...column, rows: rows.filter((row) => column.states.includes(row.state)) }));
  const [focused, setFocused] = useState<string | null>(null);
  const [held, setHeld] = useState<string | null>(null);
  const carry = useCarrying(rows);
  const first = shown.find((column) => column.rows.length > 0)?.rows[0]?.id ?? null;
  const isThere = shown.some((column) => column.rows.slice(0, more[column.name] ?? cardsOfColumn).some((row) => row.id === focused));
  const tabbable = isThere ? focused : first;
  const onKey = (event: KeyboardEvent) => {
    const card = (event.target as HTMLElement).closest<HTMLElement>(".card");
    if (!card || !board.current || event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      const aside = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      const column = columns[columns.findIndex((one) => one.states.some((state) => state === rows.find((row) => row.id === focused)?.state)) + aside];
      if (!aside || !column || !focused) return;
      event.preventDefault();
      carry(focused, column);
      return;
    }
    const next = neighbour(board.current, card, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  return (
    <div className={`board${held ? " carrying" : ""}`} ref={board} onKeyDown={onKey} role="group" aria-label={t("ui.work.view.board")}>
      {shown.map(({ name, states, rows: some }) => (
        <section
          className={`column ${name === "done" ? "finished" : name}`}
          key={name}
          aria-labelledby={`column-${name}`}
          onDragOver={(event: DragEvent) => held && event.preventDefault()}
          onDrop={(event: DragEvent) => {
            event.preventDefault();
            if (held) carry(held, { name, states });
            setHeld(null);
          }}
        >
          <h2 id={`column-${name}`}>
            {t(`ui.work.column.${name}` as Sentence)} <span className="count">{number(some.length)}</span>
          </h2>
          {some.length === 0 && <p className="soft">{t("ui.work.column_empty")}</p>}
          <ul>
            {some.slice(0, more[name] ?? cardsOfColumn).map((row) => (
              <li
                key={row.id}
                className={row.id === held ? "held" : undefined}
                draggable
                onDragStart={(event: DragEvent) => {
                  event.dataTransfer.setData("text/plain", row.title);
                  setHeld(row.id);
                }}
                onDragEnd={() => setHeld(null)}
              >
                <button className={`card ${row.timing}`} tabIndex={row.id === tabbable ? 0 : -1} onFocus={() => setFocused(row.id)} onClick={() => changeSearch({ task: row.id })}>
                  <span className="name">{row.title}</span>
                  <span className="facts">
                    <Timing work={row} />
                    {row.state !== states[0] && <State work={row} />}
                    <Done percent={row.percent} />
                  </span>
                  <span className="who">{whoHas(row)}</span>
                </button>
              </li>
            ))}
          </ul>
          {some.length > (more[name] ?? cardsOfColumn) && (
            <button className="button small" onClick={() => setMore({ ...more, [name]: (more[name] ?? cardsOfColumn) + cardsOfColumn })}>{t("ui.work.more_rows", number(some.length - (more[name] ?? cardsOfColumn)))}</button>
          )}
        </section>
      ))}
    </div>
  );
}
