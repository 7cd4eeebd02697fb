import { useState } from "react";
import { sentenceOf } from "../api/client";
import type { GroupForm, RegisterProposal, Unit } from "../api/types";
import { Failed } from "../components/Failed";
import { say } from "../components/Notices";
import { number } from "../format";
import { useJoin, useJoinSure, usePeople, useRegisterProposals, useSaveGroup, useSetAside } from "../hooks/people";
import { useUnits } from "../hooks/units";
import { t, type Sentence } from "../text/t";
import { GroupDialog } from "./GroupDialog";
import { isSure } from "./proposals";
import { namesOf } from "./tree";

type Doing = { disabled: boolean; onAccept: () => void; onAside: () => void };

function Pair({ proposal, disabled, onAccept, onAside }: { proposal: RegisterProposal } & Doing) {
  const { suspect, other, likeness } = proposal;
  if (!suspect || !other) return null;
  return (
    <li>
      <div className="name">
        <p>{t(`ui.proposals.${proposal.kind}` as Sentence)}: <strong>{suspect.name}</strong> = <strong>{other.name}</strong></p>
        <p className="more">{t("ui.proposals.pair_more", t(`ui.proposals.likeness.${likeness}` as Sentence), number(suspect.tasks), number(other.tasks))}</p>
      </div>
      <p className="ways">
        <button className="button small" disabled={disabled} onClick={onAccept}>{t("ui.proposals.join")}<span className="hidden-words"> {suspect.name} = {other.name}</span></button>
        <button className="button small quiet" disabled={disabled} onClick={onAside}>{t("ui.proposals.differ")}<span className="hidden-words"> {suspect.name}, {other.name}</span></button>
      </p>
    </li>
  );
}

function OpenGroup({ proposal, units, disabled, onAccept, onChoose, onAside }: { proposal: RegisterProposal; units: Unit[]; onChoose: () => void } & Doing) {
  const members = namesOf(units, proposal.members ?? []);
  return (
    <li>
      <div className="name">
        <p>{t("ui.proposals.open_group")}: <strong>{proposal.name}</strong></p>
        <p className="more">
          {t("ui.proposals.group_tasks", number(proposal.tasks ?? 0))} {(proposal.led ?? 0) > 0 && t("ui.proposals.group_led", number(proposal.led ?? 0))}{" "}
          {members.length > 0 ? t("ui.proposals.group_means", members.join(" · ")) : t("ui.proposals.group_unknown")}
        </p>
      </div>
      <p className="ways">
        <button className="button small" disabled={disabled} onClick={onAccept}>
          {members.length > 0 ? t("ui.proposals.group_accept", number(members.length)) : t("ui.proposals.group_keep_open")}<span className="hidden-words"> {proposal.name}</span>
        </button>
        <button className="button small" disabled={disabled} onClick={onChoose}>{t("ui.proposals.group_choose")}<span className="hidden-words"> {proposal.name}</span></button>
        <button className="button small quiet" disabled={disabled} onClick={onAside}>{t("ui.proposals.group_aside")}<span className="hidden-words"> {proposal.name}</span></button>
      </p>
    </li>
  );
}

// What imported annexes propose for the register: spellings to join, groups to enter; one click each.
export function ProposalList() {
  const proposals = useRegisterProposals(true);
  const units = useUnits();
  const people = usePeople();
  const join = useJoin();
  const joinSure = useJoinSure();
  const setAside = useSetAside();
  const saveGroup = useSaveGroup();
  const [chosen, setChosen] = useState<GroupForm | null>(null);
  const [refusal, setRefusal] = useState("");
  const failed = proposals.error ?? units.error ?? people.error;
  if (failed) return <Failed error={failed} again={() => (void proposals.refetch(), void units.refetch(), void people.refetch())} />;
  if (!proposals.data || !units.data || !people.data) return null;

  const disabled = join.isPending || joinSure.isPending || setAside.isPending || saveGroup.isPending || proposals.isFetching;
  const onError = (error: unknown) => say({ text: sentenceOf(error) });
  const sure = proposals.data.filter(isSure).length;
  const groupOf = ({ name, members }: RegisterProposal): GroupForm => ({ name: name ?? "", aliases: [], members: members ?? [] });
  const aside = (key: string) =>
    setAside.mutate({ key, is_set_aside: true }, {
      onSuccess: () => say({ text: t("ui.proposals.set_aside"), action: { name: t("ui.units.undo"), run: () => setAside.mutate({ key, is_set_aside: false }, { onError }) } }),
      onError,
    });
  const accept = (proposal: RegisterProposal) =>
    proposal.kind === "open_group"
      ? saveGroup.mutate({ group: null, form: groupOf(proposal) }, { onSuccess: () => say({ text: t("ui.groups.saved") }), onError })
      : join.mutate(proposal, { onSuccess: ({ tasks }) => say({ text: t("ui.proposals.joined", proposal.suspect?.name ?? "", proposal.other?.name ?? "", number(tasks)) }), onError });
  const acceptSure = () => joinSure.mutate(undefined, { onSuccess: (count) => say({ text: t("ui.proposals.joined_sure", number(count)) }), onError });

  const living = units.data.filter((unit) => unit.successor === null).length;
  return (
    <>
      <header>
        <p className="sentence">
          {living + people.data.length === 0 ? t("ui.proposals.nothing_read")
            : t(proposals.data.length > 0 ? "ui.proposals.count" : "ui.proposals.none", number(living), number(people.data.length), number(proposals.data.length))}
        </p>
        {sure > 0 && <button className="button primary" disabled={disabled} onClick={acceptSure}>{t("ui.proposals.accept_sure", number(sure))}</button>}
      </header>
      {sure > 0 && <p className="more">{t("ui.proposals.sure_more")}</p>}
      <ul className="proposed">
        {proposals.data.map((proposal) => {
          const doing = { disabled, onAccept: () => accept(proposal), onAside: () => aside(proposal.key) };
          return proposal.kind === "open_group"
            ? <OpenGroup key={proposal.key} proposal={proposal} units={units.data} {...doing} onChoose={() => (setRefusal(""), setChosen(groupOf(proposal)))} />
            : <Pair key={proposal.key} proposal={proposal} {...doing} />;
        })}
      </ul>
      {chosen && (
        <GroupDialog
          title={chosen.name}
          form={chosen}
          units={units.data}
          refusal={refusal}
          onClose={() => setChosen(null)}
          onSave={(form) =>
            saveGroup.mutate({ group: null, form }, { onSuccess: () => (setChosen(null), say({ text: t("ui.groups.saved") })), onError: (error) => setRefusal(sentenceOf(error)) })}
        />
      )}
    </>
  );
}
