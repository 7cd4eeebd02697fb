import { useState } from "react";
import { sentenceOf } from "../api/client";
import type { Delegation } from "../api/types";
import { Failed } from "../components/Failed";
import { say } from "../components/Notices";
import { byGivenName, day, localToday } from "../format";
import { useDelegations, useEndDelegation, usePeople, useSaveDelegation } from "../hooks/people";
import { useRights } from "../hooks/rights";
import { t } from "../text/t";
import { DelegationDialog } from "./DelegationDialog";

type State = "now" | "later" | "past";
const stateOf = ({ from, to }: Delegation, today: string): State => (to < today ? "past" : from > today ? "later" : "now");
const order: State[] = ["now", "later", "past"];

// Who decides for whom while away; both names stay in the history (R17).
export function DelegationList() {
  const delegations = useDelegations();
  const people = usePeople();
  const canEdit = useRights()("edit_programmes");
  const save = useSaveDelegation();
  const end = useEndDelegation();
  const [isOpen, setIsOpen] = useState(false);
  const [refusal, setRefusal] = useState("");
  const failed = delegations.error ?? people.error;
  if (failed) return <Failed error={failed} again={() => (void delegations.refetch(), void people.refetch())} />;
  if (!delegations.data || !people.data) return null;
  const today = localToday();
  const nameOf = (id: string) => people.data.find((person) => person.id === id)?.name ?? "";
  const rows = delegations.data.map((delegation) => ({ delegation, state: stateOf(delegation, today) }))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.state === "past" ? b : a).delegation.from.localeCompare((a.state === "past" ? a : b).delegation.from));
  const now = rows.filter(({ state }) => state === "now").length;
  const stop = (delegation: Delegation, words: string) =>
    end.mutate({ delegation, on: today }, { onSuccess: () => say({ text: words }), onError: (error) => say({ text: sentenceOf(error) }) });
  return (
    <>
      <header>
        <p className="sentence">{rows.length === 0 ? t("ui.delegations.none") : now === 0 ? t("ui.delegations.none_now") : t("ui.delegations.count", now)}</p>
        {canEdit && people.data.length > 1 && <button className="button" onClick={() => (setRefusal(""), setIsOpen(true))}>{t("ui.delegations.add")}</button>}
      </header>
      {people.data.length < 2 && <p className="more">{t("ui.delegations.people_first")}</p>}
      <ul>
        {rows.map(({ delegation, state }) => (
          <li key={delegation.id} className={state}>
            <div className="name">
              <p><strong>{nameOf(delegation.delegate)}</strong> {t("ui.delegations.for")} <strong>{nameOf(delegation.absent)}</strong></p>
              <p>{t("ui.people.from_to", day(delegation.from), day(delegation.to))}{delegation.document && ` · ${delegation.document}`}</p>
              <p className="more">{t("ui.delegations.entered", delegation.entered_by)}</p>
            </div>
            <p className="tasks"><span className={`chip ${state === "now" ? "good" : ""}`}>{t(`ui.delegations.state.${state}`)}</span></p>
            {canEdit && state !== "past" && (
              <p className="ways">
                <button className="button small quiet" onClick={() => stop(delegation, t(state === "now" ? "ui.delegations.ended" : "ui.delegations.removed"))}>
                  {t(state === "now" ? "ui.delegations.end" : "ui.delegations.remove")}<span className="hidden-words"> {nameOf(delegation.delegate)}</span>
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {isOpen && (
        <DelegationDialog
          people={[...people.data].sort((a, b) => byGivenName(a.name, b.name))}
          today={today}
          refusal={refusal}
          onClose={() => setIsOpen(false)}
          onSave={(form) => save.mutate(form, { onSuccess: () => (setIsOpen(false), say({ text: t("ui.delegations.saved") })), onError: (error) => setRefusal(sentenceOf(error)) })}
        />
      )}
    </>
  );
}
