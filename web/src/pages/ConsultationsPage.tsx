import { useEffect, useState, type FormEvent } from "react";
import { sentenceOf } from "../api/client";
import type { ConsultationSummary, Programme } from "../api/types";
import { Link, navigate } from "../app/router";
import { Dialog } from "../components/Dialog";
import { Failed } from "../components/Failed";
import { day, number } from "../format";
import { useConsultations, useSendConsultation } from "../hooks/consultations";
import { useProgrammes } from "../hooks/programmes";
import { useRights } from "../hooks/rights";
import "../styles/consultation.css";
import { t, type Sentence } from "../text/t";

// Versions that are out with the units.
export function ConsultationsPage() {
  const consultations = useConsultations();
  const programmes = useProgrammes();
  const canSend = useRights()("edit_programmes");
  const [isSending, setSending] = useState(false);
  useEffect(() => void (document.title = `${t("ui.rail_consultations")} · Tiến Độ`), []);
  const error = consultations.error ?? programmes.error;
  if (error) return <Failed error={error} again={() => (void consultations.refetch(), void programmes.refetch())} />;
  if (!consultations.data || !programmes.data) return null;
  const running = new Set(consultations.data.map((one) => one.programme));
  const ready = programmes.data.filter((one) => (one.stage === "draft" || one.stage === "consulted") && !running.has(one.id) && one.tasks > 0);
  const opener = canSend && ready.length > 0 && <button className="button primary" onClick={() => setSending(true)}>{t("ui.consult.send")}</button>;
  return (
    <div className="consultations">
      {consultations.data.length > 0 ? (
        <>
          <header>
            <h1>{t("ui.rail_consultations")}</h1>
            {opener}
          </header>
          <ul>{consultations.data.map((one) => <Line key={one.id} consultation={one} />)}</ul>
        </>
      ) : (
        <div className="empty">
          <h1>{t("ui.consult.none")}</h1>
          <p>{t(canSend ? "ui.consult.none_send" : "ui.consult.none_wait")}</p>
          {opener}
        </div>
      )}
      {isSending && <SendDialog programmes={ready} onClose={() => setSending(false)} />}
    </div>
  );
}

function Line({ consultation: one }: { consultation: ConsultationSummary }) {
  return (
    <li>
      <Link to={`/consultations/${one.id}`}>{one.title}</Link>
      <p className="facts">
        <span className={`state ${one.state}`}>{t(`ui.consult.state.${one.state}` as Sentence)}</span>
        <span>{t("ui.consult.sent_until", number(one.sent_number), day(one.due_on))}</span>
        <strong>{t("ui.consult.answered_of", number(one.answered), number(one.asked))}</strong>
      </p>
    </li>
  );
}

const daysToAnswer = [2, 3, 4, 5];

function SendDialog({ programmes, onClose }: { programmes: Programme[]; onClose: () => void }) {
  const [programme, setProgramme] = useState(programmes[0]?.id ?? "");
  const [days, setDays] = useState(3);
  const [words, setWords] = useState("");
  const sending = useSendConsultation();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const chosen = programmes.find((one) => one.id === programme);
    if (chosen) sending.mutate({ programme: chosen, days, words }, { onSuccess: (sent) => navigate(`/consultations/${sent.id}`) });
  };
  return (
    <Dialog label={t("ui.consult.send")} className="consult-dialog" onClose={onClose}>
      <form onSubmit={send}>
        <h2>{t("ui.consult.send")}</h2>
        <p>{t("ui.consult.send_more")}</p>
        <div className="field">
          <label htmlFor="send-programme">{t("ui.consult.programme")}</label>
          <select id="send-programme" className="input" value={programme} onChange={(event) => setProgramme(event.target.value)}>
            {programmes.map((one) => <option key={one.id} value={one.id}>{one.title}</option>)}
          </select>
        </div>
        <div className="field">
          <label htmlFor="send-days">{t("ui.consult.days")}</label>
          <select id="send-days" className="input" value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {daysToAnswer.map((one) => <option key={one} value={one}>{t("ui.consult.working_days", one)}</option>)}
          </select>
        </div>
        <div className="field">
          <label htmlFor="send-words">{t("ui.consult.words")}</label>
          <textarea id="send-words" className="input" rows={2} value={words} onChange={(event) => setWords(event.target.value)} />
        </div>
        {sending.error && <p className="message bad" role="alert">{sentenceOf(sending.error)}</p>}
        <footer>
          <button type="button" className="button" onClick={onClose}>{t("ui.close")}</button>
          <button className="button primary" disabled={sending.isPending}>{t("ui.consult.send_now")}</button>
        </footer>
      </form>
    </Dialog>
  );
}
