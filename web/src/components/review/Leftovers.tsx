import type { Preview } from "../../api/types";
import { number } from "../../format";
import { t } from "../../text/t";

function Stretches({ title, more, items }: { title: string; more: string; items: Preview["unplaced"] }) {
  return (
    <section>
      <h2>{title}</h2>
      <p className="soft">{more}</p>
      <ul>
        {items.map((item, at) => (
          <li key={at}>{item.place.line !== undefined && <span className="where">{t("ui.place_line", number(item.place.line + 1))}</span>} {item.text}</li>
        ))}
      </ul>
    </section>
  );
}

// Every word of the source that is not in a cell.
export function Leftovers({ preview }: { preview: Preview }) {
  return (
    <div className="side-list" tabIndex={0} role="region" aria-label={t("ui.review.leftovers")}>
      <Stretches title={t("ui.review.unplaced")} more={t(preview.unplaced.length ? "ui.review.unplaced_more" : "ui.review.unplaced_none")} items={preview.unplaced} />
      {preview.headings.length > 0 && <Stretches title={t("ui.review.headings")} more={t("ui.review.headings_more")} items={preview.headings} />}
      {preview.furniture.length > 0 && <Stretches title={t("ui.review.furniture")} more={t("ui.review.furniture_more")} items={preview.furniture} />}
    </div>
  );
}
