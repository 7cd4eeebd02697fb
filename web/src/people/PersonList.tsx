import { useState } from "react";
import { sentenceOf } from "../api/client";
import type { Person, Unit } from "../api/types";
import { Failed } from "../components/Failed";
import { say } from "../components/Notices";
import { byGivenName, localToday, number } from "../format";
import { useJoinPeople, usePeople, useSavePerson } from "../hooks/people";
import { useRights } from "../hooks/rights";
import { useUnits } from "../hooks/units";
import { t } from "../text/t";
import { namesOf } from "../units/tree";
import { daysSaid, isOn } from "./days";
import { JoinDialog } from "./JoinDialog";
import { PersonDialog } from "./PersonDialog";

type Opened = { way: "edit"; person: Person | null } | { way: "join"; person: Person } | null;

function Service({ person, units, today }: { person: Person; units: Unit[]; today: string }) {
  const said = (words: string, dated: { from: string | null; to: string | null }) => (
    <span className={isOn(dated, today) ? undefined : "past"}>{words} <span className="more">{daysSaid(dated)}</span></span>
  );
  return (
    <>
      {person.posts.map((post, index) => <p key={index}>{said([post.position, ...namesOf(units, post.unit ? [post.unit] : [])].join(", "), post)}</p>)}
      {person.responsibilities.length > 0 && (
        <div className="fields">
          <p className="more">{t("ui.people.fields")}:</p>
          {person.responsibilities.map((field, index) => <p key={index}>{said([field.words, ...namesOf(units, field.units)].filter(Boolean).join(" · "), field)}</p>)}
        </div>
      )}
    </>
  );
}

export function PersonList() {
  const people = usePeople();
  const units = useUnits();
  const canEdit = useRights()("edit_programmes");
  const save = useSavePerson();
  const join = useJoinPeople();
  const [opened, setOpened] = useState<Opened>(null);
  const [refusal, setRefusal] = useState("");
  const failed = people.error ?? units.error;
  if (failed) return <Failed error={failed} again={() => (void people.refetch(), void units.refetch())} />;
  if (!people.data || !units.data) return null;
  const open = (next: Opened) => (setRefusal(""), setOpened(next));
  const onError = (error: unknown) => setRefusal(sentenceOf(error));
  const done = (text: string) => (setOpened(null), say({ text }));
  const sorted = [...people.data].sort((a, b) => byGivenName(a.name, b.name));
  return (
    <>
      <header>
        <p className="sentence">{sorted.length === 0 ? t("ui.people.none") : t("ui.people.count", number(sorted.length))}</p>
        {canEdit && <button className="button" onClick={() => open({ way: "edit", person: null })}>{t("ui.people.add")}</button>}
      </header>
      <ul>
        {sorted.map((person) => (
          <li key={person.id}>
            <div className="name">
              <p><strong>{person.name}</strong></p>
              <Service person={person} units={units.data} today={localToday()} />
              {person.aliases.length > 0 && <p className="more">{t("ui.units.also", person.aliases.join(" · "))}</p>}
            </div>
            <p className="tasks">{person.tasks > 0 && t("ui.people.directs", number(person.tasks))}</p>
            {canEdit && (
              <p className="ways">
                <button className="button small" onClick={() => open({ way: "edit", person })}>{t("ui.units.change")}<span className="hidden-words"> {person.name}</span></button>
                <button className="button small quiet" onClick={() => open({ way: "join", person })}>{t("ui.people.join")}<span className="hidden-words"> {person.name}</span></button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {opened?.way === "edit" && (
        <PersonDialog
          person={opened.person}
          units={units.data}
          refusal={refusal}
          onClose={() => open(null)}
          onSave={(form) => save.mutate({ person: opened.person, form }, { onSuccess: () => done(t("ui.people.saved")), onError })}
        />
      )}
      {opened?.way === "join" && (
        <JoinDialog
          person={opened.person}
          people={sorted}
          refusal={refusal}
          onClose={() => open(null)}
          onJoin={(into) => join.mutate({ person: opened.person, into }, { onSuccess: ({ tasks }) => done(t("ui.people.joined", number(tasks))), onError })}
        />
      )}
    </>
  );
}
