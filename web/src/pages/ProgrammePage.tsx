import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Programme, TaskRow } from "../api/types";
import { changeSearch, Link, useSearch } from "../app/router";
import { load, save } from "../app/storage";
import { ColumnChoice } from "../components/ColumnChoice";
import { Failed } from "../components/Failed";
import { FilterBar } from "../components/FilterBar";
import { Icon } from "../components/Icon";
import { PrintSheet } from "../components/PrintSheet";
import { TaskPanel } from "../components/TaskPanel";
import { TaskTable, type TableHandle } from "../components/TaskTable";
import { useProgramme } from "../hooks/programmes";
import { useTaskKeys } from "../hooks/task_keys";
import { useTasks } from "../hooks/tasks";
import { columnsOf } from "../programme/columns";
import { apply, choicesOf, filterOf, foldAhead, noFilter, searchWords } from "../programme/filter";
import { rowsOf } from "../programme/rows";
import { t, type Sentence } from "../text/t";

export function ProgrammePage({ programme: id = "" }: Record<string, string>) {
  const programme = useProgramme(id);
  const tasks = useTasks(id);
  const error = programme.error ?? tasks.error;
  if (error) return <Failed error={error} again={() => (void programme.refetch(), void tasks.refetch())} />;
  if (!programme.data || !tasks.data) return null;
  return <Sheet programme={programme.data} tasks={tasks.data} />;
}

function useHiddenColumns(programme: string): [Set<string>, (hidden: Set<string>) => void] {
  const name = `columns.${programme}`;
  const [hidden, setHidden] = useState(() => new Set<string>(JSON.parse(load(name) ?? "[]") as string[]));
  const change = (next: Set<string>) => {
    save(name, next.size ? JSON.stringify([...next]) : null);
    setHidden(next);
  };
  return [hidden, change];
}

// The browser's own print command gets every row too, not only those in sight.
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  return isPrinting;
}

function Sheet({ programme, tasks }: { programme: Programme; tasks: TaskRow[] }) {
  const search = useSearch();
  const filter = useMemo(() => filterOf(search), [search]);
  const open = search.get("task");
  const shown = useMemo(() => apply(filter, tasks), [filter, tasks]);
  const rows = useMemo(() => rowsOf(programme, shown), [programme, shown]);
  const order = useMemo(() => rows.flatMap((row) => (row.kind === "task" ? [row.task.id] : [])), [rows]);
  const choices = useMemo(() => choicesOf(tasks), [tasks]);
  const columns = useMemo(() => columnsOf(programme, tasks), [programme, tasks]);
  const words = useMemo(() => searchWords(filter.q), [filter.q]);
  const [hidden, setHidden] = useHiddenColumns(programme.id);
  const [current, setCurrent] = useState<string | null>(open);
  const isPrinting = useIsPrinting();
  const table = useRef<TableHandle>(null);
  useEffect(() => void (document.title = `${programme.title} · Tiến Độ`), [programme.title]);
  useEffect(() => foldAhead(tasks), [tasks]);

  const openTask = useCallback((task: string) => (setCurrent(task), changeSearch({ task }, { replace: false })), []);
  const closeTask = useCallback(() => {
    const task = new URLSearchParams(location.search).get("task");
    changeSearch({ task: null });
    if (task) table.current?.reveal(task, true);
  }, []);
  const go = useCallback(
    (task: string) => {
      setCurrent(task);
      const isOpen = new URLSearchParams(location.search).has("task");
      if (isOpen) changeSearch({ task });
      table.current?.reveal(task, !isOpen);
    },
    [],
  );
  useTaskKeys({ order, current: open ?? current, onMove: go, onOpen: openTask, onClose: open ? closeTask : null });

  // An address that names a task shows it in its place.
  useEffect(() => {
    const task = new URLSearchParams(location.search).get("task");
    if (task) requestAnimationFrame(() => table.current?.reveal(task, false));
  }, []);

  const addressOf = (task: string) => {
    const next = new URLSearchParams(search);
    next.set("task", task);
    return `${location.pathname}?${next.toString()}`;
  };
  const filterWords = new URLSearchParams([...search].filter(([name]) => name !== "task")).toString();
  if (isPrinting) return <PrintSheet programme={programme} tasks={shown} />;
  return (
    <div className="sheet-page">
      <header className="heading">
        <div>
          <h1>{programme.title}</h1>
          {programme.attachment.as_written && <p className="attached">{programme.attachment.as_written}</p>}
        </div>
        <div className="tools">
          <Link className="button" to={`/programmes/${programme.id}/life`}>{t("ui.life.way", t(`ui.life.stage.${programme.stage}` as Sentence))}</Link>
          <ColumnChoice columns={columns} hidden={hidden} onChange={setHidden} />
          <Link className="button" to={`/programmes/${programme.id}/print${filterWords ? `?${filterWords}` : ""}`}>
            <Icon name="print" />
            {t("ui.print_view")}
          </Link>
        </div>
      </header>
      <FilterBar filter={filter} choices={choices} shown={shown.length} all={tasks.length} />
      {shown.length > 0 ? (
        <TaskTable rows={rows} columns={columns.filter((column) => !hidden.has(column.key))} words={words} open={open} current={current} addressOf={addressOf} onOpen={openTask} handle={table} />
      ) : (
        <div className="empty">
          <h2>{t("ui.no_task_matches")}</h2>
          <p>{t("ui.no_task_matches_more")}</p>
          <button className="button" onClick={() => changeSearch(noFilter)}>{t("ui.filter_clear")}</button>
        </div>
      )}
      {open && (
        <TaskPanel
          key={open}
          id={open}
          row={tasks.find((task) => task.id === open) ?? null}
          programme={programme}
          columns={columns}
          previous={order[order.indexOf(open) - 1] ?? null}
          next={order.includes(open) ? (order[order.indexOf(open) + 1] ?? null) : null}
          onGo={go}
          onClose={closeTask}
        />
      )}
    </div>
  );
}
