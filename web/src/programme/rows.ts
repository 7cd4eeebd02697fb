import type { Programme, TaskRow } from "../api/types";
import { monthName, quarterName } from "../format";

export type SectionRow = { kind: "section"; key: string; id: string; name: string; tasks: number };
export type MonthRow = { kind: "month"; key: string; name: string; tasks: number };
export type TaskLine = { kind: "task"; key: string; task: TaskRow };
export type Row = SectionRow | MonthRow | TaskLine;

// The annex as it is laid out: headings with how many of the shown tasks they hold, then the tasks in their order.
export function rowsOf(programme: Programme, tasks: TaskRow[]): Row[] {
  const sections = new Map(programme.sections.map((section) => [section.id, section]));
  const rows: Row[] = [];
  let section: SectionRow | null = null;
  let month: MonthRow | null = null;
  let before: TaskRow | null = null;
  for (const task of [...tasks].sort((a, b) => a.position - b.position)) {
    if (!before || before.section !== task.section || (!sections.has(task.section) && before.quarter !== task.quarter)) {
      const known = sections.get(task.section);
      const name = known?.heading || (task.quarter ? quarterName(task.quarter) : "");
      section = { kind: "section", key: `section ${task.id}`, id: task.section, name, tasks: 0 };
      if (name) rows.push(section);
      month = null;
    }
    if (task.month !== null && (!month || before?.month !== task.month)) {
      month = { kind: "month", key: `month ${task.id}`, name: monthName(task.month), tasks: 0 };
      rows.push(month);
    } else if (task.month === null) month = null;
    if (section) section.tasks += 1;
    if (month) month.tasks += 1;
    rows.push({ kind: "task", key: task.id, task });
    before = task;
  }
  return rows;
}
