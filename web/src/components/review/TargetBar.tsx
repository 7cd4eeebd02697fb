import type { LikelyProgramme } from "../../api/types";
import { number } from "../../format";
import type { Review } from "../../hooks/review";
import { t } from "../../text/t";

const named = (likely: LikelyProgramme) => (likely.year && !likely.title.includes(String(likely.year)) ? `${likely.title} (${likely.year})` : likely.title);

// Most of its titles are there already: whoever makes a new programme of it would have every task twice.
export const seemsNewer = (likely: LikelyProgramme | undefined, tasks: number): boolean => likely !== undefined && 2 * likely.same_titles >= tasks;

// A programme of its own, or a newer file of one that is kept.
export function TargetBar({ review, likely }: { review: Review; likely: LikelyProgramme[] }) {
  const target = review.preview.merge?.programme ?? "";
  const tasks = review.preview.tasks.length;
  const best = likely[0];
  const choose = (programme: string) => review.change(programme ? { op: "programme", programme, takes_numbers: true } : { op: "programme", programme: null }, null);
  const isAsking = !target && seemsNewer(best, tasks);
  return (
    <section className={`target-bar${isAsking ? " asking" : ""}`} aria-label={t("ui.merge.target")}>
      <label htmlFor="target">{t("ui.merge.target")}</label>
      <select id="target" className="input" value={target} onChange={(event) => choose(event.target.value)}>
        <option value="">{t("ui.merge.new_programme")}</option>
        {likely.map((one) => <option key={one.programme} value={one.programme}>{t("ui.merge.into", named(one))}</option>)}
      </select>
      {isAsking && best ? (
        <>
          <p role="status">{t("ui.merge.seems_newer", number(best.same_titles), number(tasks), named(best))}</p>
          <button className="button primary small" onClick={() => choose(best.programme)}>{t("ui.merge.update")}</button>
        </>
      ) : (
        <p className="soft">{t(target ? "ui.merge.target_kept" : "ui.merge.target_new")}</p>
      )}
    </section>
  );
}
