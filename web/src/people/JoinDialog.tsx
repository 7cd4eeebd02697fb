import { useState, type FormEvent } from "react";
import type { Person } from "../api/types";
import { Dialog } from "../components/Dialog";
import { t } from "../text/t";

type Props = { person: Person; people: Person[]; refusal: string; onJoin: (into: string) => void; onClose: () => void };

// One person spelled in two ways: says what follows before it is done.
export function JoinDialog({ person, people, refusal, onJoin, onClose }: Props) {
  const [into, setInto] = useState("");
  const title = t("ui.people.join_title", person.name);
  const join = (event: FormEvent) => {
    event.preventDefault();
    onJoin(into);
  };
  return (
    <Dialog label={title} className="unit-dialog" onClose={onClose}>
      <form onSubmit={join}>
        <h2>{title}</h2>
        <p className="wide">{t("ui.people.join_more")}</p>
        <div className="field wide">
          <label htmlFor="join-into">{t("ui.people.join_into")}</label>
          <select id="join-into" className="input" required value={into} onChange={(event) => setInto(event.target.value)}>
            <option value="">{t("ui.people.choose")}</option>
            {people.filter((other) => other.id !== person.id).map((other) => <option key={other.id} value={other.id}>{other.name}</option>)}
          </select>
        </div>
        {refusal && <p className="message bad wide" role="alert">{refusal}</p>}
        <footer className="wide">
          <button type="button" className="button" onClick={onClose}>{t("ui.close")}</button>
          <button className="button primary">{t("ui.people.join")}</button>
        </footer>
      </form>
    </Dialog>
  );
}
