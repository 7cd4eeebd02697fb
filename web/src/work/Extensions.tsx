import { useState, type FormEvent } from "react";
import { sentenceOf } from "../api/client";
import type { Extension, ExtensionAnswer, Work } from "../api/types";
import { addDays } from "../calendar/year";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { day, localToday, moment } from "../format";
import { useTell } from "../hooks/work";
import { sentenceFor, t, type Sentence } from "../text/t";

// The history keeps "granted: 30/09/2025. …": the state said in words.
export function extensionWords(words: string): string {
  const [, state, rest] = words.match(/^([a-z]+): (.*)$/s) ?? [];
  return state ? `${sentenceFor(`ui.extension.state.${state}`)} ${rest}` : words;
}

const later = (one: string, other: string) => (one > other ? one : other);

// A later deadline: asked for by whoever carries the task out, answered by whoever assigned it. The first deadline stays in view.
export function Extensions({ task, work }: { task: string; work: Work }) {
  const [isAsking, setAsking] = useState(false);
  const requests = work.extension_requests;
  const pending = requests.find((one) => one.state === "open" || one.state === "offered");
  const answered = requests.filter((one) => one !== pending);
  if (!pending && answered.length === 0 && !work.may_ask_extension) return null;
  return (
    <section className="extensions" aria-label={t("ui.extension.title")}>
      {pending && <Pending task={task} work={work} extension={pending} />}
      {answered.length > 0 && work.first_due_on && work.due_on && work.first_due_on !== work.due_on && (
        <p className="soft">{t("ui.extension.from_to", day(work.first_due_on), day(work.due_on))}</p>
      )}
      {answered.map((one) => (
        <p className="answered" key={one.id}>
          <strong>{t(`ui.extension.state.${one.state}` as Sentence)}</strong> {t("ui.extension.wish", day(one.current_to), day(one.wanted.to))}
          {one.answer && ` ${one.answer}`} <span className="soft">{[one.answered_by, one.answered_at && moment(one.answered_at)].filter(Boolean).join(" · ")}</span>
        </p>
      ))}
      {work.may_ask_extension && !isAsking && (
        <button className="button small quiet" onClick={() => setAsking(true)}>
          <Icon name="clock" />
          {t("ui.extension.ask")}
        </button>
      )}
      {work.may_ask_extension && isAsking && <Ask task={task} due={work.due_on ?? localToday()} onDone={() => setAsking(false)} />}
    </section>
  );
}

function Ask({ task, due, onDone }: { task: string; due: string; onDone: () => void }) {
  const { askExtension } = useTell(task);
  const earliest = later(addDays(due, 1), localToday());
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const [document, setDocument] = useState("");
  const [failure, setFailure] = useState("");
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setFailure("");
    askExtension.mutate(
      { wanted: { from: until, to: until }, reason, document },
      { onSuccess: () => (say({ text: t("ui.extension.asked") }), onDone()), onError: (error) => setFailure(sentenceOf(error)) },
    );
  };
  return (
    <form className="ask" onSubmit={ask} aria-label={t("ui.extension.ask")}>
      <h3>{t("ui.extension.ask")}</h3>
      <p className="soft wide">{t("ui.extension.now", day(due))}</p>
      <div className="field">
        <label htmlFor={`until-${task}`}>{t("ui.extension.until")}</label>
        <input id={`until-${task}`} className="input" type="date" required min={earliest} value={until} autoFocus onChange={(event) => setUntil(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`document-${task}`}>{t("ui.extension.document")}</label>
        <input id={`document-${task}`} className="input" maxLength={500} value={document} placeholder={t("ui.work.proof_example")} onChange={(event) => setDocument(event.target.value)} />
      </div>
      <div className="field wide">
        <label htmlFor={`why-${task}`}>{t("ui.extension.reason")}</label>
        <textarea id={`why-${task}`} className="input" rows={2} required value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      {failure && <p className="message bad wide" role="alert"><Icon name="warning" />{failure}</p>}
      <div className="actions wide">
        <button className="button primary" disabled={askExtension.isPending}>{t("ui.extension.send")}</button>
        <button type="button" className="button quiet" onClick={onDone}>{t("ui.extension.not_now")}</button>
      </div>
    </form>
  );
}

function Pending({ task, work, extension }: { task: string; work: Work; extension: Extension }) {
  const { answerExtension } = useTell(task);
  const [reason, setReason] = useState("");
  const [offered, setOffered] = useState("");
  const [failure, setFailure] = useState("");
  const isOffer = extension.state === "offered" && extension.offered;
  const answer = (form: ExtensionAnswer, done: Sentence) => {
    setFailure("");
    answerExtension.mutate({ extension, ...form }, { onSuccess: () => say({ text: t(done) }), onError: (error) => setFailure(sentenceOf(error)) });
  };
  const refuse = () => (reason.trim() ? answer({ answer: "refused", reason }, "ui.extension.refused") : setFailure(t("ui.extension.reason_first")));
  const busy = answerExtension.isPending;
  return (
    <div className="pending">
      <p>
        <Icon name="clock" />
        <span>
          <strong>{t("ui.extension.wish_of", extension.asked_by)}</strong> {t("ui.extension.wish", day(extension.current_to), day(extension.wanted.to))} {extension.reason}
          {extension.document && <> <span className="soft">{t("ui.extension.by_document", extension.document)}</span></>}
          {isOffer && <> <strong>{t("ui.extension.offer_is", extension.answered_by, day(isOffer.to))}</strong> {extension.answer}</>}
        </span>
      </p>
      {work.may_answer_extension && (
        <div className="decide">
          <div className="field">
            <label htmlFor={`answer-${task}`}>{t("ui.extension.answer_words")}</label>
            <input id={`answer-${task}`} className="input" autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
          </div>
          <div className="field">
            <label htmlFor={`offer-${task}`}>{t("ui.extension.other_day")}</label>
            <input id={`offer-${task}`} className="input" type="date" value={offered} min={later(addDays(extension.current_to, 1), localToday())} onChange={(event) => setOffered(event.target.value)} />
          </div>
          <div className="actions">
            {offered ? (
              <button className="button primary" disabled={busy} onClick={() => answer({ answer: "offered", reason, offered: { from: offered, to: offered } }, "ui.extension.offered")}>{t("ui.extension.offer", day(offered))}</button>
            ) : (
              <button className="button primary" disabled={busy} onClick={() => answer({ answer: "granted", reason }, "ui.extension.granted")}>{t("ui.extension.grant", day(extension.wanted.to))}</button>
            )}
            <button className="button" disabled={busy} onClick={refuse}>{t("ui.extension.refuse")}</button>
          </div>
        </div>
      )}
      {work.may_take_back_extension && (
        <div className="actions">
          {isOffer && <button className="button primary" disabled={busy} onClick={() => answer({ answer: "taken" }, "ui.extension.taken")}>{t("ui.extension.take", day(isOffer.to))}</button>}
          <button className="button quiet" disabled={busy} onClick={() => answer({ answer: "withdrawn" }, "ui.extension.withdrawn")}>{t("ui.extension.withdraw")}</button>
        </div>
      )}
      {failure && <p className="message bad" role="alert"><Icon name="warning" />{failure}</p>}
    </div>
  );
}
