import { Link } from "../app/router";
import { useLettersAbout } from "../hooks/letters";
import "../styles/letters.css";
import { t } from "../text/t";
import { LetterFacts, nameOfLetter, Replies } from "./LetterFacts";

// The letters about one task, with what the unit replied; nothing where there is none.
export function TaskLetters({ task }: { task: string }) {
  const letters = useLettersAbout(task).data ?? [];
  if (letters.length === 0) return null;
  return (
    <section className="task-letters">
      <h3>{t("ui.letters.of_task")}</h3>
      <ul>
        {letters.map((letter) => (
          <li key={letter.id}>
            <Link to={`/work/letters/${letter.id}`}>{nameOfLetter(letter)}</Link>
            <LetterFacts letter={letter} />
            <Replies letter={letter.id} replies={letter.replies} />
          </li>
        ))}
      </ul>
    </section>
  );
}
