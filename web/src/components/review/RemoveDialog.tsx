import type { Row } from "../../review/cells";
import { t } from "../../text/t";
import { Dialog } from "../Dialog";

export function RemoveDialog({ draft, onClose, onRemove }: { draft: Row; onClose: () => void; onRemove: () => void }) {
  return (
    <Dialog label={t("ui.review.remove_title")} className="review-dialog" onClose={onClose}>
      <h2>{t("ui.review.remove_title")}</h2>
      <p>{[draft.number, draft.title].filter(Boolean).join(". ")}</p>
      <p className="soft">{t("ui.review.remove_more")}</p>
      <div className="deeds">
        <button className="button" onClick={onClose}>{t("ui.leave")}</button>
        <button className="button primary" onClick={onRemove}>{t("ui.review.remove")}</button>
      </div>
    </Dialog>
  );
}
