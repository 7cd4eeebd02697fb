import { useState, type FormEvent } from "react";
import { sentenceOf } from "../api/client";
import type { Programme, StageMove } from "../api/types";
import { Dialog } from "../components/Dialog";
import type { LifeMoves } from "../hooks/life";
import { t, type Sentence } from "../text/t";
import { DecisionFields, noDecision } from "./DecisionFields";
import { isWhole, needsDecision, needsWords } from "./stages";

// One step of the programme, with what it asks: a reason, a decision, words of exception.
export function MoveDialog({ programme, move, moves, onClose }: { programme: Programme; move: StageMove; moves: LifeMoves; onClose: () => void }) {
  const [words, setWords] = useState("");
  const [decision, setDecision] = useState(noDecision(programme.attachment.decision_symbol));
  const label = t(`ui.life.move.${move}` as Sentence);
  const asksWords = needsWords(move);
  const isReady = (!needsDecision(move) || isWhole(decision)) && (!asksWords || words.trim() !== "");
  const go = (event: FormEvent) => {
    event.preventDefault();
    moves.move.mutate({ move, words: words.trim(), decision: needsDecision(move) ? decision : null }, { onSuccess: onClose });
  };
  return (
    <Dialog label={label} className="life-dialog" onClose={onClose}>
      <form onSubmit={go}>
        <h2>{label}</h2>
        <p>{t(`ui.life.move_more.${move}` as Sentence)}</p>
        {needsDecision(move) && <DecisionFields decision={decision} onChange={setDecision} />}
        <div className="field">
          <label htmlFor="move-words">{t(asksWords ? "ui.life.reason" : move === "approve" ? "ui.life.exception" : "ui.life.words")}</label>
          <textarea id="move-words" className="input" rows={2} value={words} onChange={(event) => setWords(event.target.value)} />
        </div>
        {moves.move.error && <p className="message bad" role="alert">{sentenceOf(moves.move.error)}</p>}
        <footer>
          <button type="button" className="button" onClick={onClose}>{t("ui.close")}</button>
          <button className="button primary" disabled={!isReady || moves.move.isPending}>{label}</button>
        </footer>
      </form>
    </Dialog>
  );
}
