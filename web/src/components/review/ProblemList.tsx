import type { DocumentProblem } from "../../api/types";
import { number } from "../../format";
import type { Review } from "../../hooks/review";
import type { CellPlace } from "../../review/cells";
import { cellOf, groupsOf, matters, nameOf } from "../../review/doubts";
import { sentenceFor, t } from "../../text/t";
import { Icon } from "../Icon";

const severities = { error: "ui.review.severity_error", warning: "ui.review.severity_warning", info: "ui.review.severity_info" } as const;

function Entry({ problem, isSeen, onGo, onWave }: { problem: DocumentProblem; isSeen: boolean; onGo: (cell: CellPlace) => void; onWave: () => void }) {
  const cell = cellOf(problem);
  const words = <>{problem.where.label && <span className="where">{problem.where.label}</span>} {problem.message}</>;
  return (
    <li className={isSeen ? "seen" : ""}>
      {cell ? <button className="entry" onClick={() => onGo(cell)}>{words}</button> : <p className="entry">{words}</p>}
      {matters(problem) && (isSeen ? <span className="soft"><Icon name="check" /> {t("ui.review.seen")}</span> : <button className="button quiet small" onClick={onWave}>{t("ui.review.wave")}</button>)}
    </li>
  );
}

// What a careful clerk would ask, by kind; each entry leads to its place.
export function ProblemList({ review, onGo }: { review: Review; onGo: (cell: CellPlace) => void }) {
  const groups = groupsOf(review.preview.problems);
  if (groups.length === 0) return <div className="side-list"><p className="soft">{t("ui.review.no_problems")}</p></div>;
  return (
    <div className="side-list" tabIndex={0} role="region" aria-label={t("ui.review.problems")}>
      {groups.map((group) => (
        <details key={group.key} open={group.severity !== "info"}>
          <summary>
            <span className={`severity ${group.severity}`}>{t(severities[group.severity])}</span> {sentenceFor(`ui.review.kind.${group.key}`) ?? group.problems[0]?.message} <span className="count">{number(group.problems.length)}</span>
          </summary>
          <ul>
            {group.problems.map((problem, at) => <Entry key={`${nameOf(problem)}-${at}`} problem={problem} isSeen={review.seen.has(nameOf(problem))} onGo={onGo} onWave={() => review.wave(problem)} />)}
          </ul>
        </details>
      ))}
    </div>
  );
}
