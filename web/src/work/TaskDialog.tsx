import type { ShortWork } from "../api/types";
import { changeSearch, Link } from "../app/router";
import { Dialog } from "../components/Dialog";
import { t } from "../text/t";
import { whoHas } from "./groups";
import { Done, State, Timing } from "./Standing";
import { Update } from "./Update";

// A task opened from a board, a calendar or a line of time: the same form as in the list.
export function TaskDialog({ row }: { row: ShortWork }) {
  // The browser closes it, and gives the focus back to where it was.
  const close = () => document.querySelector<HTMLDialogElement>("dialog.task-dialog")?.close();
  return (
    <Dialog label={row.title} className="task-dialog" onClose={() => changeSearch({ task: null })}>
      <header>
        <h2>{row.title}</h2>
        <p className="facts">
          <Timing work={row} />
          <State work={row} />
          <Done percent={row.percent} />
          <span className="who">{whoHas(row)}</span>
          <Link to={`/programmes/${row.programme}?task=${row.id}`}>{t("ui.work.in_programme")}</Link>
        </p>
      </header>
      <Update task={row.id} onClose={close} />
    </Dialog>
  );
}
