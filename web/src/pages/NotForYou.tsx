import { useEffect } from "react";
import { Link } from "../app/router";
import { t } from "../text/t";

// A page that the role may not see: said plainly, with a way on where there is one.
export function NotForYou({ home }: { home: string }) {
  useEffect(() => void (document.title = "Tiến Độ"), []);
  return (
    <div className="empty">
      <h1>{t("ui.not_for_you")}</h1>
      <p>{t("ui.not_for_you_more")}</p>
      {home && <Link to={home} className="button">{t("ui.go_home")}</Link>}
    </div>
  );
}
