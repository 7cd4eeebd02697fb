import type { FieldName } from "../../api/types";
import type { Column } from "../../review/cells";
import { sentenceFor, t } from "../../text/t";
import { Dialog } from "../Dialog";
import { Icon } from "../Icon";
import { fieldNames, labelOf } from "./words";

// What the whole column means; a column without meaning of its own is kept under its own header.
export function ColumnMenu({ column, onClose, onChoose }: { column: Column; onClose: () => void; onChoose: (field: FieldName | null) => void }) {
  const choices: (FieldName | null)[] = [...fieldNames, null];
  const held = column.field.startsWith("extra.") ? null : column.field;
  const title = t("ui.review.column_is", labelOf(column.field, column.header));
  return (
    <Dialog label={title} className="review-dialog" onClose={onClose}>
      <h2>{title}</h2>
      <p className="soft">{t("ui.review.column_more")}</p>
      <ul className="choices">
        {choices.map((field) => (
          <li key={field ?? "extra"}>
            <button className="entry" aria-current={field === held} onClick={() => (field === held ? onClose() : onChoose(field))}>
              {field ? sentenceFor(`ui.field.${field}`) : t("ui.review.column_other")} {field === held && <Icon name="check" />}
            </button>
          </li>
        ))}
      </ul>
      <div className="deeds"><button className="button" onClick={onClose}>{t("ui.leave")}</button></div>
    </Dialog>
  );
}
