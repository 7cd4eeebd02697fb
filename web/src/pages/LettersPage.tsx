import { useEffect } from "react";
import { Link } from "../app/router";
import { Failed } from "../components/Failed";
import { number } from "../format";
import { useLetters } from "../hooks/letters";
import { useRights } from "../hooks/rights";
import { LetterFacts, nameOfLetter } from "../letters/LetterFacts";
import { groupedLetters, isAwaited } from "../letters/standing";
import "../styles/letters.css";
import { t, type Sentence } from "../text/t";

// Letters to units: what waits for an answer first.
export function LettersPage() {
  const letters = useLetters();
  const canWrite = useRights()("edit_programmes");
  useEffect(() => void (document.title = `${t("ui.letters.title")} · Tiến Độ`), []);
  if (letters.error) return <Failed error={letters.error} again={() => void letters.refetch()} />;
  if (!letters.data) return null;
  const write = canWrite && <Link className="button primary" to="/work/letters/new">{t("ui.letters.write")}</Link>;
  if (letters.data.length === 0)
    return (
      <div className="empty">
        <h1>{t("ui.letters.none")}</h1>
        <p>{t(canWrite ? "ui.letters.none_write" : "ui.letters.none_wait")}</p>
        {write}
      </div>
    );
  const awaited = letters.data.filter(isAwaited).length;
  const overdue = letters.data.filter((letter) => letter.is_overdue).length;
  return (
    <div className="letters">
      <header>
        <div>
          <h1>{t("ui.letters.title")}</h1>
          <p className="sentence">{awaited ? t("ui.letters.sentence", number(awaited), number(overdue)) : t("ui.letters.sentence_none")}</p>
        </div>
        {write}
      </header>
      {groupedLetters(letters.data).map(({ group, letters: some }) => (
        <section key={group} className={group}>
          <h2>{t(`ui.letters.group.${group}` as Sentence)} <span className="count">{number(some.length)}</span></h2>
          <ul>
            {some.map((letter) => (
              <li key={letter.id}>
                <Link to={`/work/letters/${letter.id}`}>
                  {letter.unit_name} <span className="which">{nameOfLetter(letter)}</span>
                </Link>
                <LetterFacts letter={letter} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
