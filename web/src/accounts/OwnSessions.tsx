import { sentenceOf } from "../api/client";
import { say } from "../components/Notices";
import { moment, number } from "../format";
import { useOwnChanges, useOwnSessions } from "../hooks/own_account";
import { t } from "../text/t";
import { deviceName } from "./words";

export function OwnSessions() {
  const sessions = useOwnSessions();
  const { endSession, endOthers } = useOwnChanges();
  const onError = (error: unknown) => say({ text: sentenceOf(error) });
  const all = sessions.data ?? [];
  return (
    <>
      <ul className="lines">
        {all.map((session) => (
          <li key={session.id}>
            <div>
              <p><strong>{deviceName(session.device)}</strong> {session.is_this && <span className="chip">{t("ui.own.this_session")}</span>}</p>
              <p className="soft">{t("ui.own.session_more", session.address, moment(session.since), moment(session.last_seen_at))}</p>
            </div>
            {!session.is_this && <button className="button small" onClick={() => endSession.mutate(session.id, { onError })}>{t("ui.own.end_session")}<span className="hidden-words"> {deviceName(session.device)}</span></button>}
          </li>
        ))}
      </ul>
      {all.length > 1 && <p><button className="button" onClick={() => endOthers.mutate(undefined, { onSuccess: (ended) => say({ text: t("ui.own.ended", number(ended)) }), onError })}>{t("ui.own.end_others")}</button></p>}
    </>
  );
}
