import type { Unit } from "../api/types";

export type Branch = { unit: Unit; depth: number };

// Units in force under those above them; a unit whose parent is gone stands at the top.
export function treeOf(units: Unit[]): Branch[] {
  const living = units.filter((unit) => unit.successor === null);
  const ids = new Set(living.map((unit) => unit.id));
  const branches: Branch[] = [];
  const put = (parent: string | null, depth: number) => {
    for (const unit of living) {
      const above = unit.parent !== null && ids.has(unit.parent) ? unit.parent : null;
      if (above !== parent) continue;
      branches.push({ unit, depth });
      put(unit.id, depth + 1);
    }
  };
  put(null, 0);
  return branches;
}

export const goneInto = (units: Unit[], into: string): Unit[] => units.filter((unit) => unit.successor === into);

export const namesOf = (units: Unit[], ids: string[]): string[] => ids.map((id) => units.find((unit) => unit.id === id)?.name ?? "").filter(Boolean);
