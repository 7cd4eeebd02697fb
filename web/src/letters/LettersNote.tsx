import { Link } from "../app/router";
import { Icon } from "../components/Icon";
import { number } from "../format";
import { useLetters } from "../hooks/letters";
import { useRights } from "../hooks/rights";
import { useSession } from "../hooks/session";
import "../styles/letters.css";
import { t } from "../text/t";
import { isAwaited } from "./standing";

// The way from the work to the letters; a unit that owes an answer is told so.
export function LettersNote() {
  const letters = useLetters().data ?? [];
  const canWrite = useRights()("edit_programmes");
  const isHead = useSession().data?.user.role === "unit_head";
  if (letters.length === 0 && !canWrite) return null;
  const awaited = letters.filter(isAwaited).length;
  const overdue = letters.filter((letter) => letter.is_overdue).length;
  const words = overdue > 0 ? t("ui.letters.wait_overdue", number(overdue)) : isHead && awaited > 0 ? t("ui.letters.wait_for_you", number(awaited)) : "";
  return (
    <p className={`letters-note${words ? " message doubt" : ""}`}>
      {words && <><Icon name="warning" />{words}</>}
      <Link to="/work/letters">{t(words ? "ui.letters.open_list" : "ui.letters.link")}</Link>
    </p>
  );
}
