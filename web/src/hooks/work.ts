import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, get, getWithTag, post, send } from "../api/client";
import type { EvidenceForm, List, TaskAtWork, UnderstoodDocument, Work, WorkMoveName } from "../api/types";

export type WorkFilter = { state?: string | null; unit?: string | null; mine?: string | null };
export type Progress = { words: string; percent: number | null; difficulties: string };

export const useTasksAtWork = (filter: WorkFilter) =>
  useQuery({ queryKey: ["work", filter], queryFn: async ({ signal }) => (await get<List<TaskAtWork>>("/work", filter, signal)).items });

export const useWork = (task: string) => useQuery({ queryKey: ["work_of", task], queryFn: () => get<Work>(`/tasks/${task}/work`) });

export const useExecutors = (task: string, isWanted: boolean) =>
  useQuery({ queryKey: ["executors", task], queryFn: async () => (await get<List<{ id: string; name: string }>>(`/tasks/${task}/executors`)).items, enabled: isWanted });

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
    queries.setQueriesData<TaskAtWork[]>({ queryKey: ["work"] }, (rows) => rows?.map((row) => (row.task.id === task ? { ...row, work } : row)));
    void queries.invalidateQueries({ queryKey: ["tallies"] });
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

export function useNoNews() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (tasks: string[]) => post<{ noted: number }>("/work/no_news", { tasks }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ["work"] }),
  });
}
