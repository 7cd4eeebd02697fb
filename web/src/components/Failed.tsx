import { ApiError, sentenceOf } from "../api/client";
import { t } from "../text/t";

// Says what happened and offers the next step.
export function Failed({ error, again }: { error: unknown; again: () => void }) {
  return (
    <div className="empty" role="alert">
      <h1>{t("ui.failed")}</h1>
      <p>{sentenceOf(error)}</p>
      {error instanceof ApiError && error.reference && <p>{t("ui.failed_reference", error.reference)}</p>}
      <button className="button" onClick={again}>{t("ui.again")}</button>
    </div>
  );
}
