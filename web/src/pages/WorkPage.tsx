import { useEffect, useMemo, useState } from "react";
import type { TaskAtWork } from "../api/types";
import { changeSearch, Link, useSearch } from "../app/router";
import { Failed } from "../components/Failed";
import { isTyping } from "../components/Frame";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { sentenceOf } from "../api/client";
import { number } from "../format";
import { useSession } from "../hooks/session";
import { useNoNews, useTasksAtWork } from "../hooks/work";
import { t, type Sentence } from "../text/t";
import { LettersNote } from "../letters/LettersNote";
import { useRights } from "../hooks/rights";
import { grouped, groupOf, type Group } from "../work/groups";
import { Done, State, Timing } from "../work/Standing";
import { Update } from "../work/Update";
import "../styles/work.css";

const tones: Partial<Record<Group, string>> = { overdue: "bad", due_soon: "doubt" };

// What is due, what waits, what is under way: worked through from the keyboard without leaving the page.
export function WorkPage() {
  const search = useSearch();
  const unit = search.get("unit");
  const current = search.get("task");
  const role = useSession().data?.user.role;
  const hasOwn = role === "officer" || role === "unit_head" || role === "leader";
  const isMine = hasOwn && !unit && search.get("whose") !== "all";
  const work = useTasksAtWork({ unit, mine: isMine ? "true" : null });
  const noNews = useNoNews();
  const canWrite = useRights()("edit_programmes");
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  useEffect(() => void (document.title = `${t("ui.rail_work")} · Tiến Độ`), []);

  const rows = useMemo(() => work.data ?? [], [work.data]);
  const shown = useMemo(() => grouped(rows), [rows]);
  const order = useMemo(() => shown.flatMap((one) => one.rows.map((row) => row.task.id)), [shown]);
  const open = (task: string | null) => changeSearch({ task });
  const choose = (task: string) => setChosen((before) => { const next = new Set(before); if (!next.delete(task)) next.add(task); return next; });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || document.querySelector("dialog[open]")) return;
      const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
      if (!step) return;
      const next = order[Math.min(Math.max(current ? order.indexOf(current) + step : 0, 0), order.length - 1)];
      if (!next) return;
      event.preventDefault();
      changeSearch({ task: next });
      document.getElementById(`row-${next}`)?.scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [order, current]);

  if (work.error) return <Failed error={work.error} again={() => void work.refetch()} />;
  if (!work.data) return null;
  if (rows.length === 0 && !isMine)
    return (
      <div className="empty">
        <h1>{t("ui.work.empty")}</h1>
        <p>{t("ui.work.empty_more")}</p>
      </div>
    );

  const note = async () => {
    try {
      const { noted } = await noNews.mutateAsync([...chosen]);
      setChosen(new Set());
      say({ text: t("ui.work.noted", number(noted)) });
    } catch (error) {
      say({ text: sentenceOf(error) });
    }
  };
  return (
    <div className="work">
      <header>
        <h1>{t("ui.rail_work")}</h1>
        <p className="sentence">{rows.length === 0 ? t("ui.work.none_of_mine") : sentenceOfWork(rows)}</p>
        {hasOwn && !unit && (
          <div className="tabs" role="group" aria-label={t("ui.work.whose")}>
            <button className={`button small${isMine ? " primary" : ""}`} aria-pressed={isMine} onClick={() => changeSearch({ whose: null, task: null })}>{t("ui.work.mine")}</button>
            <button className={`button small${isMine ? "" : " primary"}`} aria-pressed={!isMine} onClick={() => changeSearch({ whose: "all", task: null })}>{t("ui.work.everybody")}</button>
          </div>
        )}
        <LettersNote />
      </header>
      {chosen.size > 0 && (
        <div className="many" role="region" aria-label={t("ui.work.chosen", number(chosen.size))}>
          <p>{t("ui.work.chosen", number(chosen.size))}</p>
          <button className="button primary small" disabled={noNews.isPending} onClick={() => void note()}>{t("ui.work.no_news")}</button>
          {canWrite && <Link className="button small" to={`/work/letters/new?tasks=${[...chosen].join(",")}`}>{t("ui.letters.write_chosen")}</Link>}
          <button className="button small" onClick={() => setChosen(new Set())}>{t("ui.work.choose_none")}</button>
        </div>
      )}
      {shown.map(({ group, rows: some }) => (
        <section key={group} className={tones[group]}>
          <h2>
            {t(`ui.work.group.${group}` as Sentence)} <span className="count">{number(some.length)}</span>
          </h2>
          <ul>
            {some.map((row) => (
              <Row key={row.task.id} row={row} isOpen={row.task.id === current} isChosen={chosen.has(row.task.id)} onOpen={open} onChoose={choose} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function sentenceOfWork(rows: TaskAtWork[]): string {
  const count = (group: Group) => number(rows.filter((row) => groupOf(row) === group).length);
  return t("ui.work.sentence", number(rows.length), count("overdue"), count("due_soon"), count("waiting"));
}

type RowProperties = { row: TaskAtWork; isOpen: boolean; isChosen: boolean; onOpen: (task: string | null) => void; onChoose: (task: string) => void };

function Row({ row: { task, work }, isOpen, isChosen, onOpen, onChoose }: RowProperties) {
  const units = task.lead_units.map((unit) => unit.name).join(", ") || task.lead;
  return (
    <li id={`row-${task.id}`} className={isOpen ? "open" : undefined}>
      <div className="line">
        {work.may_update && <input type="checkbox" checked={isChosen} onChange={() => onChoose(task.id)} aria-label={t("ui.work.choose", task.title)} />}
        <button className="title" aria-expanded={isOpen} onClick={() => onOpen(isOpen ? null : task.id)}>
          {task.title}
          <Icon name="down" />
        </button>
        <p className="facts">
          <Timing work={work} />
          <State work={work} />
          <Done percent={work.percent} />
          <span className="who">{[units, work.executor_name].filter(Boolean).join(" · ")}</span>
        </p>
      </div>
      {isOpen && <Update task={task.id} onClose={() => onOpen(null)} />}
    </li>
  );
}
