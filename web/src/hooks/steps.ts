import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, get, send } from "../api/client";
import type { List, Step, StepSeries, TaskSteps } from "../api/types";

export const useTaskSteps = (task: string) => useQuery({ queryKey: ["steps_of", task], queryFn: () => get<TaskSteps>(`/tasks/${task}/steps`) });

export type StepDone = { key: string; part: number; done_on: string; percent?: number };

// Every answer is the steps as they stand now; the work they move is asked for again.
export function useMarkSteps(task: string) {
  const queries = useQueryClient();
  const path = `/tasks/${task}`;
  const keep = (now: TaskSteps) => queries.setQueryData(["steps_of", task], now);
  const refresh = () => Promise.all(["steps_of", "work_of", "work", "tallies"].map((name) => queries.invalidateQueries({ queryKey: [name] })));
  const change = <Form>(run: (form: Form) => Promise<TaskSteps>) => ({ mutationFn: run, onSuccess: keep, onSettled: refresh });
  return {
    finish: useMutation(change(async ({ version, ...form }: StepDone & { version: number }) => (await send<TaskSteps>("POST", address(`${path}/steps`), form, { version })).body)),
    reopen: useMutation(change(async ({ version, key, part }: { version: number; key: string; part: number }) => (await send<TaskSteps>("DELETE", address(`${path}/steps/${encodeURIComponent(key)}`, { part }), undefined, { version })).body)),
    kind: useMutation(change(async (kind: string | null) => (await send<TaskSteps>("PUT", address(`${path}/kind`), { kind })).body)),
  };
}

export const useStepSeries = () => useQuery({ queryKey: ["step_series"], queryFn: async () => (await get<List<StepSeries>>("/step_series")).items });

export function useSaveSteps() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ series, steps }: { series: StepSeries; steps: Step[] }) => (await send<StepSeries>("PUT", address(`/step_series/${series.kind}`), { steps }, { version: series.version })).body,
    onSettled: () => Promise.all(["step_series", "steps_of"].map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  });
}
