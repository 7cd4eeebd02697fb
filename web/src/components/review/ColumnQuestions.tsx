import type { FieldName } from "../../api/types";
import type { Review } from "../../hooks/review";
import { rowsOf, textOf } from "../../review/cells";
import { sentenceFor, t } from "../../text/t";
import { fieldNames } from "./words";

const examples = 2;

// Headers that nobody knows yet: what each column is, asked once and known from then on.
export function ColumnQuestions({ review }: { review: Review }) {
  const { preview, change } = review;
  const asking = preview.columns.flatMap((column, at) => (column.asks ? [{ ...column, at }] : []));
  if (asking.length === 0) return null;
  const rows = [...rowsOf(preview, "task"), ...rowsOf(preview, "proposal")];
  const choose = (column: number, field: FieldName | "extra") => change({ op: "column", column, field: field === "extra" ? null : field }, null);
  return (
    <section className="column-questions" aria-labelledby="column-questions">
      <h2 id="column-questions">{t("ui.columns.title")}</h2>
      <p className="soft">{t("ui.columns.more")}</p>
      <ul>
        {asking.map(({ header, field, at }) => {
          const texts = rows.map((row) => textOf(row, field ?? `extra.${header}`)).filter(Boolean).slice(0, examples);
          return (
            <li key={at}>
              <label htmlFor={`column-${at}`}><strong>{header}</strong>{texts.length > 0 && <span className="soft">{t("ui.columns.such_as", texts.join("; "))}</span>}</label>
              <select id={`column-${at}`} className="input" value="" onChange={(event) => choose(at, event.target.value as FieldName | "extra")}>
                <option value="" disabled>{field ? t("ui.columns.guessed", sentenceFor(`ui.field.${field}`) ?? field) : t("ui.columns.choose")}</option>
                {fieldNames.map((name) => <option key={name} value={name}>{sentenceFor(`ui.field.${name}`)}</option>)}
                <option value="extra">{t("ui.columns.keep")}</option>
              </select>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
