import { useState } from "react";
import { sentenceOf } from "../api/client";
import type { Group, GroupForm } from "../api/types";
import { Failed } from "../components/Failed";
import { say } from "../components/Notices";
import { number } from "../format";
import { useGroups, useRemoveGroup, useSaveGroup } from "../hooks/people";
import { useRights } from "../hooks/rights";
import { useUnits } from "../hooks/units";
import { t } from "../text/t";
import { GroupDialog } from "./GroupDialog";
import { namesOf } from "./tree";

const empty: GroupForm = { name: "", aliases: [], members: [] };
const formOf = ({ name, aliases, members }: Group): GroupForm => ({ name, aliases, members });

// Groups that annexes speak of ("Các sở, ban, ngành"): with their units, or plainly unresolved.
export function GroupList() {
  const groups = useGroups();
  const units = useUnits();
  const canEdit = useRights()("edit_programmes");
  const save = useSaveGroup();
  const remove = useRemoveGroup();
  const [opened, setOpened] = useState<{ group: Group | null } | null>(null);
  const [refusal, setRefusal] = useState("");
  const failed = groups.error ?? units.error;
  if (failed) return <Failed error={failed} again={() => (void groups.refetch(), void units.refetch())} />;
  if (!groups.data || !units.data) return null;
  const unresolved = groups.data.filter((group) => group.members.length === 0).length;
  const open = (next: typeof opened) => (setRefusal(""), setOpened(next));
  const onError = (error: unknown) => say({ text: sentenceOf(error) });
  const takeAway = (group: Group) =>
    remove.mutate(group, {
      onSuccess: () => say({ text: t("ui.groups.removed", group.name), action: { name: t("ui.units.undo"), run: () => save.mutate({ group: null, form: formOf(group) }, { onError }) } }),
      onError,
    });
  return (
    <>
      <header>
        <p className="sentence">{groups.data.length === 0 ? t("ui.groups.none") : t(unresolved > 0 ? "ui.groups.count" : "ui.groups.count_clear", number(groups.data.length), number(unresolved))}</p>
        {canEdit && <button className="button" onClick={() => open({ group: null })}>{t("ui.groups.add")}</button>}
      </header>
      <ul>
        {groups.data.map((group) => (
          <li key={group.id}>
            <div className="name">
              <p><strong>{group.name}</strong> {group.members.length === 0 && <span className="chip doubt">{t("ui.groups.unresolved")}</span>}</p>
              {group.members.length > 0 && <p>{t("ui.groups.means", number(group.members.length), namesOf(units.data, group.members).join(" · "))}</p>}
              {group.aliases.length > 0 && <p className="more">{t("ui.units.also", group.aliases.join(" · "))}</p>}
            </div>
            <p className="tasks">{group.tasks > 0 && t("ui.groups.tasks", number(group.tasks))}</p>
            {canEdit && (
              <p className="ways">
                <button className="button small" onClick={() => open({ group })}>{t("ui.units.change")}<span className="hidden-words"> {group.name}</span></button>
                <button className="button small quiet" onClick={() => takeAway(group)}>{t("ui.groups.remove")}<span className="hidden-words"> {group.name}</span></button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {opened && (
        <GroupDialog
          title={opened.group ? t("ui.units.edit", opened.group.name) : t("ui.groups.add")}
          form={opened.group ? formOf(opened.group) : empty}
          units={units.data}
          refusal={refusal}
          onClose={() => open(null)}
          onSave={(form) =>
            save.mutate({ group: opened.group, form }, { onSuccess: () => (open(null), say({ text: t("ui.groups.saved") })), onError: (error) => setRefusal(sentenceOf(error)) })}
        />
      )}
    </>
  );
}
