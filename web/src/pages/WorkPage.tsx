import { useEffect, useMemo, useState, type ComponentType } from "react";
import { changeSearch, Link, useSearch } from "../app/router";
import type { ShortWork } from "../api/types";
import { Failed } from "../components/Failed";
import { number } from "../format";
import { useProgrammes } from "../hooks/programmes";
import { useSession } from "../hooks/session";
import { useShortWork, useWaiting } from "../hooks/work";
import { LettersNote } from "../letters/LettersNote";
import { t } from "../text/t";
import { choicesOf, filtered, filterFrom, isFiltering } from "../work/filter";
import { groupOf, type Group } from "../work/groups";
import { ListView } from "../work/ListView";
import { Parts, type Part } from "../work/Parts";
import { TaskDialog } from "../work/TaskDialog";
import { WaitingList } from "../work/WaitingList";
import { views, WorkFilterBar, type View } from "../work/WorkFilterBar";
import "../styles/work.css";

type ViewOf = ComponentType<{ rows: ShortWork[]; done: boolean }>;
type Loaded = Record<Exclude<View, "list">, ViewOf>;

async function loadViews(): Promise<Loaded> {
  const [{ Board }, { MonthView }, { Timeline }] = await Promise.all([import("../work/Board"), import("../work/MonthView"), import("../work/Timeline")]);
  return { board: Board, calendar: MonthView, timeline: Timeline };
}

// Fetched once the page stands, so that changing the view waits for nothing.
function useViews(): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => void loadViews().then(setLoaded), []);
  return loaded;
}

function partOf(search: URLSearchParams): Part {
  const part = search.get("part");
  return part === "for_me" || part === "for_others" ? part : "due";
}

// What is due, what waits for me, what I wait for. What is due is shown as a list, a board, a calendar or a line of time.
export function WorkPage() {
  const search = useSearch();
  const part = partOf(search);
  const current = search.get("task");
  const filter = filterFrom(search);
  const done = search.get("done") === "true";
  const view: View = views.find((one) => one === search.get("view")) ?? "list";
  const loaded = useViews();
  const ViewOf = view === "list" ? null : loaded?.[view];
  const role = useSession().data?.user.role;
  const hasOwn = role === "officer" || role === "unit_head" || role === "leader";
  const isMine = hasOwn && !filter.unit && search.get("whose") !== "all";
  const work = useShortWork(isMine, done);
  const waiting = useWaiting();
  const programmes = useProgrammes().data;
  useEffect(() => void (document.title = `${t("ui.rail_work")} · Tiến Độ`), []);

  const all = useMemo(() => work.data?.items ?? [], [work.data]);
  const { q, unit, leader, programme } = filter;
  const rows = useMemo(() => filtered(all, { q, unit, leader, programme }), [all, q, unit, leader, programme]);
  const choices = useMemo(() => choicesOf(all, new Map(programmes?.map((one) => [one.id, one.title]))), [all, programmes]);
  const failed = work.error ?? waiting.error;
  if (failed) return <Failed error={failed} again={() => (void work.refetch(), void waiting.refetch())} />;
  if (!work.data) return null;

  const opened = part === "due" && view !== "list" ? all.find((row) => row.id === current) : undefined;
  return (
    <div className={`work${part === "due" && view !== "list" ? " wide" : ""}`}>
      <header>
        <h1>{t("ui.rail_work")}</h1>
        {hasOwn && part === "due" && (
          <div className="tabs" role="group" aria-label={t("ui.work.whose")}>
            <button className={`button small${isMine ? " primary" : ""}`} aria-pressed={isMine} onClick={() => changeSearch({ whose: null, unit: null, task: null })}>{t("ui.work.mine")}</button>
            <button className={`button small${isMine ? "" : " primary"}`} aria-pressed={!isMine} onClick={() => changeSearch({ whose: "all", task: null })}>{t("ui.work.everybody")}</button>
          </div>
        )}
        <p className="letters-note"><Link to="/work/unplanned">{t("ui.unplanned.title")}</Link></p>
        <LettersNote />
        <p className="sentence">{sentenceOfWork(all, isMine)}</p>
      </header>
      <Parts part={part} rows={all} waiting={waiting.data} />
      {part === "for_me" && <WaitingList items={waiting.data?.for_me ?? []} empty="ui.work.nothing_for_me" current={current} />}
      {part === "for_others" && <WaitingList items={waiting.data?.for_others ?? []} empty="ui.work.nothing_for_others" current={current} />}
      {part === "due" && (all.length > 0 || done) && <WorkFilterBar view={view} filter={filter} done={done} choices={choices} shown={rows.length} all={all.length} />}
      {part === "due" && work.data.total > all.length && <p className="message doubt">{t("ui.work.cut", number(all.length), number(work.data.total))}</p>}
      {part === "due" && all.length === 0 && !isMine && !done && <p className="soft">{t("ui.work.empty_more")}</p>}
      {part === "due" && rows.length === 0 && isFiltering(filter) && <p className="soft nothing-shown">{t("ui.work.none_found")}</p>}
      {part === "due" && rows.length > 0 && (
        view === "list" ? <ListView rows={rows} current={current} /> : ViewOf && <ViewOf rows={rows} done={done} />
      )}
      {opened && <TaskDialog key={opened.id} row={opened} />}
    </div>
  );
}

function sentenceOfWork(rows: ShortWork[], isMine: boolean): string {
  const count = (group: Group) => rows.filter((row) => groupOf(row) === group).length;
  const open = rows.length - count("done");
  if (open === 0) return t(isMine ? "ui.work.none_of_mine" : "ui.work.empty");
  return t("ui.work.sentence", number(open), number(count("overdue")), number(count("due_soon")), number(count("waiting")));
}
