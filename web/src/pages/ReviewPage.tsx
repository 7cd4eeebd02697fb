import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Intake } from "../api/types";
import { Failed } from "../components/Failed";
import { ColumnQuestions } from "../components/review/ColumnQuestions";
import { ConfirmDialog } from "../components/review/ConfirmDialog";
import { DoubtBar } from "../components/review/DoubtBar";
import { FileNotices } from "../components/review/FileNotices";
import { Leftovers } from "../components/review/Leftovers";
import { ProblemList } from "../components/review/ProblemList";
import { RemoveDialog } from "../components/review/RemoveDialog";
import { ReviewHead } from "../components/review/ReviewHead";
import { ReviewTable, type ReviewTableHandle } from "../components/review/ReviewTable";
import { SourcePane } from "../components/review/SourcePane";
import { MergeView, type MergeHandle } from "../components/review/MergeView";
import { SplitDialog } from "../components/review/SplitDialog";
import { TargetBar } from "../components/review/TargetBar";
import { number } from "../format";
import { useComparison, useIntake } from "../hooks/intakes";
import { useReview } from "../hooks/review";
import { useReviewKeys } from "../hooks/review_keys";
import { useRights } from "../hooks/rights";
import { rowsOf, type CellPlace, type RowKind } from "../review/cells";
import { doubtAt, indexByCell, matters, nameOf, step } from "../review/doubts";
import { entriesOf } from "../review/merging";
import { t } from "../text/t";
import "../styles/review.css";

export type View = "merge" | "task" | "proposal" | "problems" | "leftovers" | "source";

export function ReviewPage({ intake: id = "" }: Record<string, string>) {
  const intake = useIntake(id);
  useEffect(() => void (document.title = `${intake.data?.source_name ?? t("ui.import.title")} · Tiến Độ`), [intake.data?.source_name]);
  if (intake.error) return <Failed error={intake.error} again={() => void intake.refetch()} />;
  if (!intake.data) return null;
  return <Desk key={id} intake={intake.data} />;
}

function Desk({ intake }: { intake: Intake }) {
  const canEdit = useRights()("edit_programmes");
  const review = useReview(intake);
  const { preview, doubts, change, setText, accept, undo } = review;
  const isOpen = intake.state === "open" && canEdit;
  const isMerge = Boolean(intake.intake.merge);
  const [view, setView] = useState<View>(isMerge ? "merge" : "task");
  const [current, setCurrent] = useState<CellPlace | null>(() => (isOpen && !isMerge ? step(intake.intake, doubts, null, 1) : null));
  const [editing, setEditing] = useState(false);
  const [dialog, setDialog] = useState<"split" | "remove" | "confirm" | null>(null);
  const table = useRef<ReviewTableHandle>(null);
  const differences = useRef<MergeHandle>(null);
  const target = preview.merge?.programme ?? null;
  const comparison = useComparison(intake.id, target ? review.saved : intake.version, isOpen && preview.tasks.length > 0);
  const compared = comparison.data?.merge?.programme === target ? (comparison.data?.merge ?? null) : null;
  const index = useMemo(() => indexByCell(doubts), [doubts]);
  const doubt = current && doubtAt(index, current);
  const draft = current ? (rowsOf(preview, current.kind)[current.row] ?? null) : null;
  const above = current ? (rowsOf(preview, current.kind)[current.row - 1] ?? null) : null;

  const go = useCallback((cell: CellPlace | null, focus = true) => {
    setEditing(false);
    setCurrent(cell);
    if (!cell) return;
    setView(cell.kind);
    requestAnimationFrame(() => table.current?.reveal(cell, focus));
  }, []);
  const walk = useCallback((by: 1 | -1) => go(step(preview, doubts, current, by) ?? current), [current, doubts, go, preview]);
  const settle = useCallback(() => {
    if (!doubt) return walk(1);
    accept(doubt);
    go(step(preview, doubts.filter((one) => one !== doubt), doubt, 1) ?? doubt);
  }, [accept, doubt, doubts, go, preview, walk]);
  const takeOther = useCallback(() => {
    if (!current || !doubt || doubt.other === null) return;
    setText(current, doubt.other);
    go(current);
  }, [current, doubt, go, setText]);
  const finishEdit = useCallback(
    (text: string | null) => {
      if (current && text !== null) setText(current, text);
      go(current);
    },
    [current, go, setText],
  );
  const undoLast = useCallback(() => go(undo() ?? current), [current, go, undo]);
  const canMerge = isOpen && Boolean(draft && above);
  const merge = useCallback(() => {
    if (!current || !canMerge) return;
    change({ op: "merge", kind: current.kind, row: current.row }, current);
    go({ ...current, row: current.row - 1 });
  }, [canMerge, change, current, go]);
  const ask = (what: "split" | "remove") => isOpen && draft && setDialog(what);

  // Whoever chooses a programme wants to see what differs; whoever goes back to a new one, the rows.
  const [viewOf, setViewOf] = useState(target);
  if (viewOf !== target) {
    setViewOf(target);
    setView(target ? "merge" : "task");
  }
  const onMerge = view === "merge";
  useReviewKeys(dialog !== null || editing, onMerge ? {
    next: () => differences.current?.walk(1), previous: () => differences.current?.walk(-1), accept: () => differences.current?.take(), remove: () => differences.current?.leave(), undo: isOpen ? undoLast : () => {},
    edit: () => {}, other: () => {}, merge: () => {}, split: () => {}, move: () => {},
  } : {
    next: () => walk(1), previous: () => walk(-1), accept: isOpen ? settle : () => {}, edit: () => isOpen && current && setEditing(true), other: isOpen ? takeOther : () => {}, undo: isOpen ? undoLast : () => {},
    merge, split: () => ask("split"), remove: () => ask("remove"), move: (rows, columns) => table.current?.move(rows, columns),
  });

  // The first doubt is shown where it stands, without taking the focus from the page.
  const first = useRef(current);
  useEffect(() => {
    if (first.current) go(first.current, false);
  }, [go]);

  const remarks = preview.problems.filter((problem) => matters(problem) && !review.seen.has(nameOf(problem))).length;
  const left = preview.unplaced.length;
  const tabs: { view: View; name: string; count: number | null }[] = [
    ...(target ? [{ view: "merge" as const, name: t("ui.merge.tab"), count: compared ? entriesOf(compared).length : null }] : []),
    { view: "task", name: t("ui.tasks"), count: preview.tasks.length },
    ...(preview.proposals.length ? [{ view: "proposal" as const, name: t("ui.review.proposals"), count: preview.proposals.length }] : []),
    { view: "problems", name: t("ui.review.problems"), count: remarks },
    { view: "leftovers", name: t("ui.review.leftovers"), count: left },
    { view: "source", name: t("ui.review.source"), count: null },
  ];
  const shown: RowKind | null = view === "task" || view === "proposal" ? view : null;
  return (
    <div className={`review ${view === "source" ? "on-source" : ""}`}>
      <ReviewHead intake={intake} isOpen={isOpen} review={review} onWalk={walk} onUndo={undoLast} onConfirm={() => setDialog("confirm")} />
      {isOpen && (target || comparison.data?.likely.length) ? <TargetBar review={review} likely={comparison.data?.likely ?? []} /> : null}
      <div className="desk">
        <SourcePane intake={intake} preview={preview} current={current} />
        <div className="work">
          {isOpen && <FileNotices preview={preview} />}
          {isOpen && <ColumnQuestions review={review} />}
          <nav className="tabs" aria-label={t("ui.review.views")}>
            {tabs.map((tab) => (
              <button key={tab.view} className={`tab ${tab.view}`} aria-pressed={view === tab.view} onClick={() => setView(tab.view)}>
                {tab.name} {tab.count !== null && <span className="count">{number(tab.count)}</span>}
              </button>
            ))}
          </nav>
          {shown && (
            <ReviewTable ref={table} key={shown} kind={shown} preview={preview} index={index} current={current} editing={editing} isOpen={isOpen} onSelect={(cell) => (setEditing(false), setCurrent(cell))} onEdit={(cell) => (setCurrent(cell), setEditing(true))} onEdited={finishEdit} onColumn={(column, field) => change({ op: "column", column, field }, null)} />
          )}
          {onMerge && compared && <MergeView ref={differences} compared={compared} review={review} isOpen={isOpen} onShow={(row) => setCurrent({ kind: "task", row, field: "title" })} />}
          {view === "problems" && <ProblemList review={review} onGo={go} />}
          {view === "leftovers" && <Leftovers preview={preview} />}
          {isOpen && view !== "source" && !onMerge && (
            <DoubtBar preview={preview} current={current} doubt={doubt} left={doubts.length} canMerge={canMerge} onAccept={settle} onEdit={() => setEditing(true)} onOther={takeOther} onMerge={merge} onSplit={() => ask("split")} onRemove={() => ask("remove")} onWalk={walk} />
          )}
        </div>
      </div>
      {dialog === "split" && current && draft && <SplitDialog draft={draft} preview={preview} kind={current.kind} onClose={() => (setDialog(null), go(current))} onSplit={(cells) => (setDialog(null), change({ op: "split", kind: current.kind, row: current.row, cells }, current), go(current))} />}
      {dialog === "remove" && current && draft && <RemoveDialog draft={draft} onClose={() => (setDialog(null), go(current))} onRemove={() => (setDialog(null), change({ op: "remove", kind: current.kind, row: current.row }, current), go({ ...current, row: Math.max(0, Math.min(current.row, rowsOf(preview, current.kind).length - 2)) }))} />}
      {dialog === "confirm" && <ConfirmDialog intake={intake} review={review} compared={compared} likely={comparison.data?.likely[0]} onClose={() => setDialog(null)} />}
    </div>
  );
}
