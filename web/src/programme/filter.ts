import type { Named, TaskRow } from "../api/types";
import { fold } from "../fold";
import { byGivenName, byName } from "../format";

export type Filter = { quarter: string; month: string; unit: string; role: string; leader: string; label: string; q: string };

const names = ["quarter", "month", "unit", "role", "leader", "label", "q"] as const;

export const filterOf = (search: URLSearchParams): Filter => Object.fromEntries(names.map((name) => [name, search.get(name) ?? ""])) as Filter;
export const noFilter: Record<string, null> = Object.fromEntries(names.map((name) => [name, null]));
export const isFiltering = (filter: Filter): boolean => names.some((name) => name !== "role" && filter[name] !== "");

const haystacks = new WeakMap<TaskRow, string>();

// Folded once per task; the words of every cell and of what was understood.
function haystack(task: TaskRow): string {
  const kept = haystacks.get(task);
  if (kept !== undefined) return kept;
  const named = [...task.lead_units, ...task.coordinating_units, ...task.directing_leaders].map((one) => one.name);
  const text = fold(
    [task.number, task.title, task.lead, task.coordinating, task.deliverable, task.directing_leader, task.note, task.due, ...Object.values(task.extra), ...named, ...task.labels].join(" \n "),
  );
  haystacks.set(task, text);
  return text;
}

// Folds all tasks in small portions while nothing else is to do, so that not even the first letter typed has to wait.
export function foldAhead(tasks: TaskRow[]): () => void {
  let next = 0;
  let timer = 0;
  const portion = () => {
    const until = performance.now() + 8;
    while (next < tasks.length && performance.now() < until) haystack(tasks[next++] as TaskRow);
    if (next < tasks.length) timer = window.setTimeout(portion, 4);
  };
  timer = window.setTimeout(portion, 50);
  return () => window.clearTimeout(timer);
}

export const searchWords = (q: string): string[] => fold(q).split(" ").filter(Boolean);

const has = (list: Named[], id: string) => list.some((one) => one.id === id);

export function apply(filter: Filter, tasks: TaskRow[]): TaskRow[] {
  const words = searchWords(filter.q);
  return tasks.filter(
    (task) =>
      (!filter.quarter || String(task.quarter) === filter.quarter) &&
      (!filter.month || String(task.month) === filter.month) &&
      (!filter.unit || has(task.lead_units, filter.unit) || (filter.role !== "lead" && has(task.coordinating_units, filter.unit))) &&
      (!filter.leader || has(task.directing_leaders, filter.leader)) &&
      (!filter.label || task.labels.includes(filter.label)) &&
      words.every((word) => haystack(task).includes(word)),
  );
}

export type FilterChoice = { value: string; name: string; tasks: number };
export type FilterChoices = Record<"quarter" | "month" | "unit" | "leader" | "label", FilterChoice[]>;

function count(tasks: TaskRow[], valuesOf: (task: TaskRow) => [string, string][]): FilterChoice[] {
  const found = new Map<string, FilterChoice>();
  for (const task of tasks)
    for (const [value, name] of new Map(valuesOf(task))) {
      const choice = found.get(value) ?? { value, name, tasks: 0 };
      choice.tasks += 1;
      found.set(value, choice);
    }
  return [...found.values()];
}

const pairs = (list: Named[]): [string, string][] => list.map((one) => [one.id, one.name]);
const once = (value: number | null): [string, string][] => (value === null ? [] : [[String(value), String(value)]]);

// What there is to choose from, with how many tasks stand behind each choice.
export function choicesOf(tasks: TaskRow[]): FilterChoices {
  const rising = (a: FilterChoice, b: FilterChoice) => Number(a.value) - Number(b.value);
  const named = (a: FilterChoice, b: FilterChoice) => byName(a.name, b.name);
  return {
    quarter: count(tasks, (task) => once(task.quarter)).sort(rising),
    month: count(tasks, (task) => once(task.month)).sort(rising),
    unit: count(tasks, (task) => pairs([...task.lead_units, ...task.coordinating_units])).sort(named),
    leader: count(tasks, (task) => pairs(task.directing_leaders)).sort((a, b) => byGivenName(a.name, b.name)),
    label: count(tasks, (task) => task.labels.map((label) => [label, label])).sort(named),
  };
}
