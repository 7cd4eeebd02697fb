import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ApiError, get, getText, patch } from "../api/client";
import type { Intake, List, Task, TaskChanges, TaskEvent, TaskRow } from "../api/types";

export function useTask(id: string) {
  return useQuery({ queryKey: ["task", id], queryFn: () => get<Task>(`/tasks/${id}`) });
}

export function useTaskEvents(id: string) {
  return useQuery({ queryKey: ["task", id, "events"], queryFn: async () => (await get<List<TaskEvent>>(`/tasks/${id}/events`)).items });
}

export function useIntakeSource(id: string | null) {
  return useQuery({
    queryKey: ["intakes", id, "source"],
    queryFn: async () => {
      const intake = await get<Intake>(`/intakes/${id}`);
      const isText = intake.intake.source.kind === "text";
      return { name: intake.source_name, kind: intake.intake.source.kind, lines: isText ? (await getText(`/intakes/${id}/source`)).split(/\r\n|\n|\r/) : null };
    },
    enabled: id !== null,
    staleTime: Infinity,
  });
}

export const isStale = (error: unknown): boolean => error instanceof ApiError && error.status === 412;

// Saves against the version that the user saw. The list and the panel show the answer at once.
export function useEditTask(id: string) {
  const queries = useQueryClient();
  const keep = (task: Task) => {
    queries.setQueryData(["task", id], task);
    queries.setQueryData<TaskRow[]>(["tasks", task.programme], (tasks) => tasks?.map((one) => (one.id === id ? task : one)));
    void queries.invalidateQueries({ queryKey: ["task", id, "events"] });
  };
  return useMutation({
    mutationFn: async ({ changes, version }: { changes: TaskChanges; version: number }) => (await patch<Task>(`/tasks/${id}`, changes, { version })).body,
    onSuccess: keep,
    // Somebody was faster: what they wrote is fetched, so that both can be shown side by side.
    onError: async (error) => {
      if (isStale(error)) keep(await get<Task>(`/tasks/${id}`));
    },
  });
}
