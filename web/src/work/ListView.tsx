import { useEffect, useRef, useState } from "react";
import { sentenceOf } from "../api/client";
import type { ShortWork } from "../api/types";
import { changeSearch, Link } from "../app/router";
import { isTyping } from "../components/Frame";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { number } from "../format";
import { useRights } from "../hooks/rights";
import { useNoNews } from "../hooks/work";
import { t, type Sentence } from "../text/t";
import { grouped, whoHas, type Group } from "./groups";
import { Done, State, Timing } from "./Standing";
import { Update } from "./Update";

const tones: Partial<Record<Group, string>> = { overdue: "bad", due_soon: "doubt" };
// More of a group are drawn when they are asked for.
const rowsOfGroup = 100;

const titleOf = (task: string) => document.querySelector<HTMLElement>(`#row-${task} .title`);
function reach(task: string) {
  const title = titleOf(task);
  title?.focus({ preventScroll: true });
  title?.scrollIntoView({ block: "nearest" });
}

const hints: [string[], Sentence][] = [
  [["j", "k"], "ui.work.key_move"],
  [["Enter"], "ui.work.key_open"],
  [["Ctrl", "Enter"], "ui.work.key_save"],
  [["Alt", "↓"], "ui.work.key_next"],
  [["x"], "ui.work.key_choose"],
  [["n"], "ui.work.key_no_news"],
];

// By the day it falls due, worked through from the keyboard without leaving the page.
export function ListView({ rows, current }: { rows: ShortWork[]; current: string | null }) {
  const noNews = useNoNews();
  const canWrite = useRights()("edit_programmes");
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const [more, setMore] = useState<Partial<Record<Group, number>>>({});
  const last = useRef<string | null>(null);
  const shown = grouped(rows).map(({ group, rows: some }) => ({ group, all: some.length, rows: some.slice(0, more[group] ?? rowsOfGroup) }));
  const order = shown.flatMap((one) => one.rows);

  const choose = (task: string) => setChosen((before) => { const next = new Set(before); if (!next.delete(task)) next.add(task); return next; });
  const close = () => {
    const task = current;
    changeSearch({ task: null });
    if (task) requestAnimationFrame(() => reach(task));
  };
  const step = (from: string | null, by: number) => {
    const at = order.findIndex((row) => row.id === from);
    return order[at < 0 ? 0 : Math.min(Math.max(at + by, 0), order.length - 1)]?.id ?? null;
  };
  const note = async () => {
    if (chosen.size === 0 || noNews.isPending) return;
    try {
      const { noted } = await noNews.mutateAsync([...chosen]);
      setChosen(new Set());
      say({ text: t("ui.work.noted", number(noted)) });
    } catch (error) {
      say({ text: sentenceOf(error) });
    }
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || document.querySelector("dialog[open]")) return;
      const focused = (document.activeElement as HTMLElement | null)?.closest("li[id^=row-]")?.id.slice(4) ?? null;
      const by = event.key === "j" || (focused && event.key === "ArrowDown") ? 1 : event.key === "k" || (focused && event.key === "ArrowUp") ? -1 : 0;
      const next = by ? step(focused ?? last.current, focused ?? last.current ? by : 0) : null;
      const row = order.find((one) => one.id === focused);
      if (next) reach((last.current = next));
      else if (event.key === "x" && row?.may_update) choose(row.id);
      else if (event.key === "n") void note();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });

  return (
    <>
      {chosen.size > 0 && (
        <div className="many" role="region" aria-label={t("ui.work.chosen", number(chosen.size))}>
          <p>{t("ui.work.chosen", number(chosen.size))}</p>
          <button className="button primary small" disabled={noNews.isPending} onClick={() => void note()}>{t("ui.work.no_news")}</button>
          {canWrite && <Link className="button small" to={`/work/letters/new?tasks=${[...chosen].join(",")}`}>{t("ui.letters.write_chosen")}</Link>}
          <button className="button small" onClick={() => setChosen(new Set())}>{t("ui.work.choose_none")}</button>
        </div>
      )}
      <p className="hints">
        {hints.map(([keys, sentence]) => (
          <span key={sentence}>{keys.map((key) => <kbd className="key" key={key}>{key}</kbd>)} {t(sentence)}</span>
        ))}
      </p>
      {shown.map(({ group, all, rows: some }) => (
        <section key={group} className={tones[group]}>
          <h2>
            {t(`ui.work.group.${group}`)} <span className="count">{number(all)}</span>
          </h2>
          <ul>
            {some.map((row) => (
              <Row
                key={row.id}
                row={row}
                isOpen={row.id === current}
                isChosen={chosen.has(row.id)}
                onOpen={() => (row.id === current ? close() : (changeSearch({ task: row.id }), void (last.current = row.id)))}
                onClose={close}
                onStep={(by) => {
                  const next = step(row.id, by);
                  if (next && next !== row.id) changeSearch({ task: (last.current = next) });
                }}
                onChoose={() => choose(row.id)}
              />
            ))}
          </ul>
          {some.length < all && (
            <button className="button small more-rows" onClick={() => setMore({ ...more, [group]: some.length + rowsOfGroup })}>{t("ui.work.more_rows", number(all - some.length))}</button>
          )}
        </section>
      ))}
    </>
  );
}

type RowProperties = { row: ShortWork; isOpen: boolean; isChosen: boolean; onOpen: () => void; onClose: () => void; onStep: (by: number) => void; onChoose: () => void };

function Row({ row, isOpen, isChosen, onOpen, onClose, onStep, onChoose }: RowProperties) {
  return (
    <li id={`row-${row.id}`} className={isOpen ? "open" : undefined}>
      <div className="line">
        {row.may_update && <input type="checkbox" tabIndex={-1} checked={isChosen} onChange={onChoose} aria-label={t("ui.work.choose", row.title)} aria-keyshortcuts="x" />}
        <button className="title" aria-expanded={isOpen} onClick={onOpen}>
          {row.title}
          <Icon name="down" />
        </button>
        <p className="facts">
          <Timing work={row} />
          <State work={row} />
          <Done percent={row.percent} />
          <span className="who">{whoHas(row)}</span>
        </p>
      </div>
      {isOpen && <Update task={row.id} onClose={onClose} onStep={onStep} />}
    </li>
  );
}
