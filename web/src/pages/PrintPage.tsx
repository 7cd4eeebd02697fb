import { useEffect } from "react";
import { address } from "../api/client";
import { Link, useSearch } from "../app/router";
import { Failed } from "../components/Failed";
import { Icon } from "../components/Icon";
import { PrintSheet } from "../components/PrintSheet";
import { useProgramme } from "../hooks/programmes";
import { useTasks } from "../hooks/tasks";
import { apply, filterOf } from "../programme/filter";
import { t } from "../text/t";

export function PrintPage({ programme: id = "" }: Record<string, string>) {
  const programme = useProgramme(id);
  const tasks = useTasks(id);
  const search = useSearch();
  const title = programme.data?.title;
  useEffect(() => void (title && (document.title = title)), [title]);
  const error = programme.error ?? tasks.error;
  if (error) return <Failed error={error} again={() => (void programme.refetch(), void tasks.refetch())} />;
  if (!programme.data || !tasks.data) return null;
  const words = search.toString();
  return (
    <div className="print-view">
      <header>
        <Link className="button" to={`/programmes/${id}${words ? `?${words}` : ""}`}>
          <Icon name="previous" />
          {t("ui.print_back")}
        </Link>
        <p>{t("ui.print_hint")}</p>
        <div className="deeds">
          <a className="button" href={address(`/programmes/${id}/annex`, { format: "docx" })} download>{t("ui.download_word")}</a>
          <a className="button" href={address(`/programmes/${id}/annex`, { format: "xlsx" })} download>{t("ui.download_excel")}</a>
          <button className="button primary" onClick={() => window.print()}>
            <Icon name="print" />
            {t("ui.print")}
          </button>
        </div>
      </header>
      <main tabIndex={0} aria-label={t("ui.print_view")}>
        <PrintSheet programme={programme.data} tasks={apply(filterOf(search), tasks.data)} />
      </main>
    </div>
  );
}
