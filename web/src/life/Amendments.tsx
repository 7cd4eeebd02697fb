import { useState, type FormEvent } from "react";
import { sentenceOf } from "../api/client";
import type { Amendment, AmendmentChange, PrintedRow, Programme } from "../api/types";
import { changeSearch, useSearch } from "../app/router";
import { Changed } from "../components/Changed";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { monthName } from "../format";
import { useAmendments, type LifeMoves } from "../hooks/life";
import { useTask } from "../hooks/task";
import { t, type Sentence } from "../text/t";
import { ChangeForm } from "./ChangeForm";
import { DecisionFields, noDecision } from "./DecisionFields";
import { isWhole } from "./stages";

type Props = { programme: Programme; moves: LifeMoves; isOffice: boolean };

// Changes to a programme in force: asked for, consented to, carried out by a decision.
export function Amendments({ programme, moves, isOffice }: Props) {
  const amendments = useAmendments(programme.id);
  const [isAdding, setAdding] = useState(false);
  const asked = useSearch().get("amend");
  if (!amendments.data) return null;
  const open = amendments.data.find((one) => one.state === "open");
  const leave = () => (setAdding(false), changeSearch({ amend: null }));
  const ask: Parameters<typeof ChangeForm>[0]["onAsk"] = (wish) => moves.ask.mutate(wish, { onSuccess: leave, onError: (error) => say({ text: sentenceOf(error) }) });
  return (
    <section aria-labelledby="amendments">
      <h2 id="amendments">{t("ui.life.amendments")}</h2>
      <p className="lead">{t("ui.life.amendments_more")}</p>
      {isOffice && asked && <TaskChange key={asked} task={asked} isBusy={moves.ask.isPending} onAsk={ask} onLeave={leave} />}
      {isOffice && !asked && (isAdding ? <ChangeForm task={null} isBusy={moves.ask.isPending} onAsk={ask} onLeave={leave} /> : <button className="button small" onClick={() => setAdding(true)}>{t("ui.life.add_task")}</button>)}
      {open && <Open programme={programme} amendment={open} moves={moves} isOffice={isOffice} />}
    </section>
  );
}

function TaskChange({ task, ...rest }: { task: string } & Omit<Parameters<typeof ChangeForm>[0], "task">) {
  const loaded = useTask(task);
  if (loaded.error) return <p className="message bad" role="alert">{sentenceOf(loaded.error)}</p>;
  return loaded.data ? <ChangeForm task={loaded.data} {...rest} /> : null;
}

function Open({ programme, amendment, moves, isOffice }: Props & { amendment: Amendment }) {
  const [decision, setDecision] = useState(noDecision(programme.attachment.decision_symbol));
  const [words, setWords] = useState("");
  const waiting = amendment.changes.filter((one) => one.consent === "unanswered").length;
  const onError = (error: unknown) => say({ text: sentenceOf(error) });
  const issue = (event: FormEvent) => {
    event.preventDefault();
    moves.issue.mutate({ amendment, decision, words: words.trim() }, { onError });
  };
  return (
    <div className="amendment">
      <ul>{amendment.changes.map((change) => <Change key={change.id} amendment={amendment} change={change} moves={moves} isOffice={isOffice} onError={onError} />)}</ul>
      {isOffice && amendment.changes.length > 0 && (
        <form onSubmit={issue}>
          <h3>{t("ui.life.issue_amendment")}</h3>
          {waiting > 0 ? (
            <p className="message doubt"><Icon name="warning" />{t("ui.life.consents_wait", waiting)}</p>
          ) : (
            <>
              <DecisionFields decision={decision} onChange={setDecision} />
              <div className="field">
                <label htmlFor="amendment-words">{t("ui.life.reason")}</label>
                <input id="amendment-words" className="input" value={words} onChange={(event) => setWords(event.target.value)} />
              </div>
            </>
          )}
          <p className="deeds">
            {waiting === 0 && <button className="button primary small" disabled={!isWhole(decision) || !words.trim() || moves.issue.isPending}>{t("ui.life.issue_amendment")}</button>}
            <button type="button" className="button small" onClick={() => moves.giveUp.mutate(amendment, { onError })}>{t("ui.life.give_up")}</button>
          </p>
        </form>
      )}
    </div>
  );
}

const shownFields = ["title", "lead", "coordinating", "deliverable", "directing_leader", "note", "due"] as const;
const monthText = (row: PrintedRow | null) => (row?.month ? monthName(row.month) : "");

type ChangeProps = { amendment: Amendment; change: AmendmentChange; moves: LifeMoves; isOffice: boolean; onError: (error: unknown) => void };

function Change({ amendment, change, moves, isOffice, onError }: ChangeProps) {
  const [words, setWords] = useState("");
  const { before, after } = change;
  const cells = before && after ? shownFields.filter((field) => before[field] !== after[field]) : [];
  const answer = (given: "consented" | "refused") => moves.answer.mutate({ amendment: amendment.id, change: change.id, answer: given, words: words.trim() }, { onError });
  return (
    <li>
      <p className="name"><span className={`chip kind-${change.kind}`}>{t(`ui.life.kind.${change.kind}` as Sentence)}</span> {before?.title ?? after?.title}</p>
      {cells.map((field) => <p key={field} className="cell"><span>{t(`field.${field}` as Sentence)}</span> <Changed before={before?.[field] ?? ""} after={after?.[field] ?? ""} /></p>)}
      {after && monthText(before) !== monthText(after) && <p className="cell"><span>{t("ui.life.month")}</span> <Changed before={monthText(before)} after={monthText(after)} /></p>}
      <p className="more">{t("ui.life.asked_because", change.asked_by, change.reason)}</p>
      {change.consent !== "unanswered" && <p className={`given ${change.consent}`}><Icon name={change.consent === "consented" ? "check" : "close"} />{change.answered_by}: {t(`ui.life.consent.${change.consent}` as Sentence)} {change.answer_words}</p>}
      {change.consent === "unanswered" && !change.may_answer && <p className="more">{t("ui.life.consent.unanswered")}</p>}
      {change.may_answer && change.consent === "unanswered" && (
        <p className="give">
          <input className="input" aria-label={t("ui.life.answer_words")} placeholder={t("ui.life.answer_words")} value={words} onChange={(event) => setWords(event.target.value)} />
          <button className="button primary small" onClick={() => answer("consented")}>{t("ui.life.consent_give")}</button>
          <button className="button small" disabled={!words.trim()} onClick={() => answer("refused")}>{t("ui.life.consent_refuse")}</button>
        </p>
      )}
      {isOffice && change.consent === "unanswered" && <button className="button quiet small" onClick={() => moves.drop.mutate({ amendment: amendment.id, change: change.id }, { onError })}>{t("ui.life.drop_change")}</button>}
    </li>
  );
}
