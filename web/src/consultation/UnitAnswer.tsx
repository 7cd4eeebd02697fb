import { useState, type ChangeEvent } from "react";
import type { Consultation, ConsultedUnit } from "../api/types";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { number } from "../format";
import type { ConsultationMoves } from "../hooks/consultations";
import { t, type Sentence } from "../text/t";
import { AnswerRow } from "./AnswerRow";
import { asksSomething, progressOf } from "./proposals";
import { ProposeForm } from "./ProposeForm";

type Props = { showsAll: boolean; consultation: Consultation; unit: ConsultedUnit; moves: ConsultationMoves; canRecommend: boolean; onError: (error: unknown) => void };

// A unit's whole answer: by month, with totals that are counted.
export function UnitAnswer({ showsAll, consultation, unit, moves, canRecommend, onError }: Props) {
  const [isAdding, setAdding] = useState(false);
  const progress = progressOf(unit);
  const finish = () => moves.finish.mutate(unit.unit, { onSuccess: () => say({ text: t("ui.consult.finished") }), onError });
  const takeFile = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    moves.answerByFile.mutate(
      { unit: unit.unit, file },
      { onSuccess: ({ taken, unplaced }) => say({ text: t(unplaced.length ? "ui.consult.file_taken_some" : "ui.consult.file_taken", number(taken), number(unplaced.length)) }), onError },
    );
  };
  return (
    <section className="unit" aria-label={unit.name}>
      <h2>
        {unit.name} <span className={`state ${unit.answer}`}>{t(`ui.consult.answer.${unit.answer}` as Sentence)}</span>
      </h2>
      {unit.months.map((month) => (
        <div key={month.month ?? 0} className="month">
          <h3>{month.totals}</h3>
          <ul>
            {month.tasks.filter((answered) => showsAll || asksSomething(answered)).map((answered, index) => (
              <AnswerRow key={answered.row.task ?? answered.proposal?.id ?? index} consultation={consultation} unit={unit} answered={answered} moves={moves} canRecommend={canRecommend} onError={onError} />
            ))}
          </ul>
        </div>
      ))}
      {unit.idle_months.length > 0 && <p className="idle">{t("ui.consult.idle", unit.idle_months.join(", "))}</p>}
      {isAdding && (
        <ProposeForm
          kind="add"
          task={null}
          start={{ month: "", title: "", words: "", lead: unit.name }}
          isBusy={moves.propose.isPending}
          onSay={(wish) => moves.propose.mutate({ unit: unit.unit, ...wish }, { onSuccess: () => setAdding(false), onError })}
          onLeave={() => setAdding(false)}
        />
      )}
      {unit.may_answer && showsAll && (
        <footer>
          <p className="progress">{t("ui.consult.progress", number(progress.said), number(progress.all))}</p>
          {!isAdding && <button className="button small" onClick={() => setAdding(true)}>{t("ui.consult.add")}</button>}
          <label className="button small file">
            <Icon name="file" />
            {t(moves.answerByFile.isPending ? "ui.consult.file_reading" : "ui.consult.file")}
            <input type="file" className="hidden-words" disabled={moves.answerByFile.isPending} onChange={takeFile} />
          </label>
          <button className="button primary small" disabled={moves.finish.isPending} onClick={finish}>{t("ui.consult.finish")}</button>
        </footer>
      )}
    </section>
  );
}
