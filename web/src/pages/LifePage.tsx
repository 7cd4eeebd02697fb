import { useEffect, useState } from "react";
import type { Programme, StageMove, Version } from "../api/types";
import { Link } from "../app/router";
import { Failed } from "../components/Failed";
import { day } from "../format";
import { useLifeMoves, useVersions } from "../hooks/life";
import { useProgramme } from "../hooks/programmes";
import { useRights } from "../hooks/rights";
import { Amendments } from "../life/Amendments";
import { CompletenessPanel } from "../life/CompletenessPanel";
import { MoveDialog } from "../life/MoveDialog";
import { NextDialog } from "../life/NextDialog";
import { isInForce, movesOffered, stages, stagesGone } from "../life/stages";
import { VersionList } from "../life/VersionList";
import "../styles/life.css";
import { t, type Sentence } from "../text/t";

// How far a programme has come, what may be done with it now, and all that is kept of it.
export function LifePage({ programme: id = "" }: Record<string, string>) {
  const programme = useProgramme(id);
  if (programme.error) return <Failed error={programme.error} again={() => void programme.refetch()} />;
  return programme.data ? <Life programme={programme.data} /> : null;
}

function Life({ programme }: { programme: Programme }) {
  const versions = useVersions(programme.id);
  const moves = useLifeMoves(programme);
  const may = useRights();
  const [move, setMove] = useState<StageMove | null>(null);
  const [isNext, setNext] = useState(false);
  useEffect(() => void (document.title = `${programme.title} · Tiến Độ`), [programme.title]);
  const [first, ...others] = movesOffered(programme.moves ?? []);
  return (
    <div className="life">
      <header>
        <p className="above"><Link to={`/programmes/${programme.id}`}>{t("ui.life.to_tasks")}</Link></p>
        <h1>{programme.title}</h1>
        <Steps programme={programme} versions={versions.data ?? []} />
        <p className="tools">
          {first && <button className="button primary" onClick={() => setMove(first)}>{t(`ui.life.move.${first}` as Sentence)}</button>}
          {may("edit_programmes") && (programme.moves ?? []).includes("send") && <Link className="button" to="/consultations">{t("ui.consult.send")}</Link>}
          {others.map((one) => <button key={one} className="button" onClick={() => setMove(one)}>{t(`ui.life.move.${one}` as Sentence)}</button>)}
          {may("edit_programmes") && <button className="button" onClick={() => setNext(true)}>{t("ui.life.next")}</button>}
        </p>
      </header>
      {isInForce(programme.stage) ? <Amendments programme={programme} moves={moves} isOffice={may("edit_programmes")} /> : <CompletenessPanel programme={programme} moves={moves} canSet={may("edit_programmes")} />}
      {versions.data && <VersionList key={versions.data.length} programme={programme} versions={versions.data} />}
      {move && <MoveDialog programme={programme} move={move} moves={moves} onClose={() => setMove(null)} />}
      {isNext && <NextDialog programme={programme} moves={moves} onClose={() => setNext(false)} />}
    </div>
  );
}

function Steps({ programme, versions }: { programme: Programme; versions: Version[] }) {
  const now = stages.indexOf(programme.stage);
  const gone = stagesGone(versions);
  return (
    <>
      <ol className="steps" aria-label={t("ui.life.steps")}>
        {stages.map((stage, index) => (
          <li key={stage} className={index === now ? "now" : index < now && gone.has(stage) ? "past" : index < now ? "skipped" : ""} aria-current={index === now ? "step" : undefined}>{t(`ui.life.stage.${stage}` as Sentence)}</li>
        ))}
      </ol>
      {programme.issued_on && <p className="lead">{t("ui.life.in_force", `${programme.attachment.decision_number}${programme.attachment.decision_symbol}`, day(programme.issued_on))}</p>}
      {programme.is_planned && <p className="lead">{t("ui.life.planned")}</p>}
    </>
  );
}
