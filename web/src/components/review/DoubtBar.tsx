import type { Preview } from "../../api/types";
import { columnsOf, rowsOf, textOf, type CellPlace } from "../../review/cells";
import type { Doubt } from "../../review/doubts";
import { t } from "../../text/t";
import { Icon } from "../Icon";
import { labelOf } from "./words";

type Properties = {
  preview: Preview; current: CellPlace | null; doubt: Doubt | null; left: number; canMerge: boolean;
  onAccept: () => void; onEdit: () => void; onOther: () => void; onMerge: () => void; onSplit: () => void; onRemove: () => void; onWalk: (by: 1 | -1) => void;
};

const Key = ({ name }: { name: string }) => <kbd className="key">{name}</kbd>;

// Why the current cell is doubted, its other reading, and what can be done, each with its key.
export function DoubtBar({ preview, current, doubt, left, canMerge, onAccept, onEdit, onOther, onMerge, onSplit, onRemove, onWalk }: Properties) {
  const draft = current ? rowsOf(preview, current.kind)[current.row] : undefined;
  if (!current || !draft)
    return (
      <section className="doubt-bar" aria-label={t("ui.review.cell")}>
        <p>{left ? t("ui.review.start") : t("ui.review.none_left")}</p>
        {left > 0 && <div className="deeds"><button className="button primary" onClick={() => onWalk(1)}>{t("ui.review.next")} <Key name="N" /></button></div>}
      </section>
    );
  const header = columnsOf(preview, current.kind).find((column) => column.field === current.field)?.header ?? "";
  const isBlank = !textOf(draft, current.field);
  return (
    <section className={`doubt-bar${doubt ? " doubted" : ""}`} aria-label={t("ui.review.cell")}>
      <div className="why" aria-live="polite">
        <p className="where">
          {doubt ? <Icon name="warning" /> : <Icon name="check" />}
          <span><strong>{labelOf(current.field, header)}</strong>, {t(current.kind === "task" ? "ui.review.of_task" : "ui.review.of_proposal", draft.number || current.row + 1)}</span>
        </p>
        {!doubt && <p>{t("ui.review.sure")}</p>}
        {doubt?.isUnsure && <p>{t(isBlank ? "ui.review.unsure_blank" : doubt.other === null ? "ui.review.unsure" : "ui.review.unsure_other")}</p>}
        {doubt?.problems.map((problem, at) => <p key={at}>{problem.message}</p>)}
        {doubt && doubt.other !== null && <p className="other">{t("ui.review.other")} <mark>{doubt.other || t("ui.blank")}</mark></p>}
      </div>
      <div className="deeds">
        {doubt && <button className="button primary small" onClick={onAccept}>{t("ui.review.accept")} <Key name="Enter" /></button>}
        {doubt && doubt.other !== null && <button className="button small" onClick={onOther}>{t("ui.review.take_other")} <Key name="O" /></button>}
        <button className="button small" onClick={onEdit}>{t("ui.edit")} <Key name="E" /></button>
        <button className="button quiet small" disabled={!canMerge} onClick={onMerge}>{t("ui.review.merge")} <Key name="M" /></button>
        <button className="button quiet small" onClick={onSplit}>{t("ui.review.split")} <Key name="S" /></button>
        <button className="button quiet small" onClick={onRemove}>{t("ui.review.remove")} <Key name="Delete" /></button>
      </div>
    </section>
  );
}
