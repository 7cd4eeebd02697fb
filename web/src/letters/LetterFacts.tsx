import type { LetterReply, LetterSummary } from "../api/types";
import { address } from "../api/client";
import { Icon } from "../components/Icon";
import { day, moment, number } from "../format";
import { t, type Sentence } from "../text/t";
import { letterGroupOf } from "./standing";

// Where a letter stands: a word, and a sign where something is late.
export function LetterState({ letter }: { letter: LetterSummary }) {
  const group = letterGroupOf(letter);
  return (
    <span className={`letter-state ${group}`}>
      {group === "overdue" && <Icon name="warning" />}
      {t(`ui.letters.${group === "overdue" ? "group" : "state"}.${group}` as Sentence)}
    </span>
  );
}

export const nameOfLetter = (letter: LetterSummary): string =>
  letter.number ? `${letter.number}/${letter.symbol}` : t(`ui.letters.kind.${letter.kind}` as Sentence);

export function LetterFacts({ letter }: { letter: LetterSummary }) {
  return (
    <p className="facts">
      <LetterState letter={letter} />
      {letter.issued_on && <span>{t("ui.letters.dated", day(letter.issued_on))}</span>}
      {letter.state === "issued" && letter.answer_due && <span>{t("ui.letters.answer_by", day(letter.answer_due))}</span>}
      {letter.state === "answered" && letter.answered_on && <span>{t("ui.letters.answered_on", day(letter.answered_on))}</span>}
      {letter.was_answered_late && <span className="late"><Icon name="warning" />{t("ui.letters.answered_late")}</span>}
      <span>{t("ui.letters.tasks_count", number(letter.tasks_count))}</span>
    </p>
  );
}

export function Replies({ letter, replies }: { letter: string; replies: LetterReply[] }) {
  return (
    <ol className="replies">
      {replies.map((reply) => {
        const document = [reply.number, reply.symbol].filter(Boolean).join("/");
        return (
          <li key={reply.id}>
            {reply.words && <p className="said">{reply.words}</p>}
            {document && <p><strong>{document}</strong> {reply.issued_on && t("ui.dated", day(reply.issued_on))}</p>}
            {reply.file_name && <p><Icon name="file" /><a href={address(`/letters/${letter}/replies/${reply.id}/file`)}>{reply.file_name}</a></p>}
            <p className="soft">{reply.by} · {moment(reply.at)}</p>
          </li>
        );
      })}
    </ol>
  );
}
