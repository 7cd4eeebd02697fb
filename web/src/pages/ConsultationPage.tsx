import { useEffect, useState } from "react";
import { address, sentenceOf } from "../api/client";
import type { Consultation } from "../api/types";
import { Link, navigate } from "../app/router";
import { Failed } from "../components/Failed";
import { say } from "../components/Notices";
import { allProposals, toDecide, undecided } from "../consultation/proposals";
import { UnitAnswer } from "../consultation/UnitAnswer";
import { day, number } from "../format";
import { useConsultation, useConsultationMoves, type ConsultationMoves } from "../hooks/consultations";
import { useRights } from "../hooks/rights";
import "../styles/consultation.css";
import { t, type Sentence } from "../text/t";

// One version out with the units, from whichever side one looks.
export function ConsultationPage({ consultation: id = "" }: Record<string, string>) {
  const consultation = useConsultation(id);
  const moves = useConsultationMoves(id);
  const may = useRights();
  const [isWhole, setWhole] = useState<boolean | null>(null);
  useEffect(() => void (document.title = `${t("ui.rail_consultations")} · Tiến Độ`), []);
  if (consultation.error) return <Failed error={consultation.error} again={() => void consultation.refetch()} />;
  if (!consultation.data) return null;
  const one = consultation.data;
  const onError = (error: unknown) => say({ text: sentenceOf(error) });
  // A unit goes through its tasks; everybody else is here for what is proposed.
  const showsAll = isWhole ?? (may("propose") && !may("edit_programmes"));
  return (
    <div className="consultation">
      <header>
        <p className="above"><Link to="/consultations">{t("ui.rail_consultations")}</Link></p>
        <h1>{one.title}</h1>
        <p className="sentence">
          <span className={`state ${one.state}`}>{t(`ui.consult.state.${one.state}` as Sentence)}</span>{" "}
          {t("ui.consult.sent_until", number(one.sent_number), day(one.due_on))} {t("ui.consult.answered_of", number(one.answered), number(one.asked))}
        </p>
        {one.words && <p className="words">{one.words}</p>}
        <Tools consultation={one} moves={moves} isOffice={may("edit_programmes")} onError={onError} />
      </header>
      <Deciding consultation={one} moves={moves} onError={onError} />
      <label className="whole">
        <input type="checkbox" checked={showsAll} onChange={(event) => setWhole(event.target.checked)} /> {t("ui.consult.show_all")}
      </label>
      {one.units.map((unit) => (
        <UnitAnswer key={unit.unit} showsAll={showsAll} consultation={one} unit={unit} moves={moves} canRecommend={may("edit_programmes")} onError={onError} />
      ))}
    </div>
  );
}

type Part = { consultation: Consultation; moves: ConsultationMoves; onError: (error: unknown) => void };

function Tools({ consultation: one, moves, isOffice, onError }: Part & { isOffice: boolean }) {
  const waiting = undecided(one).length;
  const settle = () =>
    moves.settle.mutate(one.version, {
      onSuccess: (version) => (say({ text: t("ui.consult.settled", number(version.number)) }), navigate(`/programmes/${one.programme}`)),
      onError,
    });
  return (
    <p className="tools">
      {isOffice && one.state === "open" && (
        <button className="button primary" disabled={!one.may_close || moves.close.isPending} title={one.may_close ? undefined : t("ui.consult.close_later")} onClick={() => moves.close.mutate(one.version, { onError })}>
          {t("ui.consult.close")}
        </button>
      )}
      {isOffice && one.state === "closed" && (
        <button className="button primary" disabled={waiting > 0 || moves.settle.isPending} onClick={settle}>
          {waiting > 0 ? t("ui.consult.settle_waits", number(waiting)) : t("ui.consult.settle")}
        </button>
      )}
      <a className="button" href={address(`/consultations/${one.id}/table`, { format: "docx" })}>{t("ui.consult.table", "Word")}</a>
      <a className="button" href={address(`/consultations/${one.id}/table`, { format: "xlsx" })}>{t("ui.consult.table", "Excel")}</a>
      {isOffice && (one.state === "open" || one.state === "closed") && (
        <button className="button quiet" disabled={moves.withdraw.isPending} onClick={() => moves.withdraw.mutate(one.version, { onSuccess: () => navigate("/consultations"), onError })}>{t("ui.consult.withdraw")}</button>
      )}
    </p>
  );
}

// What waits for the leader: one by one below, or all that the office advises at once.
function Deciding({ consultation: one, moves, onError }: Part) {
  const mine = toDecide(one);
  if (mine.length === 0) return null;
  const advised = mine.filter((proposal) => proposal.recommendation !== "none");
  const asAdvised = () => moves.decide.mutate(advised.map((proposal) => ({ proposal: proposal.id, opinion: proposal.recommendation })), { onError });
  const acceptAll = () => moves.decide.mutate(mine.map((proposal) => ({ proposal: proposal.id, opinion: "accept" as const })), { onError });
  return (
    <div className="deciding" role="region" aria-label={t("ui.consult.for_you")}>
      <p>
        <strong>{t("ui.consult.wait_for_you", number(mine.length))}</strong> {t("ui.consult.of_all", number(allProposals(one).filter((each) => each.kind !== "keep").length))}
      </p>
      {advised.length > 0 && <button className="button primary small" disabled={moves.decide.isPending} onClick={asAdvised}>{t("ui.consult.decide_as_advised", number(advised.length))}</button>}
      <button className="button small" disabled={moves.decide.isPending} onClick={acceptAll}>{t("ui.consult.decide_all")}</button>
    </div>
  );
}
