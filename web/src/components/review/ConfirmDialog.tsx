import { useState } from "react";
import { sentenceOf } from "../../api/client";
import type { Intake } from "../../api/types";
import { navigate } from "../../app/router";
import { number } from "../../format";
import { useConfirm, useWithdraw } from "../../hooks/intakes";
import type { Review } from "../../hooks/review";
import { checksOf } from "../../review/doubts";
import { t } from "../../text/t";
import { Dialog } from "../Dialog";
import { Icon } from "../Icon";
import { say } from "../Notices";

// Says before anything is taken in how much it is and what is still doubtful.
export function ConfirmDialog({ intake, review, onClose }: { intake: Intake; review: Review; onClose: () => void }) {
  const confirm = useConfirm(intake.id);
  const withdraw = useWithdraw();
  const [isWaiting, setWaiting] = useState(false);
  const tasks = number(review.preview.tasks.length);
  const differing = checksOf(review.preview).filter((check) => check.declared !== null && check.declared !== check.found);
  const unplaced = review.preview.unplaced.length;
  const isClean = review.doubts.length + differing.length + unplaced === 0;
  // The dialog is gone by the time these answer, so they are promises and not callbacks of it.
  const takeBack = () => {
    navigate("/import"); // the programme's page would ask for what is about to go
    return withdraw.mutateAsync(intake.id).then(
      () => say({ text: t("ui.import.taken_back", intake.source_name) }),
      (error: unknown) => say({ text: sentenceOf(error), seconds: 10 }),
    );
  };
  const take = async () => {
    setWaiting(true);
    const version = await review.settled();
    setWaiting(false);
    if (version === null) return onClose();
    const taken = await confirm.mutateAsync(version).catch(() => null);
    if (!taken) return;
    navigate(`/programmes/${taken.programme}`);
    say({ text: t("ui.review.taken", number(taken.tasks)), action: { name: t("ui.import.take_back"), run: () => void takeBack() }, seconds: 30 });
  };
  const title = t("ui.review.confirm_title", tasks);
  return (
    <Dialog label={title} className="review-dialog" onClose={onClose}>
      <h2>{title}</h2>
      {isClean ? <p className="message good"><Icon name="check" />{t("ui.review.nothing_doubtful")}</p> : (
        <ul className="still">
          {review.doubts.length > 0 && <li><Icon name="warning" />{t("ui.review.left", number(review.doubts.length))}</li>}
          {differing.map((check) => <li key={check.section}><Icon name="warning" />{t("ui.review.check_differs", check.heading, number(check.found), number(check.declared ?? 0))}</li>)}
          {unplaced > 0 && <li><Icon name="warning" />{t("ui.review.unplaced_left", number(unplaced))}</li>}
        </ul>
      )}
      <p className="soft">{t("ui.review.confirm_more")}</p>
      {confirm.error && <p className="message bad" role="alert"><Icon name="warning" />{sentenceOf(confirm.error)}</p>}
      <div className="deeds">
        <button className="button" onClick={onClose}>{t("ui.review.look_more")}</button>
        <button className="button primary" disabled={isWaiting || confirm.isPending || review.preview.tasks.length === 0} onClick={() => void take()}>{t("ui.review.confirm")}</button>
      </div>
    </Dialog>
  );
}
