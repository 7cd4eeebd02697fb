import { useState } from "react";
import type { Preview } from "../../api/types";
import { columnsOf, textOf, type Row, type RowKind } from "../../review/cells";
import { t } from "../../text/t";
import { Dialog } from "../Dialog";
import { labelOf } from "./words";

type Properties = { draft: Row; preview: Preview; kind: RowKind; onClose: () => void; onSplit: (cells: Record<string, [string, string]>) => void };

// Each cell's words; the pressed word and all after it go to the new row below.
export function SplitDialog({ draft, preview, kind, onClose, onSplit }: Properties) {
  const columns = columnsOf(preview, kind).filter((column) => textOf(draft, column.field));
  const [cuts, setCuts] = useState<Record<string, number>>({});
  const wordsOf = (field: string) => textOf(draft, field).split(" ");
  const cutOf = (field: string) => cuts[field] ?? wordsOf(field).length;
  const split = () =>
    onSplit(Object.fromEntries(columns.map(({ field }) => [field, [wordsOf(field).slice(0, cutOf(field)).join(" "), wordsOf(field).slice(cutOf(field)).join(" ")]])));
  const hasCut = columns.some(({ field }) => cutOf(field) < wordsOf(field).length);
  return (
    <Dialog label={t("ui.review.split_title")} className="review-dialog" onClose={onClose}>
      <h2>{t("ui.review.split_title")}</h2>
      <p className="soft">{t("ui.review.split_more")}</p>
      {columns.map(({ field, header }) => (
        <fieldset key={field} className="cut">
          <legend>{labelOf(field, header)}</legend>
          {wordsOf(field).map((word, at) => (
            <button key={at} type="button" className={at >= cutOf(field) ? "below" : ""} aria-pressed={at >= cutOf(field)} onClick={() => setCuts({ ...cuts, [field]: cutOf(field) === at ? wordsOf(field).length : at })}>{word}</button>
          ))}
        </fieldset>
      ))}
      <div className="deeds">
        <button className="button" onClick={onClose}>{t("ui.leave")}</button>
        <button className="button primary" disabled={!hasCut} onClick={split}>{t("ui.review.split")}</button>
      </div>
    </Dialog>
  );
}
