import { useCallback, useMemo, useRef, useState } from "react";
import { ApiError, get, patch, sentenceOf } from "../api/client";
import type { Correction, DocumentProblem, Intake, Preview } from "../api/types";
import { load, save } from "../app/storage";
import { say } from "../components/Notices";
import { textOf, rowsOf, type CellPlace } from "../review/cells";
import { apply, inverse, sameWords } from "../review/corrections";
import { doubtsOf, nameOf, type Doubt } from "../review/doubts";
import { t } from "../text/t";

type Step = { before: Preview; back: Correction[]; seenBefore: ReadonlySet<string>; at: CellPlace | null };

// The draft as the user sees it, ahead of the server by what is still on its way. Corrections go in their order.
export function useReview(intake: Intake) {
  const [preview, setPreview] = useState(intake.intake);
  const [seen, setSeen] = useState<ReadonlySet<string>>(() => new Set(JSON.parse(load(`seen.${intake.id}`) ?? "[]") as string[]));
  const [steps, setSteps] = useState<Step[]>([]);
  const [isSaving, setSaving] = useState(false);
  const [saved, setSaved] = useState(intake.version); // the version that the server holds, once it has answered
  const now = useRef(preview);
  const version = useRef(intake.version);
  const waiting = useRef<Correction[]>([]);
  const running = useRef<Promise<boolean> | null>(null);
  const adoptAll = useRef(false);

  const show = useCallback((next: Preview) => {
    now.current = next;
    setPreview(next);
  }, []);
  const see = useCallback(
    (next: ReadonlySet<string>) => {
      setSeen(next);
      save(`seen.${intake.id}`, next.size ? JSON.stringify([...next]) : null);
    },
    [intake.id],
  );

  // The page keeps its own marks (an undone acceptance is doubtful again); words and problems follow the server.
  const adopt = useCallback(
    (answer: Intake) => {
      version.current = answer.version;
      setSaved(answer.version);
      if (waiting.current.length) return;
      const mustTakeAll = adoptAll.current || !sameWords(answer.intake, now.current);
      adoptAll.current = false;
      show(mustTakeAll ? answer.intake : { ...now.current, problems: answer.intake.problems });
    },
    [show],
  );
  const startOver = useCallback(
    async (error: unknown) => {
      waiting.current = [];
      setSteps([]);
      const isStale = error instanceof ApiError && error.status === 412;
      say({ text: isStale ? t("ui.review.stale") : `${sentenceOf(error)} ${t("ui.review.not_kept")}`, seconds: 12 });
      const fresh = await get<Intake>(`/intakes/${intake.id}`).catch(() => null);
      if (!fresh) return;
      version.current = fresh.version;
      setSaved(fresh.version);
      show(fresh.intake);
    },
    [intake.id, show],
  );
  const send = useCallback(() => {
    const run = async () => {
      setSaving(true);
      try {
        while (waiting.current.length) {
          const operations = waiting.current.splice(0, 500);
          adopt((await patch<Intake>(`/intakes/${intake.id}`, { operations }, { version: version.current })).body);
        }
        return true;
      } catch (error) {
        await startOver(error);
        return false;
      } finally {
        running.current = null;
        setSaving(false);
      }
    };
    running.current ??= run();
    return running.current;
  }, [adopt, intake.id, startOver]);

  const change = useCallback(
    (correction: Correction, at: CellPlace | null) => {
      const before = now.current;
      const after = apply(before, correction);
      if (correction.op === "column") adoptAll.current = true;
      show(after);
      setSteps((all) => [...all, { before, back: inverse(before, after, correction), seenBefore: seen, at }]);
      waiting.current.push(correction);
      void send();
    },
    [seen, send, show],
  );
  const accept = useCallback(
    (doubt: Doubt) => {
      const names = doubt.problems.map((problem) => nameOf(problem));
      if (doubt.isUnsure) change({ op: "accept", kind: doubt.kind, row: doubt.row, field: doubt.field }, doubt);
      else setSteps((all) => [...all, { before: now.current, back: [], seenBefore: seen, at: doubt }]);
      if (names.length) see(new Set([...seen, ...names]));
    },
    [change, see, seen],
  );
  const setText = useCallback(
    (cell: CellPlace, text: string) => {
      const row = rowsOf(now.current, cell.kind)[cell.row];
      if (row && textOf(row, cell.field) !== text) change({ op: "set", ...cell, text }, cell);
    },
    [change],
  );
  const wave = useCallback((problem: DocumentProblem) => see(new Set([...seen, nameOf(problem)])), [see, seen]);
  const undo = useCallback((): CellPlace | null => {
    const last = steps.at(-1);
    if (!last) return null;
    setSteps((all) => all.slice(0, -1));
    see(last.seenBefore);
    if (last.back.some((one) => one.op === "column")) adoptAll.current = true;
    show(last.before);
    if (last.back.length) {
      waiting.current.push(...last.back);
      void send();
    }
    return last.at;
  }, [see, send, show, steps]);

  // Waits for everything on its way, and gives the version to confirm.
  const settled = useCallback(async () => {
    while (running.current) if (!(await running.current)) return null;
    return version.current;
  }, []);
  const doubts = useMemo(() => doubtsOf(preview, seen), [preview, seen]);
  return { preview, doubts, seen, canUndo: steps.length > 0, isSaving, saved, change, accept, setText, wave, undo, settled };
}

export type Review = ReturnType<typeof useReview>;
