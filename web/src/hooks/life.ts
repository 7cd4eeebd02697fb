import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, get, post, send } from "../api/client";
import type { Amendment, ChangeWish, Completeness, Decision, Item, List, NextMade, NextPlan, Programme, StageStep, Version, VersionComparison, VersionRows } from "../api/types";

export const useVersions = (programme: string) =>
  useQuery({ queryKey: ["versions", programme], queryFn: async () => (await get<List<Version>>(`/programmes/${programme}/versions`)).items });
export const useVersion = (id: string) => useQuery({ queryKey: ["version", id], queryFn: () => get<VersionRows>(`/versions/${id}`), staleTime: Infinity });
export const useVersionComparison = (programme: string, before: string, after: string) =>
  useQuery({ queryKey: ["comparison", programme, before, after], queryFn: () => get<VersionComparison>(`/programmes/${programme}/comparison`, { before, after }) });
export const useCompleteness = (programme: string) =>
  useQuery({ queryKey: ["completeness", programme], queryFn: () => get<Completeness>(`/programmes/${programme}/completeness`) });
export const useAmendments = (programme: string) =>
  useQuery({ queryKey: ["amendments", programme], queryFn: async () => (await get<List<Amendment>>(`/programmes/${programme}/amendments`)).items });
export const useNextPlan = (programme: string) => useQuery({ queryKey: ["next", programme], queryFn: () => get<NextPlan>(`/programmes/${programme}/next`) });

export type NextWish = { title: string; year: number; reason: string; left: string[] };

// Whatever moves a programme on shows in many places: all of them are asked anew.
export function useLifeMoves(programme: Programme) {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries();
  const at = `/programmes/${programme.id}`;
  return {
    move: useMutation({
      mutationFn: (step: StageStep) => {
        const way = step.move === "approve" || step.move === "send_back" ? "approval" : "moves";
        return post<Programme>(`${at}/${way}`, step, { version: programme.version });
      },
      onSettled,
    }),
    askItems: useMutation({ mutationFn: (items: Item[]) => send("PUT", address("/items_asked"), { items }), onSettled }),
    next: useMutation({ mutationFn: (wish: NextWish) => post<NextMade>(`${at}/next`, wish), onSettled }),
    ask: useMutation({ mutationFn: (wish: ChangeWish) => post<Amendment>(`${at}/amendments`, wish), onSettled }),
    drop: useMutation({ mutationFn: ({ amendment, change }: { amendment: string; change: string }) => send("DELETE", address(`/amendments/${amendment}/changes/${change}`), undefined), onSettled }),
    answer: useMutation({
      mutationFn: ({ amendment, change, ...form }: { amendment: string; change: string; answer: "consented" | "refused"; words: string }) => post(`/amendments/${amendment}/changes/${change}/answer`, form),
      onSettled,
    }),
    issue: useMutation({
      mutationFn: ({ amendment, decision, words }: { amendment: Amendment; decision: Decision; words: string }) => post<Version>(`/amendments/${amendment.id}/issue`, { decision, words }, { version: amendment.version }),
      onSettled,
    }),
    giveUp: useMutation({ mutationFn: (amendment: Amendment) => post(`/amendments/${amendment.id}/withdrawal`, undefined, { version: amendment.version }), onSettled }),
  };
}

export type LifeMoves = ReturnType<typeof useLifeMoves>;
