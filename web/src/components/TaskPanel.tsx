import { useEffect, useRef, type ReactNode } from "react";
import type { Citation, Named, Programme, Quantity, Task, TaskRow, TextField } from "../api/types";
import { Link } from "../app/router";
import { day, monthName, number, period, quarterName } from "../format";
import { useRights } from "../hooks/rights";
import { useTask } from "../hooks/task";
import { isBeingDrafted, isInForce } from "../life/stages";
import { fieldName, textOf, type Column } from "../programme/columns";
import { t } from "../text/t";
import { TaskParts } from "../parts/TaskParts";
import { TaskStepList } from "../steps/TaskStepList";
import { TaskLetters } from "../letters/TaskLetters";
import { EditableText } from "./EditableText";
import { Failed } from "./Failed";
import { Icon } from "./Icon";
import { Labels } from "./Labels";
import { TaskHistory } from "./TaskHistory";
import { TaskSource } from "./TaskSource";

type Properties = {
  id: string;
  row: TaskRow | null;
  programme: Programme;
  columns: Column[];
  previous: string | null;
  next: string | null;
  onGo: (task: string) => void;
  onClose: () => void;
};

// A list row is shown at once; the rest joins it when it has come.
const asTask = (row: TaskRow): Task => ({ ...row, understood: { quantities: [], citations: [], open_groups: [] }, source: { intake: null, places: {} } });

export function TaskPanel({ id, row, programme, columns, previous, next, onGo, onClose }: Properties) {
  const loaded = useTask(id);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  const task = loaded.data ?? (row && asTask(row));
  const place = task && [t("ui.number_short", task.number), task.quarter ? quarterName(task.quarter) : "", task.month ? monthName(task.month) : ""].filter(Boolean).join(" · ");
  return (
    <aside className="panel" ref={panel} tabIndex={-1} aria-label={t("ui.panel")}>
      <header>
        <p className="place">{place}</p>
        <button className="button quiet small" disabled={!previous} aria-label={t("ui.previous_task")} title={t("ui.previous_task")} onClick={() => previous && onGo(previous)}><Icon name="previous" /></button>
        <button className="button quiet small" disabled={!next} aria-label={t("ui.next_task")} title={t("ui.next_task")} onClick={() => next && onGo(next)}><Icon name="next" /></button>
        <button className="button small" onClick={onClose}>{t("ui.close")}</button>
      </header>
      {loaded.error && !task ? <Failed error={loaded.error} again={() => void loaded.refetch()} /> : task && <Contents task={task} isWhole={loaded.data !== undefined} programme={programme} columns={columns} />}
    </aside>
  );
}

function Contents({ task, isWhole, programme, columns }: { task: Task; isWhole: boolean; programme: Programme; columns: Column[] }) {
  const canEdit = useRights()("edit_programmes");
  const isFixed = !isBeingDrafted(programme.stage);
  const shown = columns.filter((column) => column.field !== "number" && column.field !== "title");
  if (!shown.some((column) => column.field === "due") && task.due_period) shown.push({ key: "due", header: fieldName("due"), field: "due" });
  return (
    <div className="contents">
      <EditableText as="h2" isRequired isFixed={isFixed} task={task} label={fieldName("title")} valueOf={(one) => one.title} changesOf={(title) => ({ title })} />
      {canEdit && isInForce(programme.stage) && (
        <p className="amend"><Link className="button small" to={`/programmes/${programme.id}/life?amend=${task.id}`}>{t("ui.life.amend_task")}</Link></p>
      )}
      <Read task={task} />
      <dl>
        {shown.map((column) => (
          <div key={column.key}>
            <dt>{column.header}</dt>
            <dd>
              <EditableText
                isFixed={isFixed}
                task={task}
                label={column.header}
                valueOf={(one) => textOf(one, column)}
                changesOf={(text) => (column.field ? { [column.field]: text } : { extra: { [column.header]: text } })}
              />
              <Understood field={column.field} task={task} />
            </dd>
          </div>
        ))}
      </dl>
      {isWhole && <TaskSource task={task} />}
      {isWhole && <TaskStepList task={task.id} />}
      {isWhole && <TaskParts task={task.id} />}
      {isWhole && <TaskLetters task={task.id} />}
      {isWhole && <TaskHistory id={task.id} />}
      <p className="soft foot">{programme.title}</p>
    </div>
  );
}

function Meaning({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p className="meaning">
      <span>{name}</span> {children}
    </p>
  );
}

const names = (list: Named[]) => list.map((one) => <strong key={one.id}>{one.name}</strong>);

// What a field as written was understood as, right below it.
function Understood({ field, task }: { field: TextField | null; task: Task }) {
  const people = { lead: task.lead_units, coordinating: task.coordinating_units, directing_leader: task.directing_leaders };
  if (field === "lead" || field === "coordinating" || field === "directing_leader") {
    const groups = task.understood.open_groups.filter((group) => group.field === field);
    if (!people[field].length && !groups.length) return task[field] ? <p className="meaning">{t("ui.no_name_matches")}</p> : null;
    return (
      <>
        {people[field].length > 0 && <Meaning name={t("ui.understood_as")}>{names(people[field])}</Meaning>}
        {groups.map((group) =>
          group.units.length > 0
            ? <Meaning key={group.name} name={t("ui.group_means", group.name)}>{names(group.units)}</Meaning>
            : <p className="meaning doubt" key={group.name}><Icon name="warning" />{t("ui.group_unresolved", group.name)}</p>,
        )}
      </>
    );
  }
  if (field === "note" && task.labels.length) return <Meaning name={t("ui.labels")}><Labels labels={task.labels} /></Meaning>;
  if (field === "due") {
    if (task.due_period) return <Meaning name={t(task.due ? "ui.understood_as" : "ui.due_from_heading")}><strong>{period(task.due_period)}</strong></Meaning>;
    return task.due ? <p className="meaning doubt"><Icon name="warning" />{t("ui.not_understood")}</p> : null;
  }
  return null;
}

function amount({ least, most, percent, unit }: Quantity): string {
  const one = (value: number | null) => (value === null ? "" : `${number(value)}${percent ? "%" : ""}`);
  const range = least === most ? one(least) : least === null ? t("ui.at_most", one(most)) : most === null ? t("ui.at_least", one(least)) : t("ui.period", one(least), one(most));
  return [range, unit].filter(Boolean).join(" ");
}

function Cited({ citation }: { citation: Citation }) {
  const name = [citation.kind, [citation.number, citation.symbol].filter(Boolean).join("/")].filter(Boolean).join(" ");
  const dated = citation.date ? day(citation.date) : citation.date_written;
  return (
    <li>
      <strong>{name || citation.as_written}</strong> {dated && t("ui.dated", dated)} {citation.issuer}
      {citation.doubts.map((doubt) => (
        <p className="meaning doubt" key={doubt}><Icon name="warning" />{doubt}</p>
      ))}
    </li>
  );
}

// What was read in the title itself.
function Read({ task }: { task: Task }) {
  const { quantities, citations } = task.understood;
  if (!quantities.length && !citations.length) return null;
  return (
    <div className="read-in-title">
      {quantities.length > 0 && (
        <div>
          <h3>{t("ui.quantities")}</h3>
          <ul>{quantities.map((quantity, index) => <li key={index}><strong>{amount(quantity)}</strong> <span className="soft">“{quantity.as_written}”</span></li>)}</ul>
        </div>
      )}
      {citations.length > 0 && (
        <div>
          <h3>{t("ui.citations")}</h3>
          <ul>{citations.map((citation, index) => <Cited key={index} citation={citation} />)}</ul>
        </div>
      )}
    </div>
  );
}
