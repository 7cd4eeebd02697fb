import { useCallback, useEffect, useRef, useState, type ClipboardEvent as ReactClipboardEvent, type FormEvent } from "react";
import { ApiError, sentenceOf } from "../api/client";
import type { IntakeSummary, Reading } from "../api/types";
import { Link, navigate } from "../app/router";
import { Failed } from "../components/Failed";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { moment, number } from "../format";
import { useIntakes, useSendDocument, useWithdraw } from "../hooks/intakes";
import { useRights } from "../hooks/rights";
import { t } from "../text/t";
import "../styles/import.css";

const accepted = ".docx,.xlsx,.csv,.json,.txt,.html,.htm,.pdf,.png,.jpg,.jpeg";
const most_bytes = 32 * 1024 * 1024;

function useSending() {
  const send = useSendDocument();
  const [name, setName] = useState("");
  const [share, setShare] = useState(0);
  const [reading, setReading] = useState<Reading | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const stopper = useRef<AbortController | null>(null);
  const { mutate, isPending } = send;
  const start = useCallback(
    (content: Blob, called: string) => {
      if (isPending) return;
      setTooLarge(content.size > most_bytes);
      setName(called);
      if (content.size > most_bytes) return;
      setShare(0);
      setReading(null);
      stopper.current = new AbortController();
      mutate({ name: called, content, onSent: setShare, onPages: setReading, signal: stopper.current.signal }, { onSuccess: (intake) => navigate(`/intakes/${intake.id}`) });
    },
    [isPending, mutate],
  );
  const sentence = tooLarge ? t("ui.import.too_large", number(32)) : send.error && !(send.error instanceof ApiError && send.error.key === "stopped") ? sentenceOf(send.error) : null;
  const isSecret = send.error instanceof ApiError && send.error.key === "secret_document";
  return { start, stop: () => stopper.current?.abort(), isPending, name, share, reading, sentence, isSecret };
}

type Sending = ReturnType<typeof useSending>;

const minute = 60;

function timeLeft(seconds: number): string {
  if (seconds < minute) return t("ui.import.seconds_left", number(Math.max(1, seconds)));
  return t("ui.import.minutes_left", number(Math.ceil(seconds / minute)));
}

// How far a scan is read: pages are known once the first answer speaks of them.
function PagesRead({ reading }: { reading: Reading }) {
  const is_known = reading.pages > 0;
  return (
    <>
      <progress max={1} value={is_known ? reading.pages_done / reading.pages : undefined} aria-label={t("ui.import.recognising")} />
      <p className="soft">
        {is_known ? t("ui.import.pages_read", number(reading.pages_done), number(reading.pages)) : t("ui.import.recognising")}
        {reading.seconds_left !== null && ` · ${timeLeft(reading.seconds_left)}`}
      </p>
    </>
  );
}

function Progress({ sending }: { sending: Sending }) {
  const isSent = sending.share >= 1;
  return (
    <div className="progress" role="status">
      <p className="name">{sending.name}</p>
      {sending.reading ? (
        <PagesRead reading={sending.reading} />
      ) : (
        <>
          <progress max={1} value={isSent ? undefined : sending.share} aria-label={t("ui.import.sending")} />
          <p className="soft">{isSent ? t("ui.import.reading") : t("ui.import.sent", number(Math.round(sending.share * 100)))}</p>
        </>
      )}
      <button className="button small" onClick={sending.stop}>{t("ui.import.stop")}</button>
    </div>
  );
}

function Refusal({ sending }: { sending: Sending }) {
  return (
    <div className="message bad refusal" role="alert">
      <Icon name="warning" />
      <div>
        <p className="what">{t(sending.isSecret ? "ui.import.secret" : "ui.import.refused", sending.name)}</p>
        <p>{sending.sentence}</p>
        <p>{t(sending.isSecret ? "ui.import.secret_more" : "ui.import.refused_more")}</p>
      </div>
    </div>
  );
}

// A table copied from Word, Excel or a web page: its HTML says where the cells are, which its plain text has lost. Excel lays a
// picture of the table beside it; the table itself comes first.
function pastedTable(data: DataTransfer | null): string | null {
  const html = data?.getData("text/html") ?? "";
  return /<table[\s>]/i.test(html) ? html : null;
}

function Paste({ onText, onTable }: { onText: (text: string) => void; onTable: (html: string) => void }) {
  const [text, setText] = useState("");
  const paste = (event: ReactClipboardEvent) => {
    const html = pastedTable(event.clipboardData);
    if (!html) return;
    event.preventDefault();
    onTable(html);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) onText(text);
  };
  return (
    <form className="paste" onSubmit={submit}>
      <label htmlFor="pasted">{t("ui.import.paste")}</label>
      <p className="soft" id="pasted-more">{t("ui.import.paste_more")}</p>
      <textarea id="pasted" className="input" rows={7} value={text} aria-describedby="pasted-more" onPaste={paste} onChange={(event) => setText(event.target.value)} />
      <button className="button" disabled={!text.trim()}>{t("ui.import.read_text")}</button>
    </form>
  );
}

// Who may not import still sees what was imported.
export function ImportPage() {
  useEffect(() => void (document.title = `${t("ui.import.title")} · Tiến Độ`), []);
  const canImport = useRights()("edit_programmes");
  return canImport ? <Importing /> : <Imported />;
}

function Imported() {
  return (
    <div className="import-page">
      <header>
        <h1>{t("ui.import.title")}</h1>
      </header>
      <Recent />
    </div>
  );
}

function Importing() {
  const sending = useSending();
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const { start } = sending;
  const readText = useCallback((text: string) => start(new Blob([text], { type: "text/plain" }), t("ui.import.pasted_name")), [start]);
  const readTable = useCallback((html: string) => start(new Blob([html], { type: "text/html" }), t("ui.import.pasted_table_name")), [start]);

  // Ctrl+V anywhere on the page; inside a field it only fills the field.
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (target?.closest("input, textarea, [contenteditable]")) return;
      const table = pastedTable(event.clipboardData);
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (table) readTable(table);
      else if (file) start(file, file.name);
      else if (text.trim()) readText(text);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [readTable, readText, start]);

  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) start(file, file.name);
  };
  return (
    <div
      className="import-page"
      onDragOver={(event) => (event.preventDefault(), setOver(true))}
      onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)}
      onDrop={(event) => (event.preventDefault(), setOver(false), take(event.dataTransfer.files))}
    >
      <header>
        <h1>{t("ui.import.title")}</h1>
        <p className="lead">{t("ui.import.lead")}</p>
      </header>
      {sending.sentence && <Refusal sending={sending} />}
      <div className="ways">
        <section className={`drop${isOver ? " over" : ""}`} aria-label={t("ui.import.file")}>
          {sending.isPending ? (
            <Progress sending={sending} />
          ) : (
            <>
              <Icon name="import" />
              <p className="call">{t(isOver ? "ui.import.release" : "ui.import.drop")}</p>
              <button className="button primary" onClick={() => chooser.current?.click()}>{t("ui.import.choose")}</button>
              <input ref={chooser} type="file" className="hidden-words" accept={accepted} tabIndex={-1} aria-label={t("ui.import.choose")} onChange={(event) => (take(event.target.files), (event.target.value = ""))} />
              <p className="soft">{t("ui.import.kinds")}</p>
            </>
          )}
        </section>
        <Paste onText={readText} onTable={readTable} />
      </div>
      <Recent />
    </div>
  );
}

function Recent() {
  const intakes = useIntakes();
  if (intakes.error) return <Failed error={intakes.error} again={() => void intakes.refetch()} />;
  if (!intakes.data?.length) return null;
  return (
    <section className="recent">
      <h2>{t("ui.import.recent")}</h2>
      <ul>
        {intakes.data.map((intake) => <Entry key={intake.id} intake={intake} />)}
      </ul>
    </section>
  );
}

const states = { open: "ui.import.state_open", confirmed: "ui.import.state_confirmed", withdrawn: "ui.import.state_withdrawn" } as const;

function Entry({ intake }: { intake: IntakeSummary }) {
  const withdraw = useWithdraw();
  const canEdit = useRights()("edit_programmes");
  const isOpen = intake.state === "open";
  const takeBack = () =>
    withdraw.mutate(intake.id, {
      onSuccess: () => say({ text: t(isOpen ? "ui.import.thrown_away" : "ui.import.taken_back", intake.source_name) }),
      onError: (error) => say({ text: sentenceOf(error), seconds: 10 }),
    });
  return (
    <li>
      <div className="what">
        <p className="name"><Link to={`/intakes/${intake.id}`}>{intake.source_name}</Link> <span className={`chip ${intake.state}`}>{t(states[intake.state])}</span></p>
        <p className="soft">
          {moment(intake.created_at)} · {t("ui.count_tasks", number(intake.tasks))}
          {intake.proposals > 0 && ` · ${t("ui.import.count_proposals", number(intake.proposals))}`}
          {isOpen && intake.doubts > 0 && ` · ${t("ui.import.count_doubts", number(intake.doubts))}`}
        </p>
      </div>
      <div className="deeds">
        {isOpen && canEdit && <Link className="button small" to={`/intakes/${intake.id}`}>{t("ui.import.continue")}</Link>}
        {intake.state === "confirmed" && intake.programme && <Link className="button small" to={`/programmes/${intake.programme}`}>{t("ui.import.open_programme")}</Link>}
        {intake.state !== "withdrawn" && canEdit && (
          <button className="button quiet small" disabled={withdraw.isPending} aria-label={`${t(isOpen ? "ui.import.throw_away" : "ui.import.take_back")}: ${intake.source_name}`} onClick={takeBack}>
            {t(isOpen ? "ui.import.throw_away" : "ui.import.take_back")}
          </button>
        )}
      </div>
    </li>
  );
}
