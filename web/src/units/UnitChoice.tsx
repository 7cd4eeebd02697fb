import { useId } from "react";
import type { Unit } from "../api/types";
import { byName } from "../format";

type Props = { label: string; units: Unit[]; chosen: string[]; onChange: (chosen: string[]) => void };

// Units in force to tick, and those chosen that are gone.
export function UnitChoice({ label, units, chosen, onChange }: Props) {
  const id = useId();
  const shown = units.filter((unit) => unit.successor === null || chosen.includes(unit.id)).sort((a, b) => byName(a.name, b.name));
  const tick = (unit: string, isOn: boolean) => onChange(isOn ? [...chosen, unit] : chosen.filter((each) => each !== unit));
  return (
    <div className="field wide" role="group" aria-labelledby={id}>
      <span className="label" id={id}>{label}</span>
      <div className="unit-choice">
        {shown.map((unit) => (
          <label key={unit.id}>
            <input type="checkbox" checked={chosen.includes(unit.id)} onChange={(event) => tick(unit.id, event.target.checked)} /> {unit.name}
          </label>
        ))}
      </div>
    </div>
  );
}
