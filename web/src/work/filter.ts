import type { Named, ShortWork } from "../api/types";
import { fold } from "../fold";
import { byGivenName, byName } from "../format";

// What of all work is shown, the same in every view; it stands in the address.
export type WorkFilter = { q: string; unit: string; leader: string; programme: string };
export const noFilter = { q: null, unit: null, leader: null, programme: null };

export const filterFrom = (search: URLSearchParams): WorkFilter => ({
  q: search.get("q") ?? "",
  unit: search.get("unit") ?? "",
  leader: search.get("leader") ?? "",
  programme: search.get("programme") ?? "",
});

export const isFiltering = (filter: WorkFilter): boolean => Object.values(filter).some(Boolean);

const textOf = (row: ShortWork) => fold([row.number, row.title, row.lead, ...row.lead_units.map((unit) => unit.name), ...row.leaders.map((leader) => leader.name), row.executor_name].join(" "));
// Folding two thousand rows costs more than looking through them: each row is folded once.
const folded = new WeakMap<ShortWork, string>();
function foldedText(row: ShortWork): string {
  let text = folded.get(row);
  if (text === undefined) folded.set(row, (text = textOf(row)));
  return text;
}

export function filtered(rows: ShortWork[], filter: WorkFilter): ShortWork[] {
  if (!isFiltering(filter)) return rows;
  const words = fold(filter.q).split(" ").filter(Boolean);
  return rows.filter(
    (row) =>
      (!filter.unit || row.lead_units.some((unit) => unit.id === filter.unit)) &&
      (!filter.leader || row.leaders.some((leader) => leader.id === filter.leader)) &&
      (!filter.programme || row.programme === filter.programme) &&
      words.every((word) => foldedText(row).includes(word)),
  );
}

export type Choice = Named & { tasks: number };

function counted(lists: Named[][]): Map<string, Choice> {
  const found = new Map<string, Choice>();
  for (const list of lists)
    for (const { id, name } of list) {
      const known = found.get(id);
      if (known) ++known.tasks;
      else found.set(id, { id, name, tasks: 1 });
    }
  return found;
}

// Only what some row has, with how many have it.
export function choicesOf(rows: ShortWork[], programmes: Map<string, string>): { unit: Choice[]; leader: Choice[]; programme: Choice[] } {
  const sorted = (lists: Named[][], by: (a: string, b: string) => number) => [...counted(lists).values()].sort((a, b) => by(a.name, b.name));
  return {
    unit: sorted(rows.map((row) => row.lead_units), byName),
    leader: sorted(rows.map((row) => row.leaders), byGivenName),
    programme: sorted(rows.map((row) => [{ id: row.programme, name: programmes.get(row.programme) ?? "" }]), byName),
  };
}
