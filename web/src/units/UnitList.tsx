import { useState } from "react";
import { sentenceOf } from "../api/client";
import type { Unit } from "../api/types";
import { Failed } from "../components/Failed";
import { say } from "../components/Notices";
import { MergeDialog } from "../components/units/MergeDialog";
import { UnitDialog } from "../components/units/UnitDialog";
import { day, localToday, number } from "../format";
import { useRights } from "../hooks/rights";
import { useUnitChanges, useUnits } from "../hooks/units";
import { t, type Sentence } from "../text/t";
import { goneInto, treeOf } from "./tree";

type Opened = { way: "edit" | "merge"; unit: Unit | null } | null;

function Facts({ unit, gone }: { unit: Unit; gone: Unit[] }) {
  return (
    <>
      {unit.aliases.length > 0 && <p className="more">{t("ui.units.also", unit.aliases.join(" · "))}</p>}
      {gone.map((each) => (
        <p className="more" key={each.id}>{t("ui.units.took", each.name, each.valid_to ? day(each.valid_to) : "")}</p>
      ))}
    </>
  );
}

export function UnitList() {
  const units = useUnits();
  const canEdit = useRights()("edit_programmes");
  const { save, merge } = useUnitChanges();
  const [opened, setOpened] = useState<Opened>(null);
  const [refusal, setRefusal] = useState("");
  if (units.error) return <Failed error={units.error} again={() => void units.refetch()} />;
  if (!units.data) return null;
  const open = (next: Opened) => (setRefusal(""), setOpened(next));
  const done = (text: string) => (setOpened(null), say({ text }));
  const onError = (error: unknown) => setRefusal(sentenceOf(error));
  const tree = treeOf(units.data);
  return (
    <>
      <header>
        <p className="sentence">{tree.length > 0 ? t("ui.units.count", number(tree.length)) : t("ui.units.none")}</p>
        {canEdit && <button className="button" onClick={() => open({ way: "edit", unit: null })}>{t("ui.units.add")}</button>}
      </header>
      <ul>
        {tree.map(({ unit, depth }) => (
          <li key={unit.id} style={{ paddingInlineStart: `${depth * 1.75}rem` }}>
            <div className="name">
              <p>
                <strong>{unit.name}</strong> {unit.abbreviation && <span className="chip">{unit.abbreviation}</span>}{" "}
                <span className="more">{unit.kind === "other" ? "" : t(`ui.units.kind.${unit.kind}` as Sentence)}</span>
              </p>
              <Facts unit={unit} gone={goneInto(units.data, unit.id)} />
            </div>
            <p className="tasks">{unit.tasks > 0 && t("ui.units.leads", number(unit.tasks))}</p>
            {canEdit && (
              <p className="ways">
                <button className="button small" onClick={() => open({ way: "edit", unit })}>{t("ui.units.change")}<span className="hidden-words"> {unit.name}</span></button>
                <button className="button small quiet" onClick={() => open({ way: "merge", unit })}>{t("ui.units.merge")}<span className="hidden-words"> {unit.name}</span></button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {opened?.way === "edit" && (
        <UnitDialog
          unit={opened.unit}
          units={units.data}
          refusal={refusal}
          onClose={() => open(null)}
          onSave={(form) => save.mutate({ unit: opened.unit, form }, { onSuccess: () => done(t("ui.units.saved")), onError })}
        />
      )}
      {opened?.way === "merge" && opened.unit && (
        <MergeDialog
          unit={opened.unit}
          units={units.data}
          today={localToday()}
          refusal={refusal}
          onClose={() => open(null)}
          onMerge={(into, on) => opened.unit && merge.mutate({ from: opened.unit, into, on }, { onSuccess: ({ tasks }) => done(t("ui.units.merged", number(tasks))), onError })}
        />
      )}
    </>
  );
}
