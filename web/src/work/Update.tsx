import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { UnderstoodDocument, Work, WorkMoveName } from "../api/types";
import { address, sentenceOf } from "../api/client";
import { Link } from "../app/router";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { day, moment, number } from "../format";
import { useExecutors, useTell, useUnderstood, useWork } from "../hooks/work";
import { sentenceFor, t, type Sentence } from "../text/t";
import { TaskParts } from "../parts/TaskParts";
import { TaskStepList } from "../steps/TaskStepList";
import { TaskLetters } from "../letters/TaskLetters";
import { Extensions, extensionWords } from "./Extensions";
import { amountsOf } from "./amounts";
import { asksReason } from "./groups";

const percents = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

function nameOf(document: UnderstoodDocument): string {
  const number = [document.number, document.symbol].filter(Boolean).join("/");
  return [document.kind, number, document.issued_on ? t("ui.dated", day(document.issued_on)) : ""].filter(Boolean).join(" ");
}

// One task updated without leaving the list: words, percent, the document that proves it, and what comes next.
// `onStep`: Alt and an arrow go to the next task of the list.
export function Update({ task, onClose, onStep }: { task: string; onClose: () => void; onStep?: (by: number) => void }) {
  const work = useWork(task);
  if (!work.data) return null;
  return <Form key={task} task={task} work={work.data} onClose={onClose} onStep={onStep} />;
}

function Form({ task, work, onClose, onStep }: { task: string; work: Work; onClose: () => void; onStep: ((by: number) => void) | undefined }) {
  const { progress, move, evidence } = useTell(task);
  const [words, setWords] = useState("");
  const [amounts, setAmounts] = useState<Record<string, string>>({});
  const [difficulties, setDifficulties] = useState("");
  const [requests, setRequests] = useState("");
  const [chosen, setPercent] = useState<number | null>(null); // a step that is marked moves the percent while the form is open
  const percent = chosen ?? work.percent;
  const [proof, setProof] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [failure, setFailure] = useState("");
  const first = useRef<HTMLTextAreaElement>(null);
  const understood = useUnderstood(proof.trim()).data ?? null;
  const isBusy = progress.isPending || move.isPending || evidence.isPending;
  // A wish that waits for an answer comes first, and takes the focus.
  const asksAnswer = work.may_answer_extension || (work.may_take_back_extension && work.extension_requests.some((one) => one.state === "offered"));
  useEffect(() => {
    if (!asksAnswer) first.current?.focus({ preventScroll: true });
    // Only when it opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const prove = async () => {
    if (!proof.trim() && !file) return;
    await evidence.mutateAsync({ form: understood ? { ...understood, words: proof.trim() } : { words: proof.trim() || (file?.name ?? "") }, file });
    setProof("");
    setFile(null);
  };
  // What was typed stays until the server has it.
  const doing = async (act: () => Promise<unknown>, done: string) => {
    setFailure("");
    try {
      await prove();
      await act();
      setWords("");
      setAmounts({});
      setDifficulties("");
      setRequests("");
      setPercent(null);
      say({ text: done });
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };
  const done = amountsOf(amounts);
  const hasProgress = (words + difficulties + requests).trim() !== "" || percent !== work.percent || done.length > 0;
  const save = () =>
    doing(async () => {
      if (hasProgress) await progress.mutateAsync({ version: work.version, words, percent: done.length > 0 ? chosen : percent, difficulties, requests, done });
    }, t("ui.work.saved")).then(() => undefined);
  const go = (next: WorkMoveName) => {
    if (asksReason(next) && !words.trim()) {
      setFailure(t("ui.work.reason_first"));
      first.current?.focus();
      return;
    }
    void doing(() => move.mutateAsync({ version: work.version, move: next, words }), t(`ui.moved.${next}` as Sentence));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    if (event.altKey && onStep && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      onStep(event.key === "ArrowDown" ? 1 : -1);
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
    event.stopPropagation();
  };
  const moves = work.moves.filter((one) => one !== "report" && one !== "begin");
  return (
    <div className="update" onKeyDown={onKey}>
      {asksAnswer && <Extensions task={task} work={work} />}
      {!work.may_update && <Proofs task={task} work={work} />}
      {!work.may_update && work.moves.length > 0 && (
        <div className="field">
          <label htmlFor={`words-${task}`}>{t("ui.work.decision_words")}</label>
          <textarea id={`words-${task}`} ref={first} className="input" rows={2} value={words} onChange={(event) => setWords(event.target.value)} />
        </div>
      )}
      {work.may_update && (
        <div className="fields">
          <div className="field">
            <label htmlFor={`words-${task}`}>{t("ui.work.words")}</label>
            <textarea id={`words-${task}`} ref={first} className="input" rows={2} value={words} onChange={(event) => setWords(event.target.value)} placeholder={t("ui.work.words_example")} />
          </div>
          <div className="field">
            <label htmlFor={`percent-${task}`}>{t("ui.work.percent")}</label>
            <select id={`percent-${task}`} className="input" value={percent} onChange={(event) => setPercent(Number(event.target.value))}>
              {[...new Set([...percents, work.percent])].sort((a, b) => a - b).map((one) => <option key={one} value={one}>{one}%</option>)}
            </select>
          </div>
          {work.targets.length > 0 && <div className="amounts">{work.targets.map((target) => (
            <div className="field" key={target.unit}>
              <label htmlFor={`done-${task}-${target.unit}`}>{t("ui.work.more_done", target.unit)}</label>
              <input id={`done-${task}-${target.unit}`} className="input" inputMode="decimal" value={amounts[target.unit] ?? ""} onChange={(event) => setAmounts({ ...amounts, [target.unit]: event.target.value })} aria-describedby={`sum-${task}-${target.unit}`} />
              <p className="meaning" id={`sum-${task}-${target.unit}`}>{t("ui.work.done_of", number(target.done), number(target.least), target.unit)}</p>
              {target.series && <p className="meaning"><Link to={`/figures/targets?year=${target.series.year}&series=${target.series.key}`}>{t("ui.work.year_of_series", String(target.series.year), number(target.series.done), number(target.series.least), number(target.series.tasks))}</Link></p>}
            </div>
          ))}</div>}
          <div className="field wide">
            <label htmlFor={`proof-${task}`}>{t("ui.work.proof")}</label>
            <input id={`proof-${task}`} className="input" value={proof} onChange={(event) => setProof(event.target.value)} placeholder={t("ui.work.proof_example")} aria-describedby={`proof-${task}-read`} />
            <p className="meaning" id={`proof-${task}-read`}>{understood ? <>{t("ui.understood_as")} <strong>{nameOf(understood)}</strong></> : proof.trim().length > 3 ? t("ui.work.proof_as_words") : ""}</p>
          </div>
          <div className="field">
            <label className="button file">
              <Icon name="file" />
              {file ? file.name : t("ui.work.file")}
              <input type="file" className="hidden-words" accept=".pdf,.doc,.docx,.xls,.xlsx,.png,.jpg,.jpeg" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
            </label>
          </div>
          <details className="field wide troubles">
            <summary>{t("ui.work.troubles")}</summary>
            <div className="field">
              <label htmlFor={`difficulties-${task}`}>{t("ui.work.difficulties")}</label>
              <textarea id={`difficulties-${task}`} className="input" rows={2} value={difficulties} onChange={(event) => setDifficulties(event.target.value)} />
            </div>
            <div className="field">
              <label htmlFor={`requests-${task}`}>{t("ui.work.requests")}</label>
              <textarea id={`requests-${task}`} className="input" rows={2} value={requests} onChange={(event) => setRequests(event.target.value)} />
            </div>
          </details>
        </div>
      )}
      {work.may_assign && <Executor task={task} work={work} onError={(error) => setFailure(sentenceOf(error))} />}
      {failure && <p className="message bad" role="alert"><Icon name="warning" />{failure}</p>}
      <div className="actions">
        {work.may_update && (
          <button className="button primary" disabled={isBusy || !(hasProgress || proof.trim() || file)} onClick={() => void save()} aria-keyshortcuts="Control+Enter">{t("ui.work.save")}</button>
        )}
        {work.moves.includes("report") && <button className="button" disabled={isBusy} onClick={() => go("report")}>{t("ui.move.report")}</button>}
        {moves.map((one) => (
          <button key={one} className={`button ${one === "confirm" ? "primary" : work.may_update ? "quiet" : ""}`} disabled={isBusy} onClick={() => go(one)}>{t(`ui.move.${one}` as Sentence)}</button>
        ))}
        <button className="button quiet" onClick={onClose}>{t("ui.close")}</button>
      </div>
      {!asksAnswer && <Extensions task={task} work={work} />}
      {work.may_update && <Proofs task={task} work={work} />}
      {work.entries.length > 0 && (
        <ol className="said" aria-label={t("ui.work.said")}>
          {work.entries.slice(-4).reverse().map((entry) => (
            <li key={entry.id}>
              <strong>{sentenceFor(entry.move ? `ui.moved.${entry.move}` : `ui.entry.${entry.kind}`)}</strong> {entry.kind === "extension" ? extensionWords(entry.words) : entry.words}
              {entry.percent !== null && ` ${entry.percent}%`}
              {entry.done.map((one) => ` · ${one.amount > 0 ? "+" : ""}${number(one.amount)} ${one.unit}`).join("")}
              {entry.difficulties && <> <strong>{t("ui.work.difficulties")}:</strong> {entry.difficulties}</>}
              {entry.requests && <> <strong>{t("ui.work.requests")}:</strong> {entry.requests}</>}
              <span className="soft"> {entry.by} · {moment(entry.at)}</span>
            </li>
          ))}
        </ol>
      )}
      <TaskStepList task={task} />
      <TaskParts task={task} />
      <TaskLetters task={task} />
    </div>
  );
}

function Proofs({ task, work }: { task: string; work: Work }) {
  if (work.evidence.length === 0) return null;
  return (
    <ul className="proofs" aria-label={t("ui.work.proofs")}>
      {work.evidence.map((one) => (
        <li key={one.id}>
          <Icon name="file" />
          {one.file_name ? <a href={address(`/tasks/${task}/evidence/${one.id}/file`)}>{one.words || one.file_name}</a> : one.words || nameOf(one)}
        </li>
      ))}
    </ul>
  );
}

// Who of the unit carries it out; a choice is sent at once.
function Executor({ task, work, onError }: { task: string; work: Work; onError: (error: unknown) => void }) {
  const people = useExecutors(task, true).data ?? [];
  const { assign } = useTell(task);
  const give = (executor: string | null) =>
    assign.mutate({ version: work.version, executor }, { onSuccess: (next) => say({ text: t("ui.work.assigned", next.executor_name || t("ui.work.executor_none")) }), onError });
  return (
    <div className="field executor">
      <label htmlFor={`executor-${task}`}>{t("ui.work.executor")}</label>
      <select id={`executor-${task}`} className="input" value={work.executor ?? ""} disabled={assign.isPending} onChange={(event) => give(event.target.value || null)}>
        <option value="">{t("ui.work.executor_none")}</option>
        {people.map((person) => <option key={person.id} value={person.id}>{person.name}</option>)}
      </select>
    </div>
  );
}
