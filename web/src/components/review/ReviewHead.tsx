import type { Intake } from "../../api/types";
import { Link } from "../../app/router";
import { number } from "../../format";
import type { Review } from "../../hooks/review";
import { checksOf } from "../../review/doubts";
import { t } from "../../text/t";
import { Icon } from "../Icon";

type Properties = { intake: Intake; isOpen: boolean; review: Review; onWalk: (by: 1 | -1) => void; onUndo: () => void; onConfirm: () => void };

// Why nothing can be changed here: what became of the import, or that it is somebody else's to finish.
const closed = { open: "ui.review.is_of_office", confirmed: "ui.review.is_confirmed", withdrawn: "ui.review.is_withdrawn" } as const;

function Checks({ review }: { review: Review }) {
  return (
    <ul className="checks" aria-label={t("ui.review.checks")}>
      {checksOf(review.preview).map(({ section, heading, declared, found }) => {
        const agrees = declared === found;
        const words = declared === null ? t("ui.review.check_found", heading, number(found)) : t("ui.review.check", heading, number(found), number(declared));
        return (
          <li key={section} className={declared === null ? "plain" : agrees ? "agrees" : "differs"}>
            {words} {declared !== null && <><Icon name={agrees ? "check" : "warning"} /><span className="hidden-words">{t(agrees ? "ui.review.agrees" : "ui.review.differs")}</span></>}
          </li>
        );
      })}
    </ul>
  );
}

export function ReviewHead({ intake, isOpen, review, onWalk, onUndo, onConfirm }: Properties) {
  const { doubts, preview } = review;
  return (
    <header className="review-head">
      <div className="about">
        <h1>{preview.title || intake.source_name}</h1>
        <Checks review={review} />
      </div>
      {isOpen ? (
        <div className="deeds">
          <p className={`counter${doubts.length ? "" : " done"}`} role="status" aria-live="polite">{doubts.length ? t("ui.review.left", number(doubts.length)) : t("ui.review.none_left")}</p>
          <button className="button" disabled={!doubts.length} aria-label={t("ui.review.previous")} onClick={() => onWalk(-1)}><Icon name="previous" /></button>
          <button className="button" disabled={!doubts.length} aria-label={t("ui.review.next")} onClick={() => onWalk(1)}><Icon name="next" /></button>
          <button className="button" disabled={!review.canUndo} onClick={onUndo}>{t("ui.undo")}</button>
          <button className="button primary" onClick={onConfirm}>{t(preview.merge ? "ui.merge.update" : "ui.review.confirm")}</button>
        </div>
      ) : (
        <p className="message closed">{t(closed[intake.state])} {intake.state === "confirmed" && intake.programme && <Link to={`/programmes/${intake.programme}`}>{t("ui.import.open_programme")}</Link>}</p>
      )}
      <p className="hidden-words" role="status">{review.isSaving ? t("ui.review.saving") : ""}</p>
    </header>
  );
}
