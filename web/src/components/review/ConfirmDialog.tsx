import { useState } from "react";
import { sentenceOf } from "../../api/client";
import type { Confirmation, Intake, LikelyProgramme } from "../../api/types";
import { navigate } from "../../app/router";
import { number } from "../../format";
import { useConfirm, useWithdraw } from "../../hooks/intakes";
import type { Review } from "../../hooks/review";
import { checksOf } from "../../review/doubts";
import type { Compared } from "../../review/merging";
import { t } from "../../text/t";
import { Dialog } from "../Dialog";
import { Icon } from "../Icon";
import { say } from "../Notices";
import { seemsNewer } from "./TargetBar";

function takenWords(taken: Confirmation, isMerge: boolean): string {
  if (!isMerge) return t("ui.review.taken", number(taken.tasks));
  const { tasks, changed = 0, dropped = 0 } = taken;
  return tasks + changed + dropped === 0 ? t("ui.merge.nothing_changed") : t("ui.merge.done", number(tasks), number(changed), number(dropped));
}

// Says before anything is taken in how much it is and what is still doubtful.
export function ConfirmDialog({ intake, review, compared, likely, onClose }: { intake: Intake; review: Review; compared: Compared | null; likely: LikelyProgramme | undefined; onClose: () => void }) {
  const confirm = useConfirm(intake.id);
  const withdraw = useWithdraw();
  const [isWaiting, setWaiting] = useState(false);
  const tasks = number(review.preview.tasks.length);
  const differing = checksOf(review.preview).filter((check) => check.declared !== null && check.declared !== check.found);
  const unplaced = review.preview.unplaced.length;
  const isMerge = Boolean(review.preview.merge);
  const isTwice = !isMerge && seemsNewer(likely, review.preview.tasks.length);
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
    const taken = await confirm.mutateAsync({ version, seen: isMerge ? (compared?.seen ?? "") : null }).catch(() => null);
    if (!taken) return;
    navigate(`/programmes/${taken.programme}`);
    say({ text: takenWords(taken, isMerge), action: { name: t("ui.import.take_back"), run: () => void takeBack() }, seconds: 30 });
  };
  const title = compared ? t("ui.merge.confirm_title", compared.title) : t("ui.review.confirm_title", tasks);
  return (
    <Dialog label={title} className="review-dialog" onClose={onClose}>
      <h2>{title}</h2>
      {compared && <p>{t("ui.merge.confirm_counts", number(compared.counts.added), number(compared.counts.rewritten), number(compared.counts.moved), number(compared.counts.missing), number(review.preview.merge?.dropped.length ?? 0))}</p>}
      {isTwice && likely && <p className="message bad" role="alert"><Icon name="warning" />{t("ui.merge.would_be_twice", likely.title)}</p>}
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
        <button className="button primary" disabled={isWaiting || confirm.isPending || review.preview.tasks.length === 0 || (isMerge && !compared)} onClick={() => void take()}>{t(isMerge ? "ui.merge.update" : "ui.review.confirm")}</button>
      </div>
    </Dialog>
  );
}
