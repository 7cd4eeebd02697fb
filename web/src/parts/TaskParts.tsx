import { useState, type FormEvent } from "react";
import { sentenceOf } from "../api/client";
import type { SubTask, SubTasks } from "../api/types";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { day, moment, number } from "../format";
import { usePartChanges, useTaskParts, type PartMove } from "../hooks/parts";
import "../styles/parts.css";
import { t, type Sentence } from "../text/t";
import { SplitDialog } from "./SplitDialog";

const isSettled = (part: SubTask) => part.state === "closed" || part.state === "waived";
// The table of moves asks for words with these; `reopen` of what was waived does not need them, but takes them.
const asksWhy = (move: PartMove) => move === "send_back" || move === "waive" || move === "reopen";

// The parts that a task is split into: whose each is, its share, and what comes next.
export function TaskParts({ task }: { task: string }) {
  const parts = useTaskParts(task).data;
  if (!parts || (parts.items.length === 0 && !parts.may_split)) return null;
  return <Parts parts={parts} />;
}

function Parts({ parts }: { parts: SubTasks }) {
  const { split, move } = usePartChanges(parts);
  const [isSplitting, setSplitting] = useState(false);
  // Said also where the list that it stood in no longer shows the task.
  const go = async (part: string, name: PartMove, words: string, onDone: () => void) => {
    try {
      await move.mutateAsync({ part, move: name, words });
      onDone();
      say({ text: t(`ui.parts.done.${name}` as Sentence) });
    } catch {
      // the refusal stands below the parts
    }
  };
  const settled = parts.items.filter(isSettled).length;
  return (
    <section className="task-parts">
      <header>
        <h3>{t("ui.parts.title")}</h3>
        {parts.items.length > 0 && <span className="soft">{t("ui.parts.done_of", number(settled), number(parts.items.length))}</span>}
        {parts.may_split && <button type="button" className="button small quiet" onClick={() => setSplitting(true)}>{t(parts.items.length > 0 ? "ui.parts.change" : "ui.parts.split")}</button>}
      </header>
      <ul>
        {parts.items.map((part) => <Part key={part.id} part={part} isBusy={move.isPending} onMove={(name, words, onDone) => void go(part.id, name, words, onDone)} />)}
      </ul>
      {move.error && <p className="message bad" role="alert">{sentenceOf(move.error)}</p>}
      {isSplitting && <SplitDialog parts={parts} split={split} onClose={() => (split.reset(), setSplitting(false))} />}
    </section>
  );
}

type PartProps = { part: SubTask; isBusy: boolean; onMove: (move: PartMove, words: string, onDone: () => void) => void };

function Part({ part, isBusy, onMove }: PartProps) {
  const [asking, setAsking] = useState<PartMove | null>(null);
  const [words, setWords] = useState("");
  const done = () => (setAsking(null), setWords(""));
  const press = (move: PartMove) => (asksWhy(move) ? setAsking(asking === move ? null : move) : onMove(move, "", done));
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (asking) onMove(asking, words, done);
  };
  return (
    <li className={part.state}>
      <p className="words"><span className="share">{number(part.share)}%</span> {part.words}</p>
      <p className="facts">
        <span className={`part-state ${part.state}`}>{t(`ui.parts.state.${part.state}` as Sentence)}</span>
        <span>{part.executor_name || part.unit_name}</span>
        {part.due_on && <span className={part.is_overdue ? "late" : undefined}>{part.is_overdue && <Icon name="warning" />}{t("ui.parts.due_on", day(part.due_on))}</span>}
        {part.said && <span>{part.said}</span>}
        {part.state === "reported" && part.moved_at && <span>{part.reported_by}, {moment(part.moved_at)}</span>}
      </p>
      {part.moves.length > 0 && (
        <p className="ways">
          {part.moves.map((move) => <button key={move} type="button" className={`button small${move === "report" || move === "close" ? "" : " quiet"}`} disabled={isBusy} aria-expanded={asksWhy(move) ? asking === move : undefined} onClick={() => press(move)}>{t(`ui.parts.move.${move}` as Sentence)}<span className="hidden-words">: {part.words}</span></button>)}
        </p>
      )}
      {asking && (
        <form className="why" onSubmit={send}>
          <div className="field">
            <label htmlFor={`why-${part.id}`}>{t("ui.parts.why")}</label>
            <input id={`why-${part.id}`} className="input" required value={words} onChange={(event) => setWords(event.target.value)} />
          </div>
          <button className="button small" disabled={isBusy}>{t(`ui.parts.move.${asking}` as Sentence)}</button>
        </form>
      )}
    </li>
  );
}
