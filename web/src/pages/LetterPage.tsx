import { useEffect, useState } from "react";
import { address } from "../api/client";
import type { Letter } from "../api/types";
import { Link } from "../app/router";
import { Failed } from "../components/Failed";
import { Icon } from "../components/Icon";
import { day } from "../format";
import { useLetter, useLetterMoves } from "../hooks/letters";
import { useSession } from "../hooks/session";
import { EditDialog, IssueDialog, ReasonDialog } from "../letters/LetterDialogs";
import { LetterFacts, nameOfLetter, Replies } from "../letters/LetterFacts";
import { ReplyForm } from "../letters/ReplyForm";
import "../styles/letters.css";
import { t, type Sentence } from "../text/t";

type Open = "edit" | "issue" | "ask_again" | "withdraw" | null;

// One letter: what it says as it is printed, where it stands, and what the unit replied.
export function LetterPage({ letter: id = "" }: Record<string, string>) {
  const letter = useLetter(id);
  useEffect(() => void (document.title = `${letter.data ? nameOfLetter(letter.data) : t("ui.letters.title")} · Tiến Độ`), [letter.data]);
  if (letter.error) return <Failed error={letter.error} again={() => void letter.refetch()} />;
  if (!letter.data) return null;
  return <Shown letter={letter.data} />;
}

function Shown({ letter }: { letter: Letter }) {
  const moves = useLetterMoves(letter);
  const [open, setOpen] = useState<Open>(null);
  const isOfUnit = useSession().data?.user.role === "unit_head";
  const may = (move: string) => letter.moves.some((one) => one === move);
  const buttons = (["issue", "edit", "ask_again", "withdraw"] as const).filter(may);
  const close = () => setOpen(null);
  return (
    <div className="letters letter">
      <p><Link to="/work/letters">{t("ui.letters.back")}</Link></p>
      <header>
        <div>
          <h1>{t(`ui.letters.kind.${letter.kind}` as Sentence)}: {letter.unit_name}</h1>
          <LetterFacts letter={letter} />
        </div>
        <div className="tools">
          {buttons.map((move, at) => (
            <button key={move} className={`button${at === 0 && move === "issue" ? " primary" : ""}`} onClick={() => setOpen(move)}>{t(`ui.letters.move.${move}` as Sentence)}</button>
          ))}
          {(["docx", "pdf"] as const).map((format) => (
            <a key={format} className="button" href={address(`/letters/${letter.id}/document`, { format })}><Icon name="file" />{t(`ui.letters.${format}`)}</a>
          ))}
        </div>
      </header>
      {letter.reason && <p className="message doubt"><Icon name="warning" />{t(letter.state === "withdrawn" ? "ui.letters.withdrawn_because" : "ui.letters.asked_again", letter.reason)}</p>}
      {(letter.replies.length > 0 || may("answer") || letter.state === "issued") && (
        <section className="answers">
          <h2>{t("ui.letters.replies")}</h2>
          {letter.replies.length === 0 && <p className="soft">{t("ui.letters.no_reply")}</p>}
          <Replies letter={letter.id} replies={letter.replies} />
          {may("answer") && (isOfUnit ? <ReplyForm moves={moves} /> : <details className="on-paper"><summary>{t("ui.letters.reply_on_paper")}</summary><ReplyForm moves={moves} /></details>)}
        </section>
      )}
      <PaperOf letter={letter} />
      {open === "edit" && <EditDialog letter={letter} moves={moves} onClose={close} />}
      {open === "issue" && <IssueDialog letter={letter} moves={moves} onClose={close} />}
      {open === "ask_again" && <ReasonDialog title="ui.letters.move.ask_again" move={moves.askAgain} onClose={close} />}
      {open === "withdraw" && <ReasonDialog title="ui.letters.move.withdraw" move={moves.withdraw} isOptional={letter.state === "drafted"} onClose={close} />}
    </div>
  );
}

const linesOf = (text: string) => text.split("\n").map((line) => line.trim()).filter(Boolean);

// As the letter is printed: Vietnamese whatever the language of the page, for so it leaves the house.
function PaperOf({ letter }: { letter: Letter }) {
  const { form } = letter;
  const [, month] = (letter.issued_on ?? "").split("-");
  const dated = letter.issued_on ? `${form.place}, ngày ${letter.issued_on.slice(8)} tháng ${Number(month) < 3 ? month : Number(month)} năm ${letter.issued_on.slice(0, 4)}` : `${form.place}, ngày … tháng … năm …`;
  return (
    <article className="paper" lang="vi" aria-label={t("ui.letters.paper")}>
      <div className="head">
        <div>
          <p>{form.superior.toLocaleUpperCase("vi")}</p>
          <p className="ruled"><strong>{form.issuer.toLocaleUpperCase("vi")}</strong></p>
          <p>Số: {letter.number || "…"}/{form.symbol || "…"}</p>
          <p className="subject">V/v {form.subject}</p>
        </div>
        <div>
          <p><strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong></p>
          <p className="ruled whole"><strong>Độc lập - Tự do - Hạnh phúc</strong></p>
          <p><em>{dated}</em></p>
        </div>
      </div>
      <p className="to">Kính gửi: {letter.unit_name}.</p>
      <p className="body">{letter.opening}</p>
      <div className="scroller" tabIndex={0} role="region" aria-label={t("ui.letters.table", day(letter.as_of))}>
        <table>
          <thead>
            <tr><th scope="col">STT</th><th scope="col">Số trong chương trình</th><th scope="col">Nhiệm vụ</th><th scope="col">Thời hạn</th><th scope="col">Tình hình thực hiện</th></tr>
          </thead>
          <tbody>
            {letter.tasks.map((task, at) => (
              <tr key={task.task}>
                <td>{at + 1}</td>
                <td>{task.number}</td>
                <td>{task.title}</td>
                <td>{task.due_on ? day(task.due_on) : "không hạn"}</td>
                <td>{task.standing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {letter.asks.map((ask, at) => <p className="body" key={at}>{ask}</p>)}
      <div className="foot">
        <div>
          <p><strong><em>Nơi nhận:</em></strong></p>
          {linesOf(form.recipients).map((line, at, all) => <p key={at} className="recipient">- {line}{at + 1 === all.length ? "." : ";"}</p>)}
        </div>
        <div>
          {linesOf(form.capacity).map((line, at) => <p key={at}><strong>{line.toLocaleUpperCase("vi")}</strong></p>)}
          <p className="signer"><strong>{form.signer}</strong></p>
        </div>
      </div>
    </article>
  );
}
