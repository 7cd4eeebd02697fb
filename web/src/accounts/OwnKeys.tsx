import { useState, type FormEvent } from "react";
import { sentenceOf } from "../api/client";
import type { NewAccessKey, Right } from "../api/types";
import { say } from "../components/Notices";
import { moment } from "../format";
import { useAccessKeys, useOwnChanges } from "../hooks/own_account";
import { t, type Sentence } from "../text/t";
import { Refusal } from "./Door";
import { Handed } from "./Handed";

const usualDays = 90;

// Keys with which another program works in one's name: what for, what it may do, how long.
export function OwnKeys() {
  const keys = useAccessKeys();
  const { revokeKey } = useOwnChanges();
  const [made, setMade] = useState<NewAccessKey | null>(null);
  if (!keys.data) return null;
  return (
    <>
      <p className="soft">{t("ui.own.keys_more")}</p>
      {made && <Handed title={t("ui.own.key_made", made.name)} more={t("ui.own.key_once")} text={made.secret} onRead={() => setMade(null)} />}
      <ul className="lines">
        {keys.data.items.map((key) => (
          <li key={key.id}>
            <div>
              <p><strong>{key.name}</strong> {!key.is_good && <span className="chip">{t("ui.own.key_ended")}</span>}</p>
              <p className="soft">{key.rights.map((right) => t(`ui.right.${right}` as Sentence)).join(" · ")}</p>
              <p className="soft">{t("ui.own.key_until", moment(key.expires_at ?? key.created_at ?? ""), key.last_used_at ? moment(key.last_used_at) : t("ui.own.never"))}</p>
            </div>
            {key.is_good && <button className="button small" onClick={() => revokeKey.mutate(key.id, { onError: (error) => say({ text: sentenceOf(error) }) })}>{t("ui.own.key_revoke")}<span className="hidden-words"> {key.name}</span></button>}
          </li>
        ))}
      </ul>
      <KeyForm rights={keys.data.rights} onMade={setMade} />
    </>
  );
}

function KeyForm({ rights, onMade }: { rights: Right[]; onMade: (made: NewAccessKey) => void }) {
  const { addKey } = useOwnChanges();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<Right[]>([]);
  const [days, setDays] = useState(usualDays);
  const toggle = (right: Right) => setChosen(chosen.includes(right) ? chosen.filter((one) => one !== right) : [...chosen, right]);
  const add = (event: FormEvent) => {
    event.preventDefault();
    addKey.mutate({ name: name.trim(), rights: chosen, days }, { onSuccess: (made) => (setName(""), setChosen([]), onMade(made)) });
  };
  return (
    <form className="key-form" onSubmit={add}>
      <Refusal>{addKey.error ? sentenceOf(addKey.error) : null}</Refusal>
      <div className="field">
        <label htmlFor="key-name">{t("ui.own.key_name")}</label>
        <input id="key-name" className="input" maxLength={100} required value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <div className="field days">
        <label htmlFor="key-days">{t("ui.own.key_days")}</label>
        <input id="key-days" className="input" type="number" min={1} max={366} required value={days} onChange={(event) => setDays(Number(event.target.value))} />
      </div>
      <fieldset>
        <legend>{t("ui.own.key_rights")}</legend>
        {rights.map((right) => (
          <label key={right}><input type="checkbox" checked={chosen.includes(right)} onChange={() => toggle(right)} /> {t(`ui.right.${right}` as Sentence)}</label>
        ))}
      </fieldset>
      <p><button className="button" disabled={!name.trim() || chosen.length === 0 || addKey.isPending}>{t("ui.own.key_add")}</button></p>
    </form>
  );
}
