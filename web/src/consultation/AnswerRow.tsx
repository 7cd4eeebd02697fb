import { useState } from "react";
import type { AnsweredTask, Consultation, ConsultedUnit, Opinion, Proposal, ProposalKind, ProposalWish } from "../api/types";
import { Changed } from "../components/Changed";
import { Icon } from "../components/Icon";
import { monthName } from "../format";
import type { ConsultationMoves } from "../hooks/consultations";
import { sentenceFor, t, type Sentence } from "../text/t";
import { amendedCells, editedMonth, months, tasksSent } from "./proposals";
import { ProposeForm } from "./ProposeForm";

const kinds: ProposalKind[] = ["keep", "drop", "move", "amend"];

type Props = { consultation: Consultation; unit: ConsultedUnit; answered: AnsweredTask; moves: ConsultationMoves; canRecommend: boolean; onError: (error: unknown) => void };

// One task of the version that was sent, what the unit says to it, what the office advises, what the leader decides.
export function AnswerRow({ consultation, unit, answered: { row, proposal }, moves, canRecommend, onError }: Props) {
  const [kind, setKind] = useState<ProposalKind | null>(null);
  const say = (wish: ProposalWish) => moves.propose.mutate({ unit: unit.unit, ...wish }, { onSuccess: () => setKind(null), onError });
  const choose = (next: ProposalKind) => (next === "keep" ? say({ kind: next, task: row.task, words: "" }) : setKind(next));
  const start = { month: "", title: row.title, words: "", lead: "" };
  return (
    <li className={proposal ? proposal.kind : undefined}>
      <p className="number">{row.number || "–"}</p>
      <div>
        <p className="title">{row.title}</p>
        <p className="more">{[row.lead !== unit.name && row.lead, row.directing_leader].filter(Boolean).join(" · ")}</p>
        {proposal && <Said row={row} proposal={proposal} />}
        {unit.may_answer && row.task && !kind && (
          <p className="choices" role="group" aria-label={t("ui.consult.answer_to", row.title)}>
            {kinds.map((one) => (
              <button key={one} className="button small" aria-pressed={proposal?.kind === one} onClick={() => choose(one)}>{t(`ui.consult.kind.${one}` as Sentence)}</button>
            ))}
          </p>
        )}
        {unit.may_answer && !row.task && proposal && (
          <p className="choices">
            <button className="button small" onClick={() => moves.takeBack.mutate(proposal.id, { onError })}>{t("ui.consult.take_back")}</button>
          </p>
        )}
        {kind && <ProposeForm kind={kind} task={row.task} start={start} isBusy={moves.propose.isPending} onSay={say} onLeave={() => setKind(null)} />}
        {proposal && !proposal.is_placed && canRecommend && <Placing unit={unit} row={row} proposal={proposal} moves={moves} onError={onError} />}
        {proposal && proposal.kind !== "keep" && <Opinions consultation={consultation} proposal={proposal} moves={moves} canRecommend={canRecommend} onError={onError} />}
      </div>
    </li>
  );
}

// What the unit wants, cell by cell, as it reads now and as it shall read.
function Said({ row, proposal }: { row: AnsweredTask["row"]; proposal: Proposal }) {
  const month = editedMonth(proposal);
  return (
    <div className="said">
      <p>
        <span className={`chip kind-${proposal.kind}`}>{t(`ui.consult.kind.${proposal.kind}` as Sentence)}{month ? ` → ${monthName(month)}` : ""}</span> {proposal.words}
      </p>
      {amendedCells(row, proposal).map(({ field, before, after }) => (
        <p key={field}><span className="which">{sentenceFor(`ui.field.${field}`)}:</span> <Changed before={before} after={after} /></p>
      ))}
    </div>
  );
}

// A row of a file that reads like no task of the version, or moves one to no month: what does it mean?
function Placing({ unit, row, proposal, moves, onError }: { unit: ConsultedUnit; row: AnsweredTask["row"]; proposal: Proposal; moves: ConsultationMoves; onError: (error: unknown) => void }) {
  const [task, setTask] = useState(row.task ?? "");
  const [month, setMonth] = useState("");
  const asksMonth = proposal.kind === "move" && !editedMonth(proposal);
  const isReady = task !== "" && (!asksMonth || month !== "");
  return (
    <div className="message doubt placing">
      <Icon name="warning" />
      <div className="asked">
        {!row.task && (
          <label>
            {t("ui.consult.which_task")}{" "}
            <select className="input" value={task} onChange={(event) => setTask(event.target.value)}>
              <option value="">{t("ui.consult.choose_task")}</option>
              {tasksSent(unit).map(({ row: sent }) => <option key={sent.task} value={sent.task ?? ""}>{`${sent.number} · ${sent.title.slice(0, 90)}`}</option>)}
            </select>
          </label>
        )}
        {asksMonth && (
          <label>
            {t("ui.consult.to_month")}{" "}
            <select className="input" value={month} onChange={(event) => setMonth(event.target.value)}>
              <option value="">{t("ui.consult.choose_month")}</option>
              {months.map((one) => <option key={one} value={one}>{monthName(one)}</option>)}
            </select>
          </label>
        )}
        <button className="button small" disabled={!isReady || moves.place.isPending} onClick={() => moves.place.mutate({ proposal: proposal.id, task, month: Number(month) || null }, { onError })}>
          {t("ui.consult.place")}
        </button>
      </div>
    </div>
  );
}

const opinions: Exclude<Opinion, "none">[] = ["accept", "refuse"];

function Opinions({ consultation, proposal, moves, canRecommend, onError }: { consultation: Consultation; proposal: Proposal; moves: ConsultationMoves; canRecommend: boolean; onError: (error: unknown) => void }) {
  const [words, setWords] = useState("");
  const isRunning = consultation.state === "open" || consultation.state === "closed";
  const advises = canRecommend && isRunning && proposal.decision === "none";
  const decides = proposal.may_decide && proposal.decision === "none";
  const give = (opinion: Opinion) =>
    decides ? moves.decide.mutate([{ proposal: proposal.id, opinion, words }], { onError }) : moves.recommend.mutate({ proposal: proposal.id, opinion, words }, { onError });
  return (
    <div className="opinions">
      {proposal.recommendation !== "none" && <Given who={t("ui.consult.office_advises")} opinion={proposal.recommendation} words={proposal.recommendation_words} />}
      {proposal.decision !== "none" && <Given who={proposal.decided_by} opinion={proposal.decision} words={proposal.decision_words} />}
      {(advises || decides) && (
        <p className="give">
          <input className="input" aria-label={t("ui.consult.opinion_words")} placeholder={t("ui.consult.opinion_words")} value={words} onChange={(event) => setWords(event.target.value)} />
          {opinions.map((opinion) => (
            <button key={opinion} className="button small" aria-pressed={!decides && proposal.recommendation === opinion} onClick={() => give(opinion)}>
              {t(`ui.consult.${decides ? "decide" : "advise"}.${opinion}` as Sentence)}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

function Given({ who, opinion, words }: { who: string; opinion: Opinion; words: string }) {
  return (
    <p className={`given ${opinion}`}>
      <Icon name={opinion === "accept" ? "check" : "close"} />
      <span>
        <strong>{who}: {t(`ui.consult.opinion.${opinion}` as Sentence)}</strong> {words}
      </span>
    </p>
  );
}
