import { useEffect } from "react";
import { Link } from "../app/router";
import { Failed } from "../components/Failed";
import { number } from "../format";
import { useProgrammes } from "../hooks/programmes";
import { useRights } from "../hooks/rights";
import { t } from "../text/t";

export function Programmes() {
  const programmes = useProgrammes();
  const canImport = useRights()("edit_programmes");
  useEffect(() => void (document.title = `${t("ui.rail_programmes")} · Tiến Độ`), []);
  if (programmes.error) return <Failed error={programmes.error} again={() => void programmes.refetch()} />;
  if (!programmes.data) return null;
  if (programmes.data.length === 0)
    return (
      <div className="empty">
        <h1>{t("ui.programmes_empty")}</h1>
        <p>{t(canImport ? "ui.programmes_empty_more" : "ui.programmes_empty_wait")}</p>
        {canImport && <Link to="/import" className="button primary">{t("ui.go_import")}</Link>}
      </div>
    );
  return (
    <div className="programmes">
      <header>
        <h1>{t("ui.rail_programmes")}</h1>
        {canImport && <Link to="/import" className="button">{t("ui.go_import")}</Link>}
      </header>
      <ul>
        {programmes.data.map((programme) => (
          <li key={programme.id}>
            <Link to={`/programmes/${programme.id}`}>{programme.title}</Link>
            <p className="attached">{programme.attachment.as_written}</p>
            <p className="counts">
              <strong>{t("ui.count_tasks", number(programme.tasks))}</strong>
              {programme.sections.map((section) => (
                <span key={section.id}>{t("ui.section_count", section.heading, number(section.tasks))}</span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
