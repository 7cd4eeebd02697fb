import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, get, send } from "../api/client";
import type { SplitPart, SubTask, SubTasks } from "../api/types";

export type PartMove = SubTask["moves"][number];

export const useTaskParts = (task: string) => useQuery({ queryKey: ["parts_of", task], queryFn: () => get<SubTasks>(`/tasks/${task}/sub_tasks`) });

// Every answer is the split as it stands now; the work that it moves is asked for again.
export function usePartChanges({ task, version }: SubTasks) {
  const queries = useQueryClient();
  const path = `/tasks/${task}/sub_tasks`;
  const change = <Form>(run: (form: Form) => Promise<{ body: SubTasks }>) => ({
    mutationFn: async (form: Form) => (await run(form)).body,
    onSuccess: (now: SubTasks) => queries.setQueryData(["parts_of", task], now),
    // Not waited for: the answer is there, and the next move may come at once.
    onSettled: () => void Promise.all(["parts_of", "work_of", "steps_of", "work", "waiting", "tallies"].map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  });
  return {
    split: useMutation(change((items: SplitPart[]) => send<SubTasks>("PUT", address(path), { items }, { version }))),
    move: useMutation(change(({ part, move, words }: { part: string; move: PartMove; words: string }) => send<SubTasks>("POST", address(`${path}/${part}/moves`), { move, words }, { version }))),
  };
}
