import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, get, getWithTag, post, send } from "../api/client";
import type { EvidenceForm, Extension, ExtensionAnswer, Executor, ExtensionForm, List, ShortWorkList, UnderstoodDocument, WaitingLists, Work, Workload, WorkMoveName, WorkState } from "../api/types";
import { asksForm, moveInto } from "../work/moves";

export type Progress = { words: string; percent: number | null; difficulties: string; requests: string; done: { unit: string; amount: number }[] };

// All rows at once: the page filters them itself, and shows them as a list, a board, a calendar or a line of time.
export const useShortWork = (mine: boolean, done: boolean) =>
  useQuery({
    queryKey: ["work", { mine, done }],
    queryFn: ({ signal }) => get<ShortWorkList>("/work/short", { mine: mine ? "true" : null, done: done ? "true" : null }, signal),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

export const useWaiting = () => useQuery({ queryKey: ["waiting"], queryFn: () => get<WaitingLists>("/work/waiting"), staleTime: 0 });

export const useWorkloads = () => useQuery({ queryKey: ["workloads"], queryFn: async () => (await get<List<Workload>>("/work/loads")).items });

export function useHandOver() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: { from: string; to: string; words: string }) => post<{ handed: number }>("/work/hand_over", form),
    onSettled: () => void queries.invalidateQueries(),
  });
}

export const useWork = (task: string) => useQuery({ queryKey: ["work_of", task], queryFn: () => get<Work>(`/tasks/${task}/work`) });

export const useExecutors = (task: string, isWanted: boolean) =>
  useQuery({ queryKey: ["executors", task], queryFn: async () => (await get<List<Executor>>(`/tasks/${task}/executors`)).items, enabled: isWanted });

// What a pasted line names: "Văn bản số 472/SKHCN-BCVT&CĐS ngày 27/07/2025".
export const useUnderstood = (text: string) =>
  useQuery({
    queryKey: ["citations", text],
    queryFn: async () => (await get<List<UnderstoodDocument>>("/citations", { text })).items[0] ?? null,
    enabled: text.length > 3,
    staleTime: Infinity,
  });

// Everything that is said about a task comes back as the work as it stands now; the row shows it at once.
export function useTell(task: string) {
  const queries = useQueryClient();
  const keep = (work: Work) => {
    queries.setQueryData(["work_of", task], work);
    const { state, timing, due_on, first_due_on, completed_on, percent, may_update, executor_name } = work;
    const now = { state, timing, due_on, first_due_on, completed_on, percent, may_update, executor_name };
    queries.setQueriesData<ShortWorkList>({ queryKey: ["work"] }, (list) => list && { ...list, items: list.items.map((row) => (row.id === task ? { ...row, ...now } : row)) });
    for (const kept of ["tallies", "targets", "waiting", "workloads"]) void queries.invalidateQueries({ queryKey: [kept] });
  };
  const fresh = async () => (await getWithTag<Work>(`/tasks/${task}/work`)).body;
  const refresh = async () => keep(await fresh());
  const tell = <Form extends object>(path: string) => ({
    mutationFn: ({ version, ...form }: Form & { version: number }) => post<Work>(`/tasks/${task}/work/${path}`, form, { version }),
    onSuccess: keep,
    onError: refresh,
  });
  return {
    progress: useMutation(tell<Progress>("entries")),
    assign: useMutation({
      mutationFn: async ({ version, executor }: { version: number; executor: string | null }) => (await send<Work>("PUT", address(`/tasks/${task}/work/executor`), { executor }, { version })).body,
      onSuccess: keep,
      onError: refresh,
    }),
    askExtension: useMutation({ mutationFn: (form: ExtensionForm) => post<Extension>(`/tasks/${task}/extensions`, form), onSettled: refresh }),
    answerExtension: useMutation({
      mutationFn: ({ extension, ...form }: ExtensionAnswer & { extension: Extension }) => post<Extension>(`/tasks/${task}/extensions/${extension.id}/answer`, form, { version: extension.version }),
      onSettled: refresh,
    }),
    move: useMutation(tell<{ move: WorkMoveName; words: string }>("moves")),
    evidence: useMutation({
      mutationFn: async ({ form, file }: { form: EvidenceForm; file: File | null }) => {
        const made = await post<{ id: string }>(`/tasks/${task}/evidence`, form);
        if (file) await send("PUT", address(`/tasks/${task}/evidence/${made.id}/file`, { name: file.name }), file);
      },
      onSettled: refresh,
    }),
  };
}

export type Moved = "moved" | "asks_form" | "no_way";

// A card that is carried into a column: by the move that leads there, if there is one now and nothing more has to be said.
export function useCarry() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ task, states }: { task: string; states: WorkState[] }): Promise<{ how: Moved; move: WorkMoveName | null }> => {
      const { body } = await getWithTag<Work>(`/tasks/${task}/work`);
      const move = moveInto(body.moves, states);
      if (!move) return { how: "no_way", move };
      if (asksForm(move)) return { how: "asks_form", move };
      await post<Work>(`/tasks/${task}/work/moves`, { move, words: "" }, { version: body.version });
      return { how: "moved", move };
    },
    onSettled: (_done, _error, { task }) => {
      void queries.invalidateQueries({ queryKey: ["work_of", task] });
      return Promise.all(["work", "waiting", "tallies"].map((name) => queries.invalidateQueries({ queryKey: [name] })));
    },
  });
}

export function useNoNews() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (tasks: string[]) => post<{ noted: number }>("/work/no_news", { tasks }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ["work"] }),
  });
}
