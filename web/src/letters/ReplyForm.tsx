import { useState, type FormEvent } from "react";
import { sentenceOf } from "../api/client";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { day } from "../format";
import type { LetterMoves } from "../hooks/letters";
import { useUnderstood } from "../hooks/work";
import { t } from "../text/t";

// What the unit replies: words, its own document (pasted and understood), a file. What was typed stays until the server has it.
export function ReplyForm({ moves }: { moves: LetterMoves }) {
  const [words, setWords] = useState("");
  const [pasted, setPasted] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const understood = useUnderstood(pasted.trim()).data ?? null;
  const { answer } = moves;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = [words.trim(), pasted.trim() && !understood ? pasted.trim() : ""].filter(Boolean).join("\n");
    const form = { words: said || (understood ? "" : (file?.name ?? "")), number: understood?.number ?? "", symbol: understood?.symbol ?? "", issued_on: understood?.issued_on ?? null };
    answer.mutate({ form, file }, {
      onSuccess: () => {
        say({ text: t("ui.letters.replied") });
        setWords("");
        setPasted("");
        setFile(null);
      },
    });
  };
  return (
    <form className="reply" onSubmit={send}>
      <div className="field">
        <label htmlFor="reply-words">{t("ui.letters.reply")}</label>
        <textarea id="reply-words" className="input" rows={3} value={words} placeholder={t("ui.letters.reply_example")} onChange={(event) => setWords(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor="reply-document">{t("ui.letters.reply_document")}</label>
        <input id="reply-document" className="input" value={pasted} placeholder={t("ui.letters.reply_document_example")} onChange={(event) => setPasted(event.target.value)} aria-describedby="reply-understood" />
        <p className="meaning" id="reply-understood">
          {understood && <>{t("ui.understood_as")} <strong>{[understood.number, understood.symbol].filter(Boolean).join("/")} {understood.issued_on ? t("ui.dated", day(understood.issued_on)) : ""}</strong></>}
        </p>
      </div>
      {answer.error && <p className="message bad" role="alert">{sentenceOf(answer.error)}</p>}
      <div className="deeds">
        <label className="button file">
          <Icon name="file" />
          {file ? file.name : t("ui.letters.reply_file")}
          <input type="file" className="hidden-words" accept=".pdf,.doc,.docx,.xls,.xlsx,.png,.jpg,.jpeg" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
        </label>
        <button className="button primary" disabled={answer.isPending || !(words.trim() || pasted.trim() || file)}>{t("ui.letters.send_reply")}</button>
      </div>
    </form>
  );
}
