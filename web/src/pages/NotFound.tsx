import { Link } from "../app/router";
import { t } from "../text/t";

export function NotFound() {
  return (
    <div className="empty">
      <h1>{t("ui.no_page")}</h1>
      <p>{t("ui.no_page_more")}</p>
      <Link to="/" className="button">{t("ui.go_home")}</Link>
    </div>
  );
}
