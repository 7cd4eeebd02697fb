import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, get, post, send } from "../api/client";
import type { Delegation, DelegationForm, Group, GroupForm, List, Person, PersonForm, RegisterProposal } from "../api/types";
import { localToday } from "../format";
import { isSure } from "../units/proposals";

const useList = <Item>(name: string, path: string, enabled = true) =>
  useQuery({ queryKey: [name], queryFn: async () => (await get<List<Item>>(path)).items, enabled });

export const usePeople = () => useList<Person>("people", "/people");
export const useGroups = () => useList<Group>("groups", "/groups");
export const useDelegations = () => useList<Delegation>("delegations", "/delegations");
export const useRegisterProposals = (enabled: boolean) => useList<RegisterProposal>("register_proposals", "/register/proposals", enabled);

// Every change of the register may change every list: all are asked for again.
function useChange<Asked, Got>(change: (asked: Asked) => Promise<Got>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => void queries.invalidateQueries() });
}

export const useSavePerson = () =>
  useChange<{ person: Person | null; form: PersonForm }, unknown>(({ person, form }) =>
    person ? send("PUT", address(`/people/${person.id}`), form, { version: person.version }) : post("/people", form));

export const useSaveGroup = () =>
  useChange<{ group: Group | null; form: GroupForm }, unknown>(({ group, form }) =>
    group ? send("PUT", address(`/groups/${group.id}`), form, { version: group.version }) : post("/groups", form));

export const useRemoveGroup = () => useChange((group: Group) => send("DELETE", address(`/groups/${group.id}`), undefined, { version: group.version }));

export const useSaveDelegation = () => useChange((form: DelegationForm) => post("/delegations", form));

export const useEndDelegation = () =>
  useChange(({ delegation, on }: { delegation: Delegation; on: string }) => post(`/delegations/${delegation.id}/end`, { on }, { version: delegation.version }));

// The suspect goes into the other one, from today on.
function join({ kind, suspect, other, version }: RegisterProposal) {
  if (!suspect || !other) throw new Error("two spellings are joined");
  const [way, form] = kind === "same_unit" ? ["units", { into: other.id, on: localToday() }] : ["people", { into: other.id }];
  return post<{ into: string; tasks: number }>(`/${way}/${suspect.id}/merger`, form, { version: version ?? 0 });
}
export const useJoin = () => useChange(join);

// Each joining may change what is proposed next, so it is asked again before each; ends when nothing sure is left.
async function joinAllSure(): Promise<number> {
  for (let joined = 0; ; ++joined) {
    const next = (await get<List<RegisterProposal>>("/register/proposals")).items.find(isSure);
    if (!next) return joined;
    await join(next);
  }
}
export const useJoinSure = () => useChange<void, number>(joinAllSure);

export const useJoinPeople = () =>
  useChange(({ person, into }: { person: Person; into: string }) => post<{ into: string; tasks: number }>(`/people/${person.id}/merger`, { into }, { version: person.version }));

export const useSetAside = () => useChange((asked: { key: string; is_set_aside: boolean }) => post("/register/set_aside", asked));
